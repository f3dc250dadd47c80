"""A product set by words: of its name in the law, or of everyday speech, with its reason and its neighbours."""

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.find_set import find_sets, meant_set
from ocop_cli.store.built_in.packaged import load_everyday_words
from ocop_cli.store.law.rulebook import load_rulebook

WORDS = load_everyday_words()
DECISIONS = {text.id: text for text in load_rulebook().texts}
NEWEST = list(DECISIONS.values())[-1]


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_the_table_knows_every_set_of_every_decision_once(decision: Decision) -> None:
    begins = {each.name: [begin for begin in WORDS if each.name.startswith(begin)] for each in decision.sets}
    assert {name: found for name, found in begins.items() if len(found) != 1} == {}
    assert len({found for (found,) in begins.values()}) == len(WORDS)


def test_no_word_stands_in_two_sets() -> None:
    said = [word for words in WORDS.values() for word in words]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("decision", DECISIONS.values(), ids=DECISIONS)
def test_every_everyday_word_and_every_name_finds_its_set(decision: Decision) -> None:
    for each in decision.sets:
        (words,) = (words for begin, words in WORDS.items() if each.name.startswith(begin))
        for said in [each.name, *words]:
            assert meant_set(decision, said, WORDS).found.number == each.number, said


@pytest.mark.parametrize(
    ("said", "number", "near"),
    [
        ("mật ong", 4, {8}),
        ("mat ong", 4, {8}),
        ("Mật Ong", 4, {8}),
        ("14", 14, set()),
        ("rượu cần", 15, set()),
        ("homestay", 26, set()),
        ("gạo", 3, {6}),
        ("tương", 9, set()),
        ("chế biến từ rau quả", 7, set()),
    ],
)
def test_words_find_one_set_with_its_neighbours(said: str, number: int, near: set[int]) -> None:
    meant = meant_set(NEWEST, said, WORDS)
    assert meant.found.number == number
    assert meant.found.why
    assert near <= {found.number for found in meant.neighbours}


@pytest.mark.parametrize(
    ("said", "named"),
    [("rượu", {14, 15}), ("chè", {11, 12}), ("mật ong hoa vải của HTX", {4}), ("rau trồng ở nhà", {1, 7})],
)
def test_words_of_several_sets_or_of_none_name_what_is_near(said: str, named: set[int]) -> None:
    with pytest.raises(OcopError) as error:
        meant_set(NEWEST, said, WORDS)
    assert [number for number in named if f"{number} (" not in error.value.hint] == []
    assert {found.number for found in find_sets(NEWEST, said, WORDS)} >= named


def test_what_is_like_nothing_points_to_the_list() -> None:
    with pytest.raises(OcopError, match="Không có bộ"):
        meant_set(NEWEST, "máy bay", WORDS)
