"""What an inspection asks to be put right: by whom, by when, until it is closed with a proof."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import Field, model_validator

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.fields import ComingDay, Day, Prose, Record
from ocop_cli.viet.number_fields import Count
from ocop_cli.viet.text_fields import Words
from ocop_cli.viet.typed_day import read_day

_DAY = r"(?<![\d/-])(?P<day>\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{4}-\d{1,2}-\d{1,2})"
_WITH_DAY = re.compile(
    rf"(?P<what>.+?)[\s;:,.]*(?:xong )?(?:(?:trước|đến|hết|hạn)(?: ngày)?)?[\s:]*{_DAY}\.?", re.DOTALL
)
_ALMOST_DAY = re.compile(r":\s*(\d[\d/. -]*)$")
"""A number behind a colon, where a day is meant."""


class Remedy(Record):
    """One thing to put right. Versions before 0.6.0 kept it as one text, with its day in the words."""

    what: Prose = Field(title="Việc phải khắc phục")
    by: Words | None = Field(None, title="Ai làm", description="Bỏ trống: chủ thể.")
    due: ComingDay | None = Field(None, title="Hạn khắc phục")

    @model_validator(mode="before")
    @classmethod
    def _of_words(cls, value: Any) -> Any:
        return split_day(value) if isinstance(value, str) else value

    @property
    def words(self) -> str:
        """What is asked, by whom and by when, as the minutes print it."""
        who = f" ({self.by})" if self.by else ""
        limit = f"; xong trước ngày {show_date(self.due)}" if self.due else ""
        return f"{self.what.rstrip('. ')}{who}{limit}" if who or limit else self.what


class Closing(Record):
    """A remedy that was found done: when, by what proof, who saw it. The minutes stay as they were signed."""

    request: Count = Field(
        ge=1, title="Yêu cầu thứ", description="Số thứ tự trong các yêu cầu của lần kiểm tra, từ 1."
    )
    on: Day = Field(title="Ngày xong")
    proof: Words = Field(title="Bằng chứng", description="Ảnh, giấy tờ, hoặc tệp trong papers/.")
    by: Words | None = Field(None, title="Người xác nhận")


class OpenRemedy(NamedTuple):
    """A remedy that nobody closed yet, with its number among those of its inspection, from 1."""

    number: int
    remedy: Remedy

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed."""
        return self.remedy.due is not None and self.remedy.due < today


def open_among(remedies: Sequence[Remedy], closings: Sequence[Closing]) -> list[OpenRemedy]:
    """Return the remedies that no closing names, in their order."""
    closed = {closing.request for closing in closings}
    return [OpenRemedy(n, remedy) for n, remedy in enumerate(remedies, 1) if n not in closed]


def split_day(text: str) -> dict[str, Any]:
    """Return what a text asks and, where it ends with a day, by when: “Dán lại tem: 30/11/2026”."""
    found = _WITH_DAY.fullmatch(text.strip())
    if found is None:
        return {"what": text}
    try:
        parse_date(found["day"])
    except ValueError:
        return {"what": text}
    return {"what": found["what"].strip(), "due": found["day"]}


def read_remedy(text: str, option: str, on: date) -> dict[str, Any]:
    """Read what an inspection of a day asks, as typed, with its own day.

    Raises ``OcopError`` (misuse) for nothing, and for a day that is none or comes before the inspection.
    """
    if not any(map(str.isalpha, text)):
        hint = "Ghi dạng “Dán lại tem: 30/11/2026”."
        raise OcopError(f"{option} chưa ghi việc phải khắc phục.", hint, exit_code=MISUSE)
    found = _WITH_DAY.fullmatch(text.strip())
    if found is None and (almost := _ALMOST_DAY.search(text.strip())):
        read_due(almost[1].strip(), option, on)
    if found is None:
        return {"what": text.strip()}
    return {"what": found["what"].strip(), "due": read_due(found["day"], option, on)}


def read_due(text: str, option: str, on: date) -> date:
    """Read the day by which something is to be put right. Raises ``OcopError`` as ``read_remedy`` does."""
    day = read_day(text, option)
    if day < on:
        message = f"{option} {show_date(day)} trước ngày kiểm tra {show_date(on)}."
        raise OcopError(message, "Ghi lại hạn khắc phục.", exit_code=MISUSE)
    return day
