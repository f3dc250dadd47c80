"""Every Vietnamese letter has its own width, regular and bold; what the tool measures is what the program reads."""

import unicodedata
from importlib.resources import files

import pytest

import measure_widths
from ocop_cli.viet.widths import FILE, printed_width

TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES]
LETTERS = [*VOWELS, *"bcdđghklmnpqrstvx"]
ALPHABET = [*LETTERS, *(letter.upper() for letter in LETTERS)]
USUAL = printed_width("\ufffd", 1000, bold=True)  # what a letter that was not measured counts


def test_the_alphabet_is_whole() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 2 * (12 * 6 + 17)


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_is_as_wide_as_it_is_without_its_marks(bold: bool) -> None:
    """Marks stand over and under a letter and take no room; only ơ and ư carry a horn beside them."""
    for letter in ALPHABET:
        bare = unicodedata.normalize("NFD", letter)[0]
        if bare.lower() not in "ou" and letter.lower() != "đ":
            assert printed_width(letter, 1000, bold=bold) == pytest.approx(
                printed_width(bare, 1000, bold=bold), rel=0.02
            )
        assert printed_width(letter, 1000, bold=bold) != USUAL


def test_composed_and_decomposed_letters_are_equally_wide() -> None:
    motto = "Độc lập - Tự do - Hạnh phúc"
    assert printed_width(unicodedata.normalize("NFD", motto), 14, bold=True) == printed_width(
        motto, 14, bold=True
    )


def test_bold_is_wider() -> None:
    assert printed_width("ủy ban nhân dân", 13, bold=True) > printed_width("ủy ban nhân dân", 13, bold=False)


def test_the_tool_writes_the_file_that_is_read() -> None:
    assert measure_widths.TARGET.read_bytes() == files("ocop_cli.viet").joinpath(FILE).read_bytes()
