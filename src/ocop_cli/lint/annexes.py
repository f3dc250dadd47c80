"""Rules on annexes: label, title, the note of the paper that they belong to, what does not stand in them."""

import re
from collections.abc import Iterator

from ocop_cli.lint.blocks import Paragraph, inside
from ocop_cli.lint.components import COPIES, NATION, NOTE, is_capitals
from ocop_cli.lint.violations import Case, Check, Violation, checks

_OF_PAPER = re.compile(r"^\(Kèm theo \S.* số.*/\S+ ngày.* của .+\)$")  # number and day may be blank


def _pl_01(case: Case) -> Iterator[Violation]:
    for annex in case.document.annexes:
        label, *rest = [p for p in annex if isinstance(p, Paragraph) and p.text]
        yield from checks(
            "PL-01", label, case.standard.span("annex_size"), bold=True, italic=False, align="center"
        )
        if rest and not is_capitals(rest[0].text):
            yield Violation("PL-01", rest[0].place, "tiêu đề phụ lục chưa in hoa")


def _pl_02(case: Case) -> Iterator[Violation]:
    for annex in case.document.annexes:
        for line in [p for p in annex if isinstance(p, Paragraph) and NOTE.match(p.text)]:
            yield from checks("PL-02", line, case.standard.span("body_size"), italic=True, align="center")
            # In a file of its own the number may come with the clerk's signature, which PL-04 and PL-05 look at.
            if not case.document.is_annex_file and not _OF_PAPER.match(line.text):
                yield Violation("PL-02", line.place, "không ghi số, ký hiệu, thời gian hoặc cơ quan ban hành")


def _pl_03(case: Case) -> Iterator[Violation]:
    for annex in case.document.annexes:
        for line in inside(annex):
            if NATION.match(line.text) or COPIES.match(line.text):
                yield Violation("PL-03", line.place, "có Quốc hiệu hoặc nơi nhận")


CHECKS: dict[str, Check] = {"PL-01": _pl_01, "PL-02": _pl_02, "PL-03": _pl_03}
