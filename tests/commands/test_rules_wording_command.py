"""``ocop rules wording``: shown before it is written; from then on screens and papers quote the decision."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.rules.pick import force_decision
from ocop_cli.rules.wording_file import NAME
from ocop_cli.store.law.rulebook import load_rulebook
from support.annex import annex_rows, as_html, as_word, invented
from support.decisions import NEW

Ocop = Callable[..., int]
Capture = pytest.CaptureFixture[str]
TEXT = force_decision(load_rulebook(), NEW)
OVERLAY = Path(f"rules/{NEW}/{NAME}")


@pytest.fixture
def annex(tmp_path: Path) -> str:
    """Write the annex of all sets but the last, with invented words, and return its path."""
    path = tmp_path / "qd.docx"
    path.write_bytes(as_word([("Quyết định số 26/2026/QĐ-TTg",), *annex_rows(TEXT.sets[8:15])]))
    return str(path)


def test_nothing_is_written_before_it_is_shown_and_confirmed(ocop: Ocop, annex: str, capsys: Capture) -> None:
    assert ocop("rules", "wording", NEW, annex, "--no-input") == 2
    shown = capsys.readouterr()
    assert "tệp không có bộ sản phẩm này" in shown.out
    assert "thêm -y" in shown.err
    assert ocop("rules", "wording", NEW, annex, "-n") == 0
    assert ocop("rules", "wording", NEW, annex, "--json") == 0
    assert not OVERLAY.exists()


def test_from_then_on_the_words_are_quoted_with_their_article(
    ocop: Ocop, annex: str, capsys: Capture
) -> None:
    assert ocop("rules", "wording", NEW, annex, "-y") == 0
    assert "tệp không ghi số" not in capsys.readouterr().err
    assert ocop("score", "ot-rung", "--explain") == 0
    shown = capsys.readouterr().out
    criterion = next(c for c in TEXT.sets[8].criteria if c.id == "local_origin")
    assert f"“{invented(criterion, criterion.options[-1])}”" in shown
    assert "diễn đạt tóm tắt" not in shown
    assert "phần sửa riêng" not in shown  # the words correct nothing
    assert ocop("rules", "show", NEW, "26") == 0
    assert "diễn đạt tóm tắt" in capsys.readouterr().out
    assert ocop("rules", "check") == 0
    assert ocop("check") in {0, 1}


def test_words_taken_before_stay_where_another_file_lacks_them(ocop: Ocop, annex: str, tmp_path: Path, capsys: Capture) -> None:  # fmt: skip
    assert ocop("rules", "wording", NEW, annex, "-y") == 0
    other = tmp_path / "bo-1.html"
    other.write_bytes(as_html(annex_rows(TEXT.sets[:1])))
    capsys.readouterr()
    assert ocop("rules", "wording", NEW, str(other), "-y") == 0
    capsys.readouterr()
    assert ocop("rules", "wording", NEW, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    numbers = {s.number for s in TEXT.sets} - {each["set"] for each in told["unplaced"]}
    assert numbers == {1, *range(9, 16)}
    assert told["placed"] + len(told["unplaced"]) == told["levels"]


def test_a_file_of_our_own_labels_is_refused(ocop: Ocop, tmp_path: Path, capsys: Capture) -> None:
    own = tmp_path / "phieu.docx"
    own.write_bytes(as_word(annex_rows(TEXT.sets[:6], lambda _, option: option.label)))
    assert ocop("rules", "wording", NEW, str(own), "-y") == 3
    assert "diễn đạt tóm tắt của chương trình" in capsys.readouterr().err
    assert not OVERLAY.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (as_word([("Kính gửi",)]), "phụ lục bộ tiêu chí"),
        (as_html([]), "ảnh quét"),
        (b"x", "không phải tệp Word"),
    ],
)
def test_a_file_without_the_annex_is_refused(content: bytes, said: str, ocop: Ocop, tmp_path: Path, capsys: Capture) -> None:  # fmt: skip
    path = tmp_path / "khac.docx"
    path.write_bytes(content)
    assert ocop("rules", "wording", NEW, str(path), "-y") == 3
    assert said in capsys.readouterr().err


def test_a_file_that_does_not_name_the_decision_is_doubted(
    ocop: Ocop, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "qd.docx"
    path.write_bytes(as_word(annex_rows(TEXT.sets[:6])))
    assert ocop("rules", "wording", NEW, str(path), "--no-input") == 2
    assert "không ghi số 26/2026/QĐ-TTg" in capsys.readouterr().err
