"""``ocop docs``: what becomes of a document once it has its number."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.confirming import confirm_owner
from ocop_cli.session.document import NAMING, named_document
from ocop_cli.store.document_records import load_document
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import Append, Set, change_of
from ocop_cli.usecases.filler import fillers_in
from ocop_cli.usecases.signed_scan import scan_record, scan_words
from ocop_cli.viet.typed_day import read_day

Document = Annotated[Path, typer.Argument(help=NAMING, metavar="VĂN_BẢN")]
Day = Annotated[str | None, typer.Option("--on", help="Ngày; bỏ trống: hôm nay.")]


def sign(
    session: Session,
    file: Document,
    scan: Annotated[Path, typer.Option("--scan", help="Bản quét đã ký, hoặc tệp PDF đã ký số.")],
    digital: Annotated[bool, typer.Option("--digital", help="Văn bản ký số: tệp phải có chữ ký số.")] = False,
) -> int:
    """Attach the signed scan."""
    document = named_document(session, file)
    record = scan_record(session.root, document, scan, session.today, digital=digital)
    confirm_owner(session, document, record)
    code = _add(session, document, "signed", record, "bản ký", whole=True)
    session.console.note(scan_words(session.root, record["file"]))
    return code


def send(
    session: Session,
    file: Document,
    to: Annotated[str, typer.Option("--to", help="Nơi nhận.")],
    on: Day = None,
) -> int:
    """Record where a document went."""
    document = named_document(session, file)
    sent = {"to": to, "on": read_day(on, "--on") if on else session.today}
    code = _add(session, document, "sent", sent, "đã gửi")
    session.show_findings(fillers_in(session.sources, document))
    return code


def answer(
    session: Session,
    file: Document,
    value: Annotated[str, typer.Option("--number", help="Số, ký hiệu văn bản trả lời.")],
    note: Annotated[str | None, typer.Option("--note", help="Nội dung.")] = None,
    on: Day = None,
) -> int:
    """Record what came back."""
    record = {
        "number": value,
        "on": read_day(on, "--on") if on else session.today,
        **({"note": note} if note else {}),
    }
    return _add(session, named_document(session, file), "answers", record, "trả lời")


def _add(
    session: Session, document: str, field: str, record: dict[str, Any], label: str, *, whole: bool = False
) -> int:
    paper = load_document(session.sources, document)
    if paper.record.issue is None and paper.record.symbol:
        raise OcopError(
            f"{paper.document} chưa có số nên chưa ban hành.",
            f"Chạy `ocop docs number {paper.document} --number SỐ`.",
            exit_code=1,
        )
    edit = Set((field,), record) if whole else Append((field,), record)
    change: Change = change_of(paper.source, [edit])
    session.write([change], f"{label} {paper.document}", "`ocop docs list`")
    return 0
