"""What holds personal data goes into the git history only where the commune says so; the risk is told once."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.personal_files import personal_files

Ocop = Callable[..., int]
TOLD = "lịch sử git"
WANTED = "ghi dữ liệu cá nhân vào git=có"


@pytest.fixture
def repository(workspace: Path) -> Path:
    (workspace / ".gitignore").write_text("private/\n.ocop/\n", encoding="utf-8")  # of an earlier version
    for words in (("init", "-q"), ("add", "ocop.yaml", "dossiers"), ("commit", "-qm", "đầu")):
        git(workspace, *words)
    return workspace


def git(root: Path, *words: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@t.invalid", "-c", "core.quotepath=false")
    done = subprocess.run(["git", *identity, *words], cwd=root, capture_output=True, check=True)
    return done.stdout.decode()


def test_documents_that_print_personal_data_stay_out_and_it_is_told_once(
    repository: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for dossier in ("sam-day", "homestay"):
        assert ocop("paper", "tu-danh-gia", dossier) == 0
        told.append(TOLD in capsys.readouterr().err)
    assert told == [True, False]
    kept = git(repository, "ls-files")
    assert "sam-day-self-assessment.yaml" in kept
    assert ".docx" not in kept


def test_the_commune_may_have_them_kept(
    repository: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("set", "xã", WANTED) == 0
    (repository / ".gitignore").write_text("private/\n.ocop/\ndocuments/\n", encoding="utf-8")
    told = []
    for dossier in ("sam-day", "homestay"):
        assert ocop("paper", "tu-danh-gia", dossier) == 0
        told.append(TOLD in capsys.readouterr().err)
    assert told == [True, False]
    assert "homestay-self-assessment.docx" in git(repository, "ls-files")
    assert "private/" not in git(repository, "ls-files")


PERSONAL = {
    "private/sam-day.yaml": b"phone: x",
    "papers/sam-day/a.pdf": b"%PDF",
    "packages/ocop-01.zip": b"PK",
    "programme/meetings/cccd-001234567890.yaml": b"a: 1",
    "dossiers/b.yaml": "mô tả: gọi 0912 345 678".encode(),
    "documents/2026/sam-day-self-assessment.pdf": b"%PDF",
}
OTHERS = {"dossiers/c.yaml": b"product: x", "documents/2026/sam-day-receipt.docx": b"x", "so.txt": b"\xff"}


def test_a_file_is_judged_by_its_place_its_name_its_form_and_its_words(workspace: Path, ocop: Ocop) -> None:
    assert ocop("paper", "tu-danh-gia", "sam-day") == 0
    for name, content in (PERSONAL | OTHERS).items():
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_bytes(content)
    found = {
        file.path: file.why for file in personal_files(Sources(workspace), [*PERSONAL, *OTHERS, "gone.yaml"])
    }
    assert found.keys() == PERSONAL.keys()
    assert "dân tộc" in found["documents/2026/sam-day-self-assessment.pdf"]
    assert not any("0912" in why or "0012" in why for why in found.values())


def test_a_scan_is_what_its_form_declares(workspace: Path, ocop: Ocop) -> None:
    assert ocop("evaluate", "sam-day", "-y") == 0
    scans = {"quet/bao-cao.pdf": "evaluation-report", "quet/ve-khac.pdf": ""}
    (workspace / "quet").mkdir()
    for name, form in scans.items():
        (workspace / name).write_bytes(b"%PDF-1.7 " + name.encode())
        document = f"documents/2026/sam-day-{form}.docx"
        if form:
            assert ocop("docs", "number", document, "--number", "31") == 0
            assert ocop("docs", "sign", document, "--scan", name) == 0
    found = {file.path: file.why for file in personal_files(Sources(workspace), scans)}
    assert list(found) == ["quet/bao-cao.pdf"]
    assert "dân tộc" in found["quet/bao-cao.pdf"]
