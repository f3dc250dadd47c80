"""No official paper prints a word in the place of a fact: what is missing is asked for, left out, or left for the pen."""

from functools import cache
from typing import Any

import pytest

from ocop_cli.checks.report_facts import find_missing_facts
from ocop_cli.documents.evaluation_documents import REPORT
from ocop_cli.documents.frame import DOTTED_SHORT
from ocop_cli.documents.handover import Handed, handover_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import ASKED, PrivateData
from ocop_cli.dossier.producer import Producer
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.findings import Finding, has_errors
from ocop_cli.lint.report import report_violations
from ocop_cli.render.texts import text_lines
from ocop_cli.reports.handover import UNSAID
from ocop_cli.rules.pick import force
from ocop_cli.store.built_in.packaged import load_cycle, load_standard
from ocop_cli.store.dossier.dossiers import gather_dossiers, load_dossier, load_private
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.reading.sources import Sources
from support.dossiers import make_dossier
from support.every_form import ON, Values, every_form
from support.paths import EXAMPLES
from support.profiles import make_profile
from support.sample_documents import fill
from support.whole import no_gap

EXAMPLE_IDS = sorted(file.id for file in gather_dossiers(Sources(EXAMPLES)).rest(no_gap))
FOR_THE_PEN = {
    "inspection-minutes",
    "opinion-sheet",
    "handover-minutes",
}  # numbered or not: filled in on the spot


def _least(part: Any) -> Any:
    """Take out of a dossier everything that its schema lets be absent, deep into its parts."""
    if isinstance(part, list | tuple):
        return [_least(each) for each in part]
    if not hasattr(type(part), "model_fields"):
        return part
    kept = {}
    model = Producer if isinstance(part, Producer) else type(part)  # one with a record is read as its own
    for name, field in model.model_fields.items():
        value = getattr(part, name)
        if field.is_required() or name in {"set", "papers", "materials", "opinions", "results"}:
            kept[field.alias or name] = _least(value)
    return kept


def _refused(dossier: Dossier, private: PrivateData) -> list[Finding]:
    """Why ``evaluate`` makes no report of these facts."""
    law = force(load_rulebook(), "26-2026", dossier.product.set or 14)
    case = Case("dossiers/mau.yaml", dossier, law, ON, stages=load_cycle().stages, private=private)
    return find_missing_facts(case, score_commune_contents(dossier, law))


@cache
def filled(dossier_id: str) -> dict[str, Values]:
    """Every form for an example with its facts removed; without an id, for the least dossier there can be.

    The report has of the person what ``evaluate`` asks for before it makes one.
    """
    dossier = load_dossier(Sources(EXAMPLES), dossier_id).dossier if dossier_id else make_dossier()
    least = Dossier.model_validate(_least(dossier))
    asked = [path for found in _refused(least, PrivateData()) if found.asks for path in found.asks.fields]
    person = {path.removeprefix("private."): "Mẫu" for path in asked if path.startswith("private.")}
    told = every_form(least, PrivateData.model_validate(person), make_profile())
    return every_form(least, PrivateData(), make_profile()) | {REPORT: told[REPORT]}


def test_every_form_is_looked_at() -> None:
    assert set(filled("")) == set(form_ids())


@pytest.mark.parametrize("form", form_ids())
@pytest.mark.parametrize("dossier_id", ["", *EXAMPLE_IDS])
def test_a_form_without_facts_prints_no_filler(dossier_id: str, form: str) -> None:
    document = fill(form, filled(dossier_id)[form])
    violations = report_violations(document, load_standard()).violations
    assert [violation for violation in violations if violation.rule == "OX-06"] == []
    lines = list(text_lines(document))
    told = (
        line.strip("(). ") for line in lines if "chủ thể chưa ghi" not in line
    )  # a count of those who did not say
    assert [line for line in told if line.endswith("chưa ghi")] == []
    if load_form(form).is_numbered and form not in FOR_THE_PEN:
        assert "……" not in "\n".join(lines)


def test_a_report_with_a_place_left_for_the_pen_is_refused() -> None:
    """Mẫu 03 draws its own dots where a fact is missing: whatever is missing, ``evaluate`` refuses before it is made."""
    whole = load_dossier(Sources(EXAMPLES), "sam-day").dossier
    person = load_private(Sources(EXAMPLES), "sam-day")
    assert _refused(whole, person) == []
    assert not _has_dots(whole, person)
    facts = [
        *((whole, person.model_copy(update={name: None})) for name in ASKED),
        *(
            (_without(whole, name), person)
            for name, field in Producer.model_fields.items()
            if not field.is_required()
        ),
    ]
    dotted = [made for made in facts if _has_dots(*made)]
    assert len(dotted) == len(
        {"kind", "address", "representative", "gender", "ethnicity", "permanent_address"}
    )
    assert [made for made in dotted if not has_errors(_refused(*made))] == []


def _without(dossier: Dossier, name: str) -> Dossier:
    return dossier.model_copy(update={"producer": dossier.producer.model_copy(update={name: None})})


def _has_dots(dossier: Dossier, private: PrivateData) -> bool:
    """Say whether the report draws dots: as signs, or behind a tab to the margin."""
    document = fill(REPORT, every_form(dossier, private, make_profile())[REPORT])
    return any("…" in line or "\t" in line for line in text_lines(document))


def test_one_day_is_named_once_and_unknown_sums_have_no_total() -> None:
    told = filled("")
    assert "cơ sở theo kế hoạch kiểm tra năm 2026, ngày 01/12/2026;" in told["inspection-team"]["contents"]
    assert told["means-proposal"]["budget"][-1]["amount"] == "–"


def test_whoever_is_not_named_at_a_handover_is_left_for_the_pen() -> None:
    handed = Handed([], [], [], [("HTX Mẫu", UNSAID), ("UBND", "A Ví Dụ")], [])
    values = handover_values(handed, None, make_profile(), load_form("handover-minutes"), ON)
    assert [row["who"] for row in values["contacts"]] == [DOTTED_SHORT, "A Ví Dụ"]
