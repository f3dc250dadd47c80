"""Effective formatting of runs and paragraphs: what the reader sees, whatever level it was set on."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ocop_cli.ooxml.borders import drawn
from ocop_cli.ooxml.measures import whole_measure
from ocop_cli.ooxml.names import A, W
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.styles import StyleSheet

_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")
_OFF = {"0", "false", "off", "none"}
_DEFAULT_SIZE = 20  # half-points, where no level says anything
_DEFAULT_FONT = "Times New Roman"


class RunFormat(NamedTuple):
    """How a run looks: fonts by slot, size in half-points."""

    fonts: tuple[str, str, str, str]
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


class Styles:
    """The styles, themes and numberings of a file, resolved level by level."""

    def __init__(self, package: Package) -> None:
        self._sheet = StyleSheet(package.xml(package.part_of_kind("styles")))
        self._themes = _themes(package)
        self._levels = _numbering_levels(package)

    def run(self, run: Any, paragraph: Any, table_style: str) -> RunFormat:
        """Return the format of a run in a paragraph that stands in a table of a style, or in none."""
        own = run.find(f"{W}rPr") if run is not None else None
        levels = self._run_levels(own, paragraph, table_style)
        flat = [x for level in levels for x in level]
        color = _value(_first(flat, "color"), "val") or "auto"
        return RunFormat(
            fonts=self._fonts(flat),
            size=_integer(_first(flat, "sz"), "val", _DEFAULT_SIZE),
            bold=_toggle(levels, "b"),
            italic=_toggle(levels, "i"),
            caps=_toggle(levels, "caps"),
            color=color,
            marked=_is_marked(flat),
            underlined=(_value(_first(flat, "u"), "val") or "none") != "none",
            spacing=_integer(_first(flat, "spacing"), "val", 0),
            language=_value(_first(flat, "lang"), "val"),
            hidden=_toggle(levels, "vanish"),
        )

    def paragraph(self, paragraph: Any, table_style: str) -> ParagraphFormat:
        """Return the format of a paragraph."""
        own = paragraph.find(f"{W}pPr")
        style = self._sheet.style_of(paragraph)
        levels = [x for x in (own, self._numbering(own, style)) if x is not None]
        levels += [p for s in self._sheet.chain(style) if (p := s.find(f"{W}pPr")) is not None]
        levels += [p for s in self._sheet.chain(table_style) if (p := s.find(f"{W}pPr")) is not None]
        default = self._sheet.default("pPr")
        levels += [default] if default is not None else []
        spacing, indent = _merged(levels, "spacing"), _merged(levels, "ind")
        border = _first(levels, "pBdr")
        outline = _first(levels, "outlineLvl")
        return ParagraphFormat(
            align=_value(_first(levels, "jc"), "val") or "left",
            left=_twips(indent, "left", "start"),
            right=_twips(indent, "right", "end"),
            first=_twips(indent, "firstLine") - _twips(indent, "hanging"),
            before=_twips(spacing, "before"),
            after=_twips(spacing, "after"),
            line=_twips(spacing, "line") or 240,
            rule=spacing.get("lineRule", "auto"),
            contextual=_is_on(_first(levels, "contextualSpacing")),
            keep_next=_is_on(_first(levels, "keepNext")),
            outline=outline is not None and _value(outline, "val") != "9",
            ruled=border is not None and drawn(border.find(f"{W}bottom")),
            boxed=border is not None and all(drawn(border.find(f"{W}{s}")) for s in ("top", "bottom", "left", "right")),
            listed=any(x.find(f"{W}numPr") is not None for x in levels),
            style=style,
        )  # fmt: skip

    def _run_levels(self, own: Any, paragraph: Any, table_style: str) -> list[list[Any]]:
        """Return the run properties level by level: direct, character style, paragraph style, table style, defaults."""
        character = _value(own.find(f"{W}rStyle"), "val") if own is not None else ""
        default = self._sheet.default("rPr")
        return [
            [own] if own is not None else [],
            self._properties(character),
            self._properties(self._sheet.style_of(paragraph)),
            self._properties(table_style),
            [default] if default is not None else [],
        ]

    def _properties(self, style: str) -> list[Any]:
        return [p for s in self._sheet.chain(style) if (p := s.find(f"{W}rPr")) is not None]

    def numbered(self, paragraph: Any) -> tuple[str, str]:
        """Return the id and the level of the list that a paragraph stands in, by itself or by its style."""
        return self._list_of(paragraph.find(f"{W}pPr"), self._sheet.style_of(paragraph))

    def _list_of(self, own: Any, style: str) -> tuple[str, str]:
        candidates = [own, *(s.find(f"{W}pPr") for s in self._sheet.chain(style))]
        number = next(
            (n for c in candidates if c is not None and (n := c.find(f"{W}numPr")) is not None), None
        )
        if number is None:
            return "", ""
        return _value(number.find(f"{W}numId"), "val"), _value(number.find(f"{W}ilvl"), "val") or "0"

    def _numbering(self, own: Any, style: str) -> Any:
        return self._levels.get(self._list_of(own, style))

    def _fonts(self, levels: Sequence[Any]) -> tuple[str, str, str, str]:
        nodes = [n for x in levels if (n := x.find(f"{W}rFonts")) is not None]
        names = [self._slot(nodes, slot) for slot in _SLOTS]
        return names[0], names[1], names[2], names[3]

    def _slot(self, nodes: Sequence[Any], slot: str) -> str:
        """Return the font of a slot: on one level a theme wins over a name."""
        for node in nodes:
            theme = node.get(f"{W}cstheme" if slot == "cs" else f"{W}{slot}Theme")
            if theme and self._themes.get(theme):
                return self._themes[theme]
            if name := node.get(f"{W}{slot}"):
                return str(name)
        return _DEFAULT_FONT


def _themes(package: Package) -> dict[str, str]:
    root = package.xml(package.part_of_kind("theme"))
    found: dict[str, str] = {}
    for size, node in (("major", "majorFont"), ("minor", "minorFont")):
        font = root.find(f".//{A}{node}") if root is not None else None
        for slot, tag in (("HAnsi", "latin"), ("Ascii", "latin"), ("Bidi", "cs"), ("EastAsia", "ea")):
            face = font.find(f"{A}{tag}") if font is not None else None
            found[f"{size}{slot}"] = face.get("typeface", "") if face is not None else ""
    return found


def _numbering_levels(package: Package) -> dict[tuple[str, str], Any]:
    root = package.xml(package.part_of_kind("numbering"))
    if root is None:
        return {}
    abstract = {
        (a.get(f"{W}abstractNumId"), lvl.get(f"{W}ilvl")): lvl.find(f"{W}pPr")
        for a in root.iter(f"{W}abstractNum")
        for lvl in a.iter(f"{W}lvl")
    }
    named = {n.get(f"{W}numId"): _value(n.find(f"{W}abstractNumId"), "val") for n in root.iter(f"{W}num")}
    return {(num, lvl): node for num, a in named.items() for (b, lvl), node in abstract.items() if a == b}


def _first(levels: Sequence[Any], tag: str) -> Any:
    return next((n for x in levels if (n := x.find(f"{W}{tag}")) is not None), None)


def _merged(levels: Sequence[Any], tag: str) -> dict[str, str]:
    """Merge the attributes of a property over the levels, the nearest winning."""
    found: dict[str, str] = {}
    for level in levels:
        own = {
            k.rpartition("}")[2]: v for node in level.iterfind(f"{W}{tag}") for k, v in node.attrib.items()
        }
        for name, value in own.items():  # AbiWord writes one element per measure
            found.setdefault(name, value)
        if tag == "ind" and {"firstLine", "hanging"} & found.keys():
            found.setdefault("firstLine", "0")
            found.setdefault("hanging", "0")
    return found


def _toggle(levels: Sequence[Sequence[Any]], tag: str) -> bool:
    """Return a toggle property: set directly it stands, else the style levels are added up by exclusive or."""
    direct = _first(levels[0], tag)
    if direct is not None:
        return _is_on(direct)
    default = _first(levels[-1], tag)
    if default is not None and _is_on(default):
        return True
    on = [_is_on(_first(level, tag)) for level in levels[1:-1]]
    return sum(on) % 2 == 1


def _is_on(node: Any) -> bool:
    return node is not None and node.get(f"{W}val", "1") not in _OFF


def _is_marked(levels: Sequence[Any]) -> bool:
    highlight = _value(_first(levels, "highlight"), "val")
    fill = _value(_first(levels, "shd"), "fill")
    return bool(highlight and highlight != "none") or bool(fill and fill.lower() not in ("auto", "ffffff"))


def _value(node: Any, name: str) -> str:
    return (node.get(f"{W}{name}") or "") if node is not None else ""


def _integer(node: Any, name: str, default: int) -> int:
    return whole_measure(_value(node, name), default)


def _twips(attributes: dict[str, str], *names: str) -> int:
    return next((whole_measure(attributes[name]) for name in names if name in attributes), 0)


def theme_slots() -> Iterator[str]:
    """Yield the attributes that name a theme font."""
    yield from (f"{W}asciiTheme", f"{W}hAnsiTheme", f"{W}cstheme", f"{W}eastAsiaTheme")
