"""``ocop advance``, ``ocop return``, ``ocop withdraw``: move a dossier through the cycle."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.dossier.vocabulary import MoveKind, word
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.session import Session
from ocop_cli.session.lateness import late_acts
from ocop_cli.session.papers import return_letter
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.move import plan_dossier_move, receipt_refusals
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day, read_day
from ocop_cli.workflow.needs import MoveRequest

Dossier = Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")]
Note = Annotated[str | None, typer.Option("--note", help="Ghi chú.")]
By = Annotated[str | None, typer.Option("--by", help="Người thực hiện.")]
Paper = Annotated[str | None, typer.Option("--document", help="Văn bản kèm theo.")]
On = Annotated[str | None, typer.Option("--on", help="Ngày thực hiện; bỏ trống: hôm nay.")]
LateReason = Annotated[str | None, typer.Option("--late-reason", help="Lý do, khi làm sau hạn.")]
Reasons = Annotated[list[str] | None, typer.Option("--reason", help="Lý do; ghi được nhiều lần.")]


def advance(
    session: Session,
    dossier: Dossier,
    to: Annotated[str | None, typer.Option("--to", help="Trạng thái muốn tới.")] = None,
    on: On = None,
    note: Note = None,
    by: By = None,
    document: Paper = None,
    late: LateReason = None,
) -> int:
    """Move a dossier forward."""
    return _move(
        session, dossier, MoveKind.ADVANCE, on=on, to=to, note=note, by=by, document=document, late=late
    )


def return_(
    session: Session,
    dossier: Dossier,
    reason: Reasons = None,
    to: Annotated[str | None, typer.Option("--to", help="Trạng thái trả về.")] = None,
    on: On = None,
    by: By = None,
    document: Paper = None,
    due: Annotated[
        str | None, typer.Option("--due", help="Hạn nộp lại, ghi trong công văn trả hồ sơ.")
    ] = None,
) -> int:
    """Send a dossier back, with reasons that stay; one that was filed goes with a letter."""
    return _move(
        session,
        dossier,
        MoveKind.RETURN,
        on=on,
        to=to,
        reasons=reason or [],
        by=by,
        document=document,
        due=due,
    )


def withdraw(
    session: Session,
    dossier: Dossier,
    reason: Reasons = None,
    on: On = None,
    by: By = None,
    document: Paper = None,
) -> int:
    """End a dossier's way, with reasons."""
    return _move(session, dossier, MoveKind.WITHDRAW, on=on, reasons=reason or [], by=by, document=document)


def _move(
    session: Session,
    wanted: str,
    kind: MoveKind,
    *,
    on: str | None,
    to: str | None = None,
    reasons: list[str] | None = None,
    note: str | None = None,
    by: str | None = None,
    document: str | None = None,
    late: str | None = None,
    due: str | None = None,
) -> int:
    file, cycle = session.dossier(wanted), load_cycle()
    given = [text.strip() for text in reasons or ()]
    day = read_act_day(on, session.today)
    law = law_if_known(file.dossier, session.rulebook, day or session.today)
    request = MoveRequest(file.dossier, given, law, document=document)
    planning = partial(
        plan_dossier_move, file, request, session.today, kind=kind, to=to, by=by, note=note, document=document
    )
    plan = planning(on=day)
    refusals = [*plan.refusals, *receipt_refusals(session.sources, file, plan, law, note)]
    if plan.move is None or refusals:
        session.refuse(f"Không thể chuyển hồ sơ {file.id}.", refusals)
    acts = [(file, law)] if kind is MoveKind.ADVANCE else []
    told = late_acts(session, acts, plan.on, late, to=plan.move.to)
    edits = planning(on=plan.on, late=told.get(file.id)).edits
    moved = f"{cycle.name(file.dossier.stage)} → {cycle.name(plan.move.to)}"
    session.say(f"{file.dossier.product.name}: {moved}, ngày {show_date(plan.on)}")
    letter = kind is MoveKind.RETURN and return_letter(
        session, file, edits, read_day(due, "--due") if due else None
    )
    session.write(
        [change_of(file.source, edits), *(letter or ())], f"{word(kind)} {file.id}", f"`ocop next {file.id}`"
    )
    return 0
