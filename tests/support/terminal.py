"""Somebody at a terminal: what a verb reads where it asks."""

import io
import sys

import pytest


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def type_answers(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody type the answers, one a line."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in answers)))
