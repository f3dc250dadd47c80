"""The rule on citing other documents: in full the first time, short afterwards."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.lint.blocks import Paragraph
from ocop_cli.lint.violations import Case, Check, Violation

_DAY = r"ngày \d{1,2}(/| tháng )\d{1,2}(/| năm )\d{4}"
_AGENCY = r"\bcủa [A-ZĐỦ](?:[^,;.()]|, (?!Phụ lục)(?=[A-ZĐỦ]))*"
_SIGN = r"\d+/[0-9A-ZĐ][0-9A-Za-zĐđ/&-]*"


_BEFORE = re.compile(
    r"(UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Bộ|Sở|Chính phủ|Quốc hội|Thủ tướng|Chủ tịch|Cục|Tổng cục|Phòng|Ban|Trung tâm)[^.;]{0,60}$"
)
_REACH = 80  # letters before a citation in which its agency may stand


class _Citation(NamedTuple):
    """A document named by kind and number, and what follows up to the next one that is named."""

    where: Paragraph
    sign: str
    before: str
    after: str


def _nd_16(case: Case) -> Iterator[Violation]:
    """Judge the text; what the grounds cite in full is known there, and they have a rule of their own."""
    known = {citation.sign for ground in case.document.grounds for citation in _citations(case, ground)}
    for paragraph in case.document.body if case.document.is_official else ():
        for citation in _citations(case, paragraph):
            pointed_at = citation.before.rstrip().endswith("(")
            missing = [] if citation.sign in known or pointed_at else _missing(case, citation)
            known.add(citation.sign)
            if missing:
                found = f"{citation.sign}: lần đầu thiếu {', '.join(missing)}"
                yield Violation("ND-16", citation.where.place, found)


def _citations(case: Case, paragraph: Paragraph) -> Iterator[_Citation]:
    if "/" not in paragraph.text:
        return  # no sign of a document is without one
    kinds = "|".join(case.standard.words("cited_kinds"))
    named = re.finditer(rf"(?:{kinds}) (?:số )?(?P<sign>{_SIGN})", paragraph.text)
    for match, following in pairwise([*named, None]):
        if match:
            end = following.start() if following else len(paragraph.text)
            before = paragraph.text[max(0, match.start() - _REACH) : match.start()]
            yield _Citation(paragraph, match["sign"], before, paragraph.text[match.end() : end])


def _missing(case: Case, citation: _Citation) -> list[str]:
    openings = "|".join(case.standard.words("abstract_openings"))
    wanted = {
        "ngày, tháng, năm": _DAY,
        "cơ quan ban hành": _AGENCY,
        "trích yếu": rf"(?:{_AGENCY}|{_DAY}),? ({openings})\b",
    }
    if _BEFORE.search(citation.before):
        del wanted["cơ quan ban hành"]
    return [name for name, pattern in wanted.items() if not re.search(pattern, citation.after)]


CHECKS: dict[str, Check] = {"ND-16": _nd_16}
