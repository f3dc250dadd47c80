"""The year's programme of inspections: ``programme/inspection-programmes/<year>.yaml``: which product on which day, by whom."""

from typing import Literal

from pydantic import Field

from ocop_cli.programme.meeting import Person
from ocop_cli.viet.fields import ComingDay, DossierId, Prose, Record
from ocop_cli.viet.number_fields import Year

SCHEMA: Literal["ocop/inspection-programme@1"] = "ocop/inspection-programme@1"


class PlannedVisit(Record):
    """One product on one day, with the reasons that set it there when the programme was made."""

    dossier: DossierId = Field(title="Hồ sơ")
    on: ComingDay = Field(title="Ngày dự kiến")
    why: Prose | None = Field(None, title="Lý do")


class InspectionProgramme(Record):
    """Kế hoạch kiểm tra, giám sát của năm, và Đoàn kiểm tra."""

    format: Literal["ocop/inspection-programme@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    year: Year = Field(title="Năm")
    visits: tuple[PlannedVisit, ...] = Field((), title="Các lần kiểm tra")
    team: tuple[Person, ...] = Field((), title="Đoàn kiểm tra", description="Người đầu là trưởng đoàn.")
