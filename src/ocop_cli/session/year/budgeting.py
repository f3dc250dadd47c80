"""The lines of a year's budget as they are told: said, shown with their sum, and written into the plan."""

from collections.abc import Sequence

from ocop_cli.programme.budget import BudgetLine, budget_total
from ocop_cli.session import Session
from ocop_cli.tables import Align, Column, Table
from ocop_cli.usecases.year.budget import set_budget
from ocop_cli.viet.numbers import show_number

_COLUMNS = (
    Column("TT"), Column("Nguồn kinh phí", weight=2), Column("Số tiền (đồng)", Align.RIGHT), Column("Nội dung chi", weight=2),
)  # fmt: skip


def change_budget(session: Session, year: int, said: Sequence[str], dropped: int | None) -> int:
    """Add, change or drop lines of a year's budget. Raises ``OcopError`` as ``set_budget`` does."""
    done = set_budget(session.sources, year, said, dropped)
    session.say("\n".join(done.told))
    session.show_table(_table(done.lines, year))
    label, after = f"kinh phí kế hoạch {year}", f'tờ trình: `ocop plan {year} --kind "kinh phí"`'
    session.write([done.change], label, after)
    return 0


def _table(lines: Sequence[BudgetLine], year: int) -> Table:
    rows = tuple((str(n), line.source, _amount(line), line.use or "") for n, line in enumerate(lines, 1))
    total = ("", "Cộng", show_number(budget_total(lines)), "") if lines else None
    return Table(f"Kinh phí năm {year}", _COLUMNS, rows, total)


def _amount(line: BudgetLine) -> str:
    return "chưa được giao" if line.amount_vnd is None else show_number(line.amount_vnd)
