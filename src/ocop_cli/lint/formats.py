"""Effective formatting of runs and paragraphs: what the reader sees, whatever level it was set on."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from ocop_cli.lint.levels import Level, level_of, merged, nearest, toggle, value
from ocop_cli.ooxml.borders import drawn
from ocop_cli.ooxml.measures import is_on, whole_measure
from ocop_cli.ooxml.names import A, W
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.styles import StyleSheet
from ocop_cli.ooxml.walk import first_child
from ocop_cli.ooxml.xml import element_bytes

_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_DEFAULT_SIZE = 20  # half-points, where no level says anything
_DEFAULT_FONTS = ("Times New Roman",) * len(_SLOTS)
_KINDS = ("styles", "theme", "numbering")
_KEPT = 8  # files of so many makers at once
_TOGGLES = ("b", "i", "caps", "vanish")


class RunFormat(NamedTuple):
    """How a run looks: fonts by slot, size in half-points."""

    fonts: tuple[str, ...]
    size: int
    bold: bool
    italic: bool
    caps: bool
    color: str
    marked: bool
    underlined: bool
    spacing: int
    language: str
    hidden: bool


class ParagraphFormat(NamedTuple):
    """How a paragraph stands: twips, and lines in 240ths where ``rule`` is ``auto``."""

    align: str
    left: int
    right: int
    first: int
    before: int
    after: int
    line: int
    rule: str
    contextual: bool
    keep_next: bool
    outline: bool
    ruled: bool
    boxed: bool
    listed: bool
    style: str


class _RunBase(NamedTuple):
    """What styles make of a run before it says anything itself."""

    first: dict[str, Any]
    fonts: tuple[str, ...]
    on: dict[str, bool]


class _ParagraphBase(NamedTuple):
    """What styles make of a paragraph before it says anything itself."""

    first: dict[str, Any]
    spacing: dict[str, str]
    indent: dict[str, str]


def styles_of(package: Package) -> "Styles":
    """Return the styles of a file: one object for all files whose parts on styles are the same, as those of one maker are.

    Raises ``UnreadableError``.
    """
    names = [package.part_of_kind(kind) for kind in _KINDS]
    return _styles(*((name, package.parts.get(name)) for name in names))


@lru_cache(maxsize=_KEPT)
def _styles(*parts: tuple[str, bytes | None]) -> "Styles":
    there = Package({name: content for name, content in parts if content is not None}, "")
    return Styles(*(partial(there.xml, name) for name, _ in parts))


class Styles:
    """The styles, theme and numbering of a file, resolved level by level; each part is read when it is asked for.

    What has the same properties under the same styles looks the same: it is worked out once.
    """

    def __init__(
        self, styles: Callable[[], Any], theme: Callable[[], Any], numbering: Callable[[], Any]
    ) -> None:
        self._theme, self._numbering_part = theme, numbering
        self._sheet = StyleSheet(styles())
        self._levels: dict[tuple[str, str], Level] = {}
        self._run_bases: dict[tuple[str, str, str], _RunBase] = {}
        self._paragraph_bases: dict[tuple[str, str], _ParagraphBase] = {}
        self._runs: dict[tuple[bytes, str, str], RunFormat] = {}
        self._paragraphs: dict[tuple[bytes, str], ParagraphFormat] = {}

    def run(self, run: Any, style: str, table_style: str) -> RunFormat:
        """Return the format of a run in a paragraph of a style that stands in a table of a style, or in none."""
        own = first_child(run, "rPr") if run is not None else None
        key = (element_bytes(own), style, table_style)
        if key not in self._runs:
            self._runs[key] = self._run(own, style, table_style)
        return self._runs[key]

    def paragraph(self, paragraph: Any, table_style: str) -> ParagraphFormat:
        """Return the format of a paragraph."""
        own = first_child(paragraph, "pPr")
        key = (element_bytes(own), table_style)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph(own, table_style)
        return self._paragraphs[key]

    def numbered(self, paragraph: Any) -> tuple[str, str]:
        """Return the id and the level of the list that a paragraph stands in, by itself or by its style."""
        own = first_child(paragraph, "pPr")
        return self._list_of(level_of([own]), self._sheet.style_in(own))

    def _run(self, own: Any, style: str, table_style: str) -> RunFormat:
        direct = level_of([own])
        base = self._run_base(value(direct.first.get("rStyle"), "val"), style, table_style)
        said = base.first | direct.first
        on = base.on | {tag: is_on(direct.first[tag]) for tag in _TOGGLES if tag in direct.first}
        return RunFormat(
            fonts=self._fonts([direct.first["rFonts"]], base.fonts) if "rFonts" in direct.first else base.fonts,
            size=_integer(said.get("sz"), _DEFAULT_SIZE),
            bold=on["b"],
            italic=on["i"],
            caps=on["caps"],
            color=value(said.get("color"), "val") or "auto",
            marked=_is_marked(said),
            underlined=(value(said.get("u"), "val") or "none") != "none",
            spacing=_integer(said.get("spacing"), 0),
            language=value(said.get("lang"), "val"),
            hidden=on["vanish"],
        )  # fmt: skip

    def _run_base(self, character: str, style: str, table_style: str) -> _RunBase:
        key = (character, style, table_style)
        if key not in self._run_bases:
            levels = [*(self._style(name, "rPr") for name in key), level_of([self._sheet.default("rPr")])]
            holders = [holder for level in levels for holder in level.holders]
            nodes = [n for holder in holders if (n := first_child(holder, "rFonts")) is not None]
            on = {tag: toggle(levels, tag) for tag in _TOGGLES}
            self._run_bases[key] = _RunBase(nearest(levels), self._fonts(nodes, _DEFAULT_FONTS), on)
        return self._run_bases[key]

    def _paragraph(self, own: Any, table_style: str) -> ParagraphFormat:
        direct, style = level_of([own]), self._sheet.style_in(own)
        listed = self._numbering(direct, style)
        base = self._paragraph_base(style, table_style)
        said = base.first | listed.first | direct.first
        spacing = merged([direct, listed], "spacing", base.spacing)
        indent = merged([direct, listed], "ind", base.indent)
        border, outline = said.get("pBdr"), said.get("outlineLvl")
        return ParagraphFormat(
            align=value(said.get("jc"), "val") or "left",
            left=_twips(indent, "left", "start"),
            right=_twips(indent, "right", "end"),
            first=_twips(indent, "firstLine") - _twips(indent, "hanging"),
            before=_twips(spacing, "before"),
            after=_twips(spacing, "after"),
            line=_twips(spacing, "line") or 240,
            rule=spacing.get("lineRule", "auto"),
            contextual=is_on(said.get("contextualSpacing")),
            keep_next=is_on(said.get("keepNext")),
            outline=outline is not None and value(outline, "val") != "9",
            ruled=border is not None and drawn(border.find(f"{W}bottom")),
            boxed=border is not None and all(drawn(border.find(f"{W}{s}")) for s in ("top", "bottom", "left", "right")),
            listed="numPr" in said,
            style=style,
        )  # fmt: skip

    def _paragraph_base(self, style: str, table_style: str) -> _ParagraphBase:
        key = (style, table_style)
        if key not in self._paragraph_bases:
            levels = [*(self._style(name, "pPr") for name in key), level_of([self._sheet.default("pPr")])]
            spacing, indent = (merged(levels, tag, {}) for tag in ("spacing", "ind"))
            self._paragraph_bases[key] = _ParagraphBase(nearest(levels), spacing, indent)
        return self._paragraph_bases[key]

    def _style(self, style: str, tag: str) -> Level:
        """Return what a style and those it is based on say together."""
        if (style, tag) not in self._levels:
            self._levels[style, tag] = level_of([first_child(s, tag) for s in self._sheet.chain(style)])
        return self._levels[style, tag]

    def _list_of(self, direct: Level, style: str) -> tuple[str, str]:
        number = direct.first.get("numPr")
        number = self._style(style, "pPr").first.get("numPr") if number is None else number
        if number is None:
            return "", ""
        return value(number.find(f"{W}numId"), "val"), value(number.find(f"{W}ilvl"), "val") or "0"

    def _numbering(self, direct: Level, style: str) -> Level:
        place = self._list_of(direct, style)
        return level_of([self._lists.get(place)] if place[0] else [])

    @cached_property
    def _lists(self) -> dict[tuple[str, str], Any]:
        return _numbering_levels(self._numbering_part())

    @cached_property
    def _themes(self) -> dict[str, str]:
        return _themes(self._theme())

    def _fonts(self, nodes: Sequence[Any], otherwise: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(partial(self._slot, nodes), _SLOTS, otherwise))

    def _slot(self, nodes: Sequence[Any], slot: str, otherwise: str) -> str:
        """Return the font of a slot: on one level a theme wins over a name."""
        for node in nodes:
            theme = node.get(f"{W}cstheme" if slot == "cs" else f"{W}{slot}Theme")
            if theme and self._themes.get(theme):
                return self._themes[theme]
            if name := node.get(f"{W}{slot}"):
                return str(name)
        return otherwise


def _themes(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for size, node in (("major", "majorFont"), ("minor", "minorFont")):
        font = root.find(f".//{A}{node}") if root is not None else None
        for slot, tag in (("HAnsi", "latin"), ("Ascii", "latin"), ("Bidi", "cs"), ("EastAsia", "ea")):
            face = font.find(f"{A}{tag}") if font is not None else None
            found[f"{size}{slot}"] = face.get("typeface", "") if face is not None else ""
    return found


def _numbering_levels(root: Any) -> dict[tuple[str, str], Any]:
    if root is None:
        return {}
    abstract = {
        (a.get(f"{W}abstractNumId"), lvl.get(f"{W}ilvl")): lvl.find(f"{W}pPr")
        for a in root.iter(f"{W}abstractNum")
        for lvl in a.iter(f"{W}lvl")
    }
    named = {n.get(f"{W}numId"): value(n.find(f"{W}abstractNumId"), "val") for n in root.iter(f"{W}num")}
    return {(num, lvl): node for num, a in named.items() for (b, lvl), node in abstract.items() if a == b}


def _is_marked(said: Mapping[str, Any]) -> bool:
    highlight = value(said.get("highlight"), "val")
    fill = value(said.get("shd"), "fill")
    return bool(highlight and highlight != "none") or bool(fill and fill.lower() not in ("auto", "ffffff"))


def _integer(node: Any, default: int) -> int:
    return whole_measure(value(node, "val"), default)


def _twips(attributes: dict[str, str], *names: str) -> int:
    return next((whole_measure(attributes[name]) for name in names if name in attributes), 0)
