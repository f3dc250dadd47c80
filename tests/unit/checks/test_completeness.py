"""The gate before the province finds each thing that is missing, and nothing in a complete dossier."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.checks.completeness import find_missing
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from support.paths import EXAMPLES

STAGES = load_cycle().stages

TODAY = date(2026, 11, 30)
REPORT = "documents/2026/x.docx"
EVALUATION = {"decision": "26-2026", "on": "2026-11-27", "by": "Y Mẫu", "report": {"file": REPORT}}
MOVED = {"stage": "evaluated", "on": "2026-11-27"}


def complete() -> dict[str, Any]:
    """The example that only waits for its evaluation, as if it had been evaluated."""
    data = load_dossier(Sources(EXAMPLES), "sam-day").dossier.model_dump(mode="json", by_alias=True)
    return {**data, "evaluation": dict(EVALUATION), "history": [*data["history"], MOVED]}


def lacks(data: dict[str, Any], files: dict[str, str | None] | None = None) -> list[str]:
    dossier = Dossier.model_validate(data)
    law = applicable_ruleset(dossier, load_rulebook(), TODAY)
    known = {**files_seen(Sources(EXAMPLES), dossier).hashes, REPORT: "hash", **(files or {})}
    return [
        finding.code
        for finding in find_missing(Case("dossiers/sam-day.yaml", dossier, law, TODAY, known, STAGES))
    ]


def test_a_complete_dossier_lacks_nothing() -> None:
    assert lacks(complete()) == []


def changed(path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    data = complete()
    holder: Any = data
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("producer", "representative"), None, "F202"),
        (("producer", "address"), None, "F202"),
        (("papers", 2, "kind"), "awards", "F203"),
        (("papers", 6, "expires_on"), "2026-11-29", "F204"),
        (("papers", 0, "signed"), False, "F205"),
        (("papers", 0, "original"), False, "F206"),
        (("papers", 0, "file"), None, "F207"),
        (("papers", 0, "file"), "papers/sam-day/khong-co.pdf", "F208"),
        (("papers", 0, "sha256"), "0" * 64, "F209"),
        (("papers", 0, "pages"), None, "F210"),
        (("promises",), [{"paper": "awards", "by": "HTX Mẫu", "due": "2026-12-30"}], "F211"),
        (("samples",), {"units": 4}, "F212"),
        (("samples",), None, "F212"),
        (("evaluation",), None, "F213"),
        (("evaluation", "decision"), "148-2023", "F214"),
        (("history",), [{"stage": "received", "on": "2026-11-09"}], "F217"),
    ],
)
def test_each_lack_is_found_alone(path: tuple[str | int, ...], value: Any, code: str) -> None:
    assert lacks(changed(path, value)) == [code]


def test_a_report_that_is_not_there_is_missed() -> None:
    assert lacks(complete(), {REPORT: None}) == ["F216"]


def test_the_day_of_receipt_must_stand_on_the_slip() -> None:
    assert "F201" in lacks(changed(("registration", "slip"), None))


def test_the_meeting_is_asked_only_where_the_decision_requires_it() -> None:
    old = changed(("registration", "slip"), {"received_on": "2025-10-01"})
    old["evaluation"] = {**EVALUATION, "decision": "148-2023"}
    assert "F215" in lacks(old)
    old["evaluation"] = {**EVALUATION, "decision": "148-2023", "meeting": "hop-2025-10-14"}
    assert "F215" not in lacks(old)


def test_a_tourism_service_hands_in_no_samples() -> None:
    data = load_dossier(Sources(EXAMPLES), "homestay").dossier.model_dump(mode="json", by_alias=True)
    assert "F212" not in lacks(data)
