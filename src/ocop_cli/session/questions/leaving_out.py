"""Dossiers that cannot be read and that a paper does without: named one by one, with a reason that it prints."""

from collections.abc import Sequence

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session

WITHOUT = "Hồ sơ không đọc được, bỏ khỏi văn bản; ghi nhiều lần."
REASON = "Lý do bỏ hồ sơ đó; in trên văn bản."


def without_by(session: Session, ids: Sequence[str] | None, reason: str | None) -> dict[str, str]:
    """Return the reason for each dossier that is left out. Raises ``OcopError`` (misuse) for one without the other."""
    if not ids:
        if reason:
            raise OcopError("--reason chỉ đi cùng --without.", "Thêm --without MÃ.", exit_code=MISUSE)
        return {}
    said = " ".join(session.ask("Lý do bỏ, in trên văn bản", option="--reason", given=reason).split())
    return dict.fromkeys(ids, said.rstrip("."))


def refuse_readable(session: Session, without: dict[str, str]) -> None:
    """Raise ``OcopError`` (misuse) for a dossier that need not be left out: it can be read, or is not there."""
    unread = {gap.id for gap in session.sources.left_out.values()}
    if needless := [name for name in without if name not in unread]:
        names = ", ".join(needless)
        raise OcopError(
            f"--without {names}: chỉ bỏ hồ sơ có tệp không đọc được.",
            f"Bỏ --without {names}.",
            exit_code=MISUSE,
        )
