"""What a run had to leave out: nobody takes the rest for everything."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ocop_cli.session import Session


def unread(session: "Session") -> list[str]:
    """Return the dossiers that could not be read, where the verb looked at all of them."""
    return [*session.sources.unread] if "sources" in vars(session) else []


def tell_unread(session: "Session") -> None:
    """Name the dossiers that had to be left out."""
    if left_out := unread(session):
        session.console.note(
            f"Không đọc được nên không tính: {', '.join(left_out)}. Xem chỗ sai: `ocop check`."
        )
