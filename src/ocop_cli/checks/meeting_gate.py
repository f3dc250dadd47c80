"""May an evaluation rest on this meeting?"""

from collections.abc import Iterator

from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.meeting import Meeting
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.procedure import MeetingRule

_CALL = "đã họp thì thêm --meeting MÃ_CUỘC_HỌP vào `ocop evaluate`; chưa họp thì chạy `ocop meeting invite`"


def check_meeting(
    place: Place, dossier_id: str, decision: Decision, meeting_id: str | None, meeting: Meeting | None
) -> Iterator[Finding]:
    """Find why the evaluation of a dossier cannot rest on a meeting, or lacks one; ``place`` names the meeting."""
    if meeting is None:
        if meeting_id or decision.procedure.meeting is MeetingRule.REQUIRED:
            yield _lack("E031", "Đánh giá chưa dẫn cuộc họp lấy ý kiến", place, _CALL, decision.cite)
        return
    if meeting.called_off:
        yield _lack("E032", f"Cuộc họp {meeting_id} đã hoãn, không họp", place, _CALL)
    elif not meeting.held:
        hint = f"chạy `ocop meeting hold {meeting_id}` sau khi họp"
        yield _lack("E032", f"Cuộc họp {meeting_id} chưa ghi là đã họp", place, hint)
    if dossier_id not in meeting.dossiers:
        hint = "chọn cuộc họp khác, hoặc thêm hồ sơ vào tệp cuộc họp"
        yield _lack("E033", f"Cuộc họp {meeting_id} không bàn hồ sơ {dossier_id}", place, hint)


def check_dissents(case: Case) -> Iterator[Finding]:
    """E034, E035: a unit did not agree and the chair has not answered, or nobody says whether it agreed."""
    for number, opinion in enumerate(case.dossier.opinions):
        about = f" về {word(opinion.content).lower()}" if opinion.content else ""
        if opinion.stance is None:
            message = f"{opinion.unit} có ý kiến{about}, chưa ghi nhất trí hay không"
            hint = (
                "hỏi lại đơn vị, ghi thái độ vào ý kiến này: nhất trí, đề nghị chỉnh sửa hoặc không nhất trí"
            )
            yield case.find("E035", ("opinions", number), message, hint, why="không ai nói thay đơn vị")
        elif opinion.is_open:
            message = f"{opinion.unit} {word(opinion.stance)}{about}, chưa có tiếp thu, giải trình"
            answer = f'ocop meeting hold {opinion.meeting or "MÃ_HỌP"} --response "{opinion.unit}: …"'
            hint = f"chạy `{answer}`, hoặc ghi cách tiếp thu, giải trình ý kiến này"
            why = "tỉnh đọc cả ý kiến lẫn cách xã xử lý ý kiến"
            yield case.find("E034", ("opinions", number), message, hint, why=why)


def _lack(code: str, message: str, place: Place, hint: str, cite: str = "") -> Finding:
    why = "ý kiến các bộ phận là một phần của đánh giá cấp xã"
    return Finding(code, Severity.ERROR, message, place, why=why, hint=hint, cite=cite)
