"""``ocop explain``: what a finding code means."""

from typing import Annotated

import typer

from ocop_cli.codes import CODES
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session


def explain(session: Session, code: Annotated[str, typer.Argument(help="Mã phát hiện, ví dụ D010.")]) -> int:
    """Say what a code means, why it matters and what to do."""
    found = CODES.get(code.upper())
    if found is None:
        raise OcopError(f"Không có mã “{code}”.", "Xem các mã: `ocop check --list`", exit_code=MISUSE)
    if session.options.json:
        session.json(
            "ocop/explanation@1",
            {"code": code.upper(), "title": found.title, "why": found.why, "cure": found.cure},
        )
    else:
        session.console.result(f"{code.upper()}  {found.title}\n\nVì sao: {found.why}\nSửa:    {found.cure}")
    return 0
