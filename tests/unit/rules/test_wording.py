"""The decision's own words: placed where criterion, order and points agree, never guessed."""

import pytest

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.pick import force_decision
from ocop_cli.rules.printed import Printed, printed_rows
from ocop_cli.rules.wording import PlacedWords, place_words
from ocop_cli.store.law.rulebook import load_rulebook
from support.annex import Row, annex_rows, invented
from support.decisions import NEW, OLD

BOOK = load_rulebook()
SETS = (1, 9, 14, 26)


def text_of(decision: str) -> Decision:
    return force_decision(BOOK, decision)


def sets_of(decision: str) -> list[Row]:
    chosen = [s for s in text_of(decision).sets if s.number in SETS]
    return list(annex_rows(chosen))


def placed(decision: str, rows: list[Row]) -> list[PlacedWords]:
    return [p for p in place_words(text_of(decision), rows) if p.level.product_set in SETS]


@pytest.mark.parametrize("decision", [OLD, NEW])
def test_every_level_of_a_sound_annex_gets_its_own_words(decision: str) -> None:
    found = placed(decision, sets_of(decision))
    assert {p.why for p in found} == {""}
    assert all(p.words == invented(p.level.criterion, p.level.option) for p in found)


def test_a_set_that_the_file_lacks_is_told_as_lacking() -> None:
    missing = [p for p in place_words(text_of(NEW), sets_of(NEW)) if p.level.product_set == 2]
    assert missing
    assert {(p.words, p.why) for p in missing} == {("", "tệp không có bộ sản phẩm này")}


def changed(rows: list[Row], of: Criterion, change: str) -> list[Row]:
    """Return rows with one change to the levels of the first criterion of that name."""
    at = next(n for n, row in enumerate(rows) if len(row) > 1 and row[1] == of.name)
    count = len(of.options)
    levels = rows[at + 1 : at + 1 + count]
    changes: dict[str, list[Row]] = {
        "lost": levels[1:],
        "reversed": levels[::-1],
        "doubled": [*levels[:1], *levels],
        "without points": [(a, b, "", d) for a, b, _, d in levels],
        "other words": [(a, "☐ Xyz", c, d) for a, _, c, d in levels],
        "other stars": [(a, b, c, "*****" if d != "*****" else "***") for a, b, c, d in levels],
    }
    return [*rows[: at + 1], *changes[change], *rows[at + 1 + count :]]


@pytest.mark.parametrize(
    "change", ["lost", "reversed", "doubled", "without points", "other words", "other stars"]
)
@pytest.mark.parametrize("number", SETS)
def test_what_does_not_agree_is_told_and_never_given_to_another_level(number: int, change: str) -> None:
    """Nothing is guessed: a level has its own words or none, with the reason."""
    product_set = text_of(NEW).product_set(number)
    assert product_set is not None
    criterion = next(
        c for c in product_set.criteria if len({o.points for o in c.options}) == len(c.options) > 2
    )
    rows = changed(list(annex_rows([product_set])), criterion, change)
    found = [p for p in place_words(text_of(NEW), rows) if p.level.product_set == number]
    assert all(p.words == invented(p.level.criterion, p.level.option) for p in found if p.words)
    assert all(bool(p.words) != bool(p.why) for p in found)
    touched = [p for p in found if p.level.criterion.id == criterion.id]
    others = [p for p in found if p.level.criterion.id != criterion.id]
    assert all(p.words for p in others)
    lost = {"lost": 1, "reversed": 0, "doubled": 1}.get(change, len(criterion.options))
    assert sum(not p.words for p in touched) == lost


def test_levels_of_equal_points_are_placed_by_order_only_where_all_agree() -> None:
    product_set = next(s for s in text_of(NEW).sets if any(_has_twins(c) for c in s.criteria))
    criterion = next(c for c in product_set.criteria if _has_twins(c))
    rows = changed(list(annex_rows([product_set])), criterion, "lost")
    found = [p for p in place_words(text_of(NEW), rows) if p.level.criterion.id == criterion.id]
    own = [p for p in found if p.level.product_set == product_set.number]
    assert all(p.words == invented(p.level.criterion, p.level.option) for p in own if p.words)
    twins = [p for p in own if [o.points for o in criterion.options].count(p.level.option.points) > 1]
    assert not any(p.words for p in twins)


def _has_twins(criterion: Criterion) -> bool:
    points = [o.points for o in criterion.options]
    return len(set(points)) < len(points)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1.1", "Nguồn gốc", "3", ""), ("1.1", "Nguồn gốc", 3, 0)),
        (("a)", "Nguồn gốc", "3"), ("a", "Nguồn gốc", 3, 0)),
        (("1.1. Nguồn gốc\nYêu cầu: 100%", "3"), ("1.1", "Nguồn gốc Yêu cầu: 100%", 3, 0)),
        (("", "- Có bao bì;", "2", "***"), ("", "Có bao bì", 2, 3)),
        (("", "☐ Có bao bì (***)", "2"), ("", "Có bao bì", 2, 3)),
        (("+ Có bao bì.", "2 điểm"), ("", "Có bao bì.", 2, 0)),
        (("Có bao bì", "2***", ""), ("", "Có bao bì", 2, 3)),
        (("Từ 50% đến 75%",), ("", "Từ 50% đến 75%", None, 0)),
        (("☐ Hai phẩy năm", "2,5"), ("", "Hai phẩy năm", 2.5, 0)),
    ],
)
def test_a_row_is_read_as_it_is_printed(cells: Row, expected: tuple[str, str, float | None, int]) -> None:
    (row,) = printed_rows([cells])
    assert (row.code, row.text, None if row.points is None else float(row.points), row.stars) == expected


def test_levels_that_stand_below_each_other_in_one_row_are_several() -> None:
    cells = ("1.1", "Nguồn gốc\n- Ít\n- Nhiều", "1\n3")
    head, few, many = printed_rows([cells])
    assert (head.code, head.text, head.points) == ("1.1", "Nguồn gốc", None)
    assert [(row.text, int(row.points or 0)) for row in (few, many)] == [("Ít", 1), ("Nhiều", 3)]
    assert isinstance(few, Printed)


def test_words_are_quoted_and_our_label_is_not() -> None:
    option: Option = text_of(NEW).sets[0].criteria[0].options[0]
    assert option._replace(words="Lời của văn bản").named == "“Lời của văn bản”"
    assert option.named == option.label
