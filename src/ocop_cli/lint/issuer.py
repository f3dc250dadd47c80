"""Rules on who issues a paper and how its names are spelt: committee, units, former districts."""

import re
from collections.abc import Iterator

from ocop_cli.lint.violations import Case, Check, Violation

_UNITS = re.compile(r"^(PHÒNG|VĂN PHÒNG|TRUNG TÂM) ")
_OLD_MARKS = re.compile(r"(?:òa|óa|ỏa|õa|ọa|òe|óe|ỏe|ủy|úy|ùy|ụy)\b")
_NEW_MARKS = re.compile(r"(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|uỷ|uý|uỳ|uỵ)\b")
_WORD_BEFORE = re.compile(r"\w+$")
_WORD = 40  # letters before the mark that are looked at for the beginning of its word


def _tt_01(case: Case) -> Iterator[Violation]:
    lines = [p.text for p in case.document.agency]
    name = case.standard.word("collective")
    committees = [line for line in lines if line.startswith((name, "UBND"))]
    if len(committees) > 1 and not any(_UNITS.match(line) for line in lines):
        yield Violation("TT-01", case.document.agency[0].place, f"ghi cả {' và '.join(committees)}")


def _tt_03(case: Case) -> Iterator[Violation]:
    unit = next((p for p in case.document.agency if _UNITS.match(p.text)), None)
    if unit and any(line.startswith("TM.") for line in (p.text for p in case.document.powers)):
        yield Violation("TT-03", unit.place, "phòng ký TM.")


def _tt_04(case: Case) -> Iterator[Violation]:
    document = case.document
    for line in [*document.agency, *document.powers, *document.copies]:
        if any(word.lower() in line.text.lower() for word in case.standard.words("former_district")):
            yield Violation("TT-04", line.place, f"“{line.text}”")


def _tt_05(case: Case) -> Iterator[Violation]:
    known = {name.upper() for name in case.standard.words("commune_units")}
    for line in case.document.agency:
        superior = any("XÃ " in p.text for p in case.document.agency if p is not line)
        if _UNITS.match(line.text) and superior and line.text not in known:
            yield Violation("TT-05", line.place, f"“{line.text}”")


def _tt_06(case: Case) -> Iterator[Violation]:
    text = " ".join(p.text.lower() for p in case.document.paragraphs)
    old, new = (next(_words_ending(pattern, text), "") for pattern in (_OLD_MARKS, _NEW_MARKS))
    if old and new:
        yield Violation("TT-06", "toàn văn bản", f"lẫn “{old}” và “{new}”")


def _words_ending(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """Yield the words that end as asked; in *quý* the u belongs to the consonant."""
    for found in pattern.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, found.start() - _WORD), found.end())
        if word and not word[0].startswith("qu"):
            yield word[0]


CHECKS: dict[str, Check] = {
    "TT-01": _tt_01, "TT-03": _tt_03, "TT-04": _tt_04, "TT-05": _tt_05, "TT-06": _tt_06,
}  # fmt: skip
