"""``ocop select``: choose the best ideas of a round, with reasons, and list them all."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.unread import say_none
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move, refusals_of
from ocop_cli.viet.told_once import told_once
from ocop_cli.viet.typed_day import read_act_day
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.selection import Outcome, idea_rows, ideas_table, open_ideas


def select(
    session: Session,
    choose: Annotated[
        list[str] | None, typer.Option("--choose", help="“MÃ: lý do chọn”; ghi nhiều lần.")
    ] = None,
    decline: Annotated[list[str] | None, typer.Option("--decline", help="“MÃ: lý do chưa chọn”.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm tham gia; mặc định năm nay.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày xét chọn; bỏ trống: hôm nay.")] = None,
) -> int:
    """Choose ideas, then list every idea of the year."""
    season = year or session.today.year
    chosen, declined = _given(session, choose, chosen=True), _given(session, decline, chosen=False)
    if chosen.keys() & declined.keys():
        both = ", ".join(chosen.keys() & declined.keys())
        raise OcopError(f"{both} vừa được chọn vừa không được chọn.", "Bỏ một trong hai.", exit_code=MISUSE)
    outcomes = {**chosen, **declined}
    if session.can_ask and not outcomes:
        outcomes = _asked(session, open_ideas(_dossiers(session), load_cycle(), season))
    day = read_act_day(on, session.today)
    changes = _changes(session, outcomes, day)
    if changes:
        session.write(changes, "lựa chọn ý tưởng", "`ocop report --kind selection`")
    rows = idea_rows(_dossiers(session), load_cycle(), season)
    if session.options.json:
        session.json(
            "ocop/ideas@1",
            {"year": season, "items": [list(row) for row in rows], "ideas": [row._asdict() for row in rows]},
        )
    if not rows:
        say_none(session, f"Chưa có ý tưởng, sản phẩm đăng ký năm {season}. Nhận ý tưởng: `ocop register`")
        return 0
    session.show_table(ideas_table(rows, season))
    return 0


def _dossiers(session: Session) -> dict[str, Dossier]:
    found = gather_dossiers(session.sources).rest(session.leave_out)
    return {file.id: file.dossier for file in found}


def _given(session: Session, words: list[str] | None, *, chosen: bool) -> dict[str, Outcome]:
    reasons = []
    for text in words or ():
        wanted, colon, reason = text.partition(":")
        if not colon or not reason.strip():
            raise OcopError(f"“{text}” thiếu lý do.", "Ghi dạng “MÃ: lý do”.", exit_code=MISUSE)
        reasons.append((resolve_id(session.sources, wanted.strip()), reason.strip()))
    return {key: Outcome(chosen, reason) for key, reason in told_once(reasons, "Lý do của {}".format).items()}


def _asked(session: Session, ideas: Iterable[str]) -> dict[str, Outcome]:
    outcomes = {}
    listed = list(ideas)
    for number, dossier_id in enumerate(listed, 1):
        place = f"({number}/{len(listed)}) {dossier_id}"
        answer = session.ask(
            f"{place}: chọn", option="--choose", choices={"có": "chọn", "không": "chưa chọn", "sau": "để sau"}
        )
        if answer != "sau":
            outcomes[dossier_id] = Outcome(answer == "có", session.ask("Lý do", option="--choose").strip())
    return outcomes


def _changes(session: Session, outcomes: dict[str, Outcome], on: date | None) -> list[Change]:
    """Return the change of each dossier; what stands against any of them is told at once."""
    files = {name: session.dossier(name) for name in outcomes}
    planned = {name: _planned(session, files[name], outcome, on) for name, outcome in outcomes.items()}
    if refusals := refusals_of(list(planned.values())):
        refused = ", ".join(name for name, move in planned.items() if move.refusals)
        session.refuse(f"Không thể lựa chọn {refused}.", refusals)
    return [change_of(files[name].source, move.edits) for name, move in planned.items()]


def _planned(session: Session, file: DossierFile, outcome: Outcome, on: date | None) -> PlannedMove:
    request = MoveRequest(file.dossier, (outcome.reason,))
    stage = load_cycle().selection(chosen=outcome.chosen)
    return plan_dossier_move(file, request, session.today, on=on, kind=MoveKind.SELECT, to=stage)
