"""What a form asks: sections of lines and tables, each line one field of the field map."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ocop_cli.dossier.field_map import PRIVATE, Field, FieldKind, FieldMap
from ocop_cli.intake.printed_lines import printed_lines
from ocop_cli.rules.printed_form import PrintedForm
from ocop_cli.viet.text import fold

_FEW = 8  # options that a person can overlook at once: more are a list to look up, not boxes to tick
_BLANK_ROWS = 4  # empty rows of a table: what a small producer needs, and one to spare
_NAME = 40  # characters that Word takes in the name of a bookmark
Choices = Mapping[str, Mapping[str, str]]
"""Path of a field → its options, code → words: those that the law or the commune gives."""


class Line(NamedTuple):
    """One question of a form and the field that takes its answer. ``label`` is unlike every other of the form.

    ``printed`` is the label that the decision prints, empty where it prints none; ``above`` are its lines before that.
    """

    field: Field
    label: str
    choices: Mapping[str, str]
    printed: str = ""
    above: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The path of the field in the field map."""
        return self.field.path

    @property
    def hint(self) -> str:
        """How an answer looks."""
        return f"Ví dụ: {self.field.example}" if self.field.example and not self.boxes else ""

    @property
    def boxes(self) -> Mapping[str, str]:
        """The options that a person ticks; none where the answer is written."""
        if self.field.kind == FieldKind.YES_NO:
            return {"có": "Có", "không": "Không"}
        return self.choices if len(self.choices) <= _FEW else {}

    @property
    def takes_lines(self) -> bool:
        """Whether an answer may have paragraphs."""
        return self.field.kind == FieldKind.PROSE


class Table(NamedTuple):
    """A list that a form asks: one row an entry, one column a field; ``above`` are lines that the decision prints."""

    path: str
    title: str
    columns: tuple[Line, ...]
    key: str
    blank_rows: int = _BLANK_ROWS
    above: tuple[str, ...] = ()


class Section(NamedTuple):
    """Questions under one heading."""

    title: str
    parts: tuple[Line | Table, ...]


class Layout(NamedTuple):
    """A form: ``id`` is plain ASCII, ``name`` what an official types; one that ``registers`` may begin a dossier."""

    id: str
    name: str
    title: str
    sections: tuple[Section, ...]
    registers: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every question outside the tables, in order."""
        return tuple(part for part in self._parts() if isinstance(part, Line))

    @property
    def is_printed(self) -> bool:
        """Whether the form has the lines of a decision."""
        return any(line.printed for line in self.lines)

    @property
    def asks_personal_data(self) -> bool:
        """Whether the form asks what only ``private/`` may hold."""
        return any(line.path.startswith(f"{PRIVATE}.") for line in self.lines)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every list, in order."""
        return tuple(part for part in self._parts() if isinstance(part, Table))

    def _parts(self) -> Iterator[Line | Table]:
        return (part for section in self.sections for part in section.parts)


def build_layouts(
    data: Mapping[str, Any],
    fields: FieldMap,
    choices: Choices,
    asked: Callable[[Field], bool],
    printed: Callable[[str], PrintedForm | None],
) -> dict[str, Layout]:
    """Build every form of the data (``forms``: id → name, title, registers, printed, sections or ``all``), by its id.

    ``asked`` says whether a field concerns who fills in the form; the others are left out. ``printed`` returns a form of
    the decision: where the data name one, its lines are those of the form.
    """
    layouts = {id_: _layout(id_, said, fields, choices, asked) for id_, said in data["forms"].items()}
    forms = {id_: printed(said["printed"]) for id_, said in data["forms"].items() if "printed" in said}
    return {id_: _with_lines(layout, forms.get(id_)) for id_, layout in layouts.items()}


def _with_lines(layout: Layout, form: PrintedForm | None) -> Layout:
    """Return a form with what the decision prints beside its questions."""
    if form is None:
        return layout
    paths = {line.path for line in layout.lines}
    found = printed_lines(form, paths, {table.path for table in layout.tables})
    sections = []
    for section in layout.sections:
        parts: list[Line | Table] = []
        for part in section.parts:
            above = tuple(
                words for words in found.above.get(part.path, ()) if fold(words) != fold(section.title)
            )
            words = found.labels.get(part.path, "")
            parts.append(
                part._replace(printed=words, above=above)
                if isinstance(part, Line)
                else part._replace(above=above)
            )
        sections.append(section._replace(parts=tuple(parts)))
    return layout._replace(sections=tuple(sections))


def place_name(path: str) -> str:
    """Return the name by which a place of a form may be found again: of a bookmark, of a cell.

    >>> place_name("materials[].share")
    'ocop_materials_share'
    """
    return f"ocop_{re.sub(r'[^a-z]+', '_', path)}"[:_NAME]


def _layout(
    id_: str, said: Mapping[str, Any], fields: FieldMap, choices: Choices, is_asked: Callable[[Field], bool]
) -> Layout:
    listed = [(each["title"], [fields[path] for path in each["fields"]]) for each in said.get("sections", ())]
    if said.get("all"):
        listed = [(group.title, list(fields.of(group))) for group in fields.groups]
    concerned = [(title, list(filter(is_asked, held))) for title, held in listed]
    asked = [(title, held) for title, held in concerned if held]
    titles = [field.info.title for _, held in asked for field in held if not field.listed]
    labels = {field.path: _label(field, titles) for _, held in asked for field in held}
    sections = tuple(Section(title, tuple(_parts(held, labels, choices))) for title, held in asked)
    return Layout(id_, said["name"], said["title"], sections, bool(said.get("registers")))


def _label(field: Field, titles: Sequence[str | None]) -> str:
    """Return the title of a field where it is the only one of the form, and always in a table, else its full name."""
    return (
        field.info.title
        if field.info.title and (field.listed or titles.count(field.info.title) == 1)
        else field.name
    )


def _parts(held: Sequence[Field], labels: Mapping[str, str], choices: Choices) -> Iterator[Line | Table]:
    for path, together in groupby(held, key=lambda field: field.listed):
        fields = list(together)
        if not path:
            yield from (_line(field, labels[field.path], choices) for field in fields)
            continue
        columns = tuple(_line(field, labels[field.path], choices) for field in fields)
        yield Table(path, fields[0].group.title, columns, fields[0].group.key)


def _line(field: Field, label: str, choices: Choices) -> Line:
    options = choices.get(field.path, field.choices)
    return Line(field, label, {str(code): words for code, words in options.items()})
