"""YAML texts to try a reader with: all that lie in the repository, and those made of them by a careless hand."""

import random
import re
from collections.abc import Iterator
from functools import cache

from support.paths import EXAMPLES, ROOT

_FOLDERS = (
    EXAMPLES,
    ROOT / "tests/broken",
    ROOT / "src/ocop_cli/dossier/data",
    ROOT / "src/ocop_cli/rules/data",
)
_SIGNS: tuple[str, ...] = (
    *"\t\n\r #&*!|>'\"%@`{}[]:,-?=;~.0aạ",
    "\u00a0", "：", "\u0323", "\u200b", "\x85", "\u2028", "\\", "\\u202e", "\r\n", "\n\n", "\n ", "\n\t", "  ", ": ", ":\n", " #x", "- ", "\n- ", "? ",
    "[", "{a}", "[1,2]", "{b: 1, c}", "&x ", "*x", "!t ", "! ", "---\n", "...\n", "%YAML 1.1\n", "null", "~: ", "'", '"', "|\n", ">-\n", "<<: ",
    "  " * 12, "- " * 40, "[" * 40, "? " * 20, "\ufeff",
)  # fmt: skip


@cache
def yaml_texts() -> tuple[str, ...]:
    """Return every YAML text of the repository that is Unicode."""
    texts = []
    for folder in _FOLDERS:
        for file in sorted(folder.rglob("*.yaml")):
            if file.is_file():
                texts.append(file.read_bytes().decode("utf-8", errors="replace"))
    return tuple(texts)


def damaged(text: str, chance: random.Random) -> str:
    """Return a text after a few slips: signs put in, taken out, written over, lines moved, doubled or shifted."""
    for _ in range(chance.randint(1, 4)):
        slip = chance.choice((_put, _put, _over, _cut, _line))
        text = slip(text, chance)
    return text


def damaged_texts(seed: int, count: int, *, longest: int = 3_000) -> Iterator[str]:
    """Yield damaged texts: stretches of what lies in the repository, with slips in them."""
    chance = random.Random(seed)
    texts = yaml_texts()
    for _ in range(count):
        text = chance.choice(texts)
        lines = text.splitlines(keepends=True)
        first = chance.randrange(len(lines) or 1) if len(text) > longest or chance.random() < 0.5 else 0
        yield damaged("".join(lines[first : first + chance.randint(1, 60)]), chance)


def _place(text: str, chance: random.Random) -> int:
    return chance.randint(0, len(text))


def _put(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + chance.choice(_SIGNS) + text[at:]


def _over(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(1, 3) :]


def _cut(text: str, chance: random.Random) -> str:
    at = _place(text, chance)
    return text[:at] + text[at + chance.randint(1, 12) :]


def _line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines.insert(to, lines[at])
        case 1:
            del lines[at]
        case 2:
            lines[at] = " " * chance.randint(1, 3) + lines[at]
        case _:
            lines[at] = lines[at].removeprefix(" " * chance.randint(1, 3))
    return "".join(lines)


_ODD = (
    "9" * 5_000, "1e400", "-1", "0", "0.0", "99999999999999999999", "NaN", "[]", "{}", "~", "''", "[x]", "{x: 1}", "Đặc sản tỉnh", "ca-phe",
    "2026-02-30", "0001-01-01", "9999-12-31", "x" * 3_000, "0x10", "1_000", "٣", "１２", "12,5", "100000%", "có", "không", "chưa rõ", "1", "5",
    "1 tỷ", "26-2026", "148-2023", "2026", "local_origin", "full", "self", "council", '"a\\tb"', '"\\n\\n  \\n"', "|\n{lead}  một\n{lead}    \n{lead}  hai",
)  # fmt: skip
_VALUE = re.compile(r"(?m)^(?P<lead> *)(?P<dash>- )?(?P<key>[a-z_]+): (?P<value>[^|>\n].*)$")


def with_odd_values(text: str, chance: random.Random) -> str:
    """Return a text in which some values are odd ones, or stand under another name: it can mostly be parsed."""
    for _ in range(chance.randint(1, 3)):
        if not (lines := list(_VALUE.finditer(text))):
            return text
        line, other = chance.choice(lines), chance.choice(lines)
        value = other["value"] if chance.random() < 0.2 else chance.choice(_ODD)
        text = text[: line.start("value")] + value.replace("{lead}", line["lead"]) + text[line.end("value") :]
    return text
