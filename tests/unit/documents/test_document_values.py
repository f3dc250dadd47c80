"""What the documents say: exact data, no points in the report, no guess, no personal data that was not asked."""

import pytest

from ocop_cli.documents.frame import as_list, powers
from ocop_cli.programme.choices import SigningMode
from ocop_cli.programme.profile import Signer
from support.sample_documents import NASTY, fill, sample_values
from support.word.text import all_text


@pytest.mark.parametrize(
    "form",
    ["idea-slip", "registration-slip", "meeting-minutes", "evaluation-report", "request-letter", "inventory"],
)
def test_every_character_of_the_data_comes_out(documents: dict[str, bytes], form: str) -> None:
    assert NASTY in all_text(documents[form])


def test_line_breaks_come_out(documents: dict[str, bytes]) -> None:
    assert "quanh thôn.\nBà con" in all_text(documents["evaluation-report"])


def test_the_same_input_gives_the_same_bytes(documents: dict[str, bytes]) -> None:
    again = {form: fill(form, values) for form, values in sample_values(NASTY).items()}
    assert again == documents


def test_the_report_has_no_points_and_the_sheet_has_them(documents: dict[str, bytes]) -> None:
    assert "điểm" not in all_text(documents["evaluation-report"]).casefold()
    assert "5/5" in all_text(documents["commune-points"])


def test_missing_facts_are_said_and_never_totalled(documents: dict[str, bytes]) -> None:
    assert "Chưa đủ căn cứ để đánh giá" in all_text(documents["evaluation-report"])
    assert "chưa tính được vì còn nội dung chưa đủ số liệu" in all_text(documents["commune-points"])


def test_the_minutes_name_who_was_absent_and_why(documents: dict[str, bytes]) -> None:
    text = all_text(documents["meeting-minutes"])
    assert "Thôn Mẫu: bận việc gia đình." in text
    assert "Phòng Văn hóa - Xã hội: đề nghị chỉnh sửa" in text


def test_the_inventory_numbers_its_pages_through() -> None:
    (listed,) = sample_values("Muối ớt")["inventory"]["dossiers"]
    assert [paper["span"] for paper in listed["papers"]] == ["1-3", "4"]


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        (SigningMode.ON_BEHALF, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (SigningMode.DEPUTY, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH"]),
        (SigningMode.BY_ORDER, ["TL. CHỦ TỊCH", "CHỦ TỊCH"]),
        (SigningMode.AUTHORISED, ["TUQ. CHỦ TỊCH", "CHỦ TỊCH"]),
        (SigningMode.HEAD, ["CHỦ TỊCH"]),
        (SigningMode.ACTING, ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"]),
    ],
)
def test_powers_of_signing(mode: SigningMode, lines: list[str]) -> None:
    assert powers(Signer(name="A Ví Dụ", title="Chủ tịch", mode=mode, head_title="Chủ tịch")) == lines


def test_a_list_ends_each_line_once() -> None:
    assert as_list(["một.", "hai;", "ba"]) == ["một;", "hai;", "ba."]
    assert as_list([]) == []
