"""A document by words, by its number or its place in the register, wherever a verb takes one."""

import shutil
import sys
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.store.reading.sources import Sources
from support.paths import ROOT
from support.terminal import Terminal

REPORT, LATER = (
    "documents/2026/sam-day-evaluation-report.docx",
    "documents/2026/sam-day-lan-2-evaluation-report.docx",
)
LETTER, DRAFT = (
    "documents/2026/de-nghi-01-lan-2-request-letter.docx",
    "documents/2026/homestay-evaluation-report.docx",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a year's documents, of a landed version."""
    shutil.copytree(ROOT / "tests/folders/0.3.0", tmp_path / "xa")
    monkeypatch.chdir(tmp_path / "xa")
    monkeypatch.setenv("OCOP_AS_OF", "2026-12-28")
    return tmp_path / "xa"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("homestay báo cáo đánh giá một số", DRAFT),
        ("HOMESTAY bao-cao danh gia mot so", DRAFT),
        ("33/BC-UBND", LATER),
        ("13/ttr-ubnd", LETTER),
        ("13 / TTr–UBND", LETTER),
        ("lần 2 sam-day tờ trình", LETTER),
        (DRAFT, DRAFT),
    ],
)
@pytest.mark.parametrize("verb", ["verify", "lint", "why"])
def test_a_document_is_found_by_words_and_by_number(
    folder: Path, verb: str, typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = {name: run([*line(verb, name)]) for name in (typed, meant)}
    assert status[typed] == status[meant] < 2
    told = capsys.readouterr()
    assert typed == meant or f"({meant})" in told.out


def line(verb: str, name: str) -> list[str]:
    return ["why", name, "OCOP"] if verb == "why" else [verb, name]


def test_the_place_in_the_list_is_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["docs", "list", "--all"]) == 0
    rows = [row.split() for row in capsys.readouterr().out.splitlines() if row.endswith(".docx")]
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    for place, *_, document in rows:
        assert run(["verify", place]) in {0, 1}
        assert f"({document})" in capsys.readouterr().out


def test_words_of_several_documents_are_refused_with_all_of_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", "sam-day báo cáo đánh giá một số"]) == 2
    told = capsys.readouterr().err
    assert "có thể là 2 văn bản" in told
    assert (REPORT in told, LATER in told) == (True, True)
    assert run(["verify", "máy bay"]) == 2
    assert "ocop docs list" in capsys.readouterr().err


def test_somebody_at_a_terminal_chooses_by_number(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("2\n"))
    run(["verify", "sam-day báo cáo đánh giá một số"])
    assert "2. 4: 33/BC-UBND, " in capsys.readouterr().err


def test_a_draft_gets_its_number_and_its_sending_by_words(folder: Path) -> None:
    words = "homestay báo cáo đánh giá một số"
    assert run(["docs", "number", words, "--number", "34", "--on", "28/12/2026"]) == 0
    assert run(["docs", "send", "34/BC-UBND", "--to", "Sở Mẫu"]) == 0
    assert run(["docs", "answer", words, "--number", "9/SNN"]) == 0
    record = load_document(Sources(folder), DRAFT).record
    assert record.issue is not None
    assert (record.issue.number, record.sent[0].to, record.answers[0].number) == (34, "Sở Mẫu", "9/SNN")


def test_only_what_bears_a_number_is_meant_where_one_is_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The annex that goes with a letter has none of its own."""
    words = ["docs", "send", "lần 2 sam-day đề nghị", "--to", "Sở Mẫu"]
    run(["--no-input", "-n", *words])
    told = capsys.readouterr()
    assert "inventory" not in told.out + told.err
