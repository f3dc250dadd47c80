"""``ocop docs``: what becomes of a document once it has its number."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.checks.order import paper_order
from ocop_cli.errors import OcopError
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm, confirm_owner
from ocop_cli.session.typed.document import NAMING, day_of, named_document
from ocop_cli.session.typed.path import typed_path
from ocop_cli.store.files.changes import Change
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.yaml.edit import Append, Set, change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.papers.filler import fillers_in
from ocop_cli.usecases.papers.issue import refuse_lapsed
from ocop_cli.usecases.papers.signed_scan import scan_record, scan_words

Document = Annotated[Path, typer.Argument(help=NAMING, metavar="VĂN_BẢN")]
Day = Annotated[str | None, typer.Option("--on", help="Ngày; bỏ trống: hôm nay.")]


def sign(
    session: Session,
    file: Document,
    scan: Annotated[
        Path | None, typer.Option("--scan", help="Bản quét đã ký, hoặc tệp PDF đã ký số.")
    ] = None,
    digital: Annotated[bool, typer.Option("--digital", help="Văn bản ký số: tệp phải có chữ ký số.")] = False,
) -> int:
    """Attach the signed scan."""
    document = named_document(session, file, numbered=True)
    read = partial(scan_record, session.root, document, on=session.today, digital=digital)
    words = "Tệp bản quét đã ký (kéo tệp thả vào đây)"
    given = str(scan) if scan else None
    typed = session.ask(words, option="--scan", given=given, check=lambda text: read(typed_path(text)))
    record = read(typed_path(typed))
    confirm_owner(session, document, record)
    code = _add(session, document, "signed", record, "bản ký", whole=True)
    session.console.note(scan_words(session.root, record["file"]))
    return code


def send(
    session: Session,
    file: Document,
    to: Annotated[str | None, typer.Option("--to", help="Nơi nhận.")] = None,
    on: Day = None,
) -> int:
    """Record where a document went."""
    document = named_document(session, file, numbered=True)
    recipient = session.ask("Nơi nhận", option="--to", given=to)
    sent = {"to": recipient, "on": day_of(session, "Ngày gửi", on, is_asked=to is None)}
    code = _add(session, document, "sent", sent, "đã gửi")
    session.show_findings(fillers_in(session.sources, document))
    return code


def answer(
    session: Session,
    file: Document,
    value: Annotated[str | None, typer.Option("--number", help="Số, ký hiệu văn bản trả lời.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Nội dung.")] = None,
    on: Day = None,
) -> int:
    """Record what came back."""
    document = named_document(session, file, numbered=True)
    number = session.ask("Số, ký hiệu văn bản trả lời", option="--number", given=value)
    day = day_of(session, "Ngày của văn bản trả lời", on, is_asked=value is None)
    if value is None and session.can_ask:
        note = session.ask("Nội dung trả lời (Enter: không ghi)", option="--note", given=note, optional=True)
    record = {"number": number, "on": day, **({"note": note} if note else {})}
    return _add(session, document, "answers", record, "trả lời")


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
    refuse_lapsed(paper)
    edit = Set((field,), record) if whole else Append((field,), record)
    told = {finding.message for finding in paper_order(paper.document, paper.record)}
    early = paper_order(paper.document, edited(paper.source, DocumentRecord, [edit]))
    new = [finding.message for finding in early if finding.message not in told]
    confirm(session, new, "Vẫn ghi", "ghi đúng ngày: --on NGÀY")
    change: Change = change_of(paper.source, [edit])
    of = paper.record.made.dossier if whole else None  # a signed paper may be what its dossier waits for
    session.write([change], f"{label} {paper.document}", f"`ocop next {of}`" if of else "`ocop docs list`")
    return 0
