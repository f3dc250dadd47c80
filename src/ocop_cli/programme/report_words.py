"""What the official says in a period's report and no data can: ``programme/reports/<report>.yaml``."""

from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Line, Prose, Record

SCHEMA: Literal["ocop/report-words@1"] = "ocop/report-words@1"


class ReportWords(Record):
    """The official's own lines of one report, kept so that the report can be made again."""

    format: Literal["ocop/report-words@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    difficulties: tuple[Prose, ...] = Field((), title="Khó khăn, vướng mắc", description="Mỗi dòng một ý.")
    next_tasks: tuple[Prose, ...] = Field((), title="Nhiệm vụ thời gian tới", description="Mỗi dòng một ý.")
    requested_by: Line | None = Field(
        None, title="Văn bản yêu cầu báo cáo", description="Cho báo cáo đột xuất: loại, số, ngày, cơ quan."
    )

    def with_given(self, given: "ReportWords") -> "ReportWords":
        """Return these words with those of this run in their place; what was not said now stays."""
        said = {name: getattr(given, name) for name in _SPOKEN if getattr(given, name)}
        return self.model_copy(update=said)


_SPOKEN = ("difficulties", "next_tasks", "requested_by")
