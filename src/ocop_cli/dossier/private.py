"""Personal data of the representative: ``private/<id>.yaml``, git-ignored, masked in every public output."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Literal
from unicodedata import normalize

from pydantic import Field

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.fields import Day, Line, Record
from ocop_cli.viet.phone import phone_doubt
from ocop_cli.viet.text_fields import Email, Phone, Words

SCHEMA: Literal["ocop/private@1"] = "ocop/private@1"
_NOT_ASKED = "Không ghi nữa: không biểu mẫu nào in mục này."
_OF_THE_FILE = {"format", "held_since"}  # said of the file, not of the person
_OUT_OF_REACH = {"private", ".git", ".ocop"}


class PrivateData(Record):
    """What the forms require of a person and nothing else may show."""

    format: Literal["ocop/private@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    held_since: Day | None = Field(
        None, title="Giữ từ ngày", description="Ngày lập tệp này; giữ để in biểu mẫu của quyết định áp dụng."
    )
    gender: Words | None = Field(None, title="Giới tính")
    ethnicity: Words | None = Field(
        None, title="Dân tộc", description="Dữ liệu cá nhân nhạy cảm; chỉ ghi khi biểu mẫu hỏi."
    )
    permanent_address: Words | None = Field(None, title="Địa chỉ thường trú")
    phone: Phone | None = Field(None, title="Điện thoại")
    email: Email | None = Field(None, title="Thư điện tử")
    born_on: Line | None = Field(None, title="Ngày sinh", description=_NOT_ASKED, deprecated=True)
    citizen_id: Line | None = Field(None, title="Số căn cước", description=_NOT_ASKED, deprecated=True)


ASKED = {
    name: info.title or name
    for name, info in PrivateData.model_fields.items()
    if name not in _OF_THE_FILE and not info.deprecated
}
"""The fields that are asked for and shown, with their Vietnamese titles."""


def is_out_of_reach(path: str) -> bool:
    """Say whether a path lies where personal data, backups or the history are kept: nothing there is a paper to show."""
    head = path.partition("/")[0]
    if head.isascii() and head.isalnum():  # papers/… and nearly every other
        return head.casefold() in _OUT_OF_REACH
    first = PurePosixPath(path.strip().replace("\\", "/")).parts[:1]
    return bool(first) and normalize("NFKC", first[0]).casefold().rstrip(". ") in _OUT_OF_REACH


def needless_data(private: PrivateData, file: str) -> Iterator[Finding]:
    """P021: personal data that no form prints, kept in a file of an earlier version."""
    for name in sorted(private.model_fields_set - ASKED.keys() - _OF_THE_FILE):
        title = PrivateData.model_fields[name].title
        yield Finding(
            "P021",
            Severity.HINT,
            f"Không cần giữ mục {name} ({title})",
            Place(file, (name,), on_key=True),
            why="không biểu mẫu nào in mục này; dữ liệu cá nhân chỉ giữ khi cần",
            hint=f"xóa dòng {name}",
        )


def doubtful_phone(private: PrivateData, file: str) -> Iterator[Finding]:
    """P023: what stands for the telephone number is none, or lost its zero; the number itself is never shown."""
    doubt = phone_doubt(private.phone) if private.phone else ""
    if doubt:
        yield Finding(
            "P023",
            Severity.WARNING,
            f"Điện thoại không đúng dạng: {doubt}",
            Place(file, ("phone",)),
            why="phiếu đăng ký in số này để liên hệ với chủ thể",
            hint="hỏi lại chủ thể rồi sửa",
        )
