"""Take a document under its path, its number or words; ask which is meant where words mean several."""

from datetime import date
from functools import partial
from pathlib import Path

from ocop_cli.session import Session
from ocop_cli.usecases.papers.find_document import find_documents, not_one
from ocop_cli.usecases.papers.issue import workspace_path
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_day

NAMING = "Văn bản: tệp, số, số thứ tự ở `ocop docs list`, hoặc chữ như “sam-day tờ trình”."
"""The ways to name a document, for the help of every verb that takes one."""


def day_of(session: Session, words: str, on: str | None, *, is_asked: bool) -> date:
    """Return the day that was typed, else today; ``is_asked`` where the verb asks for its facts: then for the day too."""
    if on is None and is_asked and session.can_ask:
        read = partial(read_day, option=words)
        on = session.ask(words, option="--on", default=show_date(session.today), check=read)
    return read_day(on, "--on") if on else session.today


def named_document(session: Session, typed: Path | str, *, numbered: bool = False) -> str:
    """Return the path of the document that is meant, relative to the workspace, and say it where it was found by words.

    ``numbered``: of several, slips and annexes that bear no number are not meant.
    On a terminal somebody chooses among several. Raises ``OcopError`` (misuse) for none, and for several elsewhere.
    """
    text = str(typed)
    if Path(text).exists() or (session.root / text).exists():
        return workspace_path(session.root, Path(text))
    found = find_documents(session.sources, text, session.today.year, session.past_day)
    if numbered and len(found) > 1:
        found = [each for each in found if each.record.symbol] or found
    if len(found) > 1 and session.can_ask:
        by_place = {str(each.place): each for each in found}
        choices = {place: each.words for place, each in by_place.items()}
        return by_place[session.ask("Văn bản nào", option="TỆP", choices=choices)].document
    if len(found) != 1:
        raise not_one(text, found)
    session.say(f"Văn bản: {found[0].words}")
    return found[0].document
