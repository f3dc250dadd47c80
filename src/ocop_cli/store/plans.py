"""The year plans of a workspace, and the standing duties behind them."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, has_errors
from ocop_cli.programme import YearPlan
from ocop_cli.programme.plan import misplaced
from ocop_cli.programme.standing import StandingPlan, build_standing
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.own_data import read_own_yaml
from ocop_cli.store.records import load_record
from ocop_cli.store.yaml.source import locate_all

PLAN_FOLDER = "programme/plans"


def plan_name(year: int) -> str:
    """Return the file of a year's plan, relative to the workspace."""
    return f"{PLAN_FOLDER}/{year}.yaml"


@cache
def load_standing() -> StandingPlan:
    """Read the standing duties that come with the package."""
    text = files("ocop_cli.programme").joinpath("data", "plan.yaml").read_text(encoding="utf-8")
    return build_standing(read_own_yaml(text))


def plan_findings(root: Path) -> list[Finding]:
    """Return every fault of every year's plan."""
    years = sorted(path.stem for path in (root / PLAN_FOLDER).glob("*.yaml"))
    return [finding for year in years if year.isdecimal() for finding in _read(root, int(year))[1]]


def usable_plan(root: Path, year: int) -> YearPlan:
    """Read a year's plan; a year without a file has only its standing duties.

    Raises ``OcopError`` carrying every fault when the file cannot be used.
    """
    plan, findings = _read(root, year)
    if plan is None or has_errors(findings):
        raise OcopError(
            f"Tệp kế hoạch năm {year} có lỗi nên chưa lập được kế hoạch.",
            "Sửa các dòng nêu trên rồi chạy lại.",
            findings=tuple(findings),
        )
    return plan


def new_plan(root: Path, year: int) -> Change:
    """Return the change that files a commented skeleton. Raises ``OcopError`` when the year has a file already."""
    name = plan_name(year)
    if (root / name).exists():
        raise OcopError(f"Đã có {name}.", "Sửa tệp đó, hoặc xóa đi rồi chạy lại.")
    text = files("ocop_cli.programme").joinpath("data", "year-plan.yaml").read_text(encoding="utf-8")
    return plan_write(root, name, text.replace("{year}", str(year)).encode())


def _read(root: Path, year: int) -> tuple[YearPlan | None, list[Finding]]:
    name = plan_name(year)
    if not (root / name).is_file():
        return YearPlan(year=year), []
    loaded = load_record(root, name, YearPlan)
    if loaded.record is None:
        return None, list(loaded.findings)
    faults = misplaced(loaded.record, load_standing(), year, name)
    return loaded.record, [*loaded.findings, *locate_all(loaded.source, faults)]
