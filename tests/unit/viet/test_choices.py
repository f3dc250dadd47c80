"""Choices are understood by number, by code and by Vietnamese words, and nothing is guessed."""

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Stance, Track, words
from ocop_cli.usecases.year.report import KIND_WORDS, ReportKind
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.text import fold

LISTS = {
    **{
        kind.__name__: words(kind) for kind in (CommuneContent, ProducerKind, RegistrationKind, Stance, Track)
    },
    "ReportKind": KIND_WORDS,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_choice_is_met_by_its_number_its_code_and_its_words(name: str) -> None:
    for number, (key, said) in enumerate(LISTS[name].items(), 1):
        for answer in (str(number), key, said, said.upper(), fold(said), key.replace("_", " ")):
            assert chosen(answer, LISTS[name]) == [key], answer


@pytest.mark.parametrize(
    ("name", "answer", "meant"),
    [
        ("Stance", "Đồng ý", Stance.AGREE),
        ("Stance", "không đồng ý", Stance.DISAGREE),
        ("CommuneContent", "bản sắc", CommuneContent.LOCAL_IDENTITY),
        ("ProducerKind", "hop tac xa", ProducerKind.COOPERATIVE),
        ("ProducerKind", "Công ty TNHH MTV", ProducerKind.SMALL_ENTERPRISE),
        ("ProducerKind", "hộ cá thể", ProducerKind.HOUSEHOLD),
        ("ReportKind", "ý tưởng", ReportKind.IDEAS),
    ],
)
def test_words_that_officials_say(name: str, answer: str, meant: str) -> None:
    assert chosen(answer, LISTS[name]) == [meant]


def test_a_yes_chooses_no_level_that_has_the_word_inside() -> None:
    levels = {"own": "Câu chuyện riêng", "top": "Như mức trên, có tính truyền cảm"}
    assert chosen("có", levels) == chosen("như", {"a": "Sạch như mới", "b": "Cũ"}) == []
    assert chosen("có", {"yes": "Có mã truy xuất", "no": "Không có mã"}) == ["yes"]
    assert chosen("không", {"yes": "Có mã truy xuất", "no": "Không có mã"}) == ["no"]


def test_nothing_is_guessed() -> None:
    assert len(chosen("báo cáo", LISTS["ReportKind"])) == 2
    for answer in ("0", "9", "", "ma", "-"):
        assert chosen(answer, LISTS["Stance"]) == []
