"""``ocop carry``: unfinished dossiers go into the next year, and the old year keeps its lists and figures."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.documents.plan_annexes import product_rows
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import gather_dossiers, load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.year.plan import gather_plan
from ocop_cli.usecases.year.report import ReportKind
from ocop_cli.workflow.selection import last_selection
from support.dossiers import make_dossier
from support.played import Played
from support.runs import runs

Ocop = Callable[..., int]
Printed = Callable[[], Any]
YEARS = (2025, 2026)


def told(root: Path, day: str, capsys: Any) -> list[tuple[int, str]]:
    """Return what every report, list and plan of the years before prints."""
    words = [
        *(("report", "--kind", kind, "--period", str(year)) for kind in ReportKind for year in YEARS),
        *(("list", "--year", str(year)) for year in YEARS),
    ]
    capsys.readouterr()
    return [
        (run(["-C", str(root), "--as-of", day, "--no-input", "-n", *line]), capsys.readouterr().out)
        for line in words
    ]


def planned(root: Path, year: int, day: str) -> list[dict[str, Any]]:
    sources = Sources(root)
    data = gather_plan(
        sources, year, load_rulebook(root), load_workspace(sources).profile, date.fromisoformat(day)
    )
    return product_rows(data.dossiers, year)


def dossiers(root: Path) -> dict[str, Dossier]:
    sources = Sources(root)
    return {file.id: file.dossier for file in gather_dossiers(sources).rest(sources.leave_out)}


def test_the_old_years_keep_what_they_told_and_the_plan_has_the_unfinished(
    played: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Along the demo: reports, lists and plans of the old years, and the plan of the new one, stay."""
    *days, last = played.items()
    for day, folder in (*days[:: runs(10, 5)], last):
        root = shutil.copytree(folder, tmp_path / day)
        year = int(day[:4]) + 1
        before = told(root, day, capsys)
        plans = [planned(root, each, day) for each in (*YEARS, year)]
        stages = load_cycle().stages
        unfinished = {i for i, d in dossiers(root).items() if stage_of(stages, d.stage).under_way}
        assert run(["-C", str(root), "--as-of", day, "--no-input", "carry", str(year), "-y"]) == 0
        assert told(root, day, capsys) == before, day
        assert [planned(root, each, day) for each in (*YEARS, year)] == plans, day
        moved = {i: d for i, d in dossiers(root).items() if d.registration.year == year}
        assert set(moved) == unfinished
        names = {row["product"] for row in plans[-1] if not row["strong"]}
        assert {d.product.name for d in moved.values()} <= names


def test_each_dossier_is_told_with_its_reason(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("carry", "2027", "gao-do", "-y") == 0
    (workspace / "dossiers/hong.yaml").write_text("product: {}\n", encoding="utf-8")
    capsys.readouterr()
    assert ocop("carry", "2027", "-y", "--json") == 0
    given = printed()
    outcomes = {item["id"]: (item["outcome"], item["reason"]) for item in given["items"]}
    assert outcomes["gao-do"] == ("there", "đã ở chương trình năm 2027")
    assert outcomes["mang-kho"] == ("left", "đã được công nhận; tới hạn thì `ocop renew`")
    assert outcomes["tho-cam"] == outcomes["tra-day"] == ("left", "đã kết thúc")
    assert outcomes["gui-tre"] == ("carried", "chuyển từ năm 2025")
    assert given["unread"] == ["hong"]
    assert set(outcomes) == set(dossiers(workspace))


def test_nothing_is_written_before_it_was_seen(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in (workspace / "dossiers").iterdir()}
    assert ocop("carry", "2027") == 2
    said = capsys.readouterr()
    assert "Chuyển 9 hồ sơ sang năm 2027." in said.err
    assert "Gạo đỏ Xốp" in said.out
    assert ocop("carry", "2027", "-n") == 0
    assert "Năm tham gia: “2026” → “2027”" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in (workspace / "dossiers").iterdir()} == before


def test_one_undo_takes_all_of_it_back(ocop: Ocop, workspace: Path) -> None:
    before = {path: path.read_bytes() for path in (workspace / "dossiers").iterdir()}
    assert ocop("carry", "2027", "-y") == 0
    assert ocop("undo") == 0
    assert {path: path.read_bytes() for path in (workspace / "dossiers").iterdir()} == before


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("2027", "ca-phe"), 1, "ca-phe: đã được công nhận"),
        (("2027", "gao-do", "tra-day"), 1, "tra-day: đã kết thúc"),
        (("2027", "gao-do", "--on", "01/01/2026"), 1, "gao-do: ngày chuyển sớm hơn ngày"),
        (("2029", "gao-do", "--no-input"), 2, "năm 2029 không phải năm nay hay năm sau"),
        (("1999",), 2, "Không có chương trình năm 1999"),
        (("20260",), 2, "Không có chương trình năm 20260"),
    ],
)
def test_what_cannot_be_carried_is_refused_by_name(
    ocop: Ocop, workspace: Path, words: tuple[str, ...], status: int, said: str, capsys: Any
) -> None:
    before = (workspace / "dossiers/gao-do.yaml").read_bytes()
    assert ocop("carry", *words) == status
    assert said in capsys.readouterr().err
    assert (workspace / "dossiers/gao-do.yaml").read_bytes() == before


def test_an_earlier_day_shows_the_earlier_year(
    ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("carry", "2027", "gao-do", "-y", "--on", "20/11/2026") == 0
    for day, year in (("2026-11-19", 2026), ("2026-11-20", 2027)):
        capsys.readouterr()
        assert ocop("show", "gao-do", "--json", "--as-of", day) == 0
        assert int(json.loads(capsys.readouterr().out)["dossier"]["registration"]["year"]) == year
    assert ocop("show", "gao-do") == 0
    assert "năm 2027, chuyển tiếp từ năm 2026" in capsys.readouterr().out


def test_a_carried_dossier_is_no_finding(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The slip of a dossier received in the old year stays right (D031)."""
    ocop("check")
    before = capsys.readouterr().out
    assert ocop("carry", "2027", "-y", "-q") == 0
    capsys.readouterr()
    ocop("check")
    assert capsys.readouterr().out.count("[D031]") == before.count("[D031]")
    assert ocop("-q", "carry", "2028", "-y") == 0
    assert dossiers(workspace)["sam-day"].registration.years == (2026, 2027, 2028)


@pytest.mark.parametrize(
    ("chosen_on", "carried_on", "year"),
    [
        ("2026-12-20", "2027-01-04", 2026),
        ("2027-01-10", "2027-01-04", 2027),
        ("2026-12-20", "2026-12-20", 2026),
        ("2027-01-04", "2027-01-04", 2027),
    ],
)
def test_a_selection_counts_for_the_year_of_its_day(chosen_on: str, carried_on: str, year: int) -> None:
    registration = {"track": "new", "year": "2027", "earlier": [{"year": "2026", "until": carried_on}]}
    chosen = {"stage": "selected", "from": "idea", "on": chosen_on, "kind": "select", "reasons": ["hay"]}
    history = [{"stage": "idea", "on": "2026-06-01"}, chosen]
    dossier = make_dossier(registration=registration, history=history)
    assert [each for each in (2026, 2027) if last_selection(dossier, each)] == [year]


def test_an_idea_nobody_decided_on_waits_in_the_new_year(
    ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("carry", "2027", "lan-rung", "gao-do", "-y") == 0
    capsys.readouterr()
    assert ocop("select", "--year", "2027", "--json") == 0
    assert [row[0] for row in printed()["items"]] == ["lan-rung"]
    assert ocop("select", "--year", "2026", "--json") == 0
    assert {"lan-rung", "gao-do"} <= {row[0] for row in printed()["items"]}


def test_a_round_that_follows_keeps_the_years_before(ocop: Ocop, workspace: Path) -> None:
    before = load_dossier(Sources(workspace), "ca-phe").dossier
    assert before.samples is not None
    assert ocop("renew", "ca-phe", "--kind", "nâng hạng", "--target", "4") == 0
    registration = load_dossier(Sources(workspace), "ca-phe").dossier.registration
    assert registration.rounds[before.registration.year] is before.registration.track
    assert registration.held_on(date(2026, 11, 22)) == before.registration
    assert registration.samples_on(date(2026, 11, 22), None) == before.samples
    assert registration.samples_on(date(2026, 11, 23), None) is None
