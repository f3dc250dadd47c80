"""A move of a dossier as it was typed, for the verbs that move one: planned, told, written with the letter that goes with it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import MoveKind, word
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.session.papers.about_dossiers import return_letter
from ocop_cli.session.questions.asking import several
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.questions.lateness import late_acts
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move, receipt_refusals
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day, read_day
from ocop_cli.workflow.certificate import expires_on
from ocop_cli.workflow.needs import MoveRequest


class TypedMove(NamedTuple):
    """The options of a move as they were typed; ``due`` is the day by which a returned dossier comes back."""

    on: str | None
    to: str | None = None
    reasons: Sequence[str] = ()
    note: str | None = None
    by: str | None = None
    document: str | None = None
    late: str | None = None
    due: str | None = None


def _reasons(session: Session, kind: MoveKind) -> list[str]:
    """Ask why a dossier does not go on, reason by reason; one is needed."""
    if kind is MoveKind.ADVANCE or not session.can_ask:
        return []
    ask = partial(session.ask, option="--reason")
    return several(lambda words, optional: ask(words, optional=optional), "Lý do", "Lý do")


def _planning(
    session: Session, file: DossierFile, kind: MoveKind, typed: TypedMove, law: Ruleset | None
) -> Callable[..., PlannedMove]:
    """Return what plans the move as it was typed; the day, and why it comes late, are told when it is asked."""
    reasons = [text.strip() for text in typed.reasons or _reasons(session, kind)]
    return partial(
        plan_dossier_move,
        file,
        MoveRequest(file.dossier, reasons, law, document=typed.document),
        session.today,
        kind=kind,
        to=typed.to,
        by=typed.by,
        note=typed.note,
        document=typed.document,
    )


def _still_recognised(file: DossierFile, law: Ruleset | None, on: date) -> list[str]:
    """Say that a product which stops while it registers anew still has a certificate: nobody is told of its end any more."""
    result = file.dossier.recognition
    is_decided = stage_of(load_cycle().stages, file.dossier.stage).decided
    expiry = expires_on(result, law.decision.procedure.certificate_months) if result and law else None
    if is_decided or expiry is None or expiry < on:
        return []
    return [
        f"{file.dossier.product.name} còn giấy chứng nhận đến ngày {show_date(expiry)}; "
        "dừng tham gia thì không được nhắc phân hạng lại nữa"
    ]


def move_dossier(session: Session, wanted: str, kind: MoveKind, typed: TypedMove) -> int:
    """Move a dossier, and make the letter by which a filed one goes back; refuse with everything against it."""
    file, cycle = session.dossier(wanted), load_cycle()
    day = read_act_day(typed.on, session.today)
    due = read_day(typed.due, "--due") if typed.due else None
    law = law_if_known(file.dossier, session.rulebook, day or session.today)
    planning = _planning(session, file, kind, typed, law)
    plan = planning(on=day)
    refusals = [*plan.refusals, *receipt_refusals(session.sources, file, plan, law, typed.note)]
    if plan.move is None or refusals:
        session.refuse(f"Không thể chuyển hồ sơ {file.id}.", refusals)
    if kind is MoveKind.WITHDRAW:
        doubts = _still_recognised(file, law, plan.on)
        confirm(session, doubts, "Vẫn dừng?", "chỉ thôi lần đăng ký này thì để hồ sơ ở bước hiện nay")
    acts = [(file, law)] if kind is MoveKind.ADVANCE else []
    told = late_acts(session, acts, plan.on, typed.late, to=plan.move.to)
    edits = planning(on=plan.on, late=told.get(file.id)).edits
    moved = f"{cycle.name(file.dossier.stage)} → {cycle.name(plan.move.to)}"
    letter = return_letter(session, file, edits, due) if kind is MoveKind.RETURN else []
    changes: list[Change | Draft] = [change_of(file.source, edits), *letter]
    done = f"{file.dossier.product.name}: {moved}, ngày {show_date(plan.on)}"
    session.write(changes, f"{word(kind)} {file.id}", f"`ocop next {file.id}`", done=done)
    return 0
