"""Word files with random damage, in the zip, in the XML and in its values: read or told, never a crash."""

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from ocop_cli.lint.fix import fix
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.render.texts import text_lines
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.foreign.returned_form import read_returned
from ocop_cli.store.foreign.word_rows import word_rows
from support.paths import ROOT
from support.runs import runs
from support.word import kinds
from support.word.damage import damaged

STANDARD = load_standard()
FILES = runs(10, 2000)


@cache
def sound() -> tuple[bytes, ...]:
    """Documents as offices send them, and our own templates."""
    made = (kinds.report(), kinds.minutes(), kinds.decision(), kinds.plan(), kinds.annex_file())
    own = ("registration-slip", "year-plan", "summary-report")
    return (
        *(document.build() for document in made),
        *((ROOT / f"templates/{form}/form.docx").read_bytes() for form in own),
    )


def damaged_one(number: int) -> bytes:
    random = Random(number)
    return damaged(random.choice(sound()), random)


READERS = (
    lambda content: report_violations(content, STANDARD),
    lambda content: fix(content, STANDARD),
    read_returned,
    word_rows,
    text_lines,
)


@pytest.mark.parametrize("block", range(0, FILES, 20))
def test_a_damaged_file_is_read_or_told(block: int) -> None:
    told = [str(error) for number in range(block, block + 20) for error in refusals(damaged_one(number))]
    assert all(told)


def refusals(content: bytes) -> Iterator[UnreadableError]:
    for read in READERS:
        try:
            read(content)
        except UnreadableError as error:
            yield error


def test_the_damage_is_of_every_kind() -> None:
    """Some files are still read, some are refused: else nothing was tried."""
    refused = [bool(list(refusals(damaged_one(number)))) for number in range(20)]
    assert {True, False} == set(refused)
