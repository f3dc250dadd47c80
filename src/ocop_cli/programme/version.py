"""Which version of the program wrote a folder last: ``programme/version.yaml``."""

from typing import Literal

from pydantic import Field

from ocop_cli.viet.fields import Line, Record


class WrittenBy(Record):
    """The newest version of the program that wrote anything into the folder: ``0.6.0``."""

    format: Literal["ocop/version@1"] = Field("ocop/version@1", alias="schema", title="Khuôn dạng tệp")
    program: Line = Field(title="Phiên bản ocop")
