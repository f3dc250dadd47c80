"""One figure of a report, with the dossiers that it was counted from."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.summary import Summary
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import is_whole
from ocop_cli.viet.text import fold

NO_NUMBER = "–"
"""What stands in a column of numbers where nobody has said the number."""
_NOTHING = frozenset({NO_NUMBER, "0"})


class Figure(NamedTuple):
    """One indicator of the period, against the year's target where the plan sets one.

    ``actual`` is a number and nothing else; what is not known stands in ``note``. ``before`` is the number of the same
    period a year before, ``previous`` that of the period just before. ``dossiers`` are the ids of those that it was counted
    from, ``acts`` the acts of the year's log (``2026/3``).
    """

    code: str
    name: str
    actual: str
    target: str = NO_NUMBER
    note: str = ""
    dossiers: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    before: str = NO_NUMBER
    previous: str = NO_NUMBER

    @property
    def plain_name(self) -> str:
        """The name without the dash of a figure that is a part of the one above it."""
        return self.name.removeprefix("- ")

    @property
    def progress(self) -> tuple[int, int] | None:
        """How much is done of the year's target, and the target; ``None`` where one of both is no whole number."""
        done = self.actual.replace(".", "")
        return (int(done), int(self.target)) if is_whole(done) and is_whole(self.target) else None

    @property
    def counted(self) -> tuple[str, ...]:
        """Everything that the figure was counted from."""
        return self.dossiers + self.acts


def ids(rows: Iterable[Summary]) -> tuple[str, ...]:
    """Return the ids of dossiers."""
    return tuple(row.id for row in rows)


def figures_table(items: Sequence[Figure], title: str) -> Table:
    """Lay the indicators out; an earlier period has a column where it had anything."""
    columns = {
        "name": Column("Chỉ tiêu", weight=4),
        "actual": Column("Kết quả", Align.RIGHT),
        "target": Column("Kế hoạch năm", Align.RIGHT),
        "previous": Column("Kỳ liền trước", Align.RIGHT),
        "before": Column("Cùng kỳ năm trước", Align.RIGHT),
        "note": Column("Ghi chú", weight=2),
    }
    if not has_previous(items):
        del columns["previous"]
    if not has_before(items):
        del columns["before"]
    rows = tuple(tuple(getattr(figure, part) for part in columns) for figure in items)
    return Table(title, tuple(columns.values()), rows)


def has_previous(items: Iterable[Figure]) -> bool:
    """Say whether there was anything in the period just before: noughts alone compare with nothing."""
    return any(figure.previous not in _NOTHING for figure in items)


def has_before(items: Iterable[Figure]) -> bool:
    """Say whether there was anything in the same period a year before."""
    return any(figure.before not in _NOTHING for figure in items)


def uncompared_words(items: Sequence[Figure], *, with_previous: bool) -> str:
    """Return why figures stand beside no earlier period; nothing where they do. A year has no period just before it."""
    without = [
        *(["kỳ liền trước"] if with_previous and not has_previous(items) else []),
        *([] if has_before(items) else ["cùng kỳ năm trước"]),
    ]
    return f"Chưa có số liệu của {', '.join(without)} để so sánh." if without else ""


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return a figure for the JSON output: code, name, actual, target, note, before and previous as shown, ids of dossiers, acts."""
    return {**figure._asdict(), "dossiers": list(figure.dossiers), "acts": list(figure.acts)}


def find_figure(items: Sequence[Figure], wanted: str) -> Figure:
    """Return the figure of a code or a name, or of a part of one name only. Raises ``OcopError`` (misuse) otherwise."""
    plain = fold(wanted.removeprefix("- "))
    exact = [f for f in items if wanted == f.code or plain == fold(f.plain_name)]
    found = exact or [f for f in items if plain and plain in fold(f.plain_name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise OcopError(
            f"Có {len(found)} chỉ tiêu khớp “{wanted}”: {_listed(found)}.",
            "Ghi mã của một chỉ tiêu.",
            exit_code=MISUSE,
        )
    known = {name: f for f in items for name in (fold(f.plain_name), f.code)}
    near = get_close_matches(plain, known, n=1, cutoff=0.4)
    hint = (
        f"Có phải “{known[near[0]].name}” ({known[near[0]].code})?"
        if near
        else f"Các chỉ tiêu: {_listed(items)}."
    )
    raise OcopError(f"Báo cáo không có chỉ tiêu “{wanted}”.", hint, exit_code=MISUSE)


def _listed(items: Iterable[Figure]) -> str:
    return "; ".join(f"{f.plain_name} ({f.code})" for f in items)
