"""Signed facts: opinions, the commune's evaluation, the submission and the provincial result."""

from pydantic import Field

from ocop_cli.dossier.producer import Producer
from ocop_cli.dossier.vocabulary import ContentWord, Stance, StanceWord
from ocop_cli.viet.fields import (
    ComingDay,
    Day,
    DecisionId,
    Line,
    MeetingId,
    OptionId,
    Prose,
    Record,
    YesNo,
    is_unsaid,
)
from ocop_cli.viet.number_fields import Amount, Count, Star, Units
from ocop_cli.viet.text_fields import PaperNumber, Words


class DocumentRef(Record):
    """An official document that this dossier rests on."""

    number: PaperNumber | None = Field(None, title="Số, ký hiệu")
    issued_on: Day | None = Field(None, title="Ngày ban hành")
    issuer: Words | None = Field(None, title="Cơ quan ban hành")
    file: Line | None = Field(None, title="Tệp")


class AuthorityDecision(DocumentRef):
    """A decision of the ranking authority; its file is the scan that the commune keeps."""

    sha256: Line | None = Field(None, title="Mã băm SHA-256 của tệp")


class Opinion(Record):
    """What a unit said of one content, at the meeting or in writing."""

    unit: Words = Field(title="Đơn vị")
    content: ContentWord | None = Field(None, title="Nội dung", description="Bỏ trống nếu cho ý kiến chung.")
    stance: StanceWord | None = Field(
        None, title="Thái độ", description="Nhất trí, đề nghị chỉnh sửa hoặc không nhất trí."
    )
    text: Prose | None = Field(None, title="Ý kiến")
    by: Words | None = Field(None, title="Người cho ý kiến", description="“Họ và tên, chức vụ”.")
    response: Prose | None = Field(
        None, title="Tiếp thu, giải trình", description="Của người chủ trì, cho ý kiến không nhất trí."
    )
    response_on: Day | None = Field(
        None,
        title="Ngày tiếp thu, giải trình",
        description="Bỏ trống nếu không biết; biên bản in khi sau ngày họp.",
        exclude_if=is_unsaid,
    )
    on: Day | None = Field(None, title="Ngày")
    meeting: MeetingId | None = Field(
        None, title="Cuộc họp", description="Bỏ trống nếu cho ý kiến bằng văn bản."
    )

    @property
    def is_open(self) -> bool:
        """Say whether the unit does not agree and the chair has not answered yet."""
        return self.stance not in {None, Stance.AGREE} and self.response is None


class Hearing(Record):
    """Whether the producer was there when the commune took opinions on the dossier; only what somebody stated."""

    meeting: MeetingId = Field(title="Cuộc họp")
    on: Day = Field(title="Ngày")
    present: YesNo = Field(title="Chủ thể có mặt")
    by: Words | None = Field(
        None, title="Người dự", description="“Họ và tên, chức vụ”; bỏ trống: không ghi ai dự."
    )
    absence: Line | None = Field(None, title="Lý do vắng")

    @property
    def words(self) -> str:
        """Return what papers say of it after the producer's name."""
        if not self.present:
            return f"vắng: {self.absence}" if self.absence else "vắng"
        return f"dự họp, đại diện là {self.by}" if self.by else "dự họp"


class SiteCheck(Record):
    """A check at the producer's place: only the contents recorded here may be called checked on the spot.

    Versions before 0.4.0 did not record which contents were looked at: such a check vouches for none.
    """

    on: Day = Field(title="Ngày kiểm tra")
    by: tuple[Words, ...] = Field(min_length=1, title="Người kiểm tra", description="“Họ và tên, chức vụ”.")
    seen: Prose = Field(title="Đã thấy gì")
    contents: tuple[ContentWord, ...] = Field(
        (), title="Nội dung đã xem", description="Báo cáo chỉ nói “kiểm tra thực tế” ở các nội dung này."
    )


class Override(Record):
    """A decision of the official that differs from the computation, with its reason."""

    computed: Line | None = Field(None, title="Mức máy tính được")
    reason: Prose = Field(title="Lý do")
    by: Words = Field(title="Người quyết định")
    on: Day = Field(title="Ngày")


class ContentConclusion(Record):
    """The commune's conclusion on one content, tied to the facts it rests on."""

    content: ContentWord = Field(title="Nội dung")
    option: OptionId | None = Field(
        None, title="Mức", description="Bỏ trống khi bộ sản phẩm không có tiêu chí này."
    )
    points: Amount | None = Field(None, title="Điểm")
    conclusion: Prose | None = Field(None, title="Nhận xét của xã")
    facts: Line = Field(
        title="Mã băm số liệu", description="Do máy ghi; số liệu đổi thì kết luận thành “cần xem lại”."
    )
    override: Override | None = Field(None, title="Quyết định khác máy tính")


class EvaluationRecord(Record):
    """The commune's evaluation of the four contents (Mẫu 03)."""

    decision: DecisionId = Field(title="Quyết định áp dụng")
    on: Day = Field(title="Ngày đánh giá")
    recorded_on: Day | None = Field(
        None, title="Ngày ghi", description="Ngày ghi vào hồ sơ, khi khác ngày đánh giá."
    )
    by: Words = Field(title="Người đánh giá")
    meeting: MeetingId | None = Field(None, title="Cuộc họp lấy ý kiến")
    contents: tuple[ContentConclusion, ...] = Field((), title="Kết luận từng nội dung")
    report: DocumentRef | None = Field(None, title="Báo cáo đánh giá")
    producer: Producer | None = Field(
        None, title="Chủ thể lúc đó", description="Do máy ghi, khi hồ sơ dẫn mã một chủ thể dùng chung."
    )


class Force(Record):
    """Who sent an incomplete dossier, and why."""

    by: Words = Field(title="Người quyết định")
    on: Day = Field(title="Ngày")
    reason: Prose = Field(title="Lý do")
    missing: tuple[Line, ...] = Field((), title="Những gì còn thiếu khi nộp")


class Samples(Record):
    """Sample units handed in with the dossier; none for tourism."""

    units: Units = Field(title="Số đơn vị mẫu")
    received_on: Day | None = Field(None, title="Ngày nhận")


class Submission(Record):
    """One request to the province: prepared under a decision with its code, then sent.

    ``on`` is the day on which it was sent; without it the request is only prepared. Versions before 0.3.0 kept no day
    of preparing: what they wrote was sent. ``package`` is the one that holds nothing but signed papers.
    """

    decision: DecisionId = Field(title="Quyết định áp dụng")
    prepared_on: Day | None = Field(None, title="Ngày lập")
    recorded_on: Day | None = Field(
        None, title="Ngày ghi", description="Ngày ghi việc lập, khi khác ngày lập."
    )
    on: Day | None = Field(None, title="Ngày gửi", description="Bỏ trống khi chưa gửi.")
    way: Words | None = Field(None, title="Cách gửi")
    to: Words | None = Field(None, title="Nơi nhận")
    serial: Count = Field(ge=1, title="Số thứ tự sản phẩm do xã lập")
    product_code: Line = Field(title="Mã số sản phẩm")
    letter: DocumentRef | None = Field(None, title="Văn bản đề nghị")
    package: Line | None = Field(None, title="Gói hồ sơ điện tử")
    sha256: Line | None = Field(None, title="Mã băm SHA-256 của gói")
    force: Force | None = Field(None, title="Nộp khi còn thiếu")


class Certificate(Record):
    """The OCOP certificate."""

    number: PaperNumber | None = Field(None, title="Số giấy chứng nhận")
    issued_on: Day = Field(title="Ngày cấp")
    issuer: Words | None = Field(
        None, title="Cơ quan cấp", description="Ghi nếu khác cơ quan ra quyết định công nhận."
    )
    expires_on: ComingDay | None = Field(
        None, title="Ngày hết hạn", description="Ghi nếu giấy in khác thời hạn mà quyết định nêu."
    )


class Revocation(Record):
    """The withdrawal of a recognition by the authority that gave it."""

    on: Day = Field(title="Ngày thu hồi")
    reason: Prose = Field(title="Lý do")
    decision: AuthorityDecision | None = Field(None, title="Quyết định thu hồi")


class Correction(Record):
    """Why a result that was recorded does not count: it was written down wrongly, and the right one follows it."""

    on: Day = Field(title="Ngày cải chính")
    reason: Prose = Field(title="Lý do")


class Result(Record):
    """What the ranking authority decided; one that was ``corrected`` stays and counts no more."""

    recognised: YesNo = Field(title="Được công nhận")
    on: Day = Field(title="Ngày có kết quả")
    score: Amount | None = Field(None, le=100, title="Điểm")
    star: Star | None = Field(None, ge=1, le=5, title="Hạng sao")
    decision: AuthorityDecision | None = Field(None, title="Quyết định công nhận")
    certificate: Certificate | None = Field(None, title="Giấy chứng nhận")
    ruleset: DecisionId | None = Field(None, title="Bộ tiêu chí đã áp dụng")
    note: Prose | None = Field(None, title="Ghi chú")
    corrected: Correction | None = Field(None, title="Đã cải chính")
    revoked: Revocation | None = Field(None, title="Đã thu hồi")
