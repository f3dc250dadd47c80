"""The decision's own words for its levels: found in the rows of its printed annex, never guessed."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.printed import Printed, Row, printed_rows
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.text import bare_words

_MOST_ROWS = 16  # of a criterion: the decisions print seven levels at most, and lines between them
_ALIKE = 0.6  # of the words of our name that the heading of a criterion without its code must hold
_SET_WORD = "bo san pham"
_LITTLE = frozenset(
    [
        "co",
        "khong",
        "va",
        "hoac",
        "cua",
        "la",
        "cac",
        "cho",
        "theo",
        "tu",
        "den",
        "duoc",
        "trong",
        "tren",
        "duoi",
        "mot",
    ]
)
"""Words that every text shares."""


class Level(NamedTuple):
    """A printed level of a criterion of a product set."""

    product_set: int
    criterion: Criterion
    option: Option


class PlacedWords(NamedTuple):
    """The decision's words for a level, and whether they were found."""

    level: Level
    words: str = ""
    why: str = ""


def place_words(decision: Decision, rows: Sequence[Row]) -> list[PlacedWords]:
    """Return every printed level of a decision, with its words or why they could not be placed.

    A level takes words only where criterion, order and points agree and the words share one with our label.
    """
    sections = _sections(decision, list(printed_rows(rows)))
    found: list[PlacedWords] = []
    for product_set in decision.sets:
        tries = [_in_section(product_set, section) for section in sections.get(product_set.number, [])]
        best = max(tries, key=lambda placed: sum(bool(p.words) for p in placed), default=None)
        found += best or _nowhere(product_set, "tệp không có bộ sản phẩm này")
    return found


def held_words(decision: Decision) -> list[PlacedWords]:
    """Return every printed level of a decision with the words that are known of it."""
    return [
        PlacedWords(Level(s.number, c, o), words=o.words)
        for s in decision.sets
        for c in s.criteria
        for o in c.options
    ]


def _nowhere(product_set: ProductSet, why: str) -> list[PlacedWords]:
    levels = (Level(product_set.number, c, o) for c in product_set.criteria for o in c.options)
    return [PlacedWords(level, why=why) for level in levels]


def _sections(decision: Decision, rows: Sequence[Printed]) -> dict[int, list[list[Printed]]]:
    """Cut the rows at the headings of product sets: number → each stretch below a heading of its name."""
    names = {s.number: bare_words(s.name) for s in decision.sets}
    cuts = [(at, number) for at, row in enumerate(rows) if (number := _heads(row, names))]
    found: dict[int, list[list[Printed]]] = {}
    for (at, number), (end, _) in pairwise([*cuts, (len(rows), 0)]):
        found.setdefault(number, []).append(list(rows[at + 1 : end]))
    return found


def _heads(row: Printed, names: dict[int, str]) -> int | None:
    """Return the product set whose heading a row is: its name after “bộ sản phẩm”, or after its number."""
    words = bare_words(row.text)
    after = words.partition(_SET_WORD)[2] if _SET_WORD in words else words if row.code.isdecimal() else ""
    after = after.strip().removeprefix(f"{row.code} ")
    fitting = [n for n, name in names.items() if f"{after} ".startswith(f"{name} ")]
    if row.points is not None or not after or not fitting:
        return None
    return max(fitting, key=lambda number: len(names[number]))


def _in_section(product_set: ProductSet, rows: Sequence[Printed]) -> list[PlacedWords]:
    """Place the levels of a set below the rows that head its criteria."""
    found: list[PlacedWords] = []
    heads = _heads_of(product_set.criteria, rows)
    for criterion in product_set.criteria:
        at = heads.get(criterion.id)
        if at is None:
            why = "không thấy tiêu chí này dưới tên của bộ"
            found += [
                PlacedWords(Level(product_set.number, criterion, o), why=why) for o in criterion.options
            ]
        else:
            found += _placed(product_set.number, criterion, _level_rows(rows, at))
    return found


def _heads_of(criteria: Sequence[Criterion], rows: Sequence[Printed]) -> dict[str, int]:
    """Find the row that heads each criterion, all in their order, so that as much as can be agrees."""
    best: list[tuple[float, dict[str, int]]] = [(0.0, {})] * (len(rows) + 1)
    for criterion in criteria:
        after = [best[0]]
        for at in range(len(rows)):
            fit = _head_fit(rows, at, criterion)
            total, heads = best[at]
            taken = (total + fit, {**heads, criterion.id: at}) if fit else best[at]
            after.append(max(after[-1], best[at + 1], taken, key=lambda way: way[0]))
        best = after
    return best[-1][1]


def _head_fit(rows: Sequence[Printed], at: int, criterion: Criterion) -> float:
    """Return how well a row heads a criterion, by code, name, points and the points of its levels; 0 where not at all."""
    row, code = rows[at], criterion.code.partition("#")[0]
    if row.points not in (None, criterion.max) or not (row.code or row.points is None):
        return 0.0
    coded = row.code == code or (not row.code.isdecimal() and row.code == code.lstrip("0123456789"))
    name, words = ({*bare_words(text).split()} - _LITTLE for text in (criterion.name, row.text))
    alike = len(name & words) / len(name) if name else 0.0
    if not (coded or alike >= _ALIKE) or not alike:
        return 0.0
    levels, wanted = [level.points for level in _level_rows(rows, at)], [o.points for o in criterion.options]
    return alike + coded + (levels == wanted) + bool({*levels} & {*wanted}) / 2


def _level_rows(rows: Sequence[Printed], at: int) -> list[Printed]:
    """Return the rows of levels below a heading; the next row with a code ends them."""
    levels = []
    for row in rows[at + 1 : at + _MOST_ROWS]:
        if row.code:
            break
        if row.points is not None:
            levels.append(row)
    return levels


def _placed(number: int, criterion: Criterion, rows: Sequence[Printed]) -> Iterator[PlacedWords]:
    """Join levels and rows: by order where all points agree, else where a number of points stands once in both."""
    points = [option.points for option in criterion.options]
    in_order = points == [row.points for row in rows]
    for at, option in enumerate(criterion.options):
        level = Level(number, criterion, option)
        fitting = [rows[at]] if in_order else _alone(option.points, points, rows)
        if len(fitting) != 1:
            yield PlacedWords(
                level, why=f"tệp có {len(rows)} mức ở tiêu chí này, không khớp số mức hoặc điểm"
            )
        elif not _is_akin(criterion, option, fitting[0].text):
            yield PlacedWords(level, why=f"đúng điểm nhưng không có từ nào chung: {fitting[0].text}")
        elif fitting[0].stars not in (0, option.min_star or 0):
            yield PlacedWords(level, why=f"dấu sao trong tệp khác: {fitting[0].text}")
        else:
            yield PlacedWords(level, words=fitting[0].text)


def _alone(wanted: Decimal, points: Sequence[Decimal], rows: Sequence[Printed]) -> list[Printed]:
    return [row for row in rows if row.points == wanted] if points.count(wanted) == 1 else []


def _is_akin(criterion: Criterion, option: Option, text: str) -> bool:
    """Say whether a text shares a word that says something with our words, or has no others than they."""
    ours, theirs = {*bare_words(f"{criterion.name} {option.label}").split()}, {*bare_words(text).split()}
    return bool((ours & theirs) - _LITTLE) or (bool(theirs) and theirs <= ours)
