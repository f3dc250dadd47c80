"""YAML texts as other hands would lay them out: most of them can be read, so that what is read can be compared."""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache

from support.paths import EXAMPLES, ROOT

_SIGNS = (
    *":#-'\"[]{},&*!|>%@` \t\u00a0?~\\.0aĐ“–(",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    " #",
    ": ",
    "- ",
    ", ",
    "  ",
)
_VALUES = (
    "[a, b]", "[a,b]", "[ a ]", "[a, ]", "[a, 2026-01-02, 3]", "[a b, c]", "[-1, a]", "[1.5, a]", "[a, b] # c", "[a, null]", "[a, a: b]",
    "[Đào, b/c, d.e]", "[a: b]", "[[a], b]", "[a,  b]", "[]", "{}", "[ ]", "{ }", "{a: b}", "[] # a", "['a', b]", "[a]b", "[a] b", "[a]#b",
    "null", "~", "Null", "nullable", "''", '""', "'a''b'", "'a: b'", '"a # b"', "'a' # b", '"a\\tb"', "'[a]'", "'null'", "'a'b", "'a\nb'",
    "a: b", "a:b", "a :b", "a : b", "a:", "a #b", "a#b", "a  b", "a ", "# a", "#a", "(a)", "“a”", "– a", "–", "- a", "- a: b", "-a", "- - a",
    "12:30", "2026-01-02", "1.5", "8%", "@a", "`a", "%a", "&a b", "*a", "!a b", "? a", "> a", ", a", "…", "+a", ".a", "/a", "_a", "a\u00a0b", "<<",
    "|\n{in}a\n{in}b", "|-\n{in}a: b\n\n{in}- b", ">\n{in}a\n{in}b", ">-\n{in}a", "|+\n{in}a\n\n", "|2\n{in}a", "|\n", "a\n{in}b", "\n{in}a", "\n{in}- a",
    "\n{at}- a\n{at}- b", "\n{in}- a: b\n{in}  c: d", "\n{in}-\n{in}  a: b", "\n{in}-  a: b", "\n{in}a: b\n{in}c:", "\n\n{in}# a\n\n{in}a: b", "\n{at}# a",
)  # fmt: skip
_KEYS = (
    "'2025'", '"2026"', "2025", "'2025 '", "'2025' ", "''", "'a'", '"a"', "a b", "a ", "a.b", "a/b", "a-b", "-a", "Đất", "null", "~", "? a", "[a]", "<<", "_a",
    "a'b", "(a)", "a:b", "- a", "- '2025'", "- - a", "&a a", "a,b", "'2025',",
)  # fmt: skip
_REMARKS = (" # a", " #a", "#a", "   # a: b", " # [a, 'b", "# - a", " #", "\t# a")
_FIELD = re.compile(r"(?m)^(?P<at> *)(?P<item>- )?(?P<key>[^\s:#]+):(?: (?P<value>[^|>\n].*))?$")
Change = Callable[[str, random.Random], str]


def changed_texts(seed: int, count: int) -> Iterator[str]:
    """Yield stretches of the files of the examples and of folders that earlier versions wrote, each after a few changes."""
    chance = random.Random(seed)
    for _ in range(count):
        lines = chance.choice(_texts()).splitlines(keepends=True)
        first = chance.choice([n for n, line in enumerate(lines) if line[0] not in " -#\n"] or [0])
        text = "".join(lines[first : first + chance.randint(1, 25)])
        for _ in range(chance.randint(0, 3)):
            text = chance.choice(_CHANGES)(text, chance)
        yield text


@cache
def _texts() -> tuple[str, ...]:
    files = (file for folder in (EXAMPLES, ROOT / "tests/folders") for file in sorted(folder.rglob("*.yaml")))
    return tuple(
        dict.fromkeys(
            file.read_bytes().decode("utf-8").replace("\r\n", "\n") for file in files if file.stat().st_size
        )
    )


def _sign(text: str, chance: random.Random) -> str:
    """Put a sign in, or write it over another, drop, double or swap one: often where a value, an item or a line begins."""
    starts = [each.end() for each in re.finditer(r"(?m)^ *-? ?|: |$", text)]
    at = chance.choice(starts) if chance.random() < 0.6 else chance.randint(0, len(text))
    one, rest = text[at : at + 1], text[at + 1 :]
    new = chance.choice((chance.choice(_SIGNS) + one, chance.choice(_SIGNS), "", one * 2, rest[:1] + one))
    return text[:at] + new + (rest[1:] if new == rest[:1] + one and rest else rest)


def _line(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            lines.insert(to, lines[at])
        case 1:
            del lines[at]
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case 3:
            lines.insert(at, chance.choice(("\n", "  \n", "    # a\n", "# a\n", " \t\n")))
        case way:
            first, last = sorted((at, at if chance.random() < 0.5 else to))
            indent = " " * chance.randint(1, 3)
            for number in range(first, last + 1):
                lines[number] = indent + lines[number] if way == 4 else lines[number].removeprefix(indent)
    return "".join(lines)


def _value(text: str, chance: random.Random) -> str:
    if not (fields := list(_FIELD.finditer(text))):
        return text
    field = chance.choice(fields)
    margin = field["at"] + ("  " if field["item"] else "")
    value = chance.choice(_VALUES).replace("{at}", margin).replace("{in}", f"{margin}  ")
    return f"{text[: field.end('key')]}:{'' if value[:1] == chr(10) else ' '}{value}{text[field.end() :]}"


def _key(text: str, chance: random.Random) -> str:
    if not (fields := list(_FIELD.finditer(text))):
        return text
    field = chance.choice(fields)
    key = chance.choice((*_KEYS, *(other["key"] for other in fields[:3])))
    return text[: field.start("key")] + key + text[field.end("key") :]


def _remark(text: str, chance: random.Random) -> str:
    at = chance.choice([each.start() for each in re.finditer(r"(?m)$", text)])
    return text[:at] + chance.choice(_REMARKS) + text[at:]


def _ends(text: str, chance: random.Random) -> str:
    match chance.randrange(4):
        case 0:
            return text.replace("\n", "\r\n")
        case 1:
            return text.removesuffix("\n")
        case 2:
            return re.sub(r"(?m)^( *)  - ", r"\1- ", text)
        case _:
            return f"{text}{chance.choice(_SIGNS)}"


_CHANGES: tuple[Change, ...] = (_sign, _sign, _line, _line, _value, _value, _key, _remark, _ends)
