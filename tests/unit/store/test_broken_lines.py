"""A line of a file is broken as people break it: the line named is the line broken, and what the message says mends it."""

import random

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Severity
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.source import parse
from support.paths import EXAMPLES
from support.runs import LONG
from support.yaml_slips import SLIPS, Line, Slip, cured, slips_of

NAME = "dossiers/mau.yaml"
DOSSIERS = sorted((EXAMPLES / "dossiers").glob("*.yaml"))[:: 1 if LONG else 3]
ENOUGH = 0.99
CHANCE = random.Random(13)


def some(lines: list[Line]) -> list[Line]:
    """Return the lines of a file that are broken in this run: all of them in the long one."""
    return lines if LONG else [lines[1], CHANCE.choice(lines)]


def fault(slip: Slip) -> tuple[str, bool]:
    """Return what is wrong with what a person is told of a slip; empty where nothing is; and whether he is told anything."""
    loaded = read_record(parse(slip.text.encode(), NAME), Dossier)
    first = next((f for f in loaded.findings if f.severity is Severity.ERROR), None)
    if first is None:
        return "", False
    if first.place.line != slip.number:
        return f"line {first.place.line} instead of {slip.number}: {first.message}", True
    if not first.code.startswith("Y"):  # the file can be read; what it says is wrong
        return "", True
    again = parse(cured(slip, first.hint).encode(), NAME).findings
    left = [f.message for f in again if f.severity is Severity.ERROR]
    return (f"“{first.hint}” leaves {left}" if left else ""), True


def test_the_line_named_is_the_line_broken_and_its_cure_mends_it() -> None:
    told, wrong = dict.fromkeys(SLIPS, 0), []
    for file in DOSSIERS:
        for slip in slips_of(file.read_text(encoding="utf-8"), some):
            problem, is_told = fault(slip)
            told[slip.kind] = told.get(slip.kind, 0) + is_told
            if problem:
                wrong.append(f"{file.stem}: {slip.kind}: {problem}")
    assert all(told.values()), told
    assert len(wrong) <= (1 - ENOUGH) * sum(told.values()), "\n".join(wrong)


SMALL = """

schema: ocop/dossier@1
product:
  name: Mật ong
  note: "của rừng"
  uses: [ăn, uống]
materials:
  - name: ong
    share: 60

  # hỏi lại
  - name: đường
    shop:
      place: chợ

visits:
  - xã
  - huyện
status: xong
"""


def test_in_a_small_file_no_line_that_is_broken_is_taken_for_another() -> None:
    told = 0
    for slip in slips_of(SMALL, list):
        found = [each for each in parse(slip.text.encode(), NAME).findings if each.severity is Severity.ERROR]
        if not found:
            continue
        told += 1
        assert found[0].place.line == slip.number, (slip.kind, found[0])
        again = parse(cured(slip, found[0].hint).encode(), NAME).findings
        assert not [each for each in again if each.severity is Severity.ERROR], (slip.kind, found[0])
    assert told > 180


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nb; 2\n", "Y012 2:1 thay dấu ; bằng dấu hai chấm"),
        ("b; 2\nc: 3\n", "Y012 1:1 thay dấu ; bằng dấu hai chấm"),
        ("a: 1\nb = 2", "Y012 2:1 thay dấu = bằng dấu hai chấm"),
        ("a: |\n  x\nb; 2\nc; 3\n", "Y012 3:1 thay dấu ; bằng dấu hai chấm"),
        ('"a": 1\n"b" 2\n', "Y012 2:1 viết dạng “tên: giá trị”"),
        ("a: 1\nb c\n", "Y012 2:1 viết dạng “tên: giá trị”"),
        ("\n\na:1\nb: 2\n", "Y019 3:1 viết dạng “tên: giá trị”"),
        ("a: 1\nb:2\nc: [\n", "Y019 2:1 viết dạng “tên: giá trị”"),
        ('a: "x" y\nb: 1\n', "Y019 1:8 đặt cả giá trị trong một cặp nháy"),
        ('a: 1\n  b: "x"\n', "Y013 2:3 thụt thẳng hàng"),
        ("a: [x,\nb; y\n", "Y015 1:4 đóng ngoặc"),
        ("a b\nc d\ne: 1\n", "Y011 3:2 đặt cả giá trị trong nháy kép"),
    ],
)
def test_what_is_told_of_a_slip_and_where(text: str, told: str) -> None:
    found = [each for each in parse(text.encode(), NAME).findings if each.severity is Severity.ERROR]
    said = [f"{each.code} {each.place.line}:{each.place.column} {each.hint}" for each in found[:1]]
    assert [words[: len(told)] for words in said] == [told]
