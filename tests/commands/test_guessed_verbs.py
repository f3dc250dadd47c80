"""What a newcomer types in place of a verb's name: its Vietnamese words apart, or what it does."""

from collections.abc import Callable

import pytest

from ocop_cli.app.aliases import joined

Ocop = Callable[..., int]


@pytest.mark.parametrize(
    ("typed", "group", "meant"),
    [
        ("danh sách", "", "list"),
        ("báo cáo --period 2026", "", "report --period 2026"),
        ("bao cao", "", "report"),
        ("dữ liệu cá nhân find", "", "privacy find"),
        ("chấm sâm dây", "", "score sâm dây"),
        ("nhận giấy tờ sam-day", "", "receive sam-day"),  # the longest name, not “nhận”
        ("nhận sam-day", "", "advance sam-day"),
        ("biên bản hop-1", "meeting", "hold hop-1"),
        ("biên bản mang-kho", "inspect", "record mang-kho"),
        ("báo -v cáo", "", "báo -v cáo"),  # an option stands between: no name
        ("sâm dây", "", "sâm dây"),
    ],
)
def test_words_of_a_name_may_stand_apart(typed: str, group: str, meant: str) -> None:
    assert joined(typed.split(), group) == meant.split()


def test_they_are_taken_on_the_command_line(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("danh", "sách", "sâm") == 0
    assert "sam-day" in capsys.readouterr().out
    assert ocop("văn", "bản", "lấy", "số") == 2
    assert "Thiếu VĂN_BẢN" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mời họp", "`ocop meeting invite` (Lập giấy mời họp)"),
        ("biên bản", "`ocop inspect record`"),
        ("đính chính", "`ocop docs revise`"),
        ("dinh chinh", "`ocop docs revise`"),
        ("evalute", "`ocop evaluate`"),
        ("sam-day", "tìm hồ sơ: `ocop list CHỮ`"),
        ("docs sửa", "`ocop docs --help`"),
    ],
)
def test_a_word_that_names_none_leads_to_what_does_it(
    ocop: Ocop, typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*typed.split()) == 2
    assert told in capsys.readouterr().err


def test_a_search_without_a_find_says_what_is_searched(
    ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("list", "quá hạn") == 0
    assert "`ocop due`" in capsys.readouterr().out
