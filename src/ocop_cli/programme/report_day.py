"""A report that the commune owes on a day of every year."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, WithJsonSchema

from ocop_cli.viet.field_readers import reader
from ocop_cli.viet.fields import Coming, Record
from ocop_cli.viet.text_fields import Words

_LEAP = 2000


def _parse(text: str) -> str:
    day, month = map(int, text.split("/"))
    date(_LEAP, month, day)
    return f"{day:02d}/{month}"


EveryYear = Annotated[
    str,
    reader(_parse, "ocop_date", "ghi ngày và tháng, dạng 15/12"),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,2}/[0-9]{1,2}$"}),
    Coming(),
]
"""A day of every year, kept as ``DD/M``."""


class ReportDay(Record):
    """Which report is due, and on which day of every year."""

    every: EveryYear = Field(title="Ngày, tháng", description="Ví dụ: 15/12.")
    name: Words = Field(title="Tên báo cáo")

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield its days in a time, both ends included; 29/02 is 28/02 in other years."""
        day, month = map(int, self.every.split("/"))
        for year in range(first.year, last.year + 1):
            try:
                on = date(year, month, day)
            except ValueError:
                on = date(year, month, 28)
            if first <= on <= last:
                yield on
