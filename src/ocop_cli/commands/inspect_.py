"""``ocop inspect``: record an inspection of a product and draw up its minutes."""

from typing import Annotated

import typer

from ocop_cli.documents.basis import basis_of
from ocop_cli.documents.inspection import inspection_values
from ocop_cli.programme.convening import pairs
from ocop_cli.programme.inspection import new_inspection
from ocop_cli.session import Session
from ocop_cli.store.files.changes import Change
from ocop_cli.store.forms import load_form
from ocop_cli.store.inspections import draft_inspection, inspection_name, usable_inspection
from ocop_cli.store.packaged import load_inspection_contents
from ocop_cli.usecases.document import document_case
from ocop_cli.viet.typed_day import read_day

FORM = "inspection-minutes"
Many = list[str] | None


def inspect(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    place: Annotated[str | None, typer.Option("--place", help="Địa điểm; mặc định địa chỉ cơ sở.")] = None,
    member: Annotated[
        Many, typer.Option("--member", help="Đoàn: “Họ và tên, chức vụ”; ghi nhiều lần.")
    ] = None,
    secretary: Annotated[
        str | None, typer.Option("--secretary", help="Thư ký: “Họ và tên, chức vụ”.")
    ] = None,
    seen: Annotated[Many, typer.Option("--seen", help="“NỘI_DUNG: kết quả”; ghi nhiều lần.")] = None,
    stopped_on: Annotated[str | None, typer.Option("--stopped-on", help="Ngày đã ngừng sản xuất.")] = None,
    conclusion: Annotated[str | None, typer.Option("--conclusion", help="Kết luận của đoàn.")] = None,
    again: Annotated[str | None, typer.Option("--from", help="Lập lại biên bản từ tệp đã ghi.")] = None,
) -> int:
    """Inspect a product; what is not told yet is left open on the minutes."""
    file = session.dossier(dossier)
    changes: list[Change] = []
    if again:
        name, record = again, usable_inspection(session.sources, again)
    else:
        person, office = file.dossier.producer.representative, session.workspace.profile.office
        data = new_inspection(
            file.id,
            load_inspection_contents(),
            on=session.today,
            place=place or file.dossier.producer.address,
            team=member or [],
            secretary=secretary
            or (f"{office.officer}, Công chức {office.unit.name}" if office.officer else None),
            producer_side={"name": person.name, "title": person.title or "Đại diện"} if person else None,
            seen=pairs(seen or [], "--seen"),
            stopped_on=read_day(stopped_on, "--stopped-on") if stopped_on else None,
            conclusion=conclusion,
        )
        name, record, change = draft_inspection(session.root, data)
        changes = [change]
    case = document_case(session.sources, file, session.rulebook, session.today)
    profile = session.workspace.profile
    values = inspection_values(record, load_inspection_contents(), case, profile, load_form(FORM))
    following = f"ghi kết quả vào {inspection_name(name)} rồi chạy lại với --from {name}"
    records = [(file.source.name, file.dossier), (inspection_name(name), record)]
    minutes = session.document(FORM, name, values, basis=basis_of(records, inspection=name))
    session.write([*changes, minutes], f"kiểm tra {file.id}", following)
    return 0
