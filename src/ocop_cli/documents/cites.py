"""How a paper names a place of the law: the smallest part first, the decision last (Nghị định 30/2020, Phụ lục II, V.7)."""

import re

_DECISION = re.compile(r"((?:Nghị|Quyết) định số \S+?), (.+)")
_ARTICLE = re.compile(r"(Điều \w+)( khoản \w+)?( điểm \w+)?")


def cited(cite: str) -> str:
    """Return a place that data name from the decision down as official papers name it.

    >>> cited("Quyết định số 26/2026/QĐ-TTg, Điều 6 khoản 2 điểm d")
    'điểm d khoản 2 Điều 6 Quyết định số 26/2026/QĐ-TTg'
    >>> cited("Quyết định số 26/2026/QĐ-TTg, Điều 2; Mẫu số 02, phần III, dòng 1")
    'Điều 2; dòng 1 phần III Mẫu số 02 Quyết định số 26/2026/QĐ-TTg'
    """
    decision, places = found.groups() if (found := _DECISION.fullmatch(cite)) else ("", cite)
    told = "; ".join(" ".join(map(_article, reversed(place.split(", ")))) for place in places.split("; "))
    return f"{told} {decision}".rstrip()


def _article(part: str) -> str:
    found = _ARTICLE.fullmatch(part)
    return " ".join(name.strip() for name in reversed(found.groups()) if name) if found else part
