"""The terminal: tables, findings and questions; results on stdout, messages on stderr, data shown literally."""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from ocop_cli.console.working import settle
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity, worst_first
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.personal import kinds_of_personal, masked
from ocop_cli.viet.text import single_quotes

if TYPE_CHECKING:
    from ocop_cli.tables import Column, Table

KINDS = {
    Severity.ERROR: "lỗi",
    Severity.OVERDUE: "cam kết quá hạn",
    Severity.WARNING: "cảnh báo",
    Severity.HINT: "gợi ý",
}
LineOf = Callable[[str, int], str]
"""Gives one line of a workspace file, for the excerpt under a finding."""

_CONTROL = re.compile("([\x00-\x08\x0b-\x1f])|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters; those that have a picture of their own are the group."""
_TOGETHER = 100  # items of a list that are printed at once: all of thousands would be held several times over
_RICH_ROWS = 200  # a rich table costs half a millisecond a row: beyond this plain text is kinder


def literal(text: str) -> str:
    """Make control characters visible, so that data can never steer the terminal."""
    return _CONTROL.sub(lambda found: chr(0x2400 + ord(found[1])) if found[1] else "␦", text)


def one_line(text: str) -> str:
    """Make a text that fits one cell of a table."""
    return literal(" ".join(text.split("\n")))


class ReadyItems(NamedTuple):
    """The items of a list in a JSON document, each as the text that it has there, but for its margin.

    They are gone through once.
    """

    items: Iterable[str]

    def texts(self) -> Iterator[str]:
        """Yield the list piece by piece as it stands one level below the top of the document."""
        margin, before, rest = "\n    ", "[", iter(self.items)
        while together := ",\n".join(islice(rest, _TOGETHER)):
            yield f"{before}{margin}"
            yield together.replace("\n", margin)
            before = ","
        yield "\n  ]" if before == "," else "[]"


_HAS_DAY = re.compile(r"\d\d/\d\d/\d{4}")
_DAY, _NARROW = len("dd/mm/yyyy"), 8
_BETWEEN = 3  # blanks beside a column


class Console:
    """Where a command speaks. With ``as_json`` stdout carries one document and all talk goes to stderr."""

    def __init__(self, *, as_json: bool = False, quiet: bool = False, colour: bool = True) -> None:
        self.as_json = as_json
        self.quiet = quiet
        self.colour = colour and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        self._kept: StringIO | None = None

    def keep(self) -> None:
        """Keep from now on what would be printed on stdout."""
        self._kept = StringIO()

    def taken(self) -> str:
        """Return what was kept; from now on stdout is printed on again."""
        text, self._kept = self._kept.getvalue() if self._kept else "", None
        return text

    def release(self) -> None:
        """Print what was kept."""
        settle()
        sys.stdout.write(self.taken())

    @property
    def _stdout(self) -> TextIO:
        return self._kept or sys.stdout

    def say(self, text: str = "", *, personal: bool = False) -> None:
        """Say what was done and what comes next; ``personal``: as it stands, for the person who decides on it."""
        if not self.quiet:
            words = literal(single_quotes(text))
            _print(words if personal else masked(words), sys.stderr if self.as_json else self._stdout)

    def note(self, text: str) -> None:
        """Tell something beside the result."""
        if not self.quiet:
            _print(masked(literal(single_quotes(text))), sys.stderr)

    def result(self, text: str) -> None:
        """Print a result that is text; never silenced."""
        _print(masked(literal(text)), self._stdout)

    def json(self, schema: str, payload: Mapping[str, Any]) -> None:
        """Print the one JSON document of this run."""
        import json

        ready = {name: value for name, value in payload.items() if isinstance(value, ReadyItems)}
        plain = {name: str(number) for number, name in enumerate(ready)}
        text = json.dumps({"schema": schema, **payload, **plain}, ensure_ascii=False, indent=2, default=str)
        settle()
        for name, items in ready.items():
            before, _, text = text.partition(f'\n  "{name}": "{plain[name]}"')
            self._stdout.write(masked(f'{before}\n  "{name}": '))
            for each in items.texts():
                self._stdout.write(masked(each))
        self._stdout.write(f"{masked(text)}\n")

    @property
    def is_terminal(self) -> bool:
        """Say whether a person reads what is printed."""
        return self._stdout.isatty()

    def table(self, table: "Table") -> None:
        """Show a table: boxed on a terminal, plain and complete in a pipe; screens and what is copied off them are shared."""
        table = table if table.personal else _masked_table(table)
        if self.is_terminal and len(table.rows) <= _RICH_ROWS:
            self._boxed(table)
        else:
            _print(literal(plain_table(table)), self._stdout)

    def findings(self, findings: Iterable[Finding], line_of: LineOf, *, to_stderr: bool = False) -> None:
        """Show findings worst first, each with its line, reason and fix hint, and the count at the end."""
        ordered = worst_first(findings)
        stream = sys.stderr if to_stderr or self.as_json else self._stdout
        for finding in ordered:
            _print(literal(single_quotes(describe(finding, line_of))) + "\n", stream)
        if ordered:
            _print(count_words(ordered), stream)

    def ask(self, question: str, default: str = "") -> str:
        """Ask on the terminal; an empty answer takes the default. Raises ``KeyboardInterrupt`` where nobody answers any more."""
        shown = f" [{default}]" if default else ""
        settle()
        sys.stderr.write(f"{literal(question)}{shown}{' ' if question.endswith('?') and not shown else ': '}")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt
        return answer.strip() or default

    def _boxed(self, table: "Table") -> None:
        from rich import box
        from rich.console import Console as RichConsole
        from rich.table import Table as RichTable
        from rich.text import Text

        terminal = RichConsole(no_color=not self.colour)
        days = _columns_of_days(table, terminal.width)
        drawn = RichTable(
            title=Text(one_line(table.title)), box=box.SIMPLE, show_footer=table.total is not None
        )
        for number, column in enumerate(table.columns):
            footer = Text(one_line(table.total[number])) if table.total else ""
            drawn.add_column(
                Text(column.heading),
                justify=column.align.value,
                ratio=column.weight,
                footer=footer,
                overflow="fold",
                min_width=_DAY if number in days else None,
            )
        for row in table.rows:
            drawn.add_row(*(Text(one_line(cell)) for cell in row))
        settle()
        terminal.print(drawn)
        for note in table.notes:
            self.result(note)


def _columns_of_days(table: "Table", width: int) -> set[int]:
    """Return the columns that hold days, which do not break over lines; none where the others would get too narrow."""
    found = {n for row in table.rows for n, cell in enumerate(row) if _HAS_DAY.search(cell)}
    needed = len(table.columns) * (_NARROW + _BETWEEN) + len(found) * (_DAY - _NARROW)
    return found if needed <= width else set()


def given_choice(answer: str, choices: Mapping[str, str] | None, option: str) -> str:
    """Return the choice that an answer means, by its number, its id or its words.

    Nothing given is nothing asked. Raises ``OcopError`` (misuse) naming the option and the choices, by their words.
    """
    if not answer or choices is None:
        return answer
    near = chosen(answer, choices)
    if len(near) == 1:
        return near[0]
    listed = "; ".join(words for key, words in choices.items() if not near or key in near)
    raise OcopError(
        f"{option}: không có lựa chọn “{answer}”.", f"Chọn một trong: {listed}.", exit_code=MISUSE
    )


def plain_table(table: "Table") -> str:
    """Lay a table out with spaces only."""
    given = [
        tuple(column.heading for column in table.columns),
        *table.rows,
        *([table.total] if table.total else []),
    ]
    rows = [[one_line(cell) for cell in row] for row in given]
    widths = [max(len(row[n]) for row in rows) for n in range(len(table.columns))]
    lines = [
        "  ".join(_cell(row[n], widths[n], column) for n, column in enumerate(table.columns)) for row in rows
    ]
    return "\n".join(line.rstrip() for line in [table.title, *lines, *table.notes] if line)


def _masked_table(table: "Table") -> "Table":
    """Return a table without personal data; each cell is a value of its own, a tax code in it is none."""
    cells = [cell for row in (*table.rows, table.total or ()) for cell in row]
    words = [table.title, *table.notes, *cells]
    if not kinds_of_personal("\n".join(words)):
        return table
    rows = tuple(tuple(map(masked, row)) for row in table.rows)
    total = tuple(map(masked, table.total)) if table.total else None
    return table._replace(
        title=masked(table.title), rows=rows, total=total, notes=tuple(map(masked, table.notes))
    )


def _cell(text: str, width: int, column: "Column") -> str:
    return text.rjust(width) if column.align == "right" else text.ljust(width)


def describe(finding: Finding, line_of: LineOf) -> str:
    """Return the lines that tell one finding: where, what, the excerpt, why, what to do."""
    told = (_where(finding.place), KINDS[finding.severity], finding.code, finding.message)
    lines = ["  ".join(filter(None, told))]
    lines += _excerpt(finding.place, line_of)
    lines += [f"   Cũng xem: {place}" for place in finding.related if place.width]
    if finding.why:
        lines.append(f"   Vì sao: {_sentence(finding.why)}")
    if finding.cite:
        lines.append(f"   Căn cứ: {_sentence(finding.cite)}")
    hint = f"Sửa:    {_sentence(finding.hint.removeprefix('sửa '))}  " if finding.hint else ""
    lines.append(f"   {hint}Xem thêm: ocop explain {finding.code}")
    return masked("\n".join(lines))  # screens are shared, and a wrong value is shown as it was typed


def _where(place: Place) -> str:
    """Name the field where a file has no line of it; where there is no file yet, the message names it."""
    path = "/".join(str(part) for part in place.field)
    if not place.file:
        return ""
    return f"{place} ({path})" if place.line is None and path else str(place)


def _sentence(text: str) -> str:
    return text if text.endswith("?") else f"{text.rstrip('.')}."


def _excerpt(place: Place, line_of: LineOf) -> list[str]:
    if place.line is None or not place.width:
        return []
    text = line_of(place.file, place.line).replace("\t", " ")
    if not text.strip():
        return []
    margin = f"{place.line:5d} | "
    caret = (
        " " * (len(margin) - 2) + "| " + " " * ((place.column or 1) - 1) + "^" * min(place.width, len(text))
    )
    return [margin + text, caret]


def count_words(findings: Sequence[Finding]) -> str:
    """Return the last line of a list of findings: ``2 lỗi, 1 cảnh báo.``"""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counts[kind]} {word}" for kind, word in KINDS.items() if counts[kind]) + "."


def _print(text: str, stream: TextIO) -> None:
    settle()
    stream.write(text + "\n")
