"""No paper leaves the house with words that stand for a fact which nobody gave (A7, C1)."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def _spoil(path: Path) -> None:
    document = docx.Document(str(path))
    document.add_paragraph("Nơi ở: (chưa ghi).")
    document.save(str(path))


@pytest.fixture
def prepared_letter(workspace: Path, ocop: Ocop) -> Path:
    """Prepare a request that somebody answers for, and return its letter."""
    assert ocop("submit", "gui-tre", "--force", "--reason", "tỉnh yêu cầu", "--by", "A Mẫu", "-y") == 0
    (letter,) = (workspace / "documents").rglob("*-request-letter.docx")
    return letter


def test_a_letter_with_filler_words_is_not_sent(prepared_letter: Path, ocop: Ocop, capsys: Captured) -> None:
    _spoil(prepared_letter)
    capsys.readouterr()
    assert ocop("submit", "gui-tre") == 1
    told = capsys.readouterr()
    assert "F222" in told.out + told.err
    assert "request-letter.docx" in told.out + told.err


@pytest.mark.parametrize("issue", [True, False])
def test_filler_words_are_told_where_a_paper_gets_its_number_or_is_sent(
    issue: bool, prepared_letter: Path, workspace: Path, ocop: Ocop, capsys: Captured
) -> None:
    assert issue or ocop("docs", "number", str(prepared_letter), "--number", "9") == 0
    _spoil(prepared_letter)
    words = ("number", "--number", "9") if issue else ("send", "--to", "Sở Nông nghiệp và Môi trường")
    capsys.readouterr()
    assert ocop("docs", words[0], str(prepared_letter), *words[1:]) == 0
    assert "F222" in capsys.readouterr().out
