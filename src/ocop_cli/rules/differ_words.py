"""Differences between two texts as a table for a briefing."""

from ocop_cli.rules.differ import LEVEL, Difference, Kind
from ocop_cli.rules.verification import UNQUOTED
from ocop_cli.tables import Align, Column, Table

_KINDS = {Kind.ADDED: "thêm", Kind.REMOVED: "bỏ", Kind.CHANGED: "đổi"}


def difference_table(differences: list[Difference], title: str, names: tuple[str, str]) -> Table:
    """Lay the differences out: where, what, before and after, with their number at the end."""
    columns = (
        Column("Bộ", Align.RIGHT),
        Column("Chỗ", weight=2),
        Column("Điểm khác", weight=2),
        Column("Thay đổi"),
        Column(names[0], weight=3),
        Column(names[1], weight=3),
    )
    rows = tuple(
        (str(d.product_set or ""), d.place, d.what, _KINDS[d.kind], d.before or "–", d.after or "–")
        for d in differences
    )
    return Table(title, columns, rows, notes=(_count(differences), *_summaries(differences)))


def differences_json(differences: list[Difference]) -> list[dict[str, object]]:
    """Return the differences for a JSON output."""
    return [
        {
            "change": d.kind.value,
            "set": d.product_set,
            "place": d.place,
            "what": d.what,
            "key": d.key,
            "before": d.before,
            "after": d.after,
        }
        for d in differences
    ]


def _summaries(differences: list[Difference]) -> tuple[str, ...]:
    """Say that our labels are summaries, where one is shown."""
    shown = (text for d in differences if d.what == LEVEL for text in (d.before, d.after) if text)
    return () if all(text.startswith("“") for text in shown) else (UNQUOTED,)


def _count(differences: list[Difference]) -> str:
    if not differences:
        return "Không có gì khác nhau."
    counts = {kind: sum(d.kind is kind for d in differences) for kind in Kind}
    return ", ".join(f"{number} chỗ {_KINDS[kind]}" for kind, number in counts.items() if number) + "."
