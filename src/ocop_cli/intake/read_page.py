"""The small file that the page of a form saves: answers by path, and what the form says of itself."""

import json
from collections.abc import Mapping
from typing import Any

from ocop_cli.intake.answers import answer_of
from ocop_cli.intake.grid import Cell
from ocop_cli.intake.layout import Layout, Line, Table
from ocop_cli.intake.returned import Answer, Returned, ReturnedRow
from ocop_cli.intake.stamp import Stamp, read_stamp
from ocop_cli.viet.text import clean

SAVED = "ocop-answers"
"""The key by which a saved file is known; its value is the version."""
VERSION = 1


def read_page(content: bytes) -> tuple[Mapping[str, Any], Stamp] | None:
    """Return what a page saved, and its stamp; ``None`` where a file is none of that kind."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get(SAVED) != VERSION:
        return None
    stamp = read_stamp(json.dumps(found.get("stamp")))
    return (found, stamp) if stamp else None


def answers_of(layout: Layout, saved: Mapping[str, Any], stamp: Stamp) -> Returned:
    """Return what a page saved as answers to the questions of its form."""
    said, rows = _mapping(saved.get("answers")), _mapping(saved.get("rows"))
    answers = {
        line.path: _answer(line, said[line.path], line.label) for line in layout.lines if line.path in said
    }
    lists = {table.path: _rows(table, rows[table.path]) for table in layout.tables if table.path in rows}
    asked = [*(line.path for line in layout.lines), *(table.path for table in layout.tables)]
    lost = tuple(path for path in asked if path not in answers and path not in lists)
    unknown = sorted(({*said} | {*rows}) - {*asked})
    strange = tuple(Answer(clean(str(said.get(path, rows.get(path)))), path) for path in unknown)
    return Returned(stamp, answers, lists, lost, strange)


def _rows(table: Table, rows: Any) -> tuple[ReturnedRow, ...]:
    lines = {line.path: line for line in table.columns}
    return tuple(
        ReturnedRow(number, place, {path: _answer(lines[path], text, place) for path, text in told.items() if path in lines})
        for position, row in enumerate(rows if isinstance(rows, list) else (), 1)
        for place in [f"{table.title}, dòng {position}"]
        for told in [_mapping(_mapping(row).get("answers"))]
        for number in [_count(_mapping(row).get("number"))]
    )  # fmt: skip


def _answer(line: Line, text: Any, place: str) -> Answer:
    return answer_of(line, Cell(clean(text) if isinstance(text, str) else "", place))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
