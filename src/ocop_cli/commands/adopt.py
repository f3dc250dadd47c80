"""``ocop adopt``: take in a product that was recognised before the program was used."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.vocabulary import ProducerKind, words
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.typed.product_set import typed_set
from ocop_cli.session.typed.value import typed_value
from ocop_cli.store.workspace.ids import taken_ids
from ocop_cli.usecases.adopt import law_of_recognition, plan_adoption, window_words
from ocop_cli.usecases.facts.known_producer import find_record
from ocop_cli.usecases.twins import twin_words
from ocop_cli.viet.read_option import read_option
from ocop_cli.viet.typed_day import read_act_day, read_day
from ocop_cli.workflow.outcome import RankingOutcome

Text = str | None


def adopt(
    session: Session,
    name: Annotated[Text, typer.Argument(metavar="SẢN_PHẨM", help="Tên trên giấy chứng nhận.")] = None,
    producer: Annotated[Text, typer.Option("--producer", help="Tên chủ thể.")] = None,
    kind: Annotated[Text, typer.Option("--kind", help="Loại hình: htx, hộ, công ty…")] = None,
    product_set: Annotated[Text, typer.Option("--set", help="Bộ sản phẩm: 4, hoặc “mật ong”.")] = None,
    star: Annotated[Text, typer.Option("--star", help="Hạng sao, ví dụ 3 hoặc “3 sao”.")] = None,
    number: Annotated[Text, typer.Option("--number", help="Số quyết định công nhận.")] = None,
    on: Annotated[Text, typer.Option("--on", help="Ngày quyết định.")] = None,
    issuer: Annotated[Text, typer.Option("--issuer", help="Cơ quan quyết định.")] = None,
    certificate: Annotated[Text, typer.Option("--certificate", help="Số giấy chứng nhận.")] = None,
    until: Annotated[Text, typer.Option("--until", help="Ngày hết hạn in trên giấy chứng nhận.")] = None,
    law: Annotated[Text, typer.Option("--law", help="Quyết định về tiêu chí đã áp dụng.")] = None,
) -> int:
    """Write the dossier of a recognised product, with its certificate and the time to rank it again."""
    product = session.ask("Tên sản phẩm", option="SẢN_PHẨM", given=name)
    who = session.ask("Tên chủ thể", option="--producer", given=producer)
    record = find_record(session.sources, who, {})
    asked = "Loại hình (Enter: bổ sung sau)"
    said = {
        "name": product,
        "producer": who,
        "record": record.id if record else None,
        "kind": session.ask(asked, option="--kind", given=kind, choices=words(ProducerKind), optional=True)
        or None,
        "set": typed_set(session, product_set, product),
    }
    outcome = _outcome(session, star, number, on)._replace(
        issuer=issuer, certificate=certificate, expires_on=read_day(until, "--until") if until else None
    )
    text = law_of_recognition(session.rulebook, outcome.on, law)
    found = plan_adoption(session.sources, said, outcome, text, taken_ids(session.root), session.today)
    if found.refusals:
        session.refuse("Chưa thể ghi sản phẩm.", found.refusals)
    twins = twin_words(session.sources, found.file.dossier)
    confirm(session, twins, "Vẫn lập thêm hồ sơ", "Dùng hồ sơ đã có")
    window = window_words(found.expiry, pick_decision(session.rulebook, session.today), session.today)
    label, following = f"ghi sản phẩm đã công nhận {found.file.id}", f"`ocop next {found.file.id}`"
    session.write(found.changes, label, following, done=f"{product}: {window}")
    return 0


def _outcome(session: Session, star: Text, number: Text, on: Text) -> RankingOutcome:
    day = session.ask(
        "Ngày quyết định công nhận", option="--on", given=on, check=partial(read_act_day, today=session.today)
    )
    decided = read_act_day(day, session.today) or session.today
    rank = session.ask(
        "Hạng sao",
        option="--star",
        given=star,
        check=lambda text: read_option(text, "Hạng sao", Result, "star"),
    )
    paper = session.ask("Số quyết định công nhận", option="--number", given=number)
    return RankingOutcome(decided, typed_value(session, rank, "--star", Result, "star"), number=paper)
