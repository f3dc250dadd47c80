"""The year plans of a workspace."""

from collections.abc import Iterable
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, has_errors
from ocop_cli.programme.plan import YearPlan, misplaced
from ocop_cli.store.built_in.packaged import load_standing
from ocop_cli.store.built_in.resources import PACKAGE
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.gaps import Gap, Gathered
from ocop_cli.store.reading.records import Loaded, format_findings, load_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import year_files
from ocop_cli.store.yaml.source import locate_all

PLAN_FOLDER = "programme/plans"
_HEAD = ("#", "schema:", "year:")


def plan_name(year: int) -> str:
    """Return the file of a year's plan, relative to the workspace."""
    return f"{PLAN_FOLDER}/{year}.yaml"


def plan_findings(sources: Sources) -> list[Finding]:
    """Return every error of every year's plan."""
    loaded = (_loaded(sources, path.stem) for path in year_files(sources.root / PLAN_FOLDER))
    return [finding for each in loaded for finding in (*each.findings, *format_findings(each))]


def gather_plans(sources: Sources, years: Iterable[int]) -> Gathered[YearPlan]:
    """Return the plans of some years; a year without a file has only its standing duties."""
    return Gathered(_plan_or_gap(sources, year) for year in years)


def _plan_or_gap(sources: Sources, year: int) -> YearPlan | Gap:
    if not sources.may_have(plan_name(year)):
        return YearPlan(year=year)
    loaded = load_plan(sources, year)
    return loaded.record or Gap(loaded.source.name, loaded.source.name, loaded.findings)


def usable_plan(sources: Sources, year: int) -> YearPlan:
    """Read a year's plan; a year without a file has only its standing duties.

    Raises ``OcopError`` carrying every error when the file cannot be used.
    """
    if not sources.may_have(plan_name(year)):
        return YearPlan(year=year)
    return usable(load_plan(sources, year), f"Tệp kế hoạch năm {year}", "nên chưa lập được kế hoạch")


def new_plan(root: Path, year: int) -> Change:
    """Return the change that files a commented new file, with what the year before says for its own part.

    Raises ``OcopError`` when the year has a file already.
    """
    name = plan_name(year)
    if (root / name).exists():
        raise OcopError(f"Đã có {name}.", "Sửa tệp đó, hoặc xóa đi rồi chạy lại.")
    text = (PACKAGE / "programme/data/year-plan.yaml").read_text(encoding="utf-8")
    return plan_write(root, name, (text.replace("{year}", str(year)) + _before(root, year - 1)).encode())


def _before(root: Path, year: int) -> str:
    """Return the lines of a year's file behind its head, each with a sign before it: what still holds is taken up."""
    try:
        lines = (root / plan_name(year)).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    kept = [line for line in lines if line.strip() and not line.startswith(_HEAD)]
    title = f"\n# ---- Năm {year} đã ghi; phần nào còn dùng thì bỏ dấu # ở đầu dòng:\n"
    return "".join([title, *(f"# {line}\n" for line in kept)]) if kept else ""


def load_plan(sources: Sources, year: int) -> Loaded[YearPlan]:
    """Read a year's plan with the errors of its fields and of its place in the standing plan."""
    return _loaded(sources, str(year))


def _loaded(sources: Sources, stem: str) -> Loaded[YearPlan]:
    name = f"{PLAN_FOLDER}/{stem}.yaml"
    loaded = load_record(sources, name, YearPlan)
    if loaded.record is None:
        return loaded
    findings = locate_all(misplaced(loaded.record, load_standing(), int(stem), name), loaded.source.located)
    record = None if has_errors(findings) else loaded.record
    return loaded._replace(record=record, findings=(*loaded.findings, *findings))
