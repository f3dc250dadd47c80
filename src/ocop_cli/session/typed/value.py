"""The text of an option as its field reads it, with the reading said back."""

from typing import Any

from ocop_cli.session import Session
from ocop_cli.viet.fields import Record
from ocop_cli.viet.read_back import read_back
from ocop_cli.viet.read_option import read_option


def typed_value(session: Session, text: str, option: str, model: type[Record], field: str) -> Any:
    """Return what a field makes of a text, and say what was understood where it is written in another way.

    Raises ``OcopError`` (misuse) that names the option, its text and what the field takes.
    """
    value = read_option(text, option, model, field)
    if reading := read_back(text, value):
        session.say(f"{option} {text}: hiểu là {reading}")
    return value
