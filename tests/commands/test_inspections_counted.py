"""The report of a period counts its inspections, and none that it cannot read is left out in silence."""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.programme.inspection import Inspection
from ocop_cli.reports.inspected import inspection_figures
from ocop_cli.reports.period import parse_period


def test_inspections_of_the_period_are_counted_with_their_products() -> None:
    days = (
        ("mang-kho", "2026-08-03"),
        ("ca-phe", "2026-08-04"),
        ("mang-kho", "2026-11-02"),
        ("ca-phe", "2025-12-31"),
    )
    made = [Inspection.model_validate({"dossier": dossier, "on": on}) for dossier, on in days]
    figure, products, *_ = inspection_figures(made, parse_period("2026"), None)
    assert (figure.actual, products.actual) == ("3", "2")
    assert figure.dossiers == products.dossiers == ("ca-phe", "mang-kho")


def looked(dossier: str, on: str, *kept: bool, closed: int = 0) -> Inspection:
    """An inspection that found each content kept or not, asked for two things, and saw some of them done."""
    seen = [{"content": "production", "kept": "có" if each else "không"} for each in kept]
    done = [{"request": str(number + 1), "on": on, "proof": "ảnh"} for number in range(closed)]
    asked = {"requests": ["Dán lại tem", "Dọn kho"], "closings": done}
    return Inspection.model_validate({"dossier": dossier, "on": on, "observations": seen, **asked})


def test_the_last_look_at_a_product_says_whether_it_keeps_its_criteria() -> None:
    made = [
        looked("mang-kho", "2026-11-02", True, True, closed=1),
        looked("mang-kho", "2026-08-03", False, closed=2),  # put right since
        looked("ca-phe", "2026-08-04", True, False),
        looked("sam-day", "2026-08-05"),  # nothing was said
    ]
    found = {f.code: (f.actual, f.dossiers) for f in inspection_figures(made, parse_period("2026"), None)}
    assert found["inspected_kept"] == ("1", ("mang-kho",))
    assert found["inspected_failed"] == ("1", ("ca-phe",))
    assert found["remedies"] == ("8", ("ca-phe", "mang-kho", "sam-day"))
    assert found["remedies_open"] == ("5", ("ca-phe", "mang-kho", "sam-day"))


def test_the_report_prints_the_inspections(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("-C", str(workspace), "--no-input", "--as-of", "2026-11-27")
    assert run([*common, "inspect", "ca-phe", "--member", "A Kinh Mẫu, Trưởng phòng"]) == 0
    capsys.readouterr()
    assert run([*common, "report", "--period", "2026", "--json"]) == 0
    figures = {figure["code"]: figure for figure in json.loads(capsys.readouterr().out)["figures"]}
    assert (figures["inspections"]["actual"], figures["inspections"]["dossiers"]) == ("1", ["ca-phe"])


def test_an_inspection_that_cannot_be_read_stops_the_report(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace / "programme/inspections"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hong.yaml").write_text("dossier: ca-phe\non: 31/6/2026\n", encoding="utf-8")
    assert run(["-C", str(workspace), "--no-input", "report", "--period", "2026"]) != 0
    assert "programme/inspections/hong.yaml:2" in capsys.readouterr().err
