"""``ocop evaluate`` takes many dossiers: what can be evaluated is written in one go, the others are told and left as they are."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
CAN, CANNOT = ("homestay", "sam-day"), ("gao-do", "khong-co")


@pytest.fixture
def before(workspace: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (workspace / "dossiers").glob("*.yaml")}


def test_what_can_be_evaluated_is_and_the_others_are_told(
    workspace: Path, ocop: Ocop, capsys: Any, before: dict[str, bytes]
) -> None:
    assert ocop("evaluate", CAN[0], CANNOT[0], CAN[1], CANNOT[1]) == 1
    told = capsys.readouterr()
    changed = {
        name for name, raw in before.items() if (workspace / f"dossiers/{name}.yaml").read_bytes() != raw
    }
    assert changed == set(CAN)
    assert all(name in told.err for name in CANNOT)
    assert "dossiers/gao-do.yaml" in told.out  # every reason with its line
    assert {path.name for path in workspace.glob("documents/*/*.docx")} >= {
        f"{name}-evaluation-report.docx" for name in CAN
    }
    assert ocop("undo", "-y") == 0
    assert {name: (workspace / f"dossiers/{name}.yaml").read_bytes() for name in before} == before


def test_several_at_once_come_to_what_each_comes_to_alone(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    alone = []
    for name in CAN:
        ocop("evaluate", name, "--json")
        alone.append(json.loads(capsys.readouterr().out))
    assert ocop("evaluate", *CAN, CANNOT[1], "--json") == 1
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "ocop/evaluations@1"
    assert [{"schema": "ocop/evaluation@1", **item} for item in document["items"]] == alone
    assert list(document["refused"]) == [CANNOT[1]]


def test_one_dossier_named_twice_is_evaluated_once(ocop: Ocop, capsys: Any) -> None:
    assert ocop("evaluate", "sam-day", "sâm dây", "--no-write", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["items"]) == 1


@pytest.mark.parametrize(
    "option",
    [
        "--idea",
        "--idea-reason",
        "--identity",
        "--identity-reason",
        "--evidence",
        "--override",
        "--reason",
        "--conclude",
    ],
)
def test_what_holds_for_one_dossier_is_not_said_of_several(
    ocop: Ocop, option: str, before: dict[str, bytes], workspace: Path
) -> None:
    assert ocop("evaluate", *CAN, option, "x") == 2
    assert {name: (workspace / f"dossiers/{name}.yaml").read_bytes() for name in before} == before
