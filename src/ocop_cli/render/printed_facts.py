"""What two templates print of the same stand-ins: facts lost, doubled, moved or cut short, other words, other tables."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from ocop_cli.ooxml.names import MC, W
from ocop_cli.ooxml.package import Package, open_package
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.render.stand_ins import CLOSES, KINDS, OPENS

_FACT = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}")
_ROW = re.compile(r":(\d+)(?=\.|$)")
_WHOLE = " ".join(KINDS["nasty"].tail.split())
_COUNTED = {
    "hàng của bảng": "tr",
    "phần (section)": "sectPr",
    "hình": "drawing",
}  # tables grow together when saved
_LETTERS = re.compile(r"[^\W\d_]")


class Printed(NamedTuple):
    """What a filled template prints: its lines, its facts in order as (fact, line), and how much of each structure."""

    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    structure: dict[str, int]
    clipped: tuple[str, ...]


class Difference(NamedTuple):
    """A fact that is printed otherwise: its name as a template writes it, and the words around it."""

    name: str
    line: str


class Compared(NamedTuple):
    """How a document differs from the usual one."""

    lost: tuple[Difference, ...]
    doubled: tuple[Difference, ...]
    moved: tuple[Difference, ...]
    words_lost: tuple[str, ...]
    words_added: tuple[str, ...]
    structure: tuple[str, ...]
    clipped: tuple[str, ...]


def printed(content: bytes) -> Printed:
    """Read a document that was filled with stand-ins. Raises ``UnreadableError``."""
    package = open_package(content)
    root = package.xml(package.main)
    lines = [line for part in _parts(package) for line in _lines(part)]
    facts = tuple((found[1], line) for line in lines for found in _FACT.finditer(line))
    structure = {word: sum(1 for _ in root.iter(f"{{*}}{tag}")) for word, tag in _COUNTED.items()}
    return Printed(tuple(lines), facts, structure, tuple(_clipped(root)))


def compare(usual: Printed, own: Printed) -> Compared:
    """Say what differs between what the program's own template prints and what another one does."""
    counts, own_counts = (Counter(fact for fact, _ in each.facts) for each in (usual, own))
    places, own_places = dict(reversed(usual.facts)), dict(reversed(own.facts))
    return Compared(
        _named([fact for fact in counts if fact not in own_counts], places),
        _named([fact for fact in counts if own_counts[fact] > counts[fact]], own_places),
        _named(_moved(usual, own, counts, own_counts), own_places),
        _words(usual, own),
        _words(own, usual),
        tuple(
            f"{word}: bản gốc {count}, bản của xã {own.structure[word]}"
            for word, count in usual.structure.items() if own.structure[word] != count
        ),
        tuple(line for line in own.clipped if line not in usual.clipped),
    )  # fmt: skip


def cut_short(usual: Printed, own: Printed) -> tuple[Difference, ...]:
    """Name the facts whose long text with signs does not come out whole, though it does in the usual document."""
    whole = {_name(fact) for fact, line in usual.facts if _is_whole(fact, line)}
    cut = [fact for fact, line in own.facts if not _is_whole(fact, line) and _name(fact) in whole]
    return _named(cut, dict(reversed(own.facts)))


def shown(line: str) -> str:
    """Return a line with its facts as a template writes them."""
    return _FACT.sub(lambda found: f"{{{{ {_name(found[1])} }}}}", line)


def _is_whole(fact: str, line: str) -> bool:
    return f"{OPENS}{fact}{CLOSES} {_WHOLE}" in line


def _name(fact: str) -> str:
    """Return a fact without the row in which it stood."""
    return _ROW.sub("", fact)


def _named(facts: Sequence[str], places: dict[str, str]) -> tuple[Difference, ...]:
    found: dict[str, str] = {}
    for fact in facts:
        found.setdefault(_name(fact), shown(places[fact]))
    return tuple(Difference(name, line) for name, line in found.items())


def _moved(usual: Printed, own: Printed, counts: Counter[str], own_counts: Counter[str]) -> list[str]:
    """Return the facts that stand in another order, as few as explain it."""
    before, after = (
        [fact for fact, _ in each.facts if counts[fact] == own_counts[fact] == 1] for each in (usual, own)
    )
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = {fact for block in blocks for fact in before[block.a : block.a + block.size]}
    return [fact for fact in after if fact not in kept]


def _words(here: Printed, there: Printed) -> tuple[str, ...]:
    """Return the lines of words that one document has and the other has not; each row of a table counts once."""
    other = {_wording(line) for line in there.lines}
    lines = dict.fromkeys(_wording(line) for line in here.lines if _LETTERS.search(_FACT.sub("", line)))
    return tuple(line for line in lines if line not in other)


def _wording(line: str) -> str:
    return " ".join(shown(line).split())


def _parts(package: Package) -> Iterator[Any]:
    """Yield the document, then each header, footer and note."""
    pages = [
        name for name in package.parts if re.search(r"/(header|footer|footnotes|endnotes)\d*\.xml$", name)
    ]
    yield from (package.xml(name) for name in [package.main, *sorted(pages)])


def _lines(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        repeated = next(paragraph.iterancestors(f"{MC}Fallback"), None) is not None
        text = unicodedata.normalize("NFC", paragraph_text(paragraph))
        if text.strip() and not repeated:
            yield " ".join(text.split())


def _clipped(root: Any) -> Iterator[str]:
    """Yield the lines with facts that stand in a row of fixed height: what is longer is not seen."""
    for height in root.iter(f"{W}trHeight"):
        row = next(height.iterancestors(f"{W}tr"))
        if height.get(f"{W}hRule") == "exact":
            yield from (shown(line) for line in _lines(row) if _FACT.search(line))
