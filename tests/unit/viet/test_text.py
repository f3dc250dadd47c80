"""The text gate, folding and slugs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.viet.text import clean, consonants, fold, forbidden_character, slug


@pytest.mark.parametrize(
    "bad", ["\x00", "\x1b", "\x85", "\u200b", "\u202e", "\u2066", "\ufeff", "\ud800", "\uffff"]
)
def test_dangerous_characters_are_found(bad: str) -> None:
    assert forbidden_character(f"Mật{bad}ong") == bad


@pytest.mark.parametrize(
    "good", ["Rượu ngô men lá", "dòng 1\n\tdòng 2", "👩\u200d🌾 nông dân", "100 < 200 & 'x'"]
)
def test_ordinary_text_passes(good: str) -> None:
    assert forbidden_character(good) is None


def test_text_is_composed_and_line_ends_are_plain() -> None:
    assert clean(unicodedata.normalize("NFD", "Đắk Glei\r\nXốp")) == "Đắk Glei\nXốp"


def test_search_ignores_diacritics_and_spelling_of_tone_marks() -> None:
    assert fold("Mật ong ĐẮK GLEI") == "mat ong dak glei"
    assert fold("hòa") == fold("hoà")


@given(st.text(), st.text())
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}".strip()
    assert fold(unicodedata.normalize("NFD", one)) == fold(unicodedata.normalize("NFC", one))


@pytest.mark.parametrize(
    "text",
    ["Rượu ngô men lá", "RƯỢU NGÔ MEN LÁ", "Ruou ngo men la", "rượu\n    ngô: “men, lá”", "Rượu Ngô, MEN LÁ"],
)
def test_consonants_are_the_same_however_a_text_is_marked_and_laid_out(text: str) -> None:
    assert consonants(text.encode()) == b"rngmnl"
    assert consonants(unicodedata.normalize("NFD", text).encode()) == b"rngmnl"


def test_every_vietnamese_letter_keeps_its_consonant_or_has_none() -> None:
    marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    for letter in marked + marked.upper():
        assert consonants(letter.encode()) == consonants(fold(letter).encode()) == b""


def test_slugs_of_look_alikes_are_equal_so_ids_need_a_serial() -> None:
    assert slug("Mắm") == slug("Mâm") == slug("Mam") == "mam"


@pytest.mark.parametrize("name", ["***", "", "—"])
def test_a_name_without_letters_has_no_slug(name: str) -> None:
    assert slug(name) == ""


def test_long_names_are_cut_without_a_dangling_dash() -> None:
    assert len(slug("chuỗi hạt " * 20)) <= 48
    assert not slug("chuỗi hạt " * 20).endswith("-")
