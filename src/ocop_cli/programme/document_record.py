"""The record beside a document that the program made: what it was made from, and its life since."""

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field

from ocop_cli.programme.form import current_form_id
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.fields import ComingDay, Day, FormId, Identifier, Line, Prose, Record
from ocop_cli.viet.number_fields import Count
from ocop_cli.viet.text_fields import PaperNumber, Words

SCHEMA: Literal["ocop/paper@1"] = "ocop/paper@1"


class Made(Record):
    """What a document was made from, as short hashes: its own bytes, the template, each part of the dossier."""

    on: Day = Field(title="Ngày lập")
    tool: Line = Field(title="Phiên bản chương trình")
    document: Line = Field(title="Mã băm của tệp")
    template: Line = Field(title="Mã băm của biểu mẫu")
    dossier: Identifier | None = Field(None, title="Hồ sơ")
    sources: dict[Line, Line] = Field(default_factory=dict, title="Mã băm của từng mục đã dùng")
    records: dict[Line, Line] = Field(
        default_factory=dict,
        title="Mã băm của từng tệp đã dùng",
        description="Của văn bản lập từ nhiều hồ sơ.",
    )
    asked: dict[Line, Line] = Field(
        default_factory=dict,
        title="Lập theo yêu cầu nào",
        description="Kỳ báo cáo, cuộc họp, đơn vị: để lập lại khi đối chiếu.",
    )


class Printed(Record):
    """One place of the document: what stands there and which parts of the dossier it rests on."""

    text: Prose = Field(title="Chữ in")
    sources: tuple[Line, ...] = Field((), title="Lấy từ các mục")
    cite: Line | None = Field(None, title="Điều khoản")
    counted: Line | None = Field(
        None, title="Đếm từ các hồ sơ", description="Mã hồ sơ, cách nhau bằng dấu cách."
    )


class Issue(Record):
    """Số and date as văn thư gave them."""

    number: Count = Field(ge=1, title="Số")
    on: Day = Field(title="Ngày ban hành")


class Attached(Record):
    """The signed scan."""

    file: Line = Field(title="Tệp bản quét")
    sha256: Line = Field(title="Mã băm SHA-256")
    on: Day = Field(title="Ngày đính kèm")


class Sent(Record):
    """Where a document went."""

    to: Words = Field(title="Nơi nhận")
    on: Day = Field(title="Ngày gửi")


class Answer(Record):
    """What came back."""

    number: PaperNumber = Field(title="Số văn bản trả lời")
    on: Day = Field(title="Ngày")
    note: Line | None = Field(None, title="Nội dung")


class RevisionKind(StrEnum):
    """What a later paper does with an issued one (Nghị định 30/2020, Điều 18)."""

    REPLACED = "replaced"
    CORRECTED = "corrected"
    RECALLED = "recalled"


REVISION_KINDS: dict[str, str] = {
    RevisionKind.REPLACED: "thay thế",
    RevisionKind.CORRECTED: "đính chính",
    RevisionKind.RECALLED: "thu hồi",
}
"""What a later paper does with an issued one, in words."""


class Revision(Record):
    """A later paper that replaces, corrects or recalls an issued document.

    ``facts`` are the hashes of what a correction brought into line: those parts of the dossier, or files, that differed
    from the document on that day.
    """

    kind: RevisionKind = Field(title="Thay thế, đính chính hay thu hồi")
    by: PaperNumber = Field(title="Bằng văn bản số")
    on: Day = Field(title="Ngày của văn bản đó")
    reason: Line = Field(title="Lý do")
    facts: dict[Line, Line] = Field(default_factory=dict, title="Mã băm của các mục được đính chính")

    @property
    def words(self) -> str:
        """What became of the document: ``thay thế bằng 41/BC-UBND ngày 30/11/2026``."""
        return f"{REVISION_KINDS[self.kind]} bằng {self.by} ngày {show_date(self.on)}"


class DocumentRecord(Record):
    """``documents/<year>/<name>.yaml``, beside the document."""

    format: Literal["ocop/paper@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    form: FormId = Field(title="Mã biểu mẫu")
    title: Line = Field(title="Trích yếu")
    symbol: Line | None = Field(
        None, title="Ký hiệu", description="Ví dụ: BC-UBND; phiếu nội bộ thì bỏ trống."
    )
    due: ComingDay | None = Field(
        None, title="Hạn ghi trong văn bản", description="Ngày mà văn bản hẹn chủ thể bổ sung, nộp lại."
    )
    made: Made = Field(title="Lập từ đâu")
    issue: Issue | None = Field(None, title="Ban hành")
    signed: Attached | None = Field(None, title="Bản ký")
    sent: tuple[Sent, ...] = Field((), title="Đã gửi")
    answers: tuple[Answer, ...] = Field((), title="Trả lời")
    revisions: tuple[Revision, ...] = Field((), title="Thay thế, đính chính, thu hồi")
    printed: dict[Line, Printed] = Field(default_factory=dict, title="Các chỗ đã in")

    @property
    def current_form(self) -> str:
        """The id that its form has now."""
        return current_form_id(self.form)

    @property
    def is_issued(self) -> bool:
        """Say whether the document has left the draft: a number, a signed scan, a sending or an answer is recorded."""
        return bool(self.issue or self.signed or self.sent or self.answers)

    @property
    def lapsed(self) -> Revision | None:
        """What replaced or recalled the document; ``None`` while it stands, corrected or not."""
        ends = (each for each in self.revisions if each.kind != RevisionKind.CORRECTED)
        return next(ends, None)

    def corrected(self) -> Self:
        """Return the record with what its corrections brought into line taken for what it was made from."""
        facts = {name: known for each in self.revisions for name, known in each.facts.items()}
        made = self.made.model_copy(
            update={
                "sources": self.made.sources | {k: v for k, v in facts.items() if k in self.made.sources},
                "records": self.made.records | {k: v for k, v in facts.items() if k not in self.made.sources},
            }
        )
        return self.model_copy(update={"made": made}) if facts else self

    def as_of(self, day: date) -> Self | None:
        """Return the record at the end of a day, without what was done with the document later; none before it was made."""
        if self.made.on > day:
            return None
        later = {name: None for name in ("issue", "signed") if (act := getattr(self, name)) and act.on > day}
        kept = {
            name: tuple(act for act in getattr(self, name) if act.on <= day)
            for name in ("sent", "answers", "revisions")
        }
        return self.model_copy(update=later | kept)

    @property
    def year(self) -> int:
        """The year in whose series the number counts."""
        return (self.issue.on if self.issue else self.made.on).year


class OtherNumber(Record):
    """A number that no document here carries: used outside the program, or void."""

    number: Count = Field(ge=1, title="Số")
    symbol: Line = Field(title="Ký hiệu")
    on: Day = Field(title="Ngày")
    void: Line | None = Field(
        None, title="Lý do hủy số", description="Bỏ trống nếu số dùng cho văn bản ngoài chương trình."
    )
    title: Line | None = Field(None, title="Trích yếu")


class NumberBook(Record):
    """``programme/numbers/<year>.yaml``: the numbers of a year that no document here carries."""

    format: Literal["ocop/numbers@1"] = Field("ocop/numbers@1", alias="schema", title="Khuôn dạng tệp")
    others: tuple[OtherNumber, ...] = Field((), title="Số dùng ngoài, số hủy")

    def as_of(self, day: date) -> Self:
        """Return the book at the end of a day."""
        return self.model_copy(update={"others": tuple(one for one in self.others if one.on <= day)})
