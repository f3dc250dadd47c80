"""What a person does to one line of a YAML file by mistake, and what somebody who follows the message does to it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ocop_cli.store.yaml.source import parse
from ocop_cli.store.yaml.tree import Mapping, Node, Scalar, Sequence

_LINE = re.compile(r"(?P<lead> *(?:- )*)(?P<key>[a-z_0-9]+):(?P<rest>.*)")
_STRAY = "ghi chú thêm"


class Line(NamedTuple):
    """A line of a file that names one value: what stands before the name, the name, and the value as typed."""

    number: int
    lead: str
    key: str
    value: str

    @property
    def indent(self) -> str:
        """The spaces before the name, a dash counted as space."""
        return " " * len(self.lead)


def lines_of_values(text: str) -> list[Line]:
    """Return the lines on which a single value stands behind its name."""
    root = parse(text.encode(), "x.yaml").root
    assert root is not None
    lines, found = text.split("\n"), []
    for key, value in _pairs(root):
        match = _LINE.fullmatch(lines[key.line - 1])
        if match and isinstance(value, Scalar) and value.line == key.line and value.style not in ("|", ">"):
            found.append(Line(key.line, match["lead"], match["key"], text[value.start : value.end]))
    return found


def _pairs(node: Node) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Mapping) and not node.flow:
        for entry in node.entries.values():
            yield entry.key, entry.value
            yield from _pairs(entry.value)
    if isinstance(node, Sequence) and not node.flow:
        for item in node.items:
            yield from _pairs(item)


def _bare(line: Line) -> bool:
    return line.value[:1] not in "\"'"


def _joined(sign: str) -> Callable[[Line], str | None]:
    return lambda line: f"{line.lead}{line.key}{sign}{line.value}"


def _begun(sign: str) -> Callable[[Line], str | None]:
    return lambda line: f"{line.lead}{line.key}: {sign}{line.value}" if _bare(line) else None


SLIPS: dict[str, Callable[[Line], str | None]] = {
    "no colon": _joined(" "),
    "no-break space": _joined(":\u00a0"),
    "full-width colon": _joined("："),
    "full-width colon, space": _joined("： "),
    "semicolon": _joined("; "),
    "semicolon, glued": _joined(";"),
    "equals": _joined(" = "),
    "equals, glued": _joined("="),
    "quote open": _begun('"'),
    "apostrophe open": _begun("'"),
    "bracket open": _begun("["),
    "brace open": _begun("{"),
    "dash glued": lambda line: (
        f"{line.lead[:-1]}{line.key}: {line.value}" if line.lead.endswith("- ") else None
    ),
    "one space too many": lambda line: f" {line.lead}{line.key}: {line.value}",
    "two spaces too many": lambda line: f"  {line.lead}{line.key}: {line.value}",
    "one space too few": lambda line: (
        f"{line.lead[1:]}{line.key}: {line.value}" if line.lead.startswith(" ") else None
    ),
    "tab in front": lambda line: (
        f"\t{line.lead[2:]}{line.key}: {line.value}" if line.lead.startswith("  ") else None
    ),
    "colon in the value": lambda line: f"{line.lead}{line.key}: {line.value}: thêm" if _bare(line) else None,
    "colon glued": lambda line: f"{line.lead}{line.key}:{line.value}" if _bare(line) else None,
    "at sign": _begun("@"),
    "star": _begun("*"),
    "percent": _begun("%"),
    "exclamation": _begun("!"),
    "dash": _begun("- "),
    "words after a quote": lambda line: (
        f'{line.lead}{line.key}: "{line.value}" thêm' if _bare(line) else None
    ),
}
"""How a person breaks the line of a value: the line as it then stands; ``None`` where the slip cannot be made."""


class Slip(NamedTuple):
    """A file with one broken line, and how that line stood before; empty where it did not."""

    kind: str
    text: str
    number: int
    was: str = ""


def slips_of(text: str, values: Callable[[list[Line]], list[Line]]) -> Iterator[Slip]:
    """Yield a sound file with some of its values broken in each way, one at a time."""
    lines = text.split("\n")
    for line in values(lines_of_values(text)):
        at = line.number - 1
        for kind, make in SLIPS.items():
            if (broken := make(line)) is not None:
                yield Slip(kind, "\n".join([*lines[:at], broken, *lines[at + 1 :]]), line.number, lines[at])
        for kind, lead in (("stray words", line.indent), ("stray words at the margin", "")):
            stray = f"{lead}{_STRAY}"
            yield Slip(kind, "\n".join([*lines[: at + 1], stray, *lines[at + 1 :]]), line.number + 1)


def cured(slip: Slip, hint: str) -> str:
    """Return the file after somebody has done to the broken line what a hint says."""
    lines = slip.text.split("\n")
    lines[slip.number - 1] = next(cure for words, cure in _CURES.items() if words in hint)(
        lines[slip.number - 1], slip.was
    )
    return "\n".join(lines)


def _retyped(line: str, _: str) -> str:
    return re.sub(r"^( *(?:- )*[a-z_0-9]+)[\s:：;=\u00a0]+", r"\1: ", line)


def _quoted(line: str, _: str) -> str:
    head, _, value = line.partition(":")
    bare = value.strip().replace('"', "")
    return f'{head}: "{bare}"'


_CURES: dict[str, Callable[[str, str], str]] = {
    "nếu là ghi chú": lambda line, was: _retyped(line, was) if was else f"# {line}",
    "bằng dấu hai chấm": _retyped,
    "gõ lại dấu hai chấm": _retyped,
    "viết dạng “tên: giá trị”": _retyped,
    "viết dạng “- tên: giá trị”": lambda line, _: line.replace("-", "- ", 1),
    "thụt thẳng hàng": lambda line, was: was[: len(was) - len(was.lstrip())] + line.lstrip(),
    "thay mỗi Tab": lambda line, _: line.replace("\t", "  "),
    "thêm dấu nháy ở cuối": lambda line, _: line + next(sign for sign in line if sign in "\"'"),
    "đóng ngoặc": lambda line, _: f"{line}]",
    "trong nháy kép": _quoted,
    "một cặp nháy": _quoted,
}
