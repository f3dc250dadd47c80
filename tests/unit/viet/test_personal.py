"""Personal data that is known by its look: every way of writing it is found, and what only looks like it is not."""

from contextlib import suppress

import pytest

from ocop_cli.viet.personal import kinds_of_personal, masked, may_be_personal, without_personal
from ocop_cli.viet.tax_code import parse_tax_code

ID, PHONE, MAIL = "số căn cước", "số điện thoại", "địa chỉ thư điện tử"
PERSONAL = {
    "0912345678": PHONE,
    "0912 345 678": PHONE,
    "091.2345.678": PHONE,
    "0912.34.56.78": PHONE,
    "09 1234 5678": PHONE,
    "+84 912 345 678": PHONE,
    "+84912345678": PHONE,
    "0084912345678": PHONE,
    "gọi 0912345678, tối": PHONE,
    "001234567890": ID,
    "001 234 567 890": ID,
    "cccd-001234567890.jpg": ID,
    "CCCD001234567890_mat-truoc": ID,
    "y.mau+ocop@thu.example": MAIL,
    "0300588569 của chị Y": PHONE,
    "y 0300588569": PHONE,
    "số 0300588569 của chị Y": PHONE,  # right as a tax code, but said in a sentence
}
NONE = (
    "03-05-2026 12",
    "05.10.2026",
    "1.234.567.890",
    "51-23356-01-2026",
    "0255 3862 123",
    "1900 1234",
    "3f0912345678aa00ff",
    "0912345678aa00ff",
    "0300588569",
    "number: '0300588569'",
    "tax_code: 0300588569\nname: HTX Mẫu",
    "vanthu@xaxop.gov.vn",
    "ocop@localhost.invalid",
    "ocop/dossier@1",
    "20010912345678901234",
)


@pytest.mark.parametrize(("text", "kind"), PERSONAL.items())
def test_every_way_of_writing_is_found_and_masked(text: str, kind: str) -> None:
    assert kinds_of_personal(text) == (kind,)
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert kinds_of_personal(hidden) == ()
    assert hidden != text


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_personal_data_stays(text: str) -> None:
    assert kinds_of_personal(text) == ()
    assert masked(text) == text


def test_several_in_one_text_are_all_masked() -> None:
    text = "Căn cước 001234567890, gọi 0912345678 hoặc thư y@thu.example"
    assert masked(text) == "Căn cước *********890, gọi *******678 hoặc thư *@***.*******"
    assert kinds_of_personal(text) == (ID, PHONE, MAIL)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Căn cước 001234567890, gọi 0912345678 nhé", "Căn cước …, gọi … nhé"),
        ("Thư 0912345678@thu.example nhé", "Thư … nhé"),
        ("Gọi 0912 345 678@thu.example nhé", "Gọi … nhé"),
        ("y@thu.example,0912345678 nhé", "…,… nhé"),
        ("y@thu.example0912345678 nhé", "…… nhé"),
        (f"{'ă'}{'a' * 65}@thu.example", "ăa…"),  # a mailbox has 64 signs at most
    ],
)
def test_words_stand_in_for_each_and_nothing_else_goes(text: str, kept: str) -> None:
    assert without_personal(text, "…") == kept
    assert len(masked(text)) == len(text)
    assert kinds_of_personal(masked(text)) == ()


def test_mail_is_masked_to_its_signs() -> None:
    assert masked("0912345678@thu.example") == "**********@***.*******"


def test_a_file_without_a_look_of_it_holds_no_value_with_it() -> None:
    """However the digits of a number are parted: a tax code is kept without what parts them."""
    numbers = ("0912345678", "001234567890", "0084912345678", "0300588569", "0123456787001")
    parted = [
        f"{head}{sign.join(batched)}{tail}"
        for number in numbers
        for sign in (" ", ".", "-", "\u00a0", " . ")
        for size in (1, 2, 3, 4, 9)
        for batched in [[number[at : at + size] for at in range(0, len(number), size)]]
        for head, tail in (("", ""), ("gọi ", ", tối"))
    ]
    for value in (*PERSONAL, *parted):
        kept = {value}
        with suppress(ValueError):
            kept.add(parse_tax_code(value))
        if any(map(kinds_of_personal, kept)):
            assert all(map(may_be_personal, (f"key: {value}\n", f"- {value} # 1\n", f"'1': '{value}'\r\n")))
