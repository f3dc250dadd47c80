"""The money behind a year's plan."""

import re
from collections.abc import Iterable
from decimal import Decimal

from pydantic import Field, ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.fields import Line, Record
from ocop_cli.viet.number_fields import Money
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import fold

_SHAPE = 'Ghi: "nguồn: số tiền, nội dung chi", ví dụ "Ngân sách xã: 20 triệu, tập huấn"; chưa được giao thì bỏ số tiền.'
_COMMA = re.compile(r"[,;](?!\d)\s*")  # not the one in 1,2 tỷ
_NOT_ALLOTTED = "chua duoc giao"
_FOR = re.compile(r"chi cho\s+", re.IGNORECASE)


class BudgetLine(Record):
    """One source of money. ``amount_vnd`` is in đồng and stays empty until it is allotted."""

    source: Line = Field(title="Nguồn kinh phí")
    amount_vnd: Money | None = Field(None, title="Số tiền (đồng)", description="Bỏ trống khi chưa được giao.")
    use: Line | None = Field(None, title="Nội dung chi")

    @property
    def key(self) -> tuple[str, str]:
        """What tells a line from the others of a year: its source and its content, however they are spelled."""
        return fold(self.source), fold(self.use or "")


def budget_words(line: BudgetLine) -> str:
    """Return a budget line as written in a plan; money that is not allotted is said to be so."""
    amount = (
        f"{show_number(line.amount_vnd)} đồng" if line.amount_vnd is not None else "chưa được giao số tiền"
    )
    return f"{line.source}: {amount}" + (f", chi cho {line.use}" if line.use else "")


def read_budget(text: str) -> BudgetLine:
    """Read a line as it is said, and as ``budget_words`` writes it. Raises ``OcopError`` (misuse) for anything else.

    >>> read_budget("Ngân sách xã: 1,2 tỷ, tập huấn").amount_vnd
    Decimal('1200000000')
    """
    source, mark, rest = (part.strip() for part in text.partition(":"))
    first, *more = _COMMA.split(rest, maxsplit=1)
    is_open = fold(first).startswith(_NOT_ALLOTTED)
    if not source or (mark and not rest) or re.search(r"\d", "" if mark else source):
        raise _unread(text, "")
    use = _FOR.sub("", ", ".join(more), count=1).strip()
    if first and not is_open and not re.match(r"\d", first):
        first, use, is_open = "", _FOR.sub("", rest, count=1), True
    try:
        return BudgetLine.model_validate(
            {"source": source, "amount_vnd": None if is_open else first or None, "use": use or None}
        )
    except ValidationError as error:
        raise _unread(text, f": số tiền “{first}” không đọc được") from error


def _unread(text: str, why: str) -> OcopError:
    return OcopError(f"Chưa hiểu dòng kinh phí “{text}”{why}.", _SHAPE, exit_code=MISUSE)


def budget_total(lines: Iterable[BudgetLine]) -> Decimal:
    """Return the sum of what is known, in đồng."""
    return sum((line.amount_vnd for line in lines if line.amount_vnd is not None), Decimal(0))
