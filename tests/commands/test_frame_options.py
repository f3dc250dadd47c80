"""Global options at every level, the environment below them, help by every road, and the Tab key."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ocop_cli import __version__
from ocop_cli.app import run

MAIN = "from ocop_cli.app import main; main()"


@pytest.fixture
def elsewhere(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand outside the workspace; return the workspace."""
    outside = workspace.parent / "noi-khac"
    outside.mkdir()
    monkeypatch.chdir(outside)
    return workspace


@pytest.mark.parametrize(
    "words",
    [
        ["-C", "{root}", "list"],
        ["list", "-C", "{root}"],
        ["-C", "sai", "list", "-C", "{root}"],
    ],
)
def test_the_command_line_outdoes_the_environment(
    words: list[str], elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OCOP_WORKSPACE", "khong-co")
    monkeypatch.setenv("OCOP_LIST_WORKSPACE", "khong-co")
    assert run([word.format(root=elsewhere) for word in words]) == 0


def test_the_environment_outdoes_the_default(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["list"]) == 3
    monkeypatch.setenv("OCOP_WORKSPACE", str(elsewhere))
    assert run(["list"]) == 0


@pytest.mark.parametrize(
    "words", [["--json", "rules", "list"], ["rules", "--json", "list"], ["rules", "list", "--json"]]
)
def test_global_options_stand_at_every_level(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "ocop/decisions@1"


@pytest.mark.parametrize("words", [["lis", "--json"], ["--json", "rules", "lis"], ["rules", "lis", "--json"]])
def test_misuse_under_json_is_json(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out)["exit"] == 2
    assert shown.err == ""


def test_a_refusal_shows_lines_of_the_workspace_named_by_option(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = elsewhere / "ocop.yaml"
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("commune:", "commune_x:", 1), encoding="utf-8"
    )
    assert run(["-C", str(elsewhere), "next"]) == 3
    assert "| commune_x:" in capsys.readouterr().err


def test_verbose_says_where_folder_and_day_come_from(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    assert run(["-C", str(elsewhere), "list", "-v"]) == 0
    told = capsys.readouterr().err
    assert f"{elsewhere} (từ dòng lệnh)" in told
    assert "23/11/2026 (từ OCOP_AS_OF)" in told


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        (["help"], ["--help"]),
        (["-h"], ["--help"]),
        (["help", "list"], ["list", "--help"]),
        (["--no-color", "help", "list"], ["list", "--help"]),
        (["help", "rules", "show"], ["rules", "show", "--help"]),
        (["rules", "help", "show"], ["rules", "show", "--help"]),
        (["rules"], ["rules", "--help"]),
        (["version"], ["--version"]),
    ],
)
def test_help_by_every_road(asked: list[str], same: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(asked) == 0
    shown = capsys.readouterr().out
    assert run(same) == 0
    assert shown == capsys.readouterr().out != ""


def test_bare_ocop_is_no_error_anywhere(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "ocop init" in capsys.readouterr().out
    assert run(["-C", str(elsewhere)]) == 0
    assert "ocop --help" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"ocop {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ocop eva", {"evaluate"}),
        ("ocop rules sho", {"show"}),
        ("ocop evaluate ruou", {"ruou-ghe"}),
        ("ocop evaluate --dec", {"--decision"}),
        ("ocop khong-co ", None),
    ],
)
def test_the_tab_key_completes(typed: str, offered: set[str] | None, workspace: Path) -> None:
    asked = {"_OCOP_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", MAIN],
        cwd=workspace,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    assert offered is None or set(done.stdout.split()) == offered
    assert done.stderr == ""


@pytest.mark.parametrize("words", [["check", "--list"], ["explain", "Y001"], ["--help"], ["zzz", "--json"]])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_leaves_is_no_trouble(words: list[str], unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("evaluate", "Thiếu HỒ_SƠ: mã các hồ sơ, hoặc một phần tên sản phẩm.\nXem các hồ sơ: `ocop list`."),
        ("docs number", "Thiếu VĂN_BẢN: tệp, số, số thứ tự ở `ocop docs list`"),
    ],
)
def test_what_is_missing_is_told_with_what_it_is(
    verb: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(tmp_path), *verb.split()]) == 2
    assert told in capsys.readouterr().err
