"""One activity of the year: when, by whom, together with whom."""

from typing import Annotated

from pydantic import Field

from ocop_cli.viet.fields import Coming, Line, Prose, Record
from ocop_cli.viet.number_fields import Count

Month = Annotated[Count, Field(ge=1, le=12), Coming()]


class Activity(Record):
    """What the year changes in one section of the plan: its time, its units, and tasks of its own."""

    section: Line = Field(title="Mục của kế hoạch", description="Mã mục, ví dụ III.3c.")
    months: tuple[Month, ...] = Field((), title="Các tháng thực hiện", description="Ví dụ: 3, 4, 10.")
    lead: Line | None = Field(None, title="Đơn vị chủ trì")
    partners: tuple[Line, ...] = Field((), title="Đơn vị phối hợp")
    tasks: tuple[Prose, ...] = Field((), title="Việc thêm của năm")


def months_words(months: tuple[int, ...], year: int) -> str:
    """Return the months as written in a plan: ``Tháng 10 năm 2025``, ``Các tháng 3, 4, 10 năm 2025``."""
    told = ", ".join(str(month) for month in sorted(set(months)))
    return f"Tháng {told} năm {year}" if len(set(months)) == 1 else f"Các tháng {told} năm {year}"
