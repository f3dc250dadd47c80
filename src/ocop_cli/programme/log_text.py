"""The text of a line about an act as it is taken apart: what was understood leaves a gap."""

import re

from ocop_cli.programme.log_words import JOINTS
from ocop_cli.viet.text import fold

GONE = "\x00"


def flat(text: str) -> str:
    """Return a text folded letter by letter, as long as it was: a place in one is a place in the other."""
    return "".join((fold(letter) or letter)[:1] if letter != " " else " " for letter in text)


def without(text: str, match: "re.Match[str]", group: str | int = 0, before: int = 0) -> str:
    """Return a text with a gap where a pattern matched, and ``before`` letters more before it."""
    start = match.start(group)
    start -= before + 1 if before else 0
    return f"{text[:start]}{GONE}{text[match.end(group) :]}"


def bare(text: str) -> str:
    """Return a text without the small words that join what was recognised; empty where only such are left."""
    words = re.split(r"[\s,;]+", text.replace(GONE, " ").strip())
    if all(fold(word) in JOINTS for word in words):
        return ""
    return " ".join(text.replace(GONE, " ").split()).strip(",;: ")
