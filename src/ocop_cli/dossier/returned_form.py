"""A form that somebody filled in and sent back: kept as it came, apart from the papers that the law asks for."""

from pydantic import Field

from ocop_cli.viet.fields import Day, Line, Record


class ReturnedForm(Record):
    """One file that came back, and on which day its answers were taken."""

    form: Line = Field(title="Loại phiếu")
    on: Day = Field(title="Ngày nhận lại")
    file: Line = Field(title="Tệp")
    sha256: Line = Field(title="Mã băm SHA-256 của tệp")
