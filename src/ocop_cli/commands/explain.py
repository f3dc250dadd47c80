"""``ocop explain``: what a finding code or a rule of ``ocop lint`` means."""

from typing import Annotated

import typer

from ocop_cli.codes import CODES, Explanation
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session

_LEVELS = {
    "E": "lỗi: lời văn của Nghị định",
    "W": "cảnh báo: mẫu chính thức, thực hành ổn định",
    "I": "gợi ý: vệ sinh tệp",
}


def explain(
    session: Session, code: Annotated[str, typer.Argument(help="Mã, ví dụ D010; của `ocop lint`: ND-01.")]
) -> int:
    """Say what a code means, why it matters and what to do."""
    wanted = code.upper()
    found = CODES.get(wanted)
    if found is not None:
        _finding(session, wanted, found)
    else:
        _rule(session, wanted)
    return 0


def _finding(session: Session, code: str, found: Explanation) -> None:
    if session.options.json:
        session.json(
            "ocop/explanation@1", {"code": code, "title": found.title, "why": found.why, "cure": found.hint}
        )
    else:
        session.console.result(f"{code}  {found.title}\n\nVì sao: {found.why}\nSửa:    {found.hint}")


def _rule(session: Session, code: str) -> None:
    """Explain a rule on official documents; only now is their data read. Raises ``OcopError`` for an unknown code."""
    from ocop_cli.store.built_in.packaged import load_standard

    standard = load_standard()
    rule = standard.rules.get(code)
    if rule is None:
        raise OcopError(
            f"Không có mã “{code}”.",
            "Xem các mã: `ocop check --list`; mã của `ocop lint` có dạng ND-01.",
            exit_code=MISUSE,
        )
    level, cite = _LEVELS[rule.severity], standard.cite(code)
    if session.options.json:
        told = {"code": code, "title": rule.title, "why": level, "cure": rule.hint}
        session.json("ocop/explanation@1", {**told, "cite": cite, "fixable": rule.fixable})
    else:
        how = "`ocop lint TỆP --fix` sửa được" if rule.fixable else "sửa trong Word"
        session.console.result(
            f"{code}  {rule.title}\n\nMức:    {level}\nCăn cứ: {cite}\nSửa:    {rule.hint} ({how})"
        )
