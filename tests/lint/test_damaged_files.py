"""Word files with random damage, in the zip, in the XML and in its values: read or told, never a crash."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from ocop_cli.lint.fix import fix
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.render.texts import text_lines
from ocop_cli.store.foreign.returned_form import read_returned
from ocop_cli.store.foreign.word_rows import word_rows
from ocop_cli.store.packaged import load_standard
from support.paths import ROOT
from support.runs import runs
from support.word import kinds

STANDARD = load_standard()
FILES = runs(10, 2000)
ODD = (
    "1e400",
    "-1e400",
    "nan",
    "inf",
    "-1",
    "",
    "9" * 400,
    "0x7",
    "12,5",
    "٣",
    "abc",
    "1e-400",
    " 7 ",
    "1_0",
)
VALUE = re.compile(rb'="([^"<]*)"')


@cache
def sound() -> tuple[bytes, ...]:
    """Documents as offices send them, and our own templates."""
    made = (kinds.report(), kinds.minutes(), kinds.decision(), kinds.plan(), kinds.annex_file())
    own = ("registration-slip", "year-plan", "summary-report")
    return (
        *(document.build() for document in made),
        *((ROOT / f"templates/{form}/form.docx").read_bytes() for form in own),
    )


def rezipped(content: bytes, random: Random) -> bytes:
    """Return a file with one part damaged inside, or lost."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(["word/document.xml", "word/styles.xml", *parts])
    name = name if name in parts else random.choice(list(parts))
    parts[name] = in_part(parts[name], list(parts.values()), random)
    if random.random() < 0.1:
        del parts[name]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in parts.items():
            archive.writestr(each, text)
    return stream.getvalue()


def in_part(part: bytes, others: list[bytes], random: Random) -> bytes:
    """Damage values, tags or bytes of a part, or empty or exchange it."""
    match random.randrange(7):
        case 0 | 1 | 2:
            for _ in range(random.randint(1, 40)):
                spots = [found.span(1) for found in VALUE.finditer(part)]
                if spots:
                    start, end = random.choice(spots)
                    part = part[:start] + random.choice(ODD).encode() + part[end:]
        case 3:
            tags = [found.span() for found in re.finditer(rb"<w:(\w+)[^<>]*/>", part)]
            for start, end in sorted(random.sample(tags, min(len(tags), 9)), reverse=True):
                part = part[:start] + part[end:]
        case 4:
            words = sorted(set(re.findall(rb"w:(\w+)", part))) or [b"x"]
            part = part.replace(b"w:" + random.choice(words), b"w:" + random.choice(words))
        case 5:
            part = flipped(part, random)
        case _:
            part = random.choice([b"", b"<", *others])
    return part


def flipped(content: bytes, random: Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(random.randint(1, 8)):
        if damaged:
            damaged[random.randrange(len(damaged))] = random.randrange(256)
    if random.random() < 0.3:
        start = random.randrange(len(damaged) + 1)
        del damaged[start : start + random.randint(1, 400)]
    return bytes(damaged)


def damaged(number: int) -> bytes:
    random = Random(number)
    content = random.choice(sound())
    return flipped(content, random) if number % 4 == 0 else rezipped(content, random)


READERS = (
    lambda content: report_violations(content, STANDARD),
    lambda content: fix(content, STANDARD),
    read_returned,
    word_rows,
    text_lines,
)


@pytest.mark.parametrize("block", range(0, FILES, 20))
def test_a_damaged_file_is_read_or_told(block: int) -> None:
    told = [str(error) for number in range(block, block + 20) for error in refusals(damaged(number))]
    assert all(told)


def refusals(content: bytes) -> Iterator[UnreadableError]:
    for read in READERS:
        try:
            read(content)
        except UnreadableError as error:
            yield error


def test_the_damage_is_of_every_kind() -> None:
    """Some files are still read, some are refused: else nothing was tried."""
    refused = [bool(list(refusals(damaged(number)))) for number in range(20)]
    assert {True, False} == set(refused)
