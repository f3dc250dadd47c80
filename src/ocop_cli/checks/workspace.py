"""Errors that show only beside the files on disk, the cycle and the law."""

from collections.abc import Iterator

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.province_only import outside_province
from ocop_cli.findings import FieldPath, Finding, Severity
from ocop_cli.viet.near import near_words

_NEW_FORM = "đặt lại đúng tệp đã nhận; đúng là phiếu mới thì đọc lại: `ocop intake TỆP`"


def check_files(case: Case) -> Iterator[Finding]:
    """F208, F209, F225: the file of a paper, or of a form that came back, is not there, not the one that was recorded, or of no use.

    Before the province the gate tells the same two as errors of papers; until then they can still be fixed.
    """
    papers = [
        ("papers", number, paper.file, paper.sha256) for number, paper in enumerate(case.dossier.papers)
    ]
    forms = [
        ("returned_forms", number, form.file, form.sha256)
        for number, form in enumerate(case.dossier.returned_forms)
    ]
    for listed, number, file, recorded in (*papers, *forms):
        is_told = listed == "papers" and file is not None and is_out_of_reach(file)  # P024
        if file is not None and file in case.files and not is_told:
            yield from _file_finding(case, (listed, number), file, recorded)


def _file_finding(case: Case, field: FieldPath, file: str, recorded: str | None) -> Iterator[Finding]:
    actual, place = case.files[file], (*field, "file")
    if actual is None:
        why = "khi nộp, bộ điện tử phải đủ như bộ giấy"
        hint, message = path_hint(case, file), not_had(case, file)
        yield case.find("F208", place, message, hint, severity=Severity.WARNING, why=why)
    elif recorded and recorded != actual:
        yield case.find(
            "F209",
            (*field, "sha256"),
            f"Tệp {file} đã khác bản đã ghi nhận",
            new_file_hint(case) if field[0] == "papers" else _NEW_FORM,
            severity=Severity.WARNING,
            why="khi nộp, tệp phải là bản đã kiểm tra",
            related=(case.place(*place),),
        )
    elif refused := case.refused.get(file):
        reason, _, hint = refused.partition("; ")
        why = "gói gửi cấp tỉnh bỏ tệp mà nơi nhận không mở được"
        message = f"Tệp {file} không gửi được: {reason}"
        yield case.find("F225", place, message, hint, severity=Severity.WARNING, why=why)


def new_file_hint(case: Case) -> str:
    """Return what to do where the file of a paper is not the one that was recorded."""
    return f"đối chiếu với bản giấy; đúng là bản mới thì nhận lại, chọn “bản mới”: `ocop receive {case.id} --from THƯ_MỤC`"


def check_sent(case: Case) -> Iterator[Finding]:
    """P018: a package of signed papers, or the scan of the authority's decision, is gone or another file stands in its place."""
    for request in case.dossier.submissions:
        field = (*case.dossier.field_of(request), "package")
        yield from _replaced(case, field, "Gói", request.package, request.sha256)
    for file, (field, noted) in _decision_scans(case.dossier).items():
        yield from _replaced(case, field, "Bản quét quyết định", file, noted)


def _decision_scans(dossier: Dossier) -> dict[str, tuple[FieldPath, str | None]]:
    """Map each scan of a decision to where the dossier names it last, with its hash there."""
    return {
        scan.file: (("results", number, *field, "file"), scan.sha256)
        for number, result in enumerate(dossier.results)
        for field, act in ((("decision",), result), (("revoked", "decision"), result.revoked))
        if act and (scan := act.decision) and scan.file
    }


def _replaced(
    case: Case, field: FieldPath, what: str, file: str | None, noted: str | None
) -> Iterator[Finding]:
    """Tell of a file that was noted with its hash, and is not that file now."""
    if file is None or noted is None or file not in case.files or case.files[file] == noted:
        return
    if case.files[file]:
        state = "đã khác tệp ghi nhận lúc đầu"
    else:
        state = "không mở được" if case.refused.get(file) else "không còn"
    yield case.find(
        "P018",
        field,
        f"{what} {file} {state}",
        "đặt lại đúng tệp từ bản sao lưu; xem mọi chỗ đã đổi: `ocop verify`",
        severity=Severity.WARNING,
        why="giấy đã gửi, đã ban hành phải giữ nguyên, đối chiếu được",
    )


def check_stages(case: Case) -> Iterator[Finding]:
    """W001: the history names a stage that the cycle does not have."""
    for number, move in enumerate(case.dossier.history):
        if move.stage not in case.stages:
            yield case.find(
                "W001",
                ("history", number, "stage"),
                f"Trạng thái “{move.stage}” không có trong chu trình",
                near_words(move.stage, {stage.id: stage.name for stage in case.stages.values()}),
                why="không biết bước tiếp theo của hồ sơ",
            )


def check_province_only(case: Case) -> Iterator[Finding]:
    """E015: the law wants everything from the province, the dossier names other origins."""
    if case.ruleset:
        yield from outside_province(case.dossier, case.ruleset.product_set, case.name)


def not_had(case: Case, path: str) -> str:
    """Say of a file whose content is not known whether it is not there or cannot be opened."""
    return f"Không mở được tệp {path}" if case.refused.get(path) else f"Không thấy tệp {path}"


def path_hint(case: Case, path: str) -> str:
    """Say what is to be done about the path of a file that is not found: what is wrong with the path itself comes first."""
    if path[1:3] == ":\\" or path.startswith(("\\\\", "/", "~")):
        return "đây là đường dẫn trên một máy; chép tệp vào papers/ rồi ghi đường dẫn từ papers/"
    if ".." in path.replace("\\", "/").split("/"):
        return "đường dẫn ra ngoài thư mục làm việc; chép tệp vào papers/ rồi ghi đường dẫn từ papers/"
    if "\\" in path:
        slashed = path.replace("\\", "/")
        return f"dùng dấu / thay cho dấu \\: {slashed}"
    if refused := case.refused.get(path):
        return refused
    near = case.near.get(path)
    return f"có phải “{near}”?" if near else "đặt lại tệp đúng chỗ hoặc sửa đường dẫn"
