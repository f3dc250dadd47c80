"""Every level of every criterion of all sets, one at a time on a sheet that is best in all else, against plain sums."""

from datetime import date
from fractions import Fraction
from functools import cache

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier
from support.raw_law import Raw, choices, counted, criteria_of, read_decision, star_of, stops

BOOK = load_rulebook()
TODAY = date(2026, 11, 23)
DECISIONS = ("148-2023", "26-2026")
SETS = [(decision, str(number)) for decision in DECISIONS for number in range(1, 27)]
PAPERS = ("food_safety_certificate", "production_licence", "production_conditions", "quality_declaration")
MIXED = {
    "all in the commune": {"commune": "100"},
    "all in the province": {"province": "100"},
    "all elsewhere": {"elsewhere": "100"},
    "some elsewhere": {"commune": "80", "elsewhere": "20"},
    "a little": {"commune": "1", "province": "98", "elsewhere": "1"},
    "just below a half": {"commune": "49.99", "province": "50.01"},
    "a half": {"commune": "50", "elsewhere": "50"},
    "three quarters": {"commune": "75", "province": "25"},
}


@cache
def raw(decision: str) -> Raw:
    return read_decision(decision)


@cache
def criteria(decision: str, number: str) -> dict[str, Raw]:
    return criteria_of(raw(decision), number)


@cache
def levels(decision: str, number: str) -> dict[str, dict[str, Fraction]]:
    return {name: choices(raw(decision), c) for name, c in criteria(decision, number).items()}


def dossier(number: str, **facts: object) -> Dossier:
    papers = [{"id": kind, "kind": kind, "title": kind} for kind in PAPERS]
    return make_dossier(**{"product": {"set": number}, "papers": papers, **facts})


def scored(
    facts: Dossier, decision: str, number: str, chosen: dict[str, str], scorer: str = "council"
) -> Score:
    listed = [{"criterion": name, "option": option} for name, option in chosen.items()]
    sheet = ScoreSheet.model_validate({"scorer": scorer, "decision": decision, "choices": listed})
    return score_dossier(facts, force(BOOK, decision, int(number)), sheet, TODAY)


def expected(decision: str, number: str, chosen: dict[str, str]) -> tuple[Fraction, int | None]:
    """The total and the star that the words of the decision give to these levels."""
    law = raw(decision)
    held = criteria(decision, number)
    points = {name: levels(decision, number)[name][option] for name, option in chosen.items()}
    for name, criterion in held.items():
        other = criterion.get("only_if")
        if other and chosen[other["criterion"]] in other["lost_at"]:
            points[name] = Fraction(0)
    kept = counted(held, points)
    stopped = any(chosen[name] in stops(held[name]) for name in kept)
    return sum(kept.values(), Fraction(0)), None if stopped else star_of(law, held, kept)


def best(decision: str, number: str) -> dict[str, str]:
    found = {}
    for name, criterion in criteria(decision, number).items():
        printed = {o: said["points"] for o, said in criterion["levels"].items()}
        found[name] = max(printed, key=lambda option: printed[option])
    return found


def test_all_sets_of_both_decisions_are_read() -> None:
    assert {d: len(raw(d)["sets"]) for d in DECISIONS} == {"148-2023": 26, "26-2026": 26}
    assert sum(len(criteria(d, n)) for d, n in SETS) == 1585


@pytest.mark.parametrize(("decision", "number"), SETS)
def test_each_level_alone_gives_what_its_words_say(decision: str, number: str) -> None:
    tops, facts = best(decision, number), dossier(number)
    for name, options in levels(decision, number).items():
        for option in options:
            chosen = {**tops, name: option}
            score = scored(facts, decision, number, chosen)
            told = (Fraction(score.tally.points), score.star)
            assert told == expected(decision, number, chosen), (name, option)


@pytest.mark.parametrize(("decision", "number"), SETS)
def test_shares_of_material_give_the_level_whose_words_they_fill(decision: str, number: str) -> None:
    criterion = criteria(decision, number).get("local_origin")
    for shares in MIXED.values():
        listed = [{"name": origin, "share": share, "origin": origin} for origin, share in shares.items()]
        labour = {"total": "4", "commune": "4", "district": "4"}
        facts = dossier(number, materials=listed, labour=labour)
        score = scored(facts, decision, number, best(decision, number), "commune")
        if criterion is None:
            assert all(line.criterion.id != "local_origin" for line in score.lines)
            continue
        chosen = {**best(decision, number), "local_origin": _level_of(criterion, shares)}
        assert (Fraction(score.tally.points), score.star) == expected(decision, number, chosen), shares


def grounds(decision: str, number: str) -> list[Raw]:
    return [g for g in raw(decision)["disqualifications"].values() if number in g["sets"]]


@pytest.mark.parametrize(("decision", "number"), SETS)
def test_each_ground_that_papers_or_figures_show_keeps_from_a_star(decision: str, number: str) -> None:
    tops = best(decision, number)
    assert scored(dossier(number), decision, number, tops).grounds == ()
    foreign = [{"name": "Hàng nhập", "share": "70", "origin": "import"}, {"name": "Khác", "share": "30"}]
    for ground in grounds(decision, number):
        if ground["detect"] == "missing_paper":
            kept = [kind for kind in PAPERS if kind not in ground["papers"]]
            facts = dossier(number, papers=[{"id": kind, "kind": kind, "title": kind} for kind in kept])
        elif ground["detect"] == "all_imported_or_unknown":
            facts = dossier(number, materials=foreign)
        else:
            continue  # a person looks for it: asked on the sheet
        score = scored(facts, decision, number, tops)
        assert score.star is None, ground["text"]
        assert any(ground["text"] in told for told in score.grounds)


def _level_of(criterion: Raw, shares: dict[str, str]) -> str:
    """Find the level by the printed bounds: what the criterion requires first, then the share."""
    near = {"commune": ("commune",), "province": ("commune", "district", "province")}

    def share_in(area: str) -> Fraction:
        return sum((Fraction(s) for o, s in shares.items() if o in near[area]), Fraction(0))

    requires = criterion.get("requires")
    if requires and share_in(requires["area"]) < 100:
        return str(requires["id"])
    share = share_in(criterion["basis"])
    for option, said in {criterion["floor"]["id"]: criterion["floor"], **criterion["levels"]}.items():
        above = share > Fraction(said["above"]) if "above" in said else share >= Fraction(said["from"])
        below = share < Fraction(said["below"]) if "below" in said else share <= Fraction(said["to"])
        if above and below:
            return str(option)
    raise AssertionError(shares)
