"""The budget of a year's plan, line by line: what is said of it becomes a change of ``programme/plans/<year>.yaml``."""

from collections.abc import Sequence
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.budget import BudgetLine, budget_words, read_budget
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.plans import new_plan, plan_name, usable_plan
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of, edit
from ocop_cli.store.yaml.source import parse


class Budgeted(NamedTuple):
    """The lines of a year as they will be, the change of its plan, and what became of each line, in words."""

    lines: tuple[BudgetLine, ...]
    change: Change
    told: tuple[str, ...]


def set_budget(sources: Sources, year: int, said: Sequence[str], dropped: int | None) -> Budgeted:
    """Return what the budget of a year becomes: a line of a known source and content gets its new sum, others are added.

    ``dropped`` is the number of a line, from 1. Raises ``OcopError`` for a line that cannot be read, a number that
    there is not, and a plan that cannot be used.
    """
    lines = list(usable_plan(sources, year).budget)
    edits: list[Edit] = []
    told: list[str] = []
    for text in said:
        _put(lines, read_budget(text), edits, told)
    if dropped is not None:
        told.append(f"Bỏ: {budget_words(_dropped(lines, dropped, year))}")
        edits.append(Remove(("budget", dropped - 1) if lines else ("budget",)))
    return Budgeted(tuple(lines), _change(sources, year, edits), tuple(told))


def _put(lines: list[BudgetLine], line: BudgetLine, edits: list[Edit], told: list[str]) -> None:
    """Give a line of the same source and content the new sum, or add it."""
    same = next((number for number, each in enumerate(lines) if each.key == line.key), None)
    if same is None:
        lines.append(line)
        edits.append(Append(("budget",), line.model_dump(exclude_none=True)))
        told.append(f"Thêm: {budget_words(line)}")
        return
    before, field = lines[same], ("budget", same, "amount_vnd")
    if before.amount_vnd == line.amount_vnd:
        told.append(f"Đã có: {budget_words(before)}")
        return
    told.append(f"Sửa: {budget_words(before)} → {budget_words(line)}")
    lines[same] = before.model_copy(update={"amount_vnd": line.amount_vnd})
    edits.append(Remove(field) if line.amount_vnd is None else Set(field, line.amount_vnd))


def _dropped(lines: list[BudgetLine], number: int, year: int) -> BudgetLine:
    if number <= len(lines):
        return lines.pop(number - 1)
    listed = "; ".join(f"{n}. {budget_words(line)}" for n, line in enumerate(lines, 1))
    hint = f"Các dòng: {listed}." if listed else f'Chưa có dòng nào; ghi: `ocop plan {year} --budget "…"`'
    raise OcopError(f"Kế hoạch năm {year} không có dòng kinh phí số {number}.", hint, exit_code=MISUSE)


def _change(sources: Sources, year: int, edits: Sequence[Edit]) -> Change:
    """Return the change of the year's plan; a year without a file gets the commented one."""
    name = plan_name(year)
    if sources.has(name):
        return change_of(sources.load(name), edits)
    blank = new_plan(sources.root, year)
    return blank._replace(after=edit(parse(blank.after or b"", name), edits).raw)
