"""The styles of a Word file: found by name, each with those it is based on.

Programs give styles new ids when they save a file (LibreOffice makes ``OCOPngk`` of ``Rule``); names stay.
"""

import unicodedata
from typing import Any

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import Package
from ocop_cli.ooxml.walk import first_child


class StyleSheet:
    """The part ``styles.xml``; ``None`` for a file that has none."""

    def __init__(self, root: Any) -> None:
        styles = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId"): style for style in styles}
        self._names: dict[str, str] = {}
        self._chains: dict[str, tuple[Any, ...]] = {}
        self._sizes: dict[str, float | None] = {}
        self._sides: dict[str, int] = {}
        self._defaults = root.find(f"{W}docDefaults") if root is not None else None
        self._usual = next((name for name, style in self._styles.items() if _is_usual(style)), "")

    def default(self, tag: str) -> Any:
        """Return what holds where no style says anything: ``pPr`` or ``rPr``, or ``None``."""
        return self._defaults.find(f"{W}{tag}Default/{W}{tag}") if self._defaults is not None else None

    def style_of(self, paragraph: Any) -> str:
        """Return the id of a paragraph's style."""
        return self.style_in(first_child(paragraph, "pPr"))

    def style_in(self, properties: Any) -> str:
        """Return the id of the style that a paragraph's properties name; without one that is there it has the usual one."""
        node = first_child(properties, "pStyle") if properties is not None else None
        named = node.get(f"{W}val", "") if node is not None else ""
        return named if named in self._styles else self._usual

    def name(self, style: str) -> str:
        """Return the name of a style as people read it; none for a style that is not there."""
        if style not in self._names:
            node = self._styles[style].find(f"{W}name") if style in self._styles else None
            value = node.get(f"{W}val", "") if node is not None else ""
            self._names[style] = unicodedata.normalize("NFC", value)
        return self._names[style]

    def chain(self, style: str) -> tuple[Any, ...]:
        """Return a style and those it is based on, the nearest first."""
        if style not in self._chains:
            found: dict[str, Any] = {}
            current = style
            while current in self._styles and current not in found:
                found[current] = self._styles[current]
                base = found[current].find(f"{W}basedOn")
                current = base.get(f"{W}val", "") if base is not None else ""
            self._chains[style] = tuple(found.values())
        return self._chains[style]

    def size(self, style: str) -> float | None:
        """Return the size in points that a style gives, by itself, by what it is based on, or by default."""
        if style not in self._sizes:
            levels = (*(each.find(f"{W}rPr") for each in self.chain(style)), self.default("rPr"))
            found = (level.find(f"{W}sz") for level in levels if level is not None)
            size = next((node for node in found if node is not None), None)
            self._sizes[style] = float(size.get(f"{W}val")) / 2 if size is not None else None
        return self._sizes[style]

    def sides(self, style: str) -> int:
        """Return what a style leaves free on both sides together, in twips."""
        if style not in self._sides:
            indents = (each.find(f"{W}pPr/{W}ind") for each in self.chain(style))
            indent = next((found for found in indents if found is not None), None)
            said = (indent.get(f"{W}{side}", "0") for side in ("left", "right")) if indent is not None else ()
            self._sides[style] = sum(map(int, said))
        return self._sides[style]


def missing_styles(package: Package) -> list[str]:
    """Return the styles of paragraphs that the text names and the file lacks: each program shows them its own way."""
    root, sheet = (package.xml(part) for part in (package.main, package.part_of_kind("styles")))
    there = {style.get(f"{W}styleId") for style in sheet.iter(f"{W}style")} if sheet is not None else set()
    named = (node.get(f"{W}val", "") for node in root.iter(f"{W}pStyle")) if root is not None else ()
    return sorted({*named} - there)


def _is_usual(style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
