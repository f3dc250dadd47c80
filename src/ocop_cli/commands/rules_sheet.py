"""``ocop rules sheet``: the blank score sheet of a product set."""

from typing import Annotated

import typer

from ocop_cli.documents.full_score_sheet import FORM, blank_sheet_values
from ocop_cli.rules.pick import force
from ocop_cli.session import Session
from ocop_cli.store.papers.forms import load_form


def sheet(
    session: Session,
    decision: Annotated[str, typer.Argument(help="Mã quyết định; xem `ocop rules list`.")],
    number: Annotated[int, typer.Argument(metavar="BỘ", help="Số thứ tự bộ sản phẩm.")],
) -> int:
    """File the blank sheet of a product set."""
    law = force(session.rulebook, decision, number, session.today)
    values = blank_sheet_values(law, session.workspace.profile, load_form(FORM), session.today)
    document = session.document(FORM, f"bo-{number}", values)
    session.write([document], f"phiếu chấm trắng bộ {number}", "in ra rồi phát cho người chấm")
    return 0
