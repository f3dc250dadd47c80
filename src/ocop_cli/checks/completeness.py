"""The gate before the province: everything that a dossier still lacks, all at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ocop_cli.dossier.evidence import Evidence, in_date
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.procedure import EvidenceKind, MeetingRule
from ocop_cli.viet.dates import show_date


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate looks at. ``files`` maps the path of a file to its SHA-256, or to ``None`` when it is not there."""

    name: str
    dossier: Dossier
    ruleset: Ruleset
    today: date
    files: Mapping[str, str | None]

    def lack(
        self, code: str, field: FieldPath, message: str, hint: str, *, why: str = "", cite: str = ""
    ) -> Finding:
        """Say that something is missing."""
        return Finding(code, Severity.ERROR, message, Place(self.name, field), why=why, hint=hint, cite=cite)

    @property
    def required(self) -> tuple[EvidenceKind, ...]:
        """The papers without which this dossier is not complete."""
        kind = self.dossier.producer.kind
        return self.ruleset.decision.procedure.required_evidence(
            self.ruleset.product_set.number,
            kind.value if kind else None,
            self.dossier.registration.kind.value,
        )


def find_missing(gate: Gate) -> list[Finding]:
    """Return everything that keeps a dossier from being sent to the province."""
    return [finding for look in _LOOKS for finding in look(gate)]


def _stage(gate: Gate) -> Iterator[Finding]:
    """A dossier is sent from the stage after the commune's evaluation, and only once."""
    if gate.dossier.stage != "evaluated":
        message = "Chưa tới lúc nộp: hồ sơ không ở bước xã vừa đánh giá xong"
        yield gate.lack("F217", ("history",), message, "xem bước tiếp theo: `ocop next`")


def _slip(gate: Gate) -> Iterator[Finding]:
    slip = gate.dossier.registration.slip
    if slip is None or slip.received_on is None:
        yield gate.lack(
            "F201",
            ("registration", "slip"),
            "Chưa ghi ngày xã nhận phiếu đăng ký",
            f"chạy `ocop advance {_id(gate)} --to received` khi đã nhận đủ hồ sơ",
            why="ngày nhận quyết định thời hạn và quyết định áp dụng",
        )


def _identity_of_producer(gate: Gate) -> Iterator[Finding]:
    producer = gate.dossier.producer
    wanted = {
        "kind": "loại hình tổ chức",
        "representative": "người đại diện pháp luật",
        "address": "địa chỉ cơ sở",
    }
    for key, words in wanted.items():
        if getattr(producer, key) is None:
            yield gate.lack(
                "F202",
                ("producer", key),
                f"Chủ thể chưa ghi {words}",
                f"ghi mục producer.{key}",
                why="phiếu đăng ký và báo cáo đều phải có mục này",
            )


def _missing_evidence(gate: Gate) -> Iterator[Finding]:
    held = {paper.kind for paper in gate.dossier.papers}
    for kind in gate.required:
        if kind.id not in held:
            yield gate.lack(
                "F203",
                ("papers",),
                f"Thiếu giấy tờ bắt buộc: {kind.name}",
                f"thêm vào mục papers với kind: {kind.id}",
                why="hồ sơ không đủ thành phần sẽ bị trả lại",
                cite=kind.cite,
            )


def _each_evidence(gate: Gate) -> Iterator[Finding]:
    for number, paper in enumerate(gate.dossier.papers):
        yield from _lapsed(gate, paper, ("papers", number))
        yield from _unsigned(gate, paper, ("papers", number))
        yield from _file(gate, paper, ("papers", number))


def _lapsed(gate: Gate, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if not in_date(paper, gate.today) and paper.expires_on:
        yield gate.lack(
            "F204",
            (*field, "expires_on"),
            f"{paper.title} đã hết hạn ngày {show_date(paper.expires_on)}",
            "thay bằng giấy còn hạn, hoặc bỏ khỏi hồ sơ nếu không còn cần",
        )


def _unsigned(gate: Gate, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if paper.signed is False:
        yield gate.lack(
            "F205",
            (*field, "signed"),
            f"{paper.title} chưa ký, đóng dấu",
            "trả chủ thể ký rồi ghi signed: có",
        )
    if paper.original is False:
        yield gate.lack(
            "F206",
            (*field, "original"),
            f"{paper.title} chưa có bản gốc hoặc bản sao chứng thực",
            "nhận đủ rồi ghi original: có",
        )


def _file(gate: Gate, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if paper.file is None:
        yield gate.lack(
            "F207", (*field, "file"), f"{paper.title} chưa có tệp điện tử", f"đặt tệp vào papers/{_id(gate)}/ rồi ghi đường dẫn vào file",
            why="bộ hồ sơ điện tử phải đủ như bộ giấy",
        )  # fmt: skip
        return
    actual = gate.files.get(paper.file)
    if actual is None:
        yield gate.lack(
            "F208",
            (*field, "file"),
            f"Không thấy tệp {paper.file}",
            "đặt lại tệp đúng chỗ hoặc sửa đường dẫn",
        )
    elif paper.sha256 and paper.sha256 != actual:
        yield gate.lack(
            "F209",
            (*field, "sha256"),
            f"Tệp {paper.file} đã khác bản đã ghi nhận",
            "kiểm tra lại tệp, rồi cập nhật sha256",
        )
    if paper.pages is None:
        yield gate.lack(
            "F210", (*field, "pages"), f"{paper.title} chưa ghi số trang", "ghi pages để lập danh mục hồ sơ"
        )


def _promises(gate: Gate) -> Iterator[Finding]:
    procedure = gate.ruleset.decision.procedure
    for number, promise in enumerate(gate.dossier.promises):
        if promise.received_on is None:
            yield gate.lack(
                "F211",
                ("promises", number),
                f"{promise.by} chưa nộp giấy đã cam kết ({procedure.paper_name(promise.paper)}), hạn {show_date(promise.due)}",
                "nhận giấy rồi ghi received_on",
            )


def _samples(gate: Gate) -> Iterator[Finding]:
    samples = gate.ruleset.decision.procedure.samples
    wanted = samples.units_for(gate.ruleset.product_set.number)
    held = gate.dossier.samples.units if gate.dossier.samples else 0
    if held < wanted:
        yield gate.lack(
            "F212",
            ("samples",),
            f"Mới có {held} trên {wanted} sản phẩm mẫu",
            "nhận đủ mẫu rồi ghi samples.units",
            cite=samples.cite,
        )


def _evaluation(gate: Gate) -> Iterator[Finding]:
    record = gate.dossier.evaluation
    if record is None:
        yield gate.lack(
            "F213", (), "Xã chưa đánh giá các nội dung được giao", f"chạy `ocop evaluate {_id(gate)}`"
        )
        return
    if record.decision != gate.ruleset.decision.id:
        yield gate.lack(
            "F214",
            ("evaluation", "decision"),
            f"Đánh giá theo {record.decision} nhưng hồ sơ thuộc {gate.ruleset.decision.id}",
            f"chạy lại `ocop evaluate {_id(gate)}`",
        )
    yield from _meeting(gate)
    yield from _report(gate)


def _meeting(gate: Gate) -> Iterator[Finding]:
    record = gate.dossier.evaluation
    required = gate.ruleset.decision.procedure.meeting is MeetingRule.REQUIRED
    if record and required and record.meeting is None:
        yield gate.lack(
            "F215",
            ("evaluation", "meeting"),
            "Chưa họp lấy ý kiến các bộ phận liên quan",
            "chạy `ocop meeting invite`, `ocop meeting hold` rồi đánh giá lại",
            why="cuộc họp là một bước bắt buộc của quyết định áp dụng",
            cite=gate.ruleset.decision.cite,
        )


def _report(gate: Gate) -> Iterator[Finding]:
    record = gate.dossier.evaluation
    file = record.report.file if record and record.report else None
    if file is None or gate.files.get(file) is None:
        yield gate.lack(
            "F216",
            ("evaluation", "report"),
            "Không thấy báo cáo đánh giá của UBND xã",
            f"chạy lại `ocop evaluate {_id(gate)}`",
        )


def _reviews(gate: Gate) -> Iterator[Finding]:
    """A choice copied from a sister product is nobody's statement about this one until somebody has seen it."""
    for number, sheet in enumerate(gate.dossier.scores):
        copied = [position for position, choice in enumerate(sheet.choices) if choice.review]
        if copied:
            yield gate.lack(
                "F218",
                ("scores", number, "choices", copied[0], "review"),
                f"Phiếu chấm còn {len(copied)} mức chép từ hồ sơ khác chưa xem lại",
                f"xem lại rồi xác nhận: `ocop score {_id(gate)} --seen`",
                why="mức của sản phẩm khác không phải là lời khai của sản phẩm này",
            )


def _id(gate: Gate) -> str:
    return gate.name.rpartition("/")[2].removesuffix(".yaml")


_LOOKS: tuple[Callable[[Gate], Iterator[Finding]], ...] = (
    _slip,
    _identity_of_producer,
    _missing_evidence,
    _each_evidence,
    _promises,
    _samples,
    _evaluation,
    _reviews,
    _stage,
)
