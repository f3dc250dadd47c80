"""A workspace opens by a double click: what the starters run, where they look for the program, what they say without it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import unicodedata
from configparser import RawConfigParser
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.workspace.starter import PROGRAM_FILE, STARTERS, starter_files

COMMUNE = (
    "--commune", "Ví Dụ", "--commune-code", "00001", "--province", "Mẫu", "--province-code", "99", "--signer", "A Văn Mẫu",
)  # fmt: skip
LINUX = pytest.mark.skipif(os.name != "posix", reason="runs the starter of Linux")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new workspace, in a folder whose name has spaces and tones."""
    folder = tmp_path / "Hồ sơ OCOP xã A & B"
    assert run(["init", str(folder), *COMMUNE]) == 0
    return folder


def opened(root: Path, path: str = "/usr/bin:/bin") -> subprocess.CompletedProcess[str]:
    """Run the Exec line of the ``.desktop`` as a desktop does: unescaped, split, its own place put for ``%k``."""
    entry = RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # the keys of a desktop entry are of both cases
    entry.read(root / "mo-ocop.desktop", encoding="utf-8")
    line = entry["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    words = [
        word.replace("\\$", "$") for word in shlex.split(line)
    ]  # a desktop takes \$ for $ within quotes, shlex does not
    given = [str(root / "mo-ocop.desktop") if word == "%k" else word for word in words]
    environment = {"PATH": path, "HOME": str(root.parent), "SHELL": "/bin/sh", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        given, cwd="/", env=environment, input="ocop --version\n", capture_output=True, text=True, check=False
    )


def fake_program(path: Path, name: str) -> Path:
    """Write a program that says its name; with it ``opened`` shows which one was found."""
    path.parent.mkdir(parents=True)
    path.write_text(f'#!/bin/sh\necho "{name} $*"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@LINUX
def test_a_double_click_opens_the_desk_and_a_prompt_that_knows_the_program(root: Path) -> None:
    done = opened(root)
    assert "Chưa có hồ sơ nào." in done.stdout
    assert done.stdout.index("Gõ exit để đóng cửa sổ") < done.stdout.index("ocop 0.")
    assert done.stderr == ""


@LINUX
def test_the_starter_finds_the_program_where_it_has_moved_to(root: Path) -> None:
    (root / PROGRAM_FILE).write_text(f"{root}/da-chuyen/ocop\n", encoding="utf-8")
    home = fake_program(root.parent / ".local/bin/ocop", "home")
    assert "home" in opened(root).stdout
    on_path = fake_program(root.parent / "bin/ocop", "path")
    assert "path" in opened(root, f"{on_path.parent}:/usr/bin:/bin").stdout
    fake_program(root.parent / "ocop/ocop", "beside")
    assert "beside" in opened(root, f"{on_path.parent}:/usr/bin:/bin").stdout
    (root / PROGRAM_FILE).write_text(f"{home}\n", encoding="utf-8")
    assert "home" in opened(root, f"{on_path.parent}:/usr/bin:/bin").stdout


@LINUX
def test_a_program_that_starts_no_more_is_passed_over(root: Path) -> None:
    dead = fake_program(root.parent / "moved/ocop", "dead")
    dead.write_text("#!/nowhere/bin/python\n", encoding="utf-8")
    (root / PROGRAM_FILE).write_text(f"{dead}\n", encoding="utf-8")
    fake_program(root.parent / "ocop/ocop", "beside")
    assert "beside" in opened(root).stdout


@LINUX
def test_the_package_alone_is_enough(root: Path) -> None:
    (root / PROGRAM_FILE).unlink()
    python = root.parent / "bin/python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    done = opened(root, f"{python.parent}:/usr/bin:/bin")
    assert "Chưa có hồ sơ nào." in done.stdout
    assert "python3 -P -m ocop_cli next" in done.stdout


@LINUX
def test_without_a_program_the_starter_says_what_to_do(root: Path) -> None:
    (root / PROGRAM_FILE).unlink()
    bare = root.parent / "bare"
    bare.mkdir()
    for name in ("sh", "dirname"):
        (bare / name).symlink_to(str(shutil.which(name)))
    done = opened(root, str(bare))
    assert done.returncode == 3
    assert f'ocop init "{root}" --starter' in done.stdout
    assert "còn nguyên" in done.stdout
    assert done.stderr == ""


def test_a_folder_that_is_there_gets_the_starters_and_keeps_its_data(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in STARTERS:
        (root / name).unlink()
    before = (root / "ocop.yaml").read_bytes()
    capsys.readouterr()
    assert run(["init", str(root), "--starter"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in STARTERS)
    assert {name: (root / name).read_bytes() for name in starter_files()} == starter_files()
    assert (root / "ocop.yaml").read_bytes() == before
    assert os.name != "posix" or os.access(root / "mo-ocop.sh", os.X_OK)


def test_no_starter_outside_a_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path), "--starter"]) == 3
    assert "`ocop init`" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_starters_are_the_same_on_every_machine(root: Path) -> None:
    for name in STARTERS:
        text = (root / name).read_text(encoding="utf-8")
        assert str(Path.home()) not in text
        assert sys.prefix not in text
        assert unicodedata.is_normalized("NFC", text)
        assert name.isascii()


def test_the_starter_of_windows_is_what_its_shell_reads_right(root: Path) -> None:
    content = (root / "mo-ocop.cmd").read_bytes()
    lines = content.decode("utf-8").split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines)
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]  # no byte order mark; nothing but ASCII before
    labels = {line for line in lines if line.startswith(":")}
    assert {f":{label}" for label in re.findall(r"goto (\w+)", "\n".join(lines))} == labels
    said = [line for line in lines if line.startswith("echo ")]
    assert said
    assert not [line for line in said if set("<>|&()^!") & set(line)]
