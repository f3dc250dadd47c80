"""A template compiled once: read, inspected and turned into programs; each document then costs little.

The tags are those of docxtpl, whose own patching of the XML is used, so that officials' templates work unchanged.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ocop_cli.ooxml.order import put_in_order
from ocop_cli.ooxml.package import DOCUMENT, Package
from ocop_cli.ooxml.xml import xml_bytes, xml_text
from ocop_cli.render.inspect import open_template
from ocop_cli.render.page_headers import restore_headers
from ocop_cli.render.ruling_lines import Measures, measures_of, set_ruling_lines

_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAGS = ("{{", "{%", "{#")
_BREAK = re.compile(r"[\t\n\a\f]")  # what docxtpl turns into tabs, breaks, paragraphs and pages
_PARAGRAPH = re.compile(r"<w:p[ >]")
_KEPT = 64  # templates held in memory at once


class Program(NamedTuple):
    """One part of a template as a program, with the XML it was made of for messages."""

    template: Template
    source: str


@dataclass(frozen=True)
class Compiled:
    """A template: programs for the parts with tags, every other part as it is, and the measures for ruling lines."""

    library: DocxTemplate
    programs: Mapping[str, Program]
    fixed: Mapping[str, bytes]
    measures: Measures

    def fill(self, values: Mapping[str, Any]) -> dict[str, bytes]:
        """Return every part, filled. Raises ``TemplateError`` with the words near the error."""
        return {
            **self.fixed,
            **{name: self._part(name, program, values) for name, program in self.programs.items()},
        }

    def _part(self, name: str, program: Program, values: Mapping[str, Any]) -> bytes:
        text = _rendered(program, values)
        tree = self.library.fix_tables(self._broken_up(text))
        if name == DOCUMENT:
            set_ruling_lines(tree, self.measures)
            number_shapes(tree)
        return xml_bytes(tree)

    def _broken_up(self, text: str) -> str:
        """Let the library turn breaks inside values into those of Word, paragraph by paragraph that has any."""
        done, rest = [], text
        while found := _BREAK.search(rest):
            begin, end = _paragraph_around(rest, found.start())
            done += [rest[:begin], self.library.resolve_listing(rest[begin:end])]
            rest = rest[end:]
        return "".join([*done, rest])


def compiled(template: Path) -> Compiled:
    """Return a template compiled; one that has not changed is compiled once.

    Raises ``OcopError`` for an unsafe one, ``TemplateError`` for one whose tags are wrong.
    """
    status = template.stat()
    return _compiled(template, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=_KEPT)
def _compiled(template: Path, _changed: int, _size: int) -> Compiled:
    package = open_template(template)
    library = DocxTemplate(template)
    library.init_docx()
    environment = _environment()
    programs = {
        name: _program(library, environment, _source(package, name))
        for name in package.parts
        if _FILLED.fullmatch(name) and _has_tags(package, name)
    }
    fixed = {name: content for name, content in package.parts.items() if name not in programs}
    return Compiled(library, programs, fixed, measures_of(package))


def _paragraph_around(text: str, position: int) -> tuple[int, int]:
    """Return where the paragraph around a position begins and ends; all of the text when there is none."""
    begin = max((found.start() for found in _PARAGRAPH.finditer(text, 0, position)), default=0)
    end = text.find("</w:p>", position)
    return begin, len(text) if end < 0 else end + len("</w:p>")


def _has_tags(package: Package, name: str) -> bool:
    """Say whether a part has tags; Word may have put marks of its own between the two braces of one."""
    text = "".join(package.xml(name).itertext())
    return any(tag in text for tag in _TAGS)


def _source(package: Package, name: str) -> str:
    """Return a part as an office program should have saved it: properties in order, page numbers kept."""
    root = package.xml(name)
    put_in_order(root)
    if name == DOCUMENT:
        restore_headers(root, package)
    return xml_text(root)


def _program(library: DocxTemplate, environment: ImmutableSandboxedEnvironment, text: str) -> Program:
    patched = library.patch_xml(text)
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", patched)  # a line per paragraph, so that an error has a place
    try:
        return Program(environment.from_string(source), source)
    except TemplateError as error:
        raise _with_context(error, source) from error


def _rendered(program: Program, values: Mapping[str, Any]) -> str:
    try:
        text = program.template.render(values)
    except TemplateError as error:
        raise _with_context(error, program.source) from error
    text = re.sub(r"\n<w:p([ >])", r"<w:p\1", text)
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        text = text.replace(written, meant)
    return text


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


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_plain)


def _plain(value: Any) -> Any:
    """Let text and numbers through; refuse what would print as a word of the program, such as None or a list."""
    if isinstance(value, StrictUndefined):
        return value  # it raises when it is printed, with the name of what is missing
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise TemplateError(f"chỗ này không phải chữ hay số ({value!r})")
    return value
