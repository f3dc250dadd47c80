"""What a year's plan says beyond the standing duties: ``programme/plans/<year>.yaml``."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.activity import Activity
from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.standing import StandingPlan
from ocop_cli.viet.fields import Line, Prose, Record
from ocop_cli.viet.number_fields import Year

SCHEMA: Literal["ocop/plan@1"] = "ocop/plan@1"


class DutyText(Record):
    """A standing duty in the commune's own words."""

    id: Line = Field(title="Mã nhiệm vụ", description="Ví dụ V.5.3; xem `ocop plan NĂM --duties`.")
    text: Prose = Field(title="Lời của xã")


class YearPlan(Record):
    """Kế hoạch năm: only the year must be given; everything else stands in the standing duties."""

    format: Literal["ocop/plan@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    year: Year = Field(title="Năm")
    grounds: tuple[Prose, ...] = Field(
        (), title="Căn cứ của địa phương", description="Văn bản của tỉnh, của xã; ghi đủ số, ngày, cơ quan, trích yếu."
    )  # fmt: skip
    objectives: tuple[Prose, ...] = Field((), title="Mục tiêu thêm của năm")
    activities: tuple[Activity, ...] = Field((), title="Hoạt động")
    budget: tuple[BudgetLine, ...] = Field((), title="Kinh phí")
    duties: tuple[DutyText, ...] = Field((), title="Nhiệm vụ ghi theo lời của xã")

    def activity(self, section: str) -> Activity | None:
        """Return what the year says of a section."""
        return next((activity for activity in self.activities if activity.section == section), None)


def misplaced(plan: YearPlan, standing: StandingPlan, year: int, name: str) -> Iterator[Finding]:
    """P030: the file is of another year, or speaks of a section or a duty that the plan does not have."""
    if plan.year != year:
        message = f"Tệp ghi năm {plan.year} nhưng tên tệp là năm {year}"
        yield _finding(name, ("year",), message, f"ghi year: {year}")
    for number, activity in enumerate(plan.activities):
        if activity.section not in standing.activity_ids:
            known = ", ".join(standing.activity_ids)
            message = f"Kế hoạch không có hoạt động ở mục “{activity.section}”"
            yield _finding(name, ("activities", number, "section"), message, f"dùng một trong: {known}")
    for number, duty in enumerate(plan.duties):
        if duty.id not in standing.duty_ids:
            message = f"Kế hoạch không có nhiệm vụ mã “{duty.id}”"
            yield _finding(name, ("duties", number, "id"), message, "xem mã: `ocop plan NĂM --duties`")


def _finding(name: str, field: FieldPath, message: str, hint: str) -> Finding:
    why = "phần ghi sai chỗ thì không vào kế hoạch"
    return Finding("P030", Severity.ERROR, message, Place(name, field), why=why, hint=hint)
