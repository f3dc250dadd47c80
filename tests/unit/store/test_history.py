"""Git keeps the history when it can; whatever state it is in, the data are safe and nothing foreign runs."""

import subprocess
from pathlib import Path

import pytest

from ocop_cli.store.history import record_in_git

NAME = "dossiers/a.yaml"


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@t.invalid", *words],
        cwd=root,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / NAME).write_text("a: 1\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(root: Path) -> Path:
    git(root, "init", "-q")
    return root


def test_without_a_repository_nothing_happens(root: Path) -> None:
    assert record_in_git(root, [NAME], "nhận") == ""


def test_the_files_of_a_command_are_committed_and_no_others(repository: Path) -> None:
    (repository / "other.yaml").write_text("x", encoding="utf-8")
    assert record_in_git(repository, [NAME], "nhận ý tưởng") == ""
    assert git(repository, "log", "--format=%s").strip() == "nhận ý tưởng"
    assert git(repository, "ls-files").split() == [NAME]


def test_private_files_are_left_out(repository: Path) -> None:
    (repository / ".gitignore").write_text("private/\n", encoding="utf-8")
    (repository / "private").mkdir()
    (repository / "private/a.yaml").write_text("phone: 0", encoding="utf-8")
    assert record_in_git(repository, ["private/a.yaml", NAME], "nhận") == ""
    assert git(repository, "ls-files").split() == [NAME]


def test_a_repository_above_is_not_touched(root: Path) -> None:
    git(root, "init", "-q")
    inner = root / "dossiers"
    assert record_in_git(inner, ["a.yaml"], "nhận") == ""
    assert git(root, "ls-files") == ""


def test_programs_of_a_received_repository_never_run(repository: Path) -> None:
    marker = repository / "ran"
    for hook in ("pre-commit", "post-commit"):
        path = repository / f".git/hooks/{hook}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
        path.chmod(0o755)
    git(repository, "config", "core.fsmonitor", f"touch {marker}")
    assert record_in_git(repository, [NAME], "nhận") == ""
    git(repository, "config", "filter.x.clean", f"touch {marker}; cat")
    (repository / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    assert "chương trình lọc" in record_in_git(repository, [NAME], "nhận")
    assert not marker.exists()


def test_a_stale_lock_is_told_and_stops_nothing(repository: Path) -> None:
    (repository / ".git/index.lock").write_text("", encoding="utf-8")
    assert "git chưa ghi được" in record_in_git(repository, [NAME], "nhận")
    assert (repository / NAME).read_text(encoding="utf-8") == "a: 1\n"
