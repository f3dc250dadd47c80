"""``--as-of`` shows the folder as of that day: what was done and decided later is not spoken of."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.as_of import as_of
from ocop_cli.store.dossiers import list_ids, load_dossier
from ocop_cli.store.sources import Sources
from support.paths import ROOT

Ocop = Callable[..., int]
Told = Callable[..., Any]


@pytest.fixture
def told(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command line with --json and return what it prints."""

    def run(*words: str) -> Any:
        capsys.readouterr()
        ocop(*words, "--json")
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("folder", sorted((ROOT / "tests/folders").iterdir()), ids=lambda path: path.name)
def test_nothing_of_a_later_day_is_left_in_a_dossier(folder: Path) -> None:
    sources = Sources(folder)
    for dossier_id in list_ids(folder):
        dossier = load_dossier(sources, dossier_id).dossier
        for day in {move.on for move in dossier.history}:
            then = as_of(dossier, day)
            assert then is not None
            dated = [
                item.on
                for name in type(then).model_fields
                for part in [getattr(then, name)]
                for item in (part if isinstance(part, tuple) else [part])
                if getattr(item, "on", None)
            ]
            assert dated
            assert max(dated) <= day
            assert (then.materials, then.labour, then.papers) == (
                dossier.materials,
                dossier.labour,
                dossier.papers,
            )


def test_every_verb_that_reads_shows_the_stage_of_the_day(ocop: Ocop, told: Told) -> None:
    assert ocop("advance", "gao-do", "--on", "23/11/2026") == 0
    for day, stage in (("2026-11-22", "implementing"), ("2026-11-23", "preparing")):
        shown = told("show", "gao-do", "--as-of", day)["dossier"]["history"][-1]["stage"]
        (listed,) = [i["stage"] for i in told("list", "--as-of", day)["items"] if i["id"] == "gao-do"]
        (step,) = [i["stage"] for i in told("next", "gao-do", "--as-of", day)["items"]]
        (one,) = [i["stage"] for i in told("next", "--as-of", day)["items"] if i["dossier"] == "gao-do"]
        (made,) = [
            d["stage"]
            for item in told("producers", "ruong cao", "--as-of", day)["items"]
            for d in item["dossiers"]
            if d["id"] == "gao-do"
        ]
        assert {shown, listed, step, one, made} == {stage}


def test_a_dossier_that_had_not_begun_is_not_there(ocop: Ocop, told: Told, capsys: Any) -> None:
    day = ("--as-of", "2026-11-15")
    assert "lan-rung" not in [item["dossier"] for item in told("next", *day)["items"]]
    assert ocop("show", "lan-rung", *day) == 3
    assert "Ngày 15/11/2026 chưa có hồ sơ lan-rung" in capsys.readouterr().err


def test_lessons_and_conclusions_of_a_later_day_are_not_quoted(ocop: Ocop, told: Told) -> None:
    assert ocop("return", "sam-day", "--reason", "thiếu hợp đồng", "--on", "23/11/2026") == 0
    assert (
        ocop(
            "register",
            "--name",
            "Sâm củ",
            "--producer",
            "Hộ X",
            "--kind",
            "household",
            "--set",
            "20",
            "--track",
            "upgrade",
        )
        == 0
    )

    def codes(day: str) -> set[str]:
        return {finding["code"] for finding in told("check", "sam-cu", "--as-of", day)["findings"]}

    assert "W020" in codes("2026-11-23")
    assert "W020" not in codes("2026-11-22")
