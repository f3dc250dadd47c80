"""``ocop register``: take in an idea or a product."""

from datetime import date
from typing import Annotated, Any

import typer

from ocop_cli.documents.slips import idea_slip_values
from ocop_cli.dossier.draft import draft_dossier, new_id
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import RegistrationKind, Track
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.registering import Given, ask_registration
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import dossier_name, private_name
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.files.changes import plan_write
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.workspace.ids import taken_ids
from ocop_cli.store.workspace.new_files import dossier_text, private_text
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.twins import refuse_unknown_set, twin_words
from ocop_cli.viet.typed_day import read_act_day

Text = str | None


def register(
    session: Session,
    name: Annotated[Text, typer.Option("--name", help="Tên sản phẩm.")] = None,
    producer: Annotated[Text, typer.Option("--producer", help="Tên chủ thể.")] = None,
    kind: Annotated[Text, typer.Option("--kind", help="Loại hình: hợp tác xã, hộ…")] = None,
    representative: Annotated[Text, typer.Option("--representative", help="Người đại diện.")] = None,
    village: Annotated[Text, typer.Option("--village", help="Thôn.")] = None,
    address: Annotated[Text, typer.Option("--address", help="Địa chỉ cơ sở.")] = None,
    product_set: Annotated[Text, typer.Option("--set", help="Bộ sản phẩm: 4, hoặc “mật ong”.")] = None,
    track: Annotated[Text, typer.Option("--track", help="Sản phẩm: mới, hiện có hoặc nâng hạng.")] = None,
    registration: Annotated[
        Text, typer.Option("--registration", help="Lần đầu, nâng hạng hoặc phân hạng lại.")
    ] = None,
    star: Annotated[int | None, typer.Option("--star", help="Hạng sao mong muốn.")] = None,
    idea: Annotated[Text, typer.Option("--idea", help="Ý tưởng và nguồn gốc ý tưởng.")] = None,
    by: Annotated[Text, typer.Option("--by", help="Người tiếp nhận.")] = None,
    on: Annotated[Text, typer.Option("--on", help="Ngày nhận phiếu; bỏ trống: hôm nay.")] = None,
) -> int:
    """Write a new dossier, its private file and its idea slip."""
    given = Given(
        name, producer, kind, product_set, address, village, representative, track, registration, idea
    )
    answers = ask_registration(session, given)
    answers["star"] = star
    return _write(session, answers, by, read_act_day(on, session.today) or session.today)


def _write(session: Session, answers: dict[str, Any], by: str | None, on: date) -> int:
    profile = session.workspace.profile
    dossier_id = new_id(answers["name"], taken_ids(session.root))
    cycle = load_cycle()
    stage = cycle.start_of(Track(answers["track"]), RegistrationKind(answers["registration"]))
    draft = draft_dossier(answers, stage, on, by or profile.office.officer, session.today)
    text = dossier_text(draft, dossier_id)
    source = parse(text.encode(), dossier_name(dossier_id))._replace(shared=SharedProducers(session.sources))
    record = entered(read_record(source, Dossier), "Phiếu chưa đúng nên chưa lập hồ sơ.")
    refuse_unknown_set(record, session.rulebook, on)
    cure = "Dùng hồ sơ đã có, hoặc sửa tên cho khác"
    confirm(session, twin_words(session.sources, record), "Vẫn nhận thêm hồ sơ", cure)
    values = idea_slip_values(record, profile, on)
    is_idea = stage in cycle.awaiting_selection
    slips = [session.document("idea-slip", dossier_id, values, record)] if is_idea else []
    dossier = plan_write(session.root, dossier_name(dossier_id), text.encode())
    private = plan_write(session.root, private_name(dossier_id), private_text(session.today).encode())
    done = f"Hồ sơ mới: {dossier_id} ({record.product.name})"
    label = f"{'nhận ý tưởng' if is_idea else 'lập hồ sơ'} {dossier_id}"
    session.write([*slips, private, dossier], label, f"`ocop next {dossier_id}`", done=done)
    return 0
