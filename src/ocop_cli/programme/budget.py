"""The money behind a year's plan."""

from pydantic import Field

from ocop_cli.viet.fields import Line, Money, Record
from ocop_cli.viet.numbers import show_number


class BudgetLine(Record):
    """One source of money. ``amount_vnd`` is in đồng and stays empty until it is allotted."""

    source: Line = Field(title="Nguồn kinh phí")
    amount_vnd: Money | None = Field(None, title="Số tiền (đồng)", description="Bỏ trống khi chưa được giao.")
    use: Line | None = Field(None, title="Nội dung chi")


def budget_words(line: BudgetLine) -> str:
    """Return a budget line as written in a plan; money that is not allotted is said to be so."""
    amount = (
        f"{show_number(line.amount_vnd)} đồng" if line.amount_vnd is not None else "chưa được giao số tiền"
    )
    return f"{line.source}: {amount}" + (f", chi cho {line.use}" if line.use else "")
