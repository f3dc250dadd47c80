"""Rules on an annex in a file of its own, which the clerk signs at its corner; what of them a PDF shows too.

Time and place of a signature are the signing program's: here only what is printed is looked at.
"""

import re
from collections.abc import Iterator, Sequence

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.components import ANNEX, CORNER, NOTE
from ocop_cli.lint.violations import Case, Check, Violation, checks

_FULL_CORNER = re.compile(r"^\d{2,}/[^\s;,]+[;,] ?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(\+07:?00|Z)$")
_WRITTEN_NOTE = re.compile(r"^\(Kèm theo \S.*? số \d+/")
_LOOKED_AT = 4  # lines: the corner, the label of the annex, its title


def is_annex_file(lines: Sequence[str]) -> bool:
    """Say whether a document begins as an annex does: with its label, only a signature's line before it."""
    first = [line for line in lines if line and not CORNER.match(line)][:1]
    return bool(first) and ANNEX.match(first[0]) is not None


def annex_lacks(lines: Sequence[str], *, electronic: bool) -> Iterator[tuple[str, str]]:
    """Yield the rule that an annex in a file of its own does not keep, and what was found, by the lines of its first page.

    What only a signed file must have is asked where it is ``electronic``.
    """
    corner = next((line for line in lines[:_LOOKED_AT] if CORNER.match(line)), "")
    note = next((line for line in lines if NOTE.match(line)), "")
    if corner and not _FULL_CORNER.match(corner):
        yield "PL-04", f"dòng ký số ghi “{corner}”"
    if electronic and not corner:
        yield "PL-04", "không thấy dòng số, ký hiệu và thời gian ký"
    if (electronic or corner) and _WRITTEN_NOTE.match(note):
        yield "PL-05", f"ghi “{note}”"


def _found(case: Case, rule: str) -> Iterator[Violation]:
    lines = [p.text for p in case.document.paragraphs if p.text]
    if is_annex_file(lines):
        for broken, words in annex_lacks(lines, electronic=False):
            if broken == rule:
                yield Violation(rule, "phụ lục ở tệp riêng", words)


def _pl_04(case: Case) -> Iterator[Violation]:
    yield from _found(case, "PL-04")
    corner: Paragraph | None = case.document.corner
    if corner is not None:
        span = case.standard.span("corner_size")
        yield from checks("PL-04", corner, span, bold=False, italic=False, align="right")


def _pl_05(case: Case) -> Iterator[Violation]:
    yield from _found(case, "PL-05")


CHECKS: dict[str, Check] = {"PL-04": _pl_04, "PL-05": _pl_05}
