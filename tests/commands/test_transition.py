"""A dossier left behind by a change of law: next, check, evaluate, submit and send say the same on the same day."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.paths import ROOT

Ocop = Callable[..., int]
Printed = Callable[[], Any]
OLD = ROOT / "tests/folders/0.2.0"
CURE = ('ocop return gui-tre --reason "Hết thời gian chuyển tiếp"', "ocop receive gui-tre")
FORCE = ("--force", "--yes", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý bổ sung sau")


@pytest.fixture
def left(workspace: Path) -> Path:
    """The dossier received on 01/10/2025 and evaluated under the old decision, as an older version kept it."""
    return Path(shutil.copy(OLD / "dossiers/gui-tre.yaml", workspace / "dossiers/gui-tre.yaml"))


def of_kind(file: Path, kind: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("registration:\n", f"registration:\n  kind: {kind}\n", 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "day", "goes_on"),
    [
        ("first", "2026-07-21", True),
        ("first", "2026-07-22", False),
        ("re_ranking", "2026-06-21", True),
        ("re_ranking", "2026-06-22", False),
        ("re_ranking", "2026-07-21", False),
        ("re_ranking", "2026-07-22", False),
    ],
)
def test_every_verb_says_the_same(
    kind: str, day: str, goes_on: bool, left: Path, ocop: Ocop, printed: Printed, capsys: Any
) -> None:
    of_kind(left, kind)
    for words in (
        ("check", "gui-tre"),
        ("evaluate", "gui-tre", "--no-write"),
        ("evaluate", "gui-tre", "--yes"),
        ("score", "gui-tre"),
        ("submit", "gui-tre"),
        ("submit", "gui-tre", *FORCE),
        ("send", "gui-tre", "--way", "nộp trực tiếp", "--to", "UBND tỉnh"),
    ):
        before = left.read_bytes()
        capsys.readouterr()
        status = ocop(*words, "--dry-run", "--as-of", day, "--json")
        found = printed()["findings"] if status else []
        told = [finding for finding in found if finding["code"] == "W021"]
        assert len(told) == (0 if goes_on else 1), words
        assert all(command in finding["hint"] for finding in told for command in CURE)
        assert goes_on or status == 1, words
        assert left.read_bytes() == before
    capsys.readouterr()
    assert ocop("next", "gui-tre", "--json", "--as-of", day) == 0
    (step,) = printed()["items"]
    assert (step["command"] == CURE[0]) is not goes_on
    assert any("chỉ được làm theo" in word for word in step["missing"]) is not goes_on


RECOGNISED = """
results:
  - recognised: có
    on: 2023-10-01
    star: 3
    decision: {number: 08/QĐ-UBND, issued_on: 2023-10-01}
    certificate: {number: 08-VD, issued_on: 2023-10-01}
"""


@pytest.mark.parametrize(("kind", "last"), [("first", "2026-07-21"), ("re_ranking", "2026-06-21")])
def test_an_act_of_the_last_day_is_recorded_later_and_none_of_the_day_after(
    kind: str, last: str, left: Path, ocop: Ocop, printed: Printed, capsys: Any
) -> None:
    """The day of the act decides, not the day of typing; on its last day the dossier really goes on to the province."""
    of_kind(left, kind)
    left.write_text(left.read_text(encoding="utf-8") + RECOGNISED * (kind == "re_ranking"), encoding="utf-8")
    after = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    evidence = ("--evidence", "idea_origin=tu-danh-gia")
    for words in (("evaluate", "gui-tre", *evidence), ("submit", "gui-tre")):
        capsys.readouterr()
        assert ocop(*words, "--on", after, "--as-of", "2026-08-03", "--json") == 1
        assert "W021" in [finding["code"] for finding in printed()["findings"]]
        assert ocop(*words, "--on", last, "--as-of", "2026-08-03") == 0
    assert any("submissions" in line for line in left.read_text(encoding="utf-8").splitlines())


def test_the_commands_that_cure_it_can_be_copied(
    left: Path, ocop: Ocop, printed: Printed, capsys: Any
) -> None:
    day = ("--as-of", "2026-11-23")
    assert ocop("return", "gui-tre", "--reason", "Hết thời gian chuyển tiếp", *day) == 0
    capsys.readouterr()
    assert ocop("next", "gui-tre", "--json", *day) == 0
    assert printed()["items"][0]["command"] == CURE[1]
    assert ocop("receive", "gui-tre", *day) == 0
    capsys.readouterr()
    assert ocop("evaluate", "gui-tre", "--json", *day) == 0
    assert printed()["decision"] == "26-2026"
    assert ocop("check", "gui-tre", *day) == 0
