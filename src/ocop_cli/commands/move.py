"""``ocop advance``, ``ocop return``, ``ocop withdraw``: move a dossier through the cycle."""

from typing import Annotated

import typer

from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.session import Session
from ocop_cli.session.moving import TypedMove, move_dossier

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
    typed = TypedMove(on, to, note=note, by=by, document=document, late=late)
    return move_dossier(session, dossier, MoveKind.ADVANCE, typed)


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
    typed = TypedMove(on, to, reason or (), by=by, document=document, due=due)
    return move_dossier(session, dossier, MoveKind.RETURN, typed)


def withdraw(
    session: Session,
    dossier: Dossier,
    reason: Reasons = None,
    on: On = None,
    by: By = None,
    document: Paper = None,
) -> int:
    """End a dossier's way, with reasons."""
    typed = TypedMove(on, reasons=reason or (), by=by, document=document)
    return move_dossier(session, dossier, MoveKind.WITHDRAW, typed)
