"""Long work shows itself on a terminal, on stderr, and leaves nothing there; a pipe, ``-q`` and ``--json`` hold nothing."""

import io
import sys
from collections.abc import Callable

import pytest

from ocop_cli.console import Console, working
from ocop_cli.console.working import Working, settle
from ocop_cli.store.at_work import files_read, going_through, heard_by, waits_for
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
    assert "Đang " in told
    assert told.rindex(ERASED) > told.rindex("Đang ")
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
    with heard_by(Working(lambda: True)):
        files_read(3)
    assert terminal.getvalue() == ""


def test_work_on_many_tells_how_far_it_is(
    ocop: Ocop, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "_BETWEEN", 0)
    working_out = {
        ("check",): "Đang đọc hồ sơ: 13/13",
        ("roll-up", ".", "."): "Đang tổng hợp: 2/2",
        ("paper", "tu-danh-gia", "sam-day", "ot-rung", "-n"): "Đang lập văn bản: 2/2",
        ("label", "-n"): "Đang lập nhãn: 13/13",
        ("export", "so.xlsx", "-n"): "Đang ghi so.xlsx: 40/",
    }
    for words, told in working_out.items():
        ocop(*words)
        assert told in terminal.getvalue(), words


def test_what_is_done_for_each_of_many_is_not_told_apart() -> None:
    told: list[tuple[str, int, int]] = []

    class Noted(Working):
        def goes_on(self, what: str, done: int, total: int) -> None:
            told.append((what, done, total))

        def files_read(self, count: int) -> None:
            told.append(("read", count, 0))

    with heard_by(Noted(lambda: False)):
        for _ in going_through("ngoài", "ab", 2):
            files_read()
            assert list(going_through("trong", "xyz", 3)) == ["x", "y", "z"]
        files_read()
        next(going_through("bỏ dở", "ab", 2))
        files_read(2)
    assert told == [("ngoài", 1, 2), ("ngoài", 2, 2), ("read", 1, 0), ("bỏ dở", 1, 2), ("read", 2, 0)]


def test_another_program_is_named_before_it_is_waited_for(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "_LONG", 1e9)
    with heard_by(Working(lambda: True)):
        waits_for("Đang xuất PDF: a.docx")
    settle()
    assert "Đang xuất PDF: a.docx" in terminal.getvalue()


def test_nothing_is_shown_while_something_is_printed(ocop: Ocop, terminal: Terminal) -> None:
    with heard_by(Working(lambda: True)):
        files_read()
        shown = terminal.getvalue()
        Console().say("xong")
        assert terminal.getvalue().count(ERASED) > shown.count(ERASED)
        files_read()
    settle()
    assert terminal.getvalue().count("Đang đọc: 2 tệp") >= 1
