"""The commune reports on all four contents of every dossier; where the set has no criterion, without points."""

from decimal import Decimal
from typing import Any

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.evaluation_documents import evaluation_documents
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.report_grounds import report_grounds
from ocop_cli.evaluation.result import Status
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from support.dossiers import make_dossier
from support.profiles import make_profile

RULEBOOK = load_rulebook()
ON = RULEBOOK.texts[-1].effective_from
ASKED = [
    Ruleset(text, product_set)
    for text in RULEBOOK.texts
    if text.procedure.evaluates
    for product_set in text.sets
]
TOURISM = [law for law in ASKED if law.product_set.content(CommuneContent.LOCAL_ORIGIN) is None]
FACTS: dict[str, Any] = {
    "materials": [{"name": "Măng", "share": "100", "origin": "commune", "evidence": ["to-khai"]}],
    "labour": {"total": "4", "commune": "4", "evidence": ["to-khai"]},
    "idea": {"narrative": "Đón khách.", "choice": {"reason": "Ý của làng.", "evidence": ["to-khai"]}},
    "identity": {"culture": "Nhà rông.", "choice": {"reason": "Làng còn giữ.", "evidence": ["to-khai"]}},
    "papers": [{"id": "to-khai", "kind": "self_assessment", "title": "Tờ khai"}],
}  # fmt: skip
LACKING: dict[str, dict[str, Any]] = {
    "no materials": {"materials": []},
    "some shares": {"materials": [{"name": "Măng", "share": "60"}, {"name": "Mây"}]},
    "no labour": {"labour": {}},
    "no words on the idea": {"idea": {"choice": {"reason": "Ý của làng."}}},
    "no words on identity": {"identity": {"choice": {"reason": "Làng còn giữ."}}},
    "no reason on identity": {"identity": {"culture": "Nhà rông."}},
}


def law_name(law: Ruleset) -> str:
    return f"{law.decision.id}-{law.product_set.number}"


@pytest.mark.parametrize("law", ASKED, ids=law_name)
def test_the_report_says_something_of_each_content_of_every_set(law: Ruleset) -> None:
    facts = make_dossier(product={"set": str(law.product_set.number)}, **FACTS)
    evaluation = score_commune_contents(facts, law)
    profile, private = make_profile(), PrivateData()
    made = evaluation_documents(facts, private, evaluation, law, {}, profile, load_form, ON)
    told = {row["name"]: row for row in made["evaluation-report"]["contents"]}
    assert list(told) == [word(content) for content in law.decision.procedure.evaluates]
    for line in evaluation.lines:
        row = told[word(line.content)]
        assert line.cite
        if line.criterion is None:
            assert line.status is Status.NO_POINTS
            assert line.reason in row["assessment"]
            assert row["evidence"] == "Tờ khai"
            assert row["description"]
            told_points = "không có điểm trong bộ" in row["assessment"]
            assert told_points is law.decision.procedure.report_shows_points


@pytest.mark.parametrize("lacking", LACKING)
def test_a_content_without_criterion_wants_its_facts_as_the_others_do(lacking: str) -> None:
    facts = make_dossier(**{**FACTS, **LACKING[lacking]})
    content = {
        "materials": CommuneContent.LOCAL_ORIGIN,
        "labour": CommuneContent.LOCAL_LABOUR,
        "idea": CommuneContent.IDEA_ORIGIN,
        "identity": CommuneContent.LOCAL_IDENTITY,
    }[next(iter(LACKING[lacking]))]
    whole = report_grounds(make_dossier(**FACTS), content)
    assert (whole.missing, whole.evidence) == ("", ("to-khai",))
    found = report_grounds(facts, content)
    assert found.missing
    assert found.field[0] in LACKING[lacking]


@pytest.mark.parametrize("law", TOURISM, ids=law_name)
def test_what_a_content_without_criterion_lacks_is_told_and_takes_no_points(law: Ruleset) -> None:
    scored = {
        "labour": {"total": "4", "commune": "4", "district": "4"},
        "idea": {"choice": {"option": "own_idea", "reason": "x"}},
    }
    bare = score_commune_contents(make_dossier(product={"set": "26"}, **scored), law, "a.yaml")
    assert bare.points is not None
    assert bare.points > Decimal(0)
    told = {finding.code: finding for finding in bare.findings}
    assert {"E011", "E014"} <= set(told)
    assert told["E011"].cite == law.decision.procedure.evaluates_cite


def test_a_service_may_name_what_it_uses_without_weighing_it() -> None:
    facts = make_dossier(
        materials=[{"name": "Mây", "origin": "commune"}, {"name": "Gạo", "origin": "district"}]
    )
    found = report_grounds(facts, CommuneContent.LOCAL_ORIGIN)
    assert found.missing == ""
    assert "Mây: trong xã" in found.reason


def test_before_the_commune_had_the_contents_it_reports_on_none_without_criterion() -> None:
    text = next(text for text in RULEBOOK.texts if not text.procedure.evaluates)
    law = Ruleset(text, text.sets[-1])
    assert law.product_set.content(CommuneContent.LOCAL_IDENTITY) is None
    line = score_commune_contents(make_dossier(**FACTS), law).line(CommuneContent.LOCAL_IDENTITY)
    assert line.status is Status.NOT_APPLICABLE
