"""Git keeps the history when it can; whatever state it is in, the data are safe and nothing foreign runs."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.store.other_programs.git import record_in_git

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


@pytest.mark.parametrize("ignored", ["private/\n", ""])
def test_private_files_are_left_out(repository: Path, ignored: str) -> None:
    (repository / ".gitignore").write_text(ignored, encoding="utf-8")
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


def committed(root: Path) -> str:
    return git(root, "log", "--format=%s", "--all").strip()


def test_signing_and_clean_up_programs_never_run(repository: Path) -> None:
    marker = repository / "ran"
    script = repository / "program"
    script.write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
    script.chmod(0o755)
    git(repository, "config", "commit.gpgSign", "true")
    git(repository, "config", "gpg.program", str(script))
    git(repository, "config", "gc.auto", "1")
    git(repository, "config", "gc.recentObjectsHook", str(script))
    assert record_in_git(repository, [NAME], "nhận") == ""
    assert committed(repository) == "nhận"
    assert not marker.exists()


def test_filters_of_the_person_do_not_count(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = repository / "own-settings"
    own.write_text('[filter "lfs"]\n\tclean = cat\n', encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    assert record_in_git(repository, [NAME], "nhận") == ""
    assert committed(repository) == "nhận"


def test_a_deletion_is_recorded_and_one_of_an_unknown_file_is_nothing(repository: Path) -> None:
    record_in_git(repository, [NAME], "nhận")
    (repository / NAME).unlink()
    assert record_in_git(repository, [NAME, "never.yaml"], "hoàn tác") == ""
    assert git(repository, "ls-files") == ""


def test_nothing_new_is_no_commit_and_no_notice(repository: Path) -> None:
    record_in_git(repository, [NAME], "nhận")
    assert record_in_git(repository, [NAME], "nhận lại") == ""
    assert committed(repository) == "nhận"


def test_names_are_names_not_patterns(repository: Path) -> None:
    for name in ("b[1].yaml", "b1.yaml", "Mắm ruốc.yaml"):
        (repository / name).write_text("x", encoding="utf-8")
    assert record_in_git(repository, ["b[1].yaml", "Mắm ruốc.yaml"], "nhận") == ""
    assert set(git(repository, "ls-files", "-z").split("\0")) == {"b[1].yaml", "Mắm ruốc.yaml", ""}


def test_other_work_of_the_person_stays_as_it_is(repository: Path) -> None:
    (repository / "staged.yaml").write_text("x", encoding="utf-8")
    git(repository, "add", "staged.yaml")
    assert record_in_git(repository, [NAME], "nhận") == ""
    assert git(repository, "status", "--porcelain").split() == ["A", "staged.yaml"]


def detach(root: Path) -> None:
    git(root, "checkout", "-q", "--detach")


def stop_in_a_merge(root: Path) -> None:
    (root / ".git/MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD"), encoding="utf-8")


def empty_the_branch(root: Path) -> None:
    branch = git(root, "symbolic-ref", "HEAD").strip()
    (root / ".git" / branch).write_text("", encoding="utf-8")


def lead_elsewhere(root: Path) -> None:
    (root / "elsewhere").mkdir()
    git(root, "config", "core.worktree", str(root / "elsewhere"))


def leave_a_lock(root: Path) -> None:
    (root / ".git/index.lock").write_text("", encoding="utf-8")


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (detach, "không đứng ở nhánh nào"),
        (stop_in_a_merge, "đang gộp dở"),
        (empty_the_branch, "bị hỏng"),
        (lead_elsewhere, "thư mục khác"),
        (leave_a_lock, "tệp khóa"),
    ],
)
def test_a_repository_in_trouble_is_told_and_left_alone(
    repository: Path, trouble: Callable[[Path], None], told: str
) -> None:
    record_in_git(repository, [NAME], "nhận")
    objects = set((repository / ".git/objects").rglob("*"))
    trouble(repository)
    (repository / NAME).write_text("a: 2\n", encoding="utf-8")
    assert told in record_in_git(repository, [NAME], "sửa")
    assert set((repository / ".git/objects").rglob("*")) == objects
    assert (repository / NAME).read_text(encoding="utf-8") == "a: 2\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_repository_of_someone_else_is_told(repository: Path) -> None:
    for path in (repository, repository / ".git"):
        os.chown(path, 65534, 65534)
    assert "người dùng khác" in record_in_git(repository, [NAME], "nhận")


def test_the_place_of_the_repository_is_not_taken_from_the_environment(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path_factory.mktemp("other")))
    assert record_in_git(repository, [NAME], "nhận") == ""
    monkeypatch.delenv("GIT_DIR")
    assert committed(repository) == "nhận"
