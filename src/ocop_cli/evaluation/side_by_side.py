"""One product under two laws: what the change of law does to it."""

from collections.abc import Iterator

from ocop_cli.evaluation.score import Score, ScoreLine
from ocop_cli.evaluation.score_words import bar_words, doubts
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_rounded


def side_by_side(first: Score, second: Score, title: str) -> Table:
    """Lay the same answers out under two laws, criterion by criterion, with the stars at the end.

    An answer that the other law has no level for stands there as not scored.
    """
    columns = (
        Column("Tiêu chí", weight=3),
        Column(first.ruleset.decision.number, weight=2),
        Column("Điểm", Align.RIGHT),
        Column(second.ruleset.decision.number, weight=2),
        Column("Điểm", Align.RIGHT),
        Column("Thay đổi", Align.RIGHT),
    )
    names = {line.criterion.id: line.criterion.name for line in (*first.counted, *second.counted)}
    rows = tuple(_row(name, _find(first, c), _find(second, c)) for c, name in names.items())
    total = ("Cộng", "", _total(first), "", _total(second), "")
    return Table(title, columns, rows, total, tuple(_notes(first, second)))


def _find(score: Score, criterion_id: str) -> ScoreLine | None:
    return next((line for line in score.counted if line.criterion.id == criterion_id), None)


def _row(name: str, first: ScoreLine | None, second: ScoreLine | None) -> tuple[str, ...]:
    return name, *_cells(first), *_cells(second), _change(first, second)


def _cells(line: ScoreLine | None) -> tuple[str, str]:
    if line is None:
        return "không có tiêu chí này", "–"
    if line.option is None:
        return "chưa chấm", f"–/{show_rounded(line.criterion.max)}"
    return line.option.named, f"{show_rounded(line.option.points)}/{show_rounded(line.criterion.max)}"


def _change(first: ScoreLine | None, second: ScoreLine | None) -> str:
    if not (first and second and first.option and second.option):
        return ""
    change = second.option.points - first.option.points
    return f"{'+' if change > 0 else '−'}{show_rounded(abs(change))}" if change else "0"


def _total(score: Score) -> str:
    mark = "" if score.tally.is_complete else " (chưa đủ)"
    return f"{show_rounded(score.tally.points)}{mark}"


def _notes(first: Score, second: Score) -> Iterator[str]:
    for score in (first, second):
        tally = score.tally
        star = "chưa đủ để xếp sao" if tally.star is None else f"{tally.star} sao"
        yield f"{score.ruleset.decision.cite}: {star}."
        yield from bar_words(score)
    yield from dict.fromkeys((*doubts(first.ruleset), *doubts(second.ruleset)))
