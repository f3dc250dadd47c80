"""Files that are read one after another come only to who says what becomes of those that cannot be read."""

import re

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.reading.gaps import INCOMPLETE, Gap, Gathered, gap_names, refuse_gaps, said_without
from support.source import FILES

DOSSIER = Gap(
    "ca-phe", "dossiers/ca-phe.yaml", (Finding("Y016", Severity.ERROR, "x", Place("dossiers/ca-phe.yaml")),)
)
RECORD = Gap("documents/2026/x.yaml", "documents/2026/x.yaml", ())
READ: list[int | Gap] = [1, DOSSIER, 2, RECORD, 3]


def test_the_rest_comes_in_order_and_every_gap_is_taken() -> None:
    gaps: list[Gap] = []
    assert list(Gathered(READ).rest(gaps.append)) == [1, 2, 3]
    assert gaps == [DOSSIER, RECORD]


def test_a_change_of_the_rest_drops_no_gap() -> None:
    gaps: list[Gap] = []
    odd = Gathered(READ).each(lambda number: number * 10 if number % 2 else None)
    assert list(odd.rest(gaps.append)) == [10, 30]
    assert gaps == [DOSSIER, RECORD]


def test_what_cannot_be_done_without_them_names_all() -> None:
    refuse_gaps([], INCOMPLETE)
    with pytest.raises(OcopError) as refused:
        refuse_gaps([DOSSIER, RECORD], INCOMPLETE)
    assert refused.value.message.startswith("Không đọc được hồ sơ ca-phe; documents/2026/x.yaml nên ")
    assert refused.value.findings == DOSSIER.findings


def test_a_paper_does_without_what_has_a_reason_and_nothing_else() -> None:
    assert said_without([], {}) == ""
    assert said_without([DOSSIER], {"ca-phe": "tệp hỏng"}) == "chưa tính hồ sơ ca-phe: tệp hỏng"
    with pytest.raises(OcopError, match=re.escape(gap_names([RECORD]))):
        said_without([DOSSIER, RECORD], {"ca-phe": "tệp hỏng"})


TAKER = re.compile(r"\.rest\(\s*([^()]+?)\s*\)")
TAKERS = re.compile(r"(\w+\.)*(leave_out|gaps\.append|take|take_of_year)")
ENDS = (
    "refuse_gaps(",
    "said_without(",
    "leave_out(",
    "not_one(",
    "for gap in gaps",
    "unreadable(",
    "gap_names(gaps)}",
)
"""What a module that keeps gaps does with them; the last puts all of their names into what it says."""


def test_no_taker_of_gaps_drops_them() -> None:
    """Every call in the program names the gaps at the end of the run, hands them on, or keeps them and uses what it kept."""
    texts = {path: path.read_text(encoding="utf-8") for path in FILES}
    calls = [(path, call) for path, text in texts.items() for call in TAKER.findall(text)]
    assert len(calls) > 20
    assert [(path.name, call) for path, call in calls if not TAKERS.fullmatch(call)] == []
    kept = [path for path, text in texts.items() if "gaps.append" in text]
    assert [path.name for path in kept if not any(end in texts[path] for end in ENDS)] == []
