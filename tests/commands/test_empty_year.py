"""A year in which no product takes part: what is reported of it, and what verbs say."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ocop_cli.app import run
from support.workspaces import write_workspace

Ocop = Callable[..., int]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ocop:
    """Run a command line in a folder without any dossier, in December 2026."""
    monkeypatch.chdir(write_workspace(tmp_path, {}))
    return lambda *words: run(["--as-of", "2026-12-20", "--no-input", *words])


def words_of_the_report(empty: Ocop) -> list[str]:
    assert empty("report", "--period", "2026") == 0
    (path,) = Path("documents/2026").glob("*-summary-report.docx")
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_the_report_says_that_there_is_none_and_annexes_nothing(empty: Ocop) -> None:
    told = words_of_the_report(empty)
    assert any("chưa có hồ sơ sản phẩm nào. Số liệu chi tiết:" in line for line in told)
    assert [line for line in told if "Phụ lục" in line or "DANH SÁCH" in line] == []


def test_acts_alone_are_the_only_annex(empty: Ocop) -> None:
    assert empty("log", "tuyên truyền", "12/3", "hội nghị thôn", "120 người") == 0
    told = words_of_the_report(empty)
    assert "Các hoạt động trong kỳ tại Phụ lục kèm theo." in told
    assert [line for line in told if line.startswith("Phụ lục")] == ["Phụ lục"]
    assert "CÁC HOẠT ĐỘNG TRONG KỲ" in told


@pytest.mark.parametrize("verb", ["label", "select"])
def test_a_verb_with_nothing_to_do_says_what_to_begin_with(
    empty: Ocop, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert empty(verb) == 0
    assert "`ocop register`" in capsys.readouterr().out


def test_a_producer_who_asks_for_another_look_is_logged(
    empty: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert empty("log", "kiến nghị", "10/12", "xem lại kết quả phân hạng", "chưa xong") == 0
    assert empty("log") == 0
    assert "Khiếu nại, phản ánh" in capsys.readouterr().out
