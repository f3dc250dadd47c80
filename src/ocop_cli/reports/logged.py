"""The acts of the year's log as figures of the report, each with the acts that it was counted from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.programme.log_entry import LogEntry, LogItem, value_words
from ocop_cli.programme.log_kind import LogCount, LogKind, LogKinds
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.figure import NO_NUMBER, Figure
from ocop_cli.reports.period import Period
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import fold


def logged_figures(
    items: Sequence[LogItem], kinds: LogKinds, period: Period, on: date, targets: Targets | None
) -> list[Figure]:
    """Return the figures of every kind that has an act in the period or a target, section by section.

    What is still to come on a day (``on``) is planned, and not counted.
    """
    found = (
        figure
        for section in kinds.sections
        for kind in kinds.of_section(section)
        for figure in _of_kind(kind, acts_in(items, kind, period, on), period, targets)
    )
    return list(found)


def acts_in(items: Iterable[LogItem], kind: LogKind, period: Period, on: date) -> list[LogItem]:
    """Return the acts of a kind that a period counts: those done in it; of what goes on, also what began before it.

    A display point of last year that is still open is one of this year; a difficulty counts until it is settled.
    """
    last = min(period.last, on)
    return [
        item
        for item in items
        if item.entry.kind == kind.id
        and item.entry.on <= last
        and (item.entry.on >= period.first or goes_on(kind, item.entry, period.first))
    ]


def goes_on(kind: LogKind, entry: LogEntry, day: date) -> bool:
    """Say whether what began earlier still goes on, or waits to be done, on a day."""
    if kind.carried == "running":
        return entry.until is None or entry.until >= day
    return kind.carried == "open" and not entry.done


def _of_kind(
    kind: LogKind, items: Sequence[LogItem], period: Period, targets: Targets | None
) -> Iterator[Figure]:
    for count in kind.counts:
        wanted = getattr(targets, count.target, None) if targets and count.target else None
        if not items and wanted is None:
            continue
        code = ".".join(filter(None, (f"log.{kind.id}", count.code)))
        target = NO_NUMBER if wanted is None else str(wanted)
        for name, part, words in _parts(count, items):
            figure = _figure(count, [i for i in items if part(i.entry)], period)
            if not figure.acts and (count.sum or count.distinct) and wanted is None:
                continue  # nobody has said it: nought would be a statement
            yield figure._replace(code=f"{code}{name}", name=count.name.format(words), target=target)


def _parts(
    count: LogCount, items: Sequence[LogItem]
) -> Iterator[tuple[str, Callable[[LogEntry], bool], str]]:
    """Yield the parts that a figure divides into, by the value of a field, however it is spelt; one where it does not."""
    if not count.by:
        yield "", lambda entry: count.done is None or bool(entry.done) is count.done, ""
        return
    values: dict[str, str] = {}
    for item in items:
        if shown := value_words(count.by, getattr(item.entry, count.by)):
            values.setdefault(fold(shown), shown)
    for key, shown in values.items():
        yield f".{key.replace(' ', '-')}", _having(count.by, key), shown


def _having(field: str, key: str) -> Callable[[LogEntry], bool]:
    return lambda entry: fold(value_words(field, getattr(entry, field))) == key


def _figure(count: LogCount, items: Sequence[LogItem], period: Period) -> Figure:
    """Count acts; a sum takes only what was done in the period: money of an earlier one was counted then."""
    if count.sum:
        items = [i for i in items if i.entry.on >= period.first and getattr(i.entry, count.sum) is not None]
        total = sum((Decimal(getattr(i.entry, count.sum)) for i in items), Decimal(0))
        return _counted(show_number(total), items)
    if count.distinct:
        held = [i for i in items if getattr(i.entry, count.distinct)]
        values = {_key(value) for i in held for value in getattr(i.entry, count.distinct)}
        return _counted(show_number(len(values)), held)
    return _counted(show_number(len(items)), items)


def _key(value: Any) -> str:
    return fold(str(value))


def _counted(actual: str, items: Iterable[LogItem]) -> Figure:
    return Figure("", "", actual, acts=tuple(item.ref for item in items))
