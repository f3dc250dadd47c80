"""``ocop demo`` plays its year in this process: it must hold wherever no second ``ocop`` can be started."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import lazy, run
from ocop_cli.app.lazy import load
from ocop_cli.commands import demo as command
from ocop_cli.usecases.demo import STEPS, Step

GOOD = STEPS[0]
BAD = Step("Đánh giá hồ sơ không có", "2026-11-27", ("evaluate", "khong-co"))
Play = Callable[..., int]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Play:
    """Play these steps as the demo, in an empty folder, where no program can be started and none is named."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(sys, "executable", "")

    def played(*steps: Step, words: tuple[str, ...] = ("demo",)) -> int:
        monkeypatch.setattr(command, "STEPS", steps)
        return run(list(words))

    return played


def test_each_step_shows_its_line_and_what_it_said(
    play: Play, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert play(GOOD, STEPS[3]) == 0
    told = capsys.readouterr()
    assert f"(1/2) {GOOD.says}, ngày {GOOD.on}\n$ ocop register --name" in told.out
    assert told.out.index("banh-cu-mi-nuong") < told.out.index("(2/2)") < told.out.index("Xem tiếp")
    assert told.err == ""
    assert (tmp_path / "ocop-demo/dossiers/banh-cu-mi-nuong.yaml").is_file()


def test_a_step_runs_on_its_own_day_not_on_that_of_the_demo(play: Play, tmp_path: Path) -> None:
    assert play(GOOD, words=("demo", "--as-of", "2020-01-01")) == 0
    assert "2026-11-23" in (tmp_path / "ocop-demo/dossiers/banh-cu-mi-nuong.yaml").read_text(encoding="utf-8")


def test_a_step_that_fails_stops_the_demo_and_tells_why_and_what_is_left(
    play: Play, capsys: pytest.CaptureFixture[str]
) -> None:
    assert play(GOOD, BAD, GOOD) == 3
    told = capsys.readouterr()
    assert "(3/3)" not in told.out
    for words in ("“Đánh giá hồ sơ không có” dừng với mã", "khong-co", "ocop-demo còn dở", "`ocop demo`"):
        assert words in told.err


def test_what_a_failed_demo_left_does_not_stop_the_next(play: Play, tmp_path: Path) -> None:
    assert play(BAD) == 3
    assert play(GOOD) == 0
    assert (tmp_path / "ocop-demo-2/dossiers/banh-cu-mi-nuong.yaml").is_file()


def test_a_folder_that_is_there_is_left_alone_and_the_way_on_is_told(
    play: Play, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "thu").mkdir()
    assert play(GOOD, words=("demo", "thu")) == 2
    assert "`ocop demo` không kèm tên" in capsys.readouterr().err
    assert not list((tmp_path / "thu").iterdir())


def test_who_stops_a_step_has_stopped_the_demo(
    play: Play, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lazy, "load", lambda verb: stopped if verb.name == "next" else load(verb))
    assert play(STEPS[3], GOOD) == 130
    told = capsys.readouterr()
    assert "(2/2)" not in told.out
    assert told.err == "Đã dừng theo yêu cầu.\n"


def stopped(session: object) -> int:
    raise KeyboardInterrupt
