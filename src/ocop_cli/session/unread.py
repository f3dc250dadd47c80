"""What a run had to leave out: nobody takes the rest for everything."""

from ocop_cli.session import Session


def tell_unread(session: Session) -> None:
    """Name the dossiers that could not be read, where the verb looked at all of them."""
    unread = session.sources.unread if "sources" in vars(session) else {}
    if unread:
        session.console.note(
            f"Không đọc được nên không tính: {', '.join(unread)}. Xem chỗ sai: `ocop check`."
        )
