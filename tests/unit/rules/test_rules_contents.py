"""The four commune contents of both decisions, all 26 sets, every option boundary.

The expectation is written here from the summary of the decisions, not read from the data under test:
(sets, basis, [(share from which the option begins, points, star minimum)]).
"""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.criterion import Basis, Criterion
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook

Steps = list[tuple[str, str, int | None]]

ALL = range(1, 27)
GOODS = range(1, 26)
FRESH, ORNAMENTAL = (1, 2, 3, 4), (23, 24, 25)

ORIGIN: dict[str, list[tuple[tuple[int, ...], Basis, Steps]]] = {
    "148-2023": [
        (
            (*FRESH, *ORNAMENTAL),
            Basis.COMMUNE,
            [("0", "0", None), ("0.01", "1", None), ("50", "3", None), ("75", "5", None)],
        ),
        (
            (5, 11, 12, 13),
            Basis.PROVINCE,
            [("0", "0", None), ("0.01", "1", None), ("50", "3", 3), ("75", "5", None)],
        ),
        (
            (6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 19, 20, 21, 22),
            Basis.PROVINCE,
            [("0", "0", None), ("0.01", "1", 3), ("50", "3", None), ("75", "5", None)],
        ),
    ],
    "26-2026": [
        (FRESH, Basis.COMMUNE, [("0", "0", None), ("0.01", "1", None), ("50", "2", None), ("75", "3", None)]),
        (
            (5, 6, 11, 12, 13),
            Basis.PROVINCE,
            [("0", "0", None), ("0.01", "1", None), ("50", "2", 3), ("75", "3", None)],
        ),
        (
            (7, 8, 10, 18),
            Basis.PROVINCE,
            [("0", "0", None), ("0.01", "1", 3), ("50", "2", None), ("75", "3", None)],
        ),
        ((9,), Basis.PROVINCE, [("0", "0", None), ("0.01", "1", 3), ("50", "3", None), ("75", "5", None)]),
        (
            (14, 15, 16, 17, 19, 20, 21, 22),
            Basis.PROVINCE,
            [("0", "0", None), ("0.01", "1", 3), ("50", "2", None), ("75", "4", None)],
        ),
        (
            ORNAMENTAL,
            Basis.COMMUNE,
            [("0", "0", None), ("0.01", "1", None), ("50", "2", None), ("75", "4", None)],
        ),
    ],
}
LABOUR: dict[str, list[tuple[tuple[int, ...], Basis, Steps]]] = {
    "148-2023": [(tuple(ALL), Basis.DISTRICT, [("0", "0", None), ("50", "1", None), ("75", "3", None)])],
    "26-2026": [
        (
            tuple(GOODS),
            Basis.COMMUNE,
            [("0", "0", None), ("25", "1", None), ("50", "2", None), ("75", "3", None)],
        ),
        ((26,), Basis.COMMUNE, [("0", "0", None), ("25", "1", None), ("50", "2", None), ("75", "4", None)]),
    ],
}
Choices = list[tuple[str, str, int | None]]
_WIDE, _DISTINCT = ("widespread", "0", None), ("widespread_distinct", "1", None)
IDEA: dict[str, list[tuple[tuple[int, ...], Choices]]] = {
    "148-2023": [
        (
            tuple(range(1, 21)),
            [_WIDE, _DISTINCT, ("provincial_speciality", "3", None), ("district_speciality", "4", 4)],
        ),
        (
            (21, 22, 23, 24, 25),
            [_WIDE, _DISTINCT, ("provincial_speciality", "3", None), ("district_speciality", "5", 4)],
        ),
        ((26,), [("adapted_idea", "1", None), ("own_idea", "3", None), ("unique_heritage_idea", "5", None)]),
    ],
    "26-2026": [
        (FRESH, [_WIDE, _DISTINCT, ("provincial_speciality", "3", 4)]),
        ((5,), [_WIDE, ("widespread_distinct", "3", None), ("provincial_speciality", "5", 4)]),
        (
            (6, 7, 9, 10, 11, 12, 13, 18),
            [_WIDE, _DISTINCT, ("provincial_speciality", "2", None), ("commune_speciality", "3", 4)],
        ),
        ((8,), [_DISTINCT, ("provincial_speciality", "2", None), ("commune_speciality", "3", 4)]),
        (
            (14, 15, 16, 17, 19, 20, 21, 22),
            [_WIDE, _DISTINCT, ("provincial_speciality", "2", None), ("commune_speciality", "4", 4)],
        ),
        (
            ORNAMENTAL,
            [_WIDE, _DISTINCT, ("provincial_speciality", "3", None), ("commune_speciality", "5", 4)],
        ),
        ((26,), [("adapted_idea", "1", None), ("own_idea", "3", None), ("unique_heritage_idea", "5", None)]),
    ],
}
IDENTITY: dict[str, list[tuple[tuple[int, ...], Choices]]] = {
    "148-2023": [
        (
            tuple(GOODS),
            [
                ("copied_story", "0", None),
                ("adapted_story", "1", None),
                ("own_story", "3", 3),
                ("local_colour", "5", 4),
            ],
        )
    ],
    "26-2026": [
        (
            tuple(GOODS),
            [
                ("copied_story", "0", None),
                ("own_story", "1", 3),
                ("local_colour", "3", None),
                ("moving_story", "5", None),
            ],
        )
    ],
}
PROVINCE_ONLY = {"148-2023": {1, 3, 4}, "26-2026": {1, 2, 3, 4, 23, 24, 25}}


def _share_cases() -> Iterator[tuple[str, int, CommuneContent, str, str]]:
    """Every share that begins an option, the one just under it, and the full share."""
    for content, table in ((CommuneContent.LOCAL_ORIGIN, ORIGIN), (CommuneContent.LOCAL_LABOUR, LABOUR)):
        for decision, rows in table.items():
            for sets, _, steps in rows:
                for number in sets:
                    yield from ((decision, number, content, *probe) for probe in _probes(steps))


def _probes(steps: Steps) -> Iterator[tuple[str, str]]:
    for index, (share, points, _) in enumerate(steps):
        yield share, points
        if index:
            yield str(Decimal(share) - Decimal("0.01")), steps[index - 1][1]
    yield "100", steps[-1][1]


@pytest.mark.parametrize(("decision", "number", "content", "share", "points"), list(_share_cases()))
def test_a_share_falls_into_one_option(
    decision: str, number: int, content: CommuneContent, share: str, points: str
) -> None:
    option = _criterion(decision, number, content).option_for(Decimal(share))
    assert option is not None
    assert str(option.points) == points


@pytest.mark.parametrize(
    ("content", "table"), [(CommuneContent.LOCAL_ORIGIN, ORIGIN), (CommuneContent.LOCAL_LABOUR, LABOUR)]
)
def test_shares_are_counted_over_the_area_of_the_decision(
    content: CommuneContent, table: dict[str, list[tuple[tuple[int, ...], Basis, Steps]]]
) -> None:
    for decision, rows in table.items():
        for sets, basis, _ in rows:
            assert {_criterion(decision, number, content).basis for number in sets} == {basis}


def _star_cases() -> Iterator[tuple[str, int, CommuneContent, list[tuple[str, int | None]]]]:
    """The star minima of the printed options; the floor is not printed and never carries one."""
    for content, table in ((CommuneContent.LOCAL_ORIGIN, ORIGIN), (CommuneContent.LOCAL_LABOUR, LABOUR)):
        for decision, rows in table.items():
            for sets, _, steps in rows:
                printed = [(points, star) for _, points, star in steps if points != "0"]
                yield from ((decision, number, content, printed) for number in sets)


@pytest.mark.parametrize(("decision", "number", "content", "printed"), list(_star_cases()))
def test_printed_options_carry_points_and_star_minima(
    decision: str, number: int, content: CommuneContent, printed: list[tuple[str, int | None]]
) -> None:
    options = _criterion(decision, number, content).options
    assert [(str(o.points), o.min_star) for o in options] == printed


def _choice_cases() -> Iterator[tuple[str, int, CommuneContent, Choices]]:
    for content, table in ((CommuneContent.IDEA_ORIGIN, IDEA), (CommuneContent.LOCAL_IDENTITY, IDENTITY)):
        for decision, rows in table.items():
            for sets, choices in rows:
                yield from ((decision, number, content, choices) for number in sets)


@pytest.mark.parametrize(("decision", "number", "content", "choices"), list(_choice_cases()))
def test_choices_keep_their_names_points_and_star_minima(
    decision: str, number: int, content: CommuneContent, choices: Choices
) -> None:
    options = _criterion(decision, number, content).options
    assert [(o.id, str(o.points), o.min_star) for o in options] == choices


@pytest.mark.parametrize("decision", ["148-2023", "26-2026"])
def test_tourism_has_no_origin_and_no_identity(decision: str) -> None:
    tourism = _ruleset(decision, 26).product_set
    assert tourism.content(CommuneContent.LOCAL_ORIGIN) is None
    assert tourism.content(CommuneContent.LOCAL_IDENTITY) is None


@pytest.mark.parametrize("decision", ["148-2023", "26-2026"])
@pytest.mark.parametrize("number", GOODS)
def test_only_the_printed_sets_want_everything_from_the_province(decision: str, number: int) -> None:
    criterion = _criterion(decision, number, CommuneContent.LOCAL_ORIGIN)
    assert bool(criterion.requires) == (number in PROVINCE_ONLY[decision])


@pytest.mark.parametrize(("decision", "floor"), [("148-2023", "below_50"), ("26-2026", "below_25")])
def test_the_floor_of_labour_is_marked_as_our_reading(decision: str, floor: str) -> None:
    criterion = _criterion(decision, 14, CommuneContent.LOCAL_LABOUR)
    assert criterion.floor is not None
    assert (criterion.floor.id, str(criterion.floor.points)) == (floor, "0")
    assert criterion.floor.source is not None
    assert not criterion.floor.source.is_firm
    assert criterion.floor not in criterion.options


def _criterion(decision: str, number: int, content: CommuneContent) -> Criterion:
    criterion = _ruleset(decision, number).product_set.content(content)
    assert criterion is not None
    return criterion


def _ruleset(decision: str, number: int) -> Ruleset:
    return force(load_rulebook(), decision, number)
