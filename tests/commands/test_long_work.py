"""Long work shows itself on a terminal, on stderr, and leaves nothing there; a pipe, ``-q`` and ``--json`` hold nothing."""

import io
import sys
from collections.abc import Callable

import pytest

from ocop_cli.console import Console, working
from ocop_cli.console.working import Working, settle
from ocop_cli.store.at_work import files_read, heard_by, waits_for
from support.terminal import Terminal

Ocop = Callable[..., int]
ERASED = "\x1b[2K"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal behind stderr; all work counts as long."""
    stream = Terminal()
    monkeypatch.setattr(sys, "__stderr__", stream)
    monkeypatch.setattr(working, "_LONG", 0)
    monkeypatch.setenv("TERM", "xterm")
    return stream


@pytest.mark.parametrize(
    "words", [("check",), ("report", "-n"), ("verify",), ("export", "so.xlsx"), ("roll-up", ".")]
)
def test_a_terminal_shows_files_being_read_and_is_clean_again(
    ocop: Ocop, terminal: Terminal, words: tuple[str, ...]
) -> None:
    ocop(*words)
    told = terminal.getvalue()
    assert "Đang đọc:" in told
    assert told.rindex(ERASED) > told.rindex("Đang đọc:")
    assert told.count("\x1b[?25l") == told.count("\x1b[?25h")  # the cursor is there again


@pytest.mark.parametrize("more", ["-q", "--json"])
def test_quiet_runs_and_documents_show_nothing(ocop: Ocop, terminal: Terminal, more: str) -> None:
    ocop("check", more)
    assert terminal.getvalue() == ""


def test_a_pipe_holds_nothing(
    ocop: Ocop, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", pipe)
    ocop("check")
    assert pipe.getvalue() == terminal.getvalue() == ""
    assert "Đang đọc" not in "".join(capfd.readouterr())


def test_quick_work_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working, "_LONG", 1e9)
    with heard_by(Working(lambda: True).told):
        files_read(3)
    assert terminal.getvalue() == ""


def test_another_program_is_named_before_it_is_waited_for(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "_LONG", 1e9)
    with heard_by(Working(lambda: True).told):
        waits_for("Đang xuất PDF: a.docx")
    settle()
    assert "Đang xuất PDF: a.docx" in terminal.getvalue()


def test_nothing_is_shown_while_something_is_printed(ocop: Ocop, terminal: Terminal) -> None:
    with heard_by(Working(lambda: True).told):
        files_read()
        shown = terminal.getvalue()
        Console().say("xong")
        assert terminal.getvalue().count(ERASED) > shown.count(ERASED)
        files_read()
    settle()
    assert terminal.getvalue().count("Đang đọc: 2 tệp") >= 1
