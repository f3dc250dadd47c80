"""Read a message as its reader would: no empty list, no doubled word, no code where there is a word."""

import re
from collections.abc import Iterator
from enum import StrEnum

from ocop_cli.dossier import vocabulary
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.year.report import KIND_WORDS

_BROKEN = re.compile(
    r"hoặc dùng: \.|chỉ có: \.|: \.(?!\.)|: *$|[?!;,]\.|(?<![. ])\.\.(?!\.)|\(\)|“”| [.,;:?](?= |$)|None"
)
_DOUBLED = re.compile(r"\b([^\W\d_]{2,}):? +\1\b", re.IGNORECASE)
_QUOTED = re.compile(r"“([^”]*)”")
_FIELD = re.compile(r"(?<=mục )[a-z_]+")
_SHOWN = re.compile(r"`[^`]*`|“[^”]*”|--[\w-]+(?:[ =]\w+)?|\S+/\S+|\S+\.yaml\S*|\([\w/]+\)")
_LAID_OUT = re.compile(
    r"^\s*\d* \||^ *\^|(^|  )(lỗi|cảnh báo|gợi ý|cam kết quá hạn)  |^ +(Sửa|Vì sao|Căn cứ|Cũng xem):"
)
_CHOICES = re.compile(r"\b\w+ \(([^()]|\([^()]*\))*\)")
_LISTS = [each for each in vars(vocabulary).values() if isinstance(each, type) and issubclass(each, StrEnum)]
_SETS = [each for text in load_rulebook().texts for each in text.sets]
_CRITERIA = [criterion for each in _SETS for criterion in each.criteria]
_PAPERS = [paper.id for text in load_rulebook().texts for paper in text.procedure.papers]
_CODES = {
    *load_cycle().stages,
    *KIND_WORDS,
    *(code for each in _LISTS for code in vocabulary.words(each)),
    *(criterion.id for criterion in _CRITERIA),
    *(option.id for criterion in _CRITERIA for option in criterion.options),
    *_PAPERS,
}
REDUPLICATED = {"luôn", "dần", "từ", "thường", "ngày", "năm"}


def has_columns(line: str) -> bool:
    """Say whether a line belongs to a table, a file or a JSON document, not to a message."""
    return (
        "  " in line.strip()
        or line.strip()[:1] in {'"', "{", "}", "[", "]"}
        or bool(re.match(r" *- |[\w ]+: ", line))
    )


def codes_quoted(text: str, typed: str) -> Iterator[str]:
    """Yield each quoted code that nobody has ``typed``: a message names things by their words."""
    for line in text.splitlines():
        plain = re.sub(r"`[^`]*`", "§", line)
        yield from (
            f"code {code} in {line}"
            for code in _QUOTED.findall(plain)
            if code in _CODES and code not in typed
        )


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the lines of a message; quotations, commands, paths and lists of choices aside."""
    for line in text.splitlines():
        if "““" in line or "””" in line:
            yield f"doubled quotation marks in {line}"
        plain = _SHOWN.sub("§", line)
        if found := _BROKEN.search(plain.rstrip(":") if plain.endswith(":") else plain):
            yield f"{found[0]!r} in {line}"
        yield from (
            f"doubled {word!r} in {line}" for word in _DOUBLED.findall(plain) if word not in REDUPLICATED
        )
        if not _LAID_OUT.search(line) and "  " in line.strip():
            yield f"two spaces in {line}"
        said = line if "một trong" not in line.lower() else _CHOICES.sub("§", line)
        yield from (f"code {word} in {line}" for word in _codes(said))


def _codes(line: str) -> list[str]:
    excerpt = re.match(r"^\s*\d+ \|", line)
    return (
        []
        if excerpt
        else [
            word
            for word in re.findall(
                r"(?<![\w./-])[a-z_]+(?![\w/-]|\.\w)", _FIELD.sub("§", _SHOWN.sub("§", line))
            )
            if word in _CODES
        ]
    )
