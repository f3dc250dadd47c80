"""What a run had to leave out: nobody takes the rest for everything."""

from typing import TYPE_CHECKING, Any

from ocop_cli.findings import findings_json

if TYPE_CHECKING:
    from ocop_cli.session import Session
    from ocop_cli.store.reading.gaps import Gap


def unread(session: "Session") -> list["Gap"]:
    """Return the files that could not be read, where the verb looked at many."""
    return [*session.sources.left_out.values()] if "sources" in vars(session) else []


def unread_json(session: "Session") -> dict[str, Any]:
    """Return what a JSON document says of files that were left out; nothing where it speaks of all.

    ``unread`` names them as people do, ``gaps`` tells the file of each and what is wrong there.
    """
    gaps = unread(session)
    told = [{"file": gap.name, "id": gap.id, "findings": findings_json(gap.findings)} for gap in gaps]
    return {"unread": [gap.id for gap in gaps], "gaps": told} if gaps else {}


def say_none(session: "Session", words: str) -> None:
    """Say that there is nothing; where a file could not be read nobody knows, and what is unread is told at the end."""
    if not unread(session):
        session.say(words)


def tell_unread(session: "Session") -> None:
    """Name the files that had to be left out."""
    if left_out := unread(session):
        from ocop_cli.store.reading.gaps import gap_names

        session.console.note(
            f"Không đọc được nên không tính: {gap_names(left_out)}. Xem chỗ sai: `ocop check`."
        )
