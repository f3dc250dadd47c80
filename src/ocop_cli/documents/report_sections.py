"""What a report says of the acts of a period: a section for each part of the plan, the list of acts, the budget."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.log_entry import LogItem
from ocop_cli.programme.log_kind import LogKind, LogKinds
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.reports.log_list import act_words
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import as_sentence, fold, lower_first, upper_first

NOT_ALLOTTED = "chưa giao"
"""What stands for the sum of a source that the plan names without one."""
_TO_SAY = ("allotment", "spending")  # the kinds of the table of the budget
DIFFICULTY = "difficulty"
"""The kind of acts that a report's part on difficulties is made of."""


class ReportActs(NamedTuple):
    """The acts of a period: those counted, their figures, the kinds, the names of products, what the plan budgets."""

    items: Sequence[LogItem] = ()
    figures: Sequence[Figure] = ()
    kinds: LogKinds = LogKinds({}, {})
    products: Mapping[str, str] = MappingProxyType({})
    planned: Sequence[BudgetLine] = ()


NO_ACTS = ReportActs()
"""What a paper has of acts where nobody has logged any."""


def section_rows(acts: ReportActs) -> list[dict[str, Any]]:
    """Return the sections that have anything to say: rows with ``title`` and ``lines``; a kind is one line."""
    return [
        {"title": f"{number}. {title}", "lines": [_line(own) for own in said]}
        for number, (title, said) in enumerate(_said_sections(acts), 1)
    ]


def counted_lines(acts: ReportActs) -> dict[str, tuple[str, ...]]:
    """Return the acts that each line of the sections was counted from, by its place."""
    counted = {}
    for section, (_, said) in enumerate(_said_sections(acts)):
        for number, own in enumerate(said):
            refs = tuple(dict.fromkeys(ref for figure in own for ref in figure.acts))
            counted.update({f"sections.{section}.lines.{number}": refs} if refs else {})
    return counted


def _said_sections(acts: ReportActs) -> list[tuple[str, list[list[Figure]]]]:
    """Return the title of each section that has anything to say, with the figures of each of its kinds."""
    found = (
        (title, [own for kind in acts.kinds.of_section(section) if (own := _figures_of(kind, acts.figures))])
        for section, title in acts.kinds.sections.items()
    )
    return [(title, said) for title, said in found if said]


def _figures_of(kind: LogKind, figures: Sequence[Figure]) -> list[Figure]:
    head = f"log.{kind.id}"
    return [figure for figure in figures if figure.code == head or figure.code.startswith(f"{head}.")]


def _line(own: Sequence[Figure]) -> str:
    """Return what a section says of a kind: its figures, each with target and earlier periods."""
    return f"- {'; '.join(_said(figure, first=not n) for n, figure in enumerate(own))}."


def _said(figure: Figure, *, first: bool) -> str:
    beside = [
        f"{words} {number}"
        for words, number in (
            ("kế hoạch năm", figure.target),
            ("kỳ liền trước", figure.previous),
            ("cùng kỳ năm trước", figure.before),
        )
        if number != NO_NUMBER
    ]
    said = f"{figure.plain_name if first else lower_first(figure.plain_name)}: {figure.actual}"
    return f"{said} ({', '.join(beside)})" if beside else said


def act_rows(acts: ReportActs) -> list[dict[str, str]]:
    """Return every act as a row of the annex, section by section and by day: ``number``, ``day``, ``kind``, ``text``."""
    order = {kind.id: n for n, kind in enumerate(acts.kinds.kinds.values())}
    ordered = sorted(acts.items, key=lambda i: (order[i.entry.kind], i.entry.on, i.number))
    return [
        {
            "number": str(number),
            "day": item.entry.in_words("on"),
            "kind": acts.kinds.kinds[item.entry.kind].name,
            "text": act_words(acts.kinds.kinds[item.entry.kind], item.entry, acts.products),
        }
        for number, item in enumerate(ordered, 1)
    ]


def difficulty_lines(acts: ReportActs) -> list[str]:
    """Return the difficulties that were raised, each with who raised it, who decides and how it ended."""
    entries = [item.entry for item in acts.items if item.entry.kind == DIFFICULTY]
    return [as_sentence(f"{entry.what} ({'; '.join(_settled(entry))})") for entry in entries]


def _settled(entry: Any) -> Iterator[str]:
    yield f"{entry.unit} nêu ngày {entry.in_words('on')}"
    if entry.decided_by:
        yield f"{entry.decided_by} giải quyết"
    yield "đã giải quyết xong" if entry.done else "chưa giải quyết xong"
    if entry.outcome:
        yield lower_first(entry.outcome.rstrip(". "))


def budget_rows(acts: ReportActs) -> list[dict[str, Any]]:
    """Return the budget by source and content, then its sum: ``source``, ``use``, ``planned``, ``given``, ``spent``.

    Empty where nobody has planned, allotted or spent anything. A cell has a dash where nothing is known; what is
    planned without a sum is said.
    """
    sums: dict[tuple[str, str], list[Decimal | None]] = {}
    names: dict[str, str] = {"": "–"}  # how each source and content is written first
    planned = set()
    for column, source, use, amount in _amounts(acts):
        key = (fold(source), fold(use or ""))
        names.setdefault(key[0], source)
        names.setdefault(key[1], use or "")
        if column == 0:
            planned.add(key)
        row = sums.setdefault(key, [None, None, None])
        row[column] = _total([row[column], amount])
    order = list(names)
    together = sorted(sums.items(), key=lambda item: order.index(item[0][0]))
    rows = [
        _budget_row(names[key[0]], names[key[1]], amounts, planned=key in planned)
        for key, amounts in together
    ]
    totals = [_total([row[column] for row in sums.values()]) for column in range(3)]
    return [*rows, {**_budget_row("Cộng", "", totals), "strong": True}] if rows else []


def _amounts(acts: ReportActs) -> Iterator[tuple[int, str, str | None, Decimal | None]]:
    """Yield every sum of the budget with its column: planned, allotted, spent."""
    yield from ((0, line.source, line.use, line.amount_vnd) for line in acts.planned)
    for item in acts.items:
        entry = item.entry
        if entry.kind in _TO_SAY and entry.source:
            yield 1 + _TO_SAY.index(entry.kind), entry.source, entry.use, entry.amount_vnd


def _budget_row(
    source: str, use: str, amounts: Sequence[Decimal | None], *, planned: bool = False
) -> dict[str, Any]:
    shown = ["–" if amount is None else show_number(amount) for amount in amounts]
    return {
        "strong": False,
        "source": source,
        "use": use,
        "planned": NOT_ALLOTTED if planned and amounts[0] is None else shown[0],
        "given": shown[1],
        "spent": shown[2],
    }


def _total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def counted_chart(figures: Sequence[Figure]) -> dict[str, tuple[str, ...]]:
    """Return what each number of the chart was counted from, by its place; its words rest on all of them."""
    aimed = _aimed(figures) if chart_rows(figures) else []
    counted = {f"chart.{n}.actual": figure.counted for n, figure in enumerate(aimed) if figure.counted}
    everything = tuple(dict.fromkeys(one for each in counted.values() for one in each))
    return {**counted, "chart_words": everything} if everything else {}


def chart_rows(figures: Sequence[Figure]) -> list[dict[str, str]]:
    """Return what the chart shows: the figures for which the plan has a target; none where fewer than two have one."""
    aimed = _aimed(figures)
    rows = [{"name": _short(figure), "target": figure.target, "actual": figure.actual} for figure in aimed]
    return rows if len(rows) > 1 else []


def _aimed(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.progress and figure.progress[1]]


def chart_words(rows: Sequence[Mapping[str, str]], year: int) -> str:
    """Return what a chart shows in words, for who cannot see it; empty without one."""
    said = "; ".join(f"{row['name']}: {row['actual']} trên {row['target']}" for row in rows)
    return f"Biểu đồ kết quả so với kế hoạch năm {year}. {said}." if rows else ""


def _short(figure: Figure) -> str:
    return upper_first(figure.plain_name.removesuffix(" trong kỳ"))
