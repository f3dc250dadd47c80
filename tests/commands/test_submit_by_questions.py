"""``ocop submit -i`` leads from the draft to the sending; each answer is checked at once, and none is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.reading.sources import Sources
from support.terminal import type_answers

Answer = Callable[..., int]
LETTER = "documents/2026/de-nghi-01-request-letter.docx"
REPORT = "documents/2026/sam-day-evaluation-report.docx"


@pytest.fixture
def answer(workspace: Path, ocop: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Evaluate sam-day, lay two scans out, and answer the questions of ``submit -i``."""
    assert ocop("evaluate", "sam-day") == 0
    for name in ("bao-cao", "to-trinh"):
        (workspace / f"papers/{name}.pdf").write_bytes(f"%PDF-1.7 {name}".encode())

    def play(*answers: str) -> int:
        type_answers(monkeypatch, *answers)
        monkeypatch.setenv("OCOP_NO_INPUT", "")
        return run(["submit", "sam-day", "-i"])

    return play


def read(workspace: Path) -> Dossier:
    return load_dossier(Sources(workspace), "sam-day").dossier


def test_everything_at_hand_goes_in_one_go(workspace: Path, answer: Answer) -> None:
    letter = ("", "31", "papers/to-trinh.pdf")
    report = ("", "32", "papers/bao-cao.pdf")
    assert answer(*letter, *report, "", "trục liên thông", "UBND tỉnh") == 0
    dossier = read(workspace)
    assert dossier.submission is not None
    assert (dossier.stage, dossier.submission.way, dossier.submission.to) == (
        "submitted", "trục liên thông", "UBND tỉnh",
    )  # fmt: skip
    assert dossier.submission.sha256
    records = [load_document(Sources(workspace), name).record for name in (LETTER, REPORT)]
    assert [record.issue and record.issue.number for record in records] == [31, 32]


def test_a_wrong_answer_is_told_and_asked_again(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = ("31/2/2026", "", "ba mốt", "31", LETTER, "papers/to-trinh.pdf")
    report = ("", "32", "papers/khong-co.pdf", "papers/bao-cao.pdf")
    assert answer(*letter, *report, "", "trục liên thông", "UBND tỉnh") == 0
    told = capsys.readouterr().err
    assert "không phải là ngày" in told
    assert "không phải là số văn bản" in told
    assert "là bản dự thảo" in told
    assert "Không thấy papers/khong-co.pdf" in told


def test_who_stops_goes_on_where_it_was(workspace: Path, answer: Answer) -> None:
    assert answer("", "31", "papers/to-trinh.pdf") == 130
    assert read(workspace).stage == "evaluated"
    assert load_document(Sources(workspace), LETTER).record.signed is not None
    assert answer("", "32", "papers/bao-cao.pdf", "", "trục liên thông", "UBND tỉnh") == 0
    assert read(workspace).stage == "submitted"


def test_nobody_can_be_asked(ocop: Callable[..., int], workspace: Path) -> None:
    assert ocop("submit", "sam-day", "-i") == 2
    assert not (workspace / "packages").exists() or not list((workspace / "packages").iterdir())
