"""Git merges the dossiers of two officials by fields, once ``init --git`` has told it how."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ocop_cli.app import run
from support.paths import EXAMPLES
from support.workspaces import write_workspace

DOSSIER = "dossiers/sam-day.yaml"
LAST = "    by: Phòng Kinh tế\nscores:"


def git(root: Path, *words: str) -> int:
    named = ("-c", "user.name=Y Mẫu", "-c", "user.email=y@mau.invalid")
    return subprocess.run(["git", *named, *words], cwd=root, capture_output=True, check=False).returncode


def edit(root: Path, *edits: tuple[str, str]) -> None:
    text = (root / DOSSIER).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (root / DOSSIER).write_text(text, encoding="utf-8")
    assert git(root, "commit", "-qam", "sửa") == 0


def with_move(stage: str) -> tuple[str, str]:
    return LAST, LAST.replace("scores", f"  - stage: {stage}\n    on: 2026-11-20\nscores")


@pytest.fixture
def clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workspace with the branches of two officials."""
    root = write_workspace(tmp_path / "Hồ sơ & xã", {})
    shutil.copy(EXAMPLES / DOSSIER, root / DOSSIER)
    assert run(["init", str(root), "--git", "-n"]) == 0
    assert not (root / ".git").exists()
    assert run(["init", str(root), "--git"]) == run(["init", str(root), "--git"]) == 0
    assert (root / ".gitattributes").read_text(encoding="utf-8").count("merge=ocop") == 1
    run(["-C", str(root), "check"])
    assert "P090" not in capsys.readouterr().out
    assert git(root, "add", ".") == git(root, "commit", "-qm", "đầu") == git(root, "branch", "kia") == 0
    return root


def test_two_officials_changes_of_one_dossier_are_merged(clone: Path) -> None:
    edit(clone, ("  total: 24\n", "  total: 25\n"), with_move("evaluated"))
    assert git(clone, "switch", "-q", "kia") == 0
    edit(clone, ("  women: 15\n", "  women: 16\n"), ("  commune: 18\n", "  commune: 19\n"))
    assert git(clone, "merge", "-q", "-") == 0
    text = (clone / DOSSIER).read_text(encoding="utf-8")
    for line in ("  total: 25\n", "  women: 16\n", "  commune: 19\n", "  - stage: evaluated\n"):
        assert line in text
    assert (
        git(clone, "revert", "--no-edit", "HEAD^2") == 0
    )  # the other's change is taken back: a merge of three, too
    text = (clone / DOSSIER).read_text(encoding="utf-8")
    assert "stage: evaluated" not in text
    assert "  women: 16\n" in text


def test_two_moves_from_one_stage_stop_git_with_both_shown(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(clone, with_move("evaluated"))
    assert git(clone, "switch", "-q", "kia") == 0
    edit(clone, with_move("preparing"), ("  women: 15\n", "  women: 16\n"))
    assert git(clone, "merge", "-q", "-") == 1
    text = (clone / DOSSIER).read_text(encoding="utf-8")
    assert text.count("stage: received") == 1
    assert run(["-C", str(clone), "check", "sam-day"]) == 1
    assert "“bản đang có” và “bản đưa vào” ghi khác nhau trong 7 dòng" in capsys.readouterr().out
