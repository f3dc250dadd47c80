"""The scores of the four contents over both decisions, every product set and every boundary of an option."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.commune import Decided, score_commune_contents
from ocop_cli.evaluation.facts_hash import facts_hashes, stale_conclusions
from ocop_cli.evaluation.result import Line, Status
from ocop_cli.rules.criterion import Criterion, Kind
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW
from support.dossiers import make_dossier

RULEBOOK = load_rulebook()
RULESETS = [
    force(RULEBOOK, decision, number) for decision in RULEBOOK.decision_ids for number in range(1, 27)
]
SHARES = ["0", "0.01", "24.99", "25", "49.99", "50", "74.99", "75", "99.99", "100"]
WHOLE = 10_000  # workers: one worker is a hundredth of a per cent
FLOOR_LAW = force(RULEBOOK, NEW, 14)


def materials(share: str, origin: str, rest: str = "elsewhere") -> list[dict[str, str]]:
    other = str(Decimal(100) - Decimal(share))
    return [
        {"name": "Ngô", "share": share, "origin": origin},
        {"name": "Men", "share": other, "origin": rest},
    ]


def line(facts: Dossier, ruleset: Ruleset, content: CommuneContent) -> Line:
    return score_commune_contents(facts, ruleset).line(content)


def law_name(ruleset: Ruleset) -> str:
    return f"{ruleset.decision.id}-{ruleset.product_set.number}"


def right_option(criterion: Criterion, share: Decimal) -> str:
    """The option whose printed stretch holds the share, read without the code under test."""
    bands = [(o.id, o.band) for o in criterion.levels if o.band]
    from_below = [
        name
        for name, band in bands
        if band.lower is None or share > band.lower or (band.lower_included and share == band.lower)
    ]
    return from_below[-1]


def right_edge(criterion: Criterion, here: str, beside: dict[str, Decimal]) -> str:
    """What is told where a little less or more is another level, read without the code under test."""
    others = {
        words: right_option(criterion, min(max(share, Decimal(0)), Decimal(100)))
        for words, share in beside.items()
    }
    named = {level.id: level.named for level in criterion.levels}
    told = [f"{words} thì thuộc mức: {named[level]}" for words, level in others.items() if level != here]
    return f"sát ngưỡng: {'; '.join(told)}" if told else ""


@pytest.mark.parametrize("ruleset", RULESETS, ids=law_name)
@pytest.mark.parametrize("share", SHARES)
def test_origin_at_every_boundary(ruleset: Ruleset, share: str) -> None:
    criterion = ruleset.product_set.content(CommuneContent.LOCAL_ORIGIN)
    if criterion is None:
        stated = line(
            make_dossier(materials=materials(share, "commune", "elsewhere")),
            ruleset,
            CommuneContent.LOCAL_ORIGIN,
        )
        assert stated.status is Status.NO_POINTS
        assert stated.points is None
        return
    assert criterion.basis
    rest = "province" if criterion.requires else "elsewhere"
    facts = make_dossier(materials=materials(share, criterion.basis.value, rest))
    scored = line(facts, ruleset, CommuneContent.LOCAL_ORIGIN)
    assert scored.option
    assert scored.option.id == right_option(criterion, Decimal(share))
    beside = {"bớt 1% nguyên liệu": Decimal(share) - 1, "thêm 1% nguyên liệu": Decimal(share) + 1}
    assert scored.edge == right_edge(criterion, scored.option.id, beside)


@pytest.mark.parametrize("ruleset", RULESETS, ids=law_name)
@pytest.mark.parametrize("share", SHARES)
def test_labour_at_every_boundary(ruleset: Ruleset, share: str) -> None:
    criterion = ruleset.product_set.content(CommuneContent.LOCAL_LABOUR)
    if criterion is None:
        assert line(make_dossier(), ruleset, CommuneContent.LOCAL_LABOUR).status is Status.NOT_APPLICABLE
        return
    assert criterion.basis
    workers = {"total": str(WHOLE), criterion.basis.value: str(int(Decimal(share) * WHOLE / 100))}
    scored = line(make_dossier(labour=workers), ruleset, CommuneContent.LOCAL_LABOUR)
    assert scored.option
    assert scored.option.id == right_option(criterion, Decimal(share))
    one = Decimal(100) / WHOLE
    beside = {"bớt 01 người": Decimal(share) - one, "thêm 01 người": Decimal(share) + one}
    assert scored.edge == right_edge(criterion, scored.option.id, beside)


def _declared() -> Iterator[tuple[Ruleset, CommuneContent, str]]:
    for ruleset in RULESETS:
        for content in (CommuneContent.IDEA_ORIGIN, CommuneContent.LOCAL_IDENTITY):
            criterion = ruleset.product_set.content(content)
            for option in criterion.levels if criterion else ():
                yield ruleset, content, option.id


@pytest.mark.parametrize(("ruleset", "content", "option"), list(_declared()))
def test_every_declared_option_gives_its_points(
    ruleset: Ruleset, content: CommuneContent, option: str
) -> None:
    part = "idea" if content is CommuneContent.IDEA_ORIGIN else "identity"
    scored = line(
        make_dossier(**{part: {"choice": {"option": option, "reason": "Có minh chứng."}}}), ruleset, content
    )
    criterion = ruleset.product_set.content(content)
    assert criterion
    expected = criterion.option(option)
    assert expected
    assert scored.points == expected.points


def test_nothing_known_is_never_a_score() -> None:
    evaluation = score_commune_contents(make_dossier(), FLOOR_LAW, "dossiers/x.yaml")
    assert {one.status for one in evaluation.lines} == {Status.INSUFFICIENT}
    assert evaluation.points is None
    assert [f.code for f in evaluation.findings] == ["E011", "E012", "E013", "E014"]


@pytest.mark.parametrize(
    "facts",
    [
        {"materials": [{"name": "Ngô", "share": "60", "origin": "commune"}]},
        {"materials": [{"name": "Ngô", "origin": "commune"}]},
        {"materials": materials("40", "commune", "unknown")},
    ],
    ids=["does not add up", "no share", "unknown part may change the option"],
)
def test_shares_that_do_not_decide_are_no_score(facts: dict[str, Any]) -> None:
    assert line(make_dossier(**facts), FLOOR_LAW, CommuneContent.LOCAL_ORIGIN).status is Status.INSUFFICIENT


def test_more_local_workers_than_workers_is_no_score() -> None:
    facts = make_dossier(labour={"total": "10", "commune": "11"})
    assert line(facts, FLOOR_LAW, CommuneContent.LOCAL_LABOUR).status is Status.INSUFFICIENT


def test_a_choice_without_reason_or_of_another_law_is_no_score() -> None:
    for choice in ({"option": "widespread"}, {"option": "no_such", "reason": "Có."}):
        facts = make_dossier(idea={"choice": choice})
        assert line(facts, FLOOR_LAW, CommuneContent.IDEA_ORIGIN).status is Status.INSUFFICIENT


def test_all_imported_is_named_as_a_ground_for_disqualification() -> None:
    facts = make_dossier(materials=materials("50", "import", "import"))
    grounds = {d.detect.value for d in FLOOR_LAW.product_set.disqualifications}
    assert "all_imported_or_unknown" in grounds
    assert score_commune_contents(facts, FLOOR_LAW).disqualified


def test_the_arithmetic_is_shown() -> None:
    facts = make_dossier(labour={"total": "24", "commune": "18"})
    assert (
        line(facts, FLOOR_LAW, CommuneContent.LOCAL_LABOUR).reason
        == "18/24 lao động là người trong xã, đạt 75%"
    )


def test_an_own_decision_stands_beside_the_computed_option() -> None:
    facts = make_dossier(labour={"total": "24", "commune": "18"})
    criterion = FLOOR_LAW.product_set.content(CommuneContent.LOCAL_LABOUR)
    assert criterion
    assert criterion.kind is Kind.SHARE
    lowest = criterion.levels[0]
    own = {CommuneContent.LOCAL_LABOUR: Decided(lowest.id, "Chưa xác minh.")}
    decided = score_commune_contents(facts, FLOOR_LAW, decided=own).line(CommuneContent.LOCAL_LABOUR)
    assert decided.overridden
    assert decided.option is lowest
    assert decided.computed is criterion.levels[-1]


def test_a_hash_follows_its_own_facts_only() -> None:
    before, after = make_dossier(labour={"total": "24"}), make_dossier(labour={"total": "25"})
    assert (
        facts_hashes(before)[CommuneContent.LOCAL_LABOUR] != facts_hashes(after)[CommuneContent.LOCAL_LABOUR]
    )
    assert (
        facts_hashes(before)[CommuneContent.LOCAL_ORIGIN] == facts_hashes(after)[CommuneContent.LOCAL_ORIGIN]
    )


def test_changed_facts_make_only_their_conclusion_stale() -> None:
    facts = make_dossier(labour={"total": "24", "commune": "18"})
    contents = [{"content": c.value, "facts": facts_hashes(facts)[c]} for c in CommuneContent]
    record = {"decision": FLOOR_LAW.decision.id, "on": "2026-06-02", "by": "Lê Thị Mẫu", "contents": contents}
    kept = make_dossier(labour={"total": "24", "commune": "18"}, evaluation=record)
    changed = make_dossier(labour={"total": "30", "commune": "18"}, evaluation=record)
    assert stale_conclusions(kept) == []
    assert [c.content for c in stale_conclusions(changed)] == [CommuneContent.LOCAL_LABOUR]


@pytest.mark.parametrize(
    ("decided_on", "stale"), [("2026-06-01", True), ("2026-06-02", False), ("2026-07-01", False)]
)
def test_what_changes_after_the_decision_makes_no_conclusion_stale(decided_on: str, stale: bool) -> None:
    facts = make_dossier(labour={"total": "24", "commune": "18"})
    contents = [{"content": c.value, "facts": facts_hashes(facts)[c]} for c in CommuneContent]
    record = {"decision": FLOOR_LAW.decision.id, "on": "2026-06-02", "by": "Lê Thị Mẫu", "contents": contents}
    result = {"on": decided_on, "recognised": True, "star": 3}
    later = make_dossier(labour={"total": "30", "commune": "18"}, evaluation=record, results=[result])
    assert bool(stale_conclusions(later)) is stale
