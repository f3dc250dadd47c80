"""``ocop privacy``: every place where data of a person stand is named; erasing takes what may go and tells what stays."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
PERSON, DOSSIER = "Y Sâm Mẫu", "sam-day"


@pytest.fixture
def held(workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a draft and an issued document, a form that came back and a scan of the person."""
    assert ocop("paper", "tu-danh-gia", DOSSIER) == 0
    for name in (f"private/forms/{DOSSIER}/phieu.docx", f"papers/{DOSSIER}/cccd Y Sâm Mẫu.jpg"):
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_bytes(b"x")
    capsys.readouterr()
    return workspace


def test_every_place_is_named_and_no_value_is_shown(
    held: Path, ocop: Ocop, printed: Callable[[], Any]
) -> None:
    assert ocop("privacy", "find", DOSSIER, "--json") == 0
    found = printed()
    fates = {row["file"]: row["fate"] for row in found["holdings"]}
    assert found["dossiers"] == [DOSSIER]
    assert fates[f"private/{DOSSIER}.yaml"] == "erased"
    assert fates[f"private/forms/{DOSSIER}/phieu.docx"] == "erased"
    assert fates[f"papers/{DOSSIER}/cccd Y Sâm Mẫu.jpg"] == "erased"
    assert fates[f"documents/2026/{DOSSIER}-self-assessment.docx"] == "erased"
    assert fates[f"dossiers/{DOSSIER}.yaml"] == "by_hand"
    own = next(row for row in found["holdings"] if row["file"] == f"private/{DOSSIER}.yaml")
    assert "Phiếu đăng ký" in own["purpose"]
    assert "Mẫu số" in own["basis"]
    assert "0900000011" not in str(found)


def test_a_name_is_found_however_it_is_typed(held: Path, ocop: Ocop, printed: Callable[[], Any]) -> None:
    assert ocop("privacy", "find", "y sam mau", "--json") == 0
    assert printed()["dossiers"] == [DOSSIER]
    assert ocop("privacy", "find", "Không Ai Cả", "--json") == 0
    assert printed()["holdings"] == []


def test_erasing_takes_what_may_go_and_keeps_what_was_issued(
    held: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = f"documents/2026/{DOSSIER}-self-assessment"
    record = (held / f"{issued}.yaml").read_text(encoding="utf-8")
    (held / f"{issued}.yaml").write_text(f"{record}issue:\n  number: 7\n  on: 2026-11-23\n", encoding="utf-8")
    words = ("privacy", "erase", DOSSIER)
    assert ocop(*words, "-y") == 2
    assert ocop(*words, "--reason", "đơn", "-y", "-n") == 0
    assert (held / f"private/{DOSSIER}.yaml").is_file()
    assert ocop(*words, "--reason", "đơn ngày 20/11/2026") == 2
    assert ocop(*words, "--reason", "đơn ngày 20/11/2026", "-y") == 0
    told = capsys.readouterr().out
    assert "lưu trữ" in told
    assert "ocop undo --forget" in told
    assert not (held / f"private/{DOSSIER}.yaml").exists()
    assert not (held / f"private/forms/{DOSSIER}/phieu.docx").exists()
    assert (held / f"{issued}.docx").is_file()
    assert (held / f"dossiers/{DOSSIER}.yaml").is_file()
    assert ocop("privacy", "find", DOSSIER) == 0


def test_what_git_keeps_is_told(held: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("init", "-q"), ("add", f"dossiers/{DOSSIER}.yaml"), ("commit", "-qm", "x")):
        identity = ("-c", "user.name=t", "-c", "user.email=t@t.invalid")
        subprocess.run(["git", *identity, *words], cwd=held, check=True)
    assert ocop("privacy", "find", DOSSIER) == 0
    assert "Lịch sử git có 1 lần ghi" in capsys.readouterr().err


def test_a_new_private_file_says_since_when_it_is_held(workspace: Path, ocop: Ocop) -> None:
    words = ("--name", "Măng le Mẫu", "--producer", "Hộ Y Mẫu", "--kind", "household", "--track", "new")
    assert ocop("register", *words) == 0
    (made,) = set((workspace / "private").glob("mang-le*.yaml"))
    assert "held_since: 2026-11-23" in made.read_text(encoding="utf-8")
