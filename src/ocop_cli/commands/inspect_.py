"""``ocop inspect record``: record an inspection of a product and draw up its minutes."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from ocop_cli.documents.basis import basis_of
from ocop_cli.documents.inspection import inspection_values
from ocop_cli.programme.convening import told_of
from ocop_cli.programme.inspection import (
    Inspection,
    Told,
    content_named,
    kept_of,
    new_inspection,
)
from ocop_cli.session import Session
from ocop_cli.session.year.inspecting import ask_inspection, results_added, signs_of
from ocop_cli.session.year.photos import photos_taken
from ocop_cli.store.built_in.packaged import load_inspection_contents
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import AnyChange
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.inspection_files import inspection_name
from ocop_cli.store.programme.inspections import draft_inspection, refuse_second
from ocop_cli.usecases.papers.document import document_case
from ocop_cli.viet.typed_day import read_act_day

FORM = "inspection-minutes"
Text = str | None
Many = list[str] | None


def record(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    on: Annotated[Text, typer.Option("--on", help="Ngày kiểm tra; bỏ trống: hôm nay.")] = None,
    starts: Annotated[Text, typer.Option("--starts", help="Giờ bắt đầu, ví dụ 8:00.")] = None,
    ends: Annotated[Text, typer.Option("--ends", help="Giờ kết thúc, ví dụ 10:30.")] = None,
    place: Annotated[Text, typer.Option("--place", help="Địa điểm; mặc định địa chỉ cơ sở.")] = None,
    member: Annotated[
        Many, typer.Option("--member", help="Đoàn: “Họ và tên, chức vụ”; ghi nhiều lần.")
    ] = None,
    secretary: Annotated[Text, typer.Option("--secretary", help="Thư ký: “Họ và tên, chức vụ”.")] = None,
    seen: Annotated[Many, typer.Option("--seen", help="“NỘI_DUNG: kết quả”; ghi nhiều lần.")] = None,
    kept: Annotated[Many, typer.Option("--kept", help="Nội dung đạt; ghi nhiều lần.")] = None,
    failed: Annotated[Many, typer.Option("--failed", help="Nội dung chưa đạt; ghi nhiều lần.")] = None,
    producing: Annotated[bool, typer.Option("--producing", help="Cơ sở còn sản xuất.")] = False,
    stopped_on: Annotated[Text, typer.Option("--stopped-on", help="Ngày đã ngừng sản xuất.")] = None,
    request: Annotated[
        Many, typer.Option("--request", help="Yêu cầu khắc phục, kèm hạn; ghi nhiều lần.")
    ] = None,
    sign: Annotated[
        Many,
        typer.Option("--sign", help="Dấu hiệu phải xem xét thu hồi: “CĂN_CỨ: đã thấy gì”; ghi nhiều lần."),
    ] = None,
    conclusion: Annotated[Text, typer.Option("--conclusion", help="Kết luận.")] = None,
    photo: Annotated[
        Many,
        typer.Option("--photo", metavar="TỆP", help="Ảnh, bản quét tại cơ sở, hoặc thư mục; ghi nhiều lần."),
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help="Không hỏi; chừa chỗ để ghi tay.")] = False,
    again: Annotated[
        Text, typer.Option("--from", help="Ghi tiếp vào lần kiểm tra đã ghi, lập lại biên bản.")
    ] = None,
) -> int:
    """Inspect a product; what is not told yet is left open on the minutes."""
    file, contents = session.dossier(dossier), load_inspection_contents()
    can_ask = session.can_ask and not blank
    usual, stopped = _usual(session, file), read_act_day(stopped_on, session.today, "--stopped-on")
    told = Told(
        read_act_day(on, session.today), starts, ends, place, member or [], secretary,
        told_of(seen or [], "--seen", partial(content_named, contents=contents, option="--seen"), contents),
        kept_of(kept or [], failed or [], contents),
        False if stopped else producing or None, stopped, request or [], conclusion,
        signs_of(session, file.dossier, sign or []),
    )  # fmt: skip
    if again:
        added = results_added(session, file, again, told, photo or [], ask=can_ask)
        return _write(session, file, again, *added)
    if can_ask:
        # somebody is asked: an empty answer leaves the minutes to the pen
        usual = usual._replace(secretary=None)
        told = ask_inspection(session, file, told, contents, usual)
    person = file.dossier.producer.representative
    theirs = {"name": person.name, "title": person.title or "Đại diện"} if person else None
    data = new_inspection(file.id, contents, told, usual, theirs)
    refuse_second(session.root, file.id, data["on"])
    taken = photos_taken(session, photo or [], file.id, data["on"])
    data |= {"photos": [each.model_dump() for each in taken.photos]} if taken.photos else {}
    name, record, change = draft_inspection(session.root, data)
    return _write(session, file, name, record, [change, *taken.changes])


def _usual(session: Session, file: DossierFile) -> Told:
    """Return the day, place and secretary that stand where nobody says otherwise."""
    office = session.workspace.profile.office
    secretary = f"{office.officer}, Công chức {office.unit.name}" if office.officer else None
    return Told(session.today, place=file.dossier.producer.address, secretary=secretary)


def _write(
    session: Session, file: DossierFile, name: str, record: Inspection, changes: Sequence[AnyChange]
) -> int:
    """Write what is new with the minutes."""
    case = document_case(session.sources, file, session.rulebook, session.today)
    profile = session.workspace.profile
    values = inspection_values(record, load_inspection_contents(), case, profile, load_form(FORM))
    following = f'có kết quả thì ghi tiếp: `ocop inspect {file.id} --from {name} --seen "NỘI DUNG: kết quả" --conclusion "…"`'
    records = [(file.source.name, file.dossier), (inspection_name(name), record.as_signed)]
    minutes = session.document(FORM, name, values, basis=basis_of(records, inspection=name))
    session.write([*changes, minutes], f"kiểm tra {file.id}", following if record.is_open else "")
    return 0
