"""What ``ocop receive`` proposes of papers: what they prove and their own number; taken only when somebody says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support import scans

Ocop = Callable[..., int]


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """The command for a folder with one story of the producer."""
    folder = tmp_path / "giay"
    folder.mkdir()
    (folder / "Câu chuyện.pdf").write_bytes(scans.pdf(1, "So: 17/KN-VD"))
    return [
        "receive",
        "ot-rung",
        "--from",
        str(folder),
        "--on",
        "20/11/2026",
        "--papers-only",
        "--samples",
        "5",
        "--slip",
        "1",
    ]


def held(workspace: Path) -> Dossier:
    return load_dossier(Sources(workspace), "ot-rung").dossier


def idea_evidence(dossier: Dossier) -> tuple[str, ...]:
    assert dossier.idea
    assert dossier.idea.choice
    return dossier.idea.choice.evidence


def test_nothing_is_taken_while_nobody_says_so(
    ocop: Ocop, workspace: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*words) == 0
    assert (held(workspace).papers[-1].number, idea_evidence(held(workspace))) == (None, ())
    shown = "".join(capsys.readouterr())
    assert "So: 17/KN-VD" in shown
    assert "thêm -y" in shown


def test_what_is_clear_is_taken_with_consent(ocop: Ocop, workspace: Path, words: list[str]) -> None:
    assert ocop(*words, "-y") == 0
    assert held(workspace).papers[-1].number == "17/KN-VD"
    assert idea_evidence(held(workspace)) == ("cau-chuyen",)


def test_a_person_corrects_one_and_leaves_another_empty(
    workspace: Path, words: list[str], answer: Ocop
) -> None:
    title = "Câu chuyện sản phẩm"
    answers = (
        "đúng cả",
        "bản gốc",
        "đủ",
        f"{title}: Số, ký hiệu",
        "18/KN-VD",
        "Minh chứng ý tưởng",
        "để trống",
    )
    assert answer(words, *answers, "đúng cả") == 0
    assert held(workspace).papers[-1].number == "18/KN-VD"
    assert idea_evidence(held(workspace)) == ()


def test_a_person_takes_none(workspace: Path, words: list[str], answer: Ocop) -> None:
    assert answer(words, "đúng cả", "bản gốc", "đủ", "không ghi mục nào") == 0
    assert (held(workspace).papers[-1].number, idea_evidence(held(workspace))) == (None, ())


def test_of_several_papers_that_fit_none_is_taken_unasked(
    workspace: Path, words: list[str], answer: Ocop
) -> None:
    (Path(words[3]) / "nhan hieu.pdf").write_bytes(scans.pdf(2))
    more = ["--as", "nhan hieu.pdf=sở hữu trí tuệ", "--originals", "--signed"]
    assert answer([*words, *more], "đúng cả", "nhãn hiệu", "đúng cả") == 0
    assert idea_evidence(held(workspace)) == ("nhan-hieu",)


def test_a_fact_that_names_its_paper_already_is_left(ocop: Ocop, workspace: Path, words: list[str]) -> None:
    assert ocop(*words, "-y") == 0
    (Path(words[3]) / "Câu chuyện 2.pdf").write_bytes(scans.pdf(2))
    assert ocop(*words, "--as", "Câu chuyện 2.pdf=câu chuyện", "-y") == 0
    assert idea_evidence(held(workspace)) == ("cau-chuyen",)
