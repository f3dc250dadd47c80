"""What each level takes: data for every level of every decision, and plans over random sheets of all sets."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.advice_json import advice_json
from ocop_cli.evaluation.advice_steps import Season, Step
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.star import Tally
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_effort
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier
from support.efforts import SEASON

RULEBOOK = load_rulebook()
LAWS = [Ruleset(text, product_set) for text in RULEBOOK.texts for product_set in text.sets]
EFFORT = load_effort({})


def levels_up(criterion: Criterion) -> list[Option]:
    """The levels that work can reach, those aside on which a criterion begins."""
    lowest = min(option.points for option in criterion.levels)
    return [o for o in criterion.levels if o.points > lowest and not o.stops and o is not criterion.exempt]


WANTED = {(c.id, o.id) for law in LAWS for c in law.product_set.criteria for o in levels_up(c)}


def test_every_level_of_every_decision_has_its_own_work() -> None:
    lacking = {
        (criterion, option)
        for criterion, option in WANTED
        if criterion not in EFFORT.fixed
        and criterion not in EFFORT.criteria
        and (criterion, option) not in EFFORT.levels
    }
    assert lacking == set()


def test_no_work_is_kept_for_what_no_decision_has() -> None:
    criteria = {criterion for criterion, _ in WANTED}
    options = {(c.id, o.id) for law in LAWS for c in law.product_set.criteria for o in c.levels}
    assert set(EFFORT.criteria) | EFFORT.fixed <= criteria
    assert set(EFFORT.levels) <= options


def test_a_test_in_a_laboratory_is_not_a_certificate_for_export() -> None:
    """What a criterion asks for at its levels are different works: days and money differ."""
    tested, exported = EFFORT.work("nutrition", "over_two"), EFFORT.work("global_market", "demanding")
    assert "phòng thử nghiệm" in tested.who
    assert tested.days < exported.days
    assert tested.money < exported.money
    filed, granted = (EFFORT.work("intellectual_property", o) for o in ("trademark_filed", "further_right"))
    assert filed.effort < granted.effort


@pytest.mark.parametrize("level", sorted(WANTED), ids="-".join)
def test_each_work_says_who_how_long_how_much_and_by_what_source(level: tuple[str, str]) -> None:
    work = EFFORT.work(*level)
    assert work.name
    assert work.who
    assert work.days > 0
    assert work.money >= 0
    assert "ước lượng của chương trình" in work.source
    assert work.effort > 0


@st.composite
def sheets(draw: st.DrawFn) -> Score:
    law = draw(st.sampled_from(LAWS))
    choices = [
        {"criterion": c.id, "option": draw(st.sampled_from(c.levels)).id}
        for c in law.product_set.criteria
        if draw(st.integers(0, 9))
    ]
    sheet = ScoreSheet.model_validate({"scorer": "council", "choices": choices})
    facts = make_dossier(product={"set": str(law.product_set.number)})
    return score_dossier(facts, law, sheet, SEASON.begins)


@settings(max_examples=40, deadline=None)
@given(sheets(), st.integers(1, 5), st.sampled_from([None, 20, 100, 400]))
def test_no_step_goes_higher_than_the_star_needs(found: Score, star: int, days: int | None) -> None:
    closes = SEASON.begins + timedelta(days=days) if days else None
    advice = advise(found, star, EFFORT, Season(SEASON.begins, closes))
    for way in advice.ways:
        assert _reaches(found, way, star)
        for number, step in enumerate(way):
            assert step.is_late == (closes is not None and step.ends_on > closes)
            assert step.ends_on == SEASON.begins + timedelta(days=step.days)
            assert step.rungs[-1].level is step.to
            for lower in _below(step):
                lowered = (*way[:number], step._replace(to=lower), *way[number + 1 :])
                assert not _reaches(found, lowered, star)
    _adds_up(advice_json(advice), advice_table(advice, found, "").rows)


def _adds_up(machine: dict[str, object], rows: tuple[tuple[str, ...], ...]) -> None:
    ways: list[list[dict[str, int]]] = machine["ways"]  # type: ignore[assignment]  # JSON
    assert [sum(step["cost"] for step in way) for way in ways] == [machine["cost"]] * len(ways)
    assert not ways or sum(step["money"] for step in ways[0]) == machine["money"]
    assert len(rows) == (len(ways[0]) if ways else 0)
    assert all(row[4] and row[5] and row[6] and row[8] for row in rows)


def _below(step: Step) -> list[Option]:
    """The levels between today's and the one that a step goes to."""
    now = step.line.option or min(levels_or_first(step), key=lambda o: o.points)
    between = [
        o for o in step.line.criterion.levels if now.points < o.points < step.to.points and not o.stops
    ]
    return [*between, now]


def levels_or_first(step: Step) -> list[Option]:
    return [o for o in step.line.criterion.levels if not o.stops and o is not step.line.criterion.exempt]


def _reaches(found: Score, way: tuple[Step, ...], star: int) -> bool:
    """Whether a sheet with these steps has the star, judged by the tally and not by the search."""
    chosen = {
        x.criterion.id: x.option
        or min(
            (o for o in x.criterion.levels if not o.stops and o is not x.criterion.exempt),
            key=lambda o: o.points,
        )
        for x in found.counted
    }
    chosen |= {step.line.criterion.id: step.to for step in way}
    tally = Tally(found.ruleset, chosen)
    wanted = next(b.band.lower for b in found.ruleset.decision.stars if b.star == star) or Decimal(0)
    stopped = any(option.stops for option in chosen.values())
    return tally.points >= wanted and all(gate.is_met for gate in tally.gates(star)) and not stopped
