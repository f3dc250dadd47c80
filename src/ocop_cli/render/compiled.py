"""A template compiled once: read, inspected and turned into programs; each document then costs little.

The tags are those of docxtpl, whose own patching of the XML is used, so that officials' templates work unchanged.
Templates of the program come with their sources patched, and then the library is not loaded.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ocop_cli.ooxml.order import put_in_order
from ocop_cli.ooxml.package import DOCUMENT, PRINTED_PARTS, Package
from ocop_cli.ooxml.xml import parse_xml, xml_bytes, xml_text
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.render.breaks import with_breaks
from ocop_cli.render.inspect import open_template
from ocop_cli.render.page_ends import hold_together
from ocop_cli.render.page_headers import free_section_ends, restore_headers
from ocop_cli.render.ruling_lines import Measures, measures_of, set_ruling_lines
from ocop_cli.render.titles import even_titles

_TAGS = ("{{", "{%", "{#")
_AS_MEANT = (
    ("\n<w:p>", "<w:p>"), ("\n<w:p ", "<w:p "), ("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"),
)  # fmt: skip
"""Paragraphs stand on lines of their own in a program, and braces apart that are no tags."""
_KEPT = 64  # templates held in memory at once
PROPERTIES = "docProps/core.xml"
CHART = "word/media/chart.png"
"""The part of a template in whose place the chart of the values is put."""

LONGEST = 50_000_000
"""Characters of one filled part: a hundred times the longest document."""


class TooLongError(TemplateError):
    """A template makes a text without end."""


Sources = tuple[tuple[str, str], ...]
"""The parts of a template that have tags, each with its XML as docxtpl patches it: (name of the part, XML)."""


class Program(NamedTuple):
    """One part of a template as a program, with the XML it was made of for messages."""

    template: Template
    source: str


@dataclass(frozen=True)
class Compiled:
    """A template: programs for the parts with tags, properties and chart as they are, and the measures for ruling lines.

    ``packed`` is a zip of all other parts: they are deflated once for all documents.
    """

    programs: Mapping[str, Program]
    own: Mapping[str, bytes]
    packed: bytes
    measures: Measures
    tree_of: Callable[[str], Any]

    def fill(self, values: Mapping[str, Any]) -> dict[str, bytes]:
        """Return the parts that are not packed, filled. Raises ``TemplateError`` with the words near the error."""
        return {
            **self.own,
            **{name: self._part(name, program, values) for name, program in self.programs.items()},
        }

    def _part(self, name: str, program: Program, values: Mapping[str, Any]) -> bytes:
        text = _rendered(program, values)
        tree = self.tree_of(with_breaks(text))
        if name == DOCUMENT:
            even_titles(tree, self.measures)
            set_ruling_lines(tree, self.measures)
            hold_together(tree, self.measures)
            number_shapes(tree)
        return xml_bytes(tree)


def compiled(template: Path, ready: Sources = ()) -> Compiled:
    """Return a template compiled; one that has not changed is compiled once.

    ``ready`` are its sources where they are known. Raises ``OcopError`` for an unsafe template, ``TemplateError`` for
    one whose tags are wrong, ``ValueError`` or ``KeyError`` for what only looks like a Word file.
    """
    status = template.stat()
    return _compiled(template, status.st_mtime_ns, status.st_size, ready)


@lru_cache(maxsize=_KEPT)
def _compiled(template: Path, _changed: int, _size: int, ready: Sources) -> Compiled:
    package = open_template(template)
    sources, tree_of = (ready, _tree) if ready else _patched(template, package)
    environment = template_environment()
    programs = {name: _program(environment, source) for name, source in sources}
    own = {name: package.parts[name] for name in (PROPERTIES, CHART) if name in package.parts}
    fixed = {name: content for name, content in package.parts.items() if name not in {*programs, *own}}
    return Compiled(programs, own, zip_parts(fixed), measures_of(package), tree_of)


def patched_sources(template: Path) -> Sources:
    """Return the sources of a template, for a build of the program to keep. Raises as ``compiled`` does."""
    return _patched(template, open_template(template))[0]


def _patched(template: Path, package: Package) -> tuple[Sources, Callable[[str], Any]]:
    """Return the sources of a template, and what makes a tree of a filled part."""
    from ocop_cli.render.patching import Patcher

    patcher = Patcher(template)
    names = [name for name in package.parts if PRINTED_PARTS.fullmatch(name) and _has_tags(package, name)]
    return tuple((name, _by_line(patcher.patched(_source(package, name)))) for name in names), patcher.fitted


def _tree(text: str) -> Any:
    """Return the tree of a filled part of our own: its tables have the columns that they are drawn with."""
    return parse_xml(text.encode())


def _by_line(source: str) -> str:
    """Put every paragraph on a line of its own, so that an error has a place."""
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)


def _has_tags(package: Package, name: str) -> bool:
    """Say whether a part has tags; Word may have put marks of its own between the two braces of one."""
    text = "".join(package.xml(name).itertext())
    return any(tag in text for tag in _TAGS)


def _source(package: Package, name: str) -> str:
    """Return a part as an office program should have saved it: properties in order, page numbers kept."""
    root = package.xml(name)
    put_in_order(root)
    if name == DOCUMENT:
        free_section_ends(root)
        restore_headers(root, package)
    return xml_text(root)


def _program(environment: ImmutableSandboxedEnvironment, source: str) -> Program:
    try:
        return Program(environment.from_string(source), source)
    except TemplateError as error:
        raise _with_context(error, source) from error


def _rendered(program: Program, values: Mapping[str, Any]) -> str:
    try:
        text = "".join(_pieces(program.template, values))
    except TemplateError as error:
        raise _with_context(error, program.source) from error
    for written, meant in _AS_MEANT:
        text = text.replace(written, meant)
    return text


def _pieces(template: Template, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield a filled part piece by piece. Raises ``TooLongError`` before it fills the memory."""
    size = 0
    for piece in template.generate(values):
        size += len(piece)
        if size > LONGEST:
            raise TooLongError
        yield piece


def _with_context(error: TemplateError, source: str) -> TemplateError:
    """Put the lines around an error on the error, for the message."""
    line = getattr(error, "lineno", None) or _line_of(error)
    near = source.splitlines()[max(line - 4, 0) : line + 3] if line else []
    error.docx_context = near  # type: ignore[attr-defined]  # the message reads it
    return error


def _line_of(error: TemplateError) -> int:
    """Return the line of the template in which rendering failed."""
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def number_shapes(tree: Any) -> None:
    """Give every shape its own id: a repeated row repeats the ids, and Word then calls the file damaged."""
    for number, shape in enumerate(tree.iter("{*}docPr"), 1):
        shape.set("id", str(number))


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which no text is repeated beyond measure."""

    intercepted_binops = frozenset(["*"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        texts = [len(side) for side in (left, right) if isinstance(side, str | list | tuple)]
        numbers = [side for side in (left, right) if isinstance(side, int)]
        if texts and numbers and texts[0] * numbers[0] > LONGEST:
            raise TooLongError
        return super().call_binop(context, operator, left, right)


def template_environment() -> ImmutableSandboxedEnvironment:
    """Return what templates are read in: no way out of the sandbox, and the filter ``dots``."""
    environment = _Environment(autoescape=True, undefined=StrictUndefined, finalize=_plain)
    environment.filters["dots"] = _dots
    return environment


def _dots(value: Any, below: int = 0, end: str = "") -> Any:
    """Put a tab in the place of an answer that is not there: the style of the line draws its dots.

    With ``below`` so many dotted lines follow below the words instead; ``end`` stands behind an answer.
    """
    if isinstance(value, str) and not value.strip("…"):
        return "\n\t" * below or "\t"
    return f"{value}{end}" if end else value


def _plain(value: Any) -> Any:
    """Let text and numbers through; refuse what would print as a word of the program, such as None or a list."""
    if isinstance(value, StrictUndefined):
        return value  # it raises when it is printed, with the name of what is missing
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TemplateError(f"chỗ này không phải chữ hay số ({value!r})")
    return value
