"""What the columns of registers that others keep were said to mean: ``programme/columns.yaml``; no data of a product."""

from typing import Annotated, Literal

from pydantic import Field

from ocop_cli.viet.fields import Line, NameOf, Record

SCHEMA: Literal["ocop/columns@1"] = "ocop/columns@1"


class KnownColumn(Record):
    """A column by its heading, and the field that takes it."""

    heading: Line = Field(title="Tiêu đề cột")
    field: Annotated[Line, NameOf("cột của sổ")] | None = Field(
        None, title="Mục", description="Bỏ trống: không có mục, giá trị giữ trong ghi chú."
    )
    row: Line | None = Field(None, title="Dòng", description="Dòng của bảng, ví dụ năm của doanh thu.")

    @property
    def path(self) -> str:
        """The path of what the column holds, with its row; empty where no field takes it."""
        return (self.field or "").replace("[]", f"[{self.row}]" if self.row else "[]")


class SheetColumns(Record):
    """Every column that somebody explained, in the order of asking."""

    format: Literal["ocop/columns@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    columns: tuple[KnownColumn, ...] = Field((), title="Các cột")
