"""Names in the order of a Vietnamese dictionary."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.viet.collation import collation_key

ALPHABET = [
    "a",
    "ă",
    "â",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "ê",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "ô",
    "ơ",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "ư",
    "v",
    "x",
    "y",
]


@pytest.mark.parametrize(
    "ordered",
    [
        ALPHABET,
        ["ma", "mà", "mả", "mã", "má", "mạ", "mai"],  # a tone counts only where the letters are the same
        ["Cà phê", "Cam sành", "Chè dây", "Du lịch", "Đậu phụ", "Gạo đỏ", "Gừng", "Ớt rừng", "Rượu cần"],
        ["Măng khô", "Mật ong", "Miến dong", "Mơ", "Mứt"],
        ["Sản phẩm 2", "Sản phẩm 10", "Sản phẩm a"],
        ["An Bình", "Ân", "Bình", "bún", "Bưởi"],
    ],
)
def test_names_stand_in_the_order_of_a_dictionary(ordered: list[str]) -> None:
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=collation_key) == ordered


def test_letters_of_all_words_count_before_the_tones_of_the_first() -> None:
    assert sorted(["Má Bình", "Ma Chi"], key=collation_key) == ["Má Bình", "Ma Chi"]


def test_a_name_stands_where_it_does_however_it_was_typed() -> None:
    typed = ["Đậu", "Dừa", "Ớt"]
    spelt = [unicodedata.normalize("NFD", name) for name in typed]
    assert [collation_key(name)[:2] for name in spelt] == [collation_key(name)[:2] for name in typed]
    assert collation_key("MẬT ONG")[:2] == collation_key("mật ong")[:2]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_text_has_a_place(texts: list[str]) -> None:
    once = sorted(texts, key=collation_key)
    mixed = random.Random(2).sample(texts, len(texts))
    assert sorted(mixed, key=collation_key) == once
