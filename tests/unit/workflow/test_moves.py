"""Which moves the cycle allows, and how it refuses the others."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind, RegistrationKind, Track
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.workflow.cycle import ANY
from ocop_cli.workflow.moves import plan_move
from ocop_cli.workflow.needs import KNOWN_NEEDS, MoveRequest
from support.dossiers import make_dossier

CYCLE = load_cycle()
NAME = "dossiers/x.yaml"
TODAY = date(2026, 6, 1)
LAW = pick_ruleset(load_rulebook(), 3, TODAY)


def dossier(stage: str, track: str = "new", **parts: Any) -> Dossier:
    sound = {
        "product": {"name": "Gạo Mẫu", "set": 3},
        "producer": {"kind": "cooperative", "representative": {"name": "A Mẫu"}},
        "registration": {"track": track},
        "idea": {"narrative": "ý tưởng"},
        "business": {"plan": "phương án"},
        "history": [{"stage": stage, "on": "2026-01-01"}],
    }
    return make_dossier(**{**sound, **parts})


@pytest.mark.parametrize(
    ("track", "path"),
    [
        ("new", ["idea", "selected", "planning", "implementing", "preparing", "received"]),
        ("existing", ["idea", "selected", "improving", "preparing", "received"]),
        ("upgrade", ["preparing", "received"]),
    ],
)
def test_each_track_walks_its_own_way(track: str, path: list[str]) -> None:
    assert CYCLE.starts[Track(track)] == path[0]
    for stage, following in pairwise(path):
        kind = MoveKind.SELECT if following == "selected" else MoveKind.ADVANCE
        plan = plan_move(
            NAME,
            MoveRequest(dossier(stage, track), ("lý do",), LAW),
            CYCLE,
            on=TODAY,
            to=following,
            kind=kind,
        )
        assert plan.move is not None, [f.message for f in plan.refusals]


@pytest.mark.parametrize(
    ("stage", "to", "track"),
    [
        ("idea", "received", "new"),
        ("selected", "improving", "new"),
        ("selected", "planning", "existing"),
        ("withdrawn", "preparing", "new"),
    ],
)
def test_there_is_no_short_cut(stage: str, to: str, track: str) -> None:
    plan = plan_move(NAME, MoveRequest(dossier(stage, track)), CYCLE, on=TODAY, to=to)
    assert plan.move is None
    assert [f.code for f in plan.refusals] == ["W003"]


def test_a_refusal_tells_every_reason_at_once() -> None:
    bare = dossier("preparing", product={"set": None}, producer={"name": "y"})
    plan = plan_move(NAME, MoveRequest(bare), CYCLE, on=TODAY, to="received")
    assert plan.move is None
    assert [f.message for f in plan.refusals] == [
        "Không thể chuyển: chưa ghi bộ sản phẩm",
        "Không thể chuyển: chưa xác định được quyết định áp dụng cho bộ sản phẩm và ngày này",
    ]


def test_a_return_needs_reasons() -> None:
    refused = plan_move(NAME, MoveRequest(dossier("received")), CYCLE, on=TODAY, kind=MoveKind.RETURN)
    assert [f.message for f in refused.refusals] == ["Không thể chuyển: chưa ghi lý do"]
    allowed = plan_move(
        NAME, MoveRequest(dossier("received"), ("thiếu giấy",)), CYCLE, on=TODAY, kind=MoveKind.RETURN
    )
    assert allowed.move is not None
    assert allowed.move.to == "preparing"


def test_an_unknown_stage_is_told() -> None:
    assert [f.code for f in plan_move(NAME, MoveRequest(dossier("somewhere")), CYCLE, on=TODAY).refusals] == [
        "W001"
    ]


def test_the_data_hold_together() -> None:
    assert set(CYCLE.needs) == KNOWN_NEEDS
    for move in CYCLE.moves:
        assert move.to in CYCLE.stages
        assert move.origin in CYCLE.stages or move.origin == ANY
        assert set(move.needs) <= set(CYCLE.needs)
    for track, start in CYCLE.starts.items():
        assert reachable(start, track) >= {"received", "certified", "withdrawn"}


def reachable(start: str, track: Track) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        for move in CYCLE.moves_from(todo.pop(), track):
            if move.to not in found:
                found.add(move.to)
                todo.append(move.to)
    return found


@pytest.mark.parametrize("reasons", [(), ("",), ("thiếu giấy", "  ")])
def test_a_blank_reason_is_no_reason(reasons: tuple[str, ...]) -> None:
    request = MoveRequest(dossier("received"), reasons)
    assert plan_move(NAME, request, CYCLE, on=TODAY, kind=MoveKind.RETURN).move is None


def test_without_a_law_nobody_can_say_which_papers_are_required() -> None:
    plan = plan_move(NAME, MoveRequest(dossier("preparing")), CYCLE, on=TODAY, to="received")
    assert "quyết định áp dụng" in plan.refusals[0].message


def test_a_re_ranking_begins_without_an_idea() -> None:
    for track in Track:
        assert CYCLE.start_of(track, RegistrationKind.RE_RANKING) == "preparing"
        assert CYCLE.start_of(track, RegistrationKind.FIRST) == CYCLE.starts[track]


def test_a_lack_is_told_at_its_field() -> None:
    plan = plan_move(
        NAME,
        MoveRequest(dossier("idea", idea=None), ("lý do",)),
        CYCLE,
        on=TODAY,
        to="selected",
        kind=MoveKind.SELECT,
    )
    assert [f.place.field for f in plan.refusals] == [("idea", "narrative")]


def test_a_move_cannot_lie_before_the_last_one() -> None:
    plan = plan_move(NAME, MoveRequest(dossier("planning")), CYCLE, on=date(2025, 12, 31))
    assert [f.code for f in plan.refusals] == ["W005"]


def test_an_act_makes_the_move_that_asks_for_it() -> None:
    sent = dossier("evaluated")
    request = MoveRequest(sent, brings=frozenset({"submission"}))
    plan = plan_move("dossiers/x.yaml", request, CYCLE, on=date(2026, 11, 30))
    assert plan.move is not None
    assert plan.move.to == "submitted"


def test_an_act_at_the_wrong_stage_makes_no_move() -> None:
    early = dossier("planning")
    request = MoveRequest(early, brings=frozenset({"submission"}))
    plan = plan_move("dossiers/x.yaml", request, CYCLE, on=date(2026, 11, 30))
    assert plan.move is None
    assert [finding.code for finding in plan.refusals] == ["W003"]
