"""Personal data of the representative: ``private/<id>.yaml``, git-ignored, masked in every public output."""

from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Day, Line, Record

SCHEMA: Literal["ocop/private@1"] = "ocop/private@1"


class PrivateData(Record):
    """What the forms require of a person and nothing else may show."""

    format: Literal["ocop/private@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    gender: Line | None = Field(None, title="Giới tính")
    ethnicity: Line | None = Field(
        None, title="Dân tộc", description="Dữ liệu cá nhân nhạy cảm; chỉ ghi khi biểu mẫu hỏi."
    )
    born_on: Day | None = Field(None, title="Ngày sinh")
    citizen_id: Line | None = Field(
        None, pattern=r"^[0-9]{12}$", title="Số căn cước", description="12 chữ số."
    )
    permanent_address: Line | None = Field(None, title="Địa chỉ thường trú")
    phone: Line | None = Field(None, title="Điện thoại")
    email: Line | None = Field(None, title="Thư điện tử")
