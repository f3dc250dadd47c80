"""The gate before the province: everything that a dossier still lacks, all at once."""

from collections.abc import Callable, Iterator

from ocop_cli.checks.report_facts import missing_producer_facts
from ocop_cli.checks.workspace import new_file_hint, not_had, path_hint
from ocop_cli.dossier.evidence import Evidence, in_date
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding
from ocop_cli.rules.procedure import EvidenceKind, MeetingRule
from ocop_cli.viet.dates import show_date


def find_missing(case: Case) -> list[Finding]:
    """Return everything that keeps a dossier from being sent to the province."""
    return [finding for check in _FOR_THE_PROVINCE for finding in check(case)]


def find_past_sending(case: Case) -> list[Finding]:
    """F217: say of a dossier that is past sending where it stands; its papers are asked for no more."""
    return [*_stage(case)] if case.stage.past_sending else []


def find_incomplete(case: Case) -> list[Finding]:
    """Return everything that a dossier still lacks to be complete: what its check of form lists, promises aside.

    A paper that somebody has promised by a day does not keep the commune from receiving the dossier; the province
    gets it only with the paper in it.
    """
    return [finding for check in _PARTS for finding in check(case)]


def _stage(case: Case) -> Iterator[Finding]:
    """A dossier is sent from the stage after the commune's evaluation, and once for each evaluation."""
    if case.stage.sendable:
        return
    sent = case.dossier.submission
    if sent and sent.on and case.stage.waiting:
        message = f"Hồ sơ đã gửi cấp tỉnh ngày {show_date(sent.on)}, mã số {sent.product_code}"
        hint = f"có kết quả: `ocop result {case.id}`; tỉnh trả lại: `ocop return {case.id}`"
    elif case.stage.decided and case.dossier.result:
        day = show_date(case.dossier.result.on)
        message = f"Cấp tỉnh đã có kết quả ngày {day} (“{case.stage.name}”), không còn gì để gửi"
        hint = f"ghi nhầm kết quả: `ocop result {case.id} --correct`; làm tiếp: `ocop next {case.id}`"
    elif case.stage.closed:
        message = f"Hồ sơ đã kết thúc (“{case.stage.name}”) nên không gửi cấp tỉnh nữa"
        hint = "tham gia lại thì `ocop register`; ghi nhầm thì xem `ocop undo --list`"
    else:
        message = f"Hồ sơ đang ở bước “{case.stage.name}”, chưa tới lúc gửi cấp tỉnh"
        hint = f"xem bước tiếp theo: `ocop next {case.id}`"
    yield case.find("F217", ("history",), message, hint)


def _slip(case: Case) -> Iterator[Finding]:
    slip = case.dossier.registration.slip
    if slip is None or slip.received_on is None:
        yield case.find(
            "F201",
            ("registration", "slip"),
            "Chưa ghi ngày xã nhận phiếu đăng ký",
            f"chạy `ocop receive {case.id}` khi đã nhận đủ hồ sơ",
            why="ngày nhận quyết định thời hạn và quyết định áp dụng",
        )


def missing_papers(case: Case) -> list[EvidenceKind]:
    """Return the kinds of papers that a dossier must have and does not."""
    held = {paper.kind for paper in case.dossier.papers}
    return [kind for kind, is_required in case.asked if is_required and kind.id not in held]


def _missing_evidence(case: Case) -> Iterator[Finding]:
    """F203: papers that nobody has promised; those are told once, with their day (F211)."""
    promised = {promise.paper for promise in case.dossier.promises if promise.is_open}
    for kind in missing_papers(case):
        if kind.id not in promised:
            yield case.find(
                "F203",
                ("papers",),
                f"Thiếu giấy tờ bắt buộc: {kind.name}",
                f'nhận giấy tờ này: `ocop receive {case.id} --from THƯ_MỤC`, hoặc `ocop fill {case.id} "giấy tờ"`',
                why="hồ sơ không đủ thành phần sẽ bị trả lại",
                cite=kind.cite,
            )


def _each_evidence(case: Case) -> Iterator[Finding]:
    for number, paper in enumerate(case.dossier.papers):
        yield from _lapsed(case, paper, ("papers", number))
        yield from _unsigned(case, paper, ("papers", number))
        yield from _file(case, paper, ("papers", number))


def _lapsed(case: Case, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if not in_date(paper, case.today) and paper.expires_on:
        yield case.find(
            "F204",
            (*field, "expires_on"),
            f"{paper.title} đã hết hạn ngày {show_date(paper.expires_on)}",
            "thay bằng giấy còn hạn, hoặc bỏ khỏi hồ sơ nếu không còn cần",
        )


def _unsigned(case: Case, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if paper.signed is False:
        yield case.find(
            "F205",
            (*field, "signed"),
            f"{paper.title} chưa ký, đóng dấu",
            "trả chủ thể ký",
            asks=(f"papers[{paper.id}].signed",),
        )
    if paper.original is False:
        yield case.find(
            "F206",
            (*field, "original"),
            f"{paper.title} chưa có bản gốc hoặc bản sao chứng thực",
            "nhận bản gốc hoặc bản sao chứng thực",
            asks=(f"papers[{paper.id}].original",),
        )


def _file(case: Case, paper: Evidence, field: FieldPath) -> Iterator[Finding]:
    if paper.file is None:
        yield case.find(
            "F207", (*field, "file"), f"{paper.title} chưa có tệp điện tử", f"đặt tệp vào papers/{case.id}/",
            why="bộ hồ sơ điện tử phải đủ như bộ giấy", asks=(f"papers[{paper.id}].file",),
        )  # fmt: skip
        return
    yield from _file_itself(case, paper, paper.file, field)
    if paper.pages is None and case.pages.get(paper.file) is None:
        yield case.find(
            "F210",
            (*field, "pages"),
            f"{paper.title} chưa ghi số trang, và không đếm được trên tệp",
            "đếm trên bản giấy; tệp PDF mở được thì chương trình tự đếm",
            why="danh mục hồ sơ ghi số trang của từng giấy tờ",
            asks=(f"papers[{paper.id}].pages",),
        )


def _file_itself(case: Case, paper: Evidence, file: str, field: FieldPath) -> Iterator[Finding]:
    """Yield what is wrong with the file that a paper names: gone, another than recorded, or of a kind that cannot be sent."""
    actual = case.files.get(file)
    if actual is None:
        yield case.find(
            "F208",
            (*field, "file"),
            not_had(case, file),
            path_hint(case, file),
            asks=(f"papers[{paper.id}].file",),
        )
    elif paper.sha256 and paper.sha256 != actual:
        yield case.find(
            "F209",
            (*field, "sha256"),
            f"Tệp {file} đã khác bản đã ghi nhận",
            new_file_hint(case),
        )
    elif refused := case.refused.get(file):
        why, _, hint = refused.partition("; ")
        yield case.find("F225", (*field, "file"), f"Tệp {file} không gửi được: {why}", hint)


def _promises(case: Case) -> Iterator[Finding]:
    procedure = case.law.decision.procedure
    for number, promise in enumerate(case.dossier.promises):
        if promise.is_open:
            kind = procedure.paper(promise.paper)
            yield case.find(
                "F211",
                ("promises", number),
                f"{promise.by} chưa nộp giấy đã cam kết ({procedure.paper_name(promise.paper)}), hạn {show_date(promise.due)}",
                "nhận giấy",
                cite=kind.cite if kind else "",
                asks=(f"promises[{number + 1}].received_on",),
            )


def _samples(case: Case) -> Iterator[Finding]:
    samples, wanted = case.law.decision.procedure.samples, case.samples_wanted
    held = case.dossier.samples.units if case.dossier.samples else 0
    if held < wanted:
        yield case.find(
            "F212",
            ("samples",),
            f"Mới có {held} trên {wanted} sản phẩm mẫu"
            if held
            else f"Chưa có sản phẩm mẫu, cần {wanted:02d} đơn vị",
            "nhận đủ mẫu",
            cite=samples.cite,
            asks=("samples.units",),
        )


def _evaluation(case: Case) -> Iterator[Finding]:
    record = case.dossier.evaluation
    if record is None:
        yield case.find(
            "F213", (), "Xã chưa đánh giá các nội dung được giao", f"chạy `ocop evaluate {case.id}`"
        )
        return
    if record.decision != case.law.decision.id:
        yield case.find(
            "F214",
            (*case.dossier.field_of(record), "decision"),
            f"Đánh giá theo {record.decision} nhưng hồ sơ thuộc {case.law.decision.id}",
            f"chạy lại `ocop evaluate {case.id}`",
        )
    yield from _meeting(case)
    yield from _report(case)


def _meeting(case: Case) -> Iterator[Finding]:
    record = case.dossier.evaluation
    required = case.law.decision.procedure.meeting is MeetingRule.REQUIRED
    if record and required and record.meeting is None:
        yield case.find(
            "F215",
            (*case.dossier.field_of(record), "meeting"),
            "Chưa họp lấy ý kiến các bộ phận liên quan",
            "chạy `ocop meeting invite`, `ocop meeting hold` rồi đánh giá lại",
            why="cuộc họp là một bước bắt buộc của quyết định áp dụng",
            cite=case.law.decision.cite,
        )


def _report(case: Case) -> Iterator[Finding]:
    record = case.dossier.evaluation
    file = record.report.file if record and record.report else None
    if file is None or case.files.get(file) is None:
        yield case.find(
            "F216",
            (*case.dossier.field_of(record), "report") if record else (),
            "Không thấy báo cáo đánh giá của UBND xã",
            f"chạy lại `ocop evaluate {case.id}`",
        )


def _reviews(case: Case) -> Iterator[Finding]:
    """A choice copied from a sister product is nobody's statement about this one until somebody has seen it."""
    for number, sheet in enumerate(case.dossier.scores):
        copied = [position for position, choice in enumerate(sheet.choices) if choice.review]
        if copied:
            yield case.find(
                "F218",
                ("scores", number, "choices", copied[0], "review"),
                f"Phiếu chấm còn {len(copied)} mức chép từ hồ sơ khác chưa xem lại",
                f"xem lại rồi xác nhận: `ocop score {case.id} --seen`",
                why="mức của sản phẩm khác không phải là lời khai của sản phẩm này",
            )


_PARTS = (missing_producer_facts, _each_evidence, _samples, _missing_evidence)
_FOR_THE_PROVINCE: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _slip,
    *_PARTS,
    _promises,
    _evaluation,
    _reviews,
    _stage,
)
