"""Values of the papers of the reception desk: the receipt, the check of the dossier's form, the letter on what is missing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ocop_cli.documents.cites import cited
from ocop_cli.documents.evidence_words import evidence_words
from ocop_cli.documents.frame import (
    DOTTED,
    DOTTED_SHORT,
    as_list,
    committee_name,
    commune_name,
    dotted,
    frame,
)
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.meeting import dossier_title
from ocop_cli.documents.slips import product_group_words
from ocop_cli.dossier.evidence import Evidence
from ocop_cli.dossier.moves import Move
from ocop_cli.dossier.product import RegistrationSlip
from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import MoveKind, called, word
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.procedure import EvidenceKind
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.text import as_sentence, lower_first, upper_first
from ocop_cli.workflow.deadline import deadline, deadline_words

_LIMIT = "commune_evaluation"
_DAY = "ngày …… tháng …… năm ………"
_COPY_BY_HAND = "☐ bản gốc hoặc bản sao chứng thực ☐ bản sao"
_FILE = re.compile(r"(documents|packages)/\S+\.\w+")
_FILES = {"evaluation-report": "kèm báo cáo đánh giá", "packages/": "kèm bộ hồ sơ đề nghị cấp tỉnh"}
_BLANK_ROWS = 4  # hand-overs still to come, for the pen
_NO_CITE = "–"
_HINTS = {  # what the producer does about each lack; lacks that the office itself fixes are not here
    "F202": "bổ sung vào phiếu đăng ký",
    "F203": "nộp bản gốc hoặc bản sao có chứng thực",
    "F204": "nộp giấy còn thời hạn",
    "F205": "ký, đóng dấu rồi nộp lại",
    "F206": "nộp bản gốc hoặc bản sao có chứng thực để đối chiếu",
    "F207": "nộp kèm bản quét",
    "F211": "nộp giấy đã cam kết",
    "F212": "giao đủ sản phẩm mẫu",
}


def receipt_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the receipt: what was handed in, by whom, on which day, and by when it is dealt with.

    Keys: those of ``frame``; ``unit``, ``product_name``, ``product_group``, ``producer_name``,
    ``representative``, ``registration_kind``, ``decision`` (texts); ``reception``, ``slip_number``, ``received_on``,
    ``samples``, ``due``, ``receiver`` (texts); ``papers`` (lines).
    """
    dossier, slip = case.dossier, case.dossier.registration.slip
    received = slip.received_on if slip else None
    return {
        **_head(case, profile, form, f"Hồ sơ sản phẩm {dossier.product.name}"),
        "reception": _reception(slip),
        "slip_number": dotted(slip and slip.number, DOTTED_SHORT),
        "received_on": show_long_date(received) if received else _DAY,
        "papers": as_list(_copy_words(paper) for paper in dossier.papers) or [DOTTED],
        "samples": _samples(case),
        "due": _due_words(case, received),
        "receiver": (slip.received_by if slip else None) or profile.office.officer or "",
    }  # fmt: skip


def _reception(slip: RegistrationSlip | None) -> str:
    """Return the number of the slip and the day: a number that a received dossier never got is left out."""
    number, day = (slip.number, slip.received_on) if slip else (None, None)
    if day and not number:
        return f"Ngày nhận: {show_date(day)}"
    return f"Số phiếu đăng ký: {dotted(number, DOTTED_SHORT)}; nhận {show_long_date(day) if day else _DAY}"


def format_check_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the check: every paper asked for, received or missing, and what is to be fixed.

    Keys: those of ``frame``; ``unit``, ``product_name``, ``product_group``, ``producer_name``,
    ``representative``, ``registration_kind``, ``decision`` (texts); ``verdict`` (text); ``lacks`` (lines);
    ``items`` (rows: number, name, need, received, state).
    """
    lacks = _lacks(case)
    verdict = (
        f"hồ sơ chưa đủ; còn {len(lacks):02d} điểm phải bổ sung"
        if lacks
        else "hồ sơ đủ theo các giấy tờ đã ghi nhận"
    )
    return {
        **_head(case, profile, form, f"Hồ sơ sản phẩm {case.dossier.product.name}"),
        "items": list(_checked(case)),
        "lacks": as_list(f"{finding.message}: {_HINTS[finding.code]}" for finding in lacks),
        "verdict": verdict,
    }


def control_slip_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the control slip: every hand-over so far, and blank rows for those to come.

    Keys: those of ``frame``; ``unit``, ``product_name``, ``product_group``, ``producer_name``,
    ``representative``, ``registration_kind``, ``decision`` (texts); ``slip_number``, ``due`` (texts); ``items``
    (rows: number, stage, on, by, note).
    """
    past = [
        {
            "number": str(position),
            "stage": stage_of(case.stages, move.stage).name,
            "on": show_date(move.on),
            "by": move.by or "",
            "note": " ".join(_noted(move)),
        }
        for position, move in enumerate(case.dossier.history, 1)
    ]
    blank = {"stage": "", "on": "", "by": "", "note": ""}
    rest = [{**blank, "number": str(len(past) + step)} for step in range(1, _BLANK_ROWS + 1)]
    slip = case.dossier.registration.slip
    return {
        **_head(case, profile, form, f"Hồ sơ sản phẩm {case.dossier.product.name}"),
        "slip_number": dotted(slip and slip.number, DOTTED_SHORT),
        "due": _due_words(case, slip.received_on if slip else None),
        "items": [*past, *rest],
    }


def _noted(move: Move) -> Iterator[str]:
    """Yield what the slip notes of a move, each as a sentence: its kind, the words, the reasons, the paper.

    That a dossier went on, its row says already.
    """
    kind = "" if move.kind is MoveKind.ADVANCE else word(move.kind)
    told = (kind, move.note, *move.reasons, _paper(move.document or ""))
    yield from (as_sentence(text) for text in told if text)


def _paper(document: str) -> str:
    """Return what a paper is called by people; the slip goes with paper, where no file has a meaning."""
    if not _FILE.fullmatch(document):
        return document
    return next((words for part, words in _FILES.items() if part in document), "")


def completion_letter_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the letter that tells a producer what to add, how, and by when.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``closing`` (texts); ``grounds`` (lines); ``items``
    (rows: number, lack, cure, cite); ``has_cites`` (whether the place of the law is known for any of them).

    Raises ``OcopError`` when nothing is left to add, or no day is set.
    """
    dossier, due = case.dossier, case.due
    items = items_to_add(case)
    if not items:
        raise OcopError(
            f"Hồ sơ {case.id} không còn điểm nào chủ thể phải bổ sung.",
            f"In phiếu kiểm tra: `ocop paper kiem-tra-the-thuc {case.id}`.",
        )
    if due is None:
        raise OcopError("Chưa ghi hạn bổ sung.", "Thêm tùy chọn --due NGÀY.", exit_code=MISUSE)
    return {
        **frame(profile, form, f"hướng dẫn hoàn thiện hồ sơ sản phẩm OCOP {dossier.product.name}", case.today),
        "addressee": dossier.producer.name,
        "grounds": grounds(form, case.law.decision),
        "opening": (
            f"Qua kiểm tra hồ sơ {lower_first(dossier_title(dossier))}, "
            f"{committee_name(profile)} đề nghị {called(dossier.producer.kind)} bổ sung, hoàn thiện các điểm sau:"
        ),
        "items": items,
        "has_cites": any_cited(items),
        "closing": (
            f"Đề nghị {called(dossier.producer.kind)} nộp phần bổ sung tại {profile.office.unit.name}, UBND {commune_name(profile)} trước "
            f"{show_long_date(due)}. Quá trình hoàn thiện nếu có vướng mắc, liên hệ {contact_words(profile)} để được hướng dẫn"
        ),
    }  # fmt: skip


def _lacks(case: Case) -> list[Finding]:
    """Return the lacks that the producer can fix."""
    return [finding for finding in case.missing if finding.code in _HINTS]


def items_to_add(case: Case) -> list[dict[str, str]]:
    """Return the rows of a table of what the producer can add: number, lack, cure, cite; who reads them is not named."""
    return [
        {
            "number": str(number),
            "lack": upper_first(finding.message.removeprefix(f"{case.dossier.producer.name} ")),
            "cure": upper_first(_HINTS[finding.code]),
            "cite": upper_first(
                cited((finding.cite or _NO_CITE).removeprefix(f"{case.law.decision.cite}, "))
            ),
        }
        for number, finding in enumerate(_lacks(case), 1)
    ]


def any_cited(items: Iterable[Mapping[str, str]]) -> bool:
    """Say whether the place of the law is known for any row of what the producer can add."""
    return any(item["cite"] != _NO_CITE for item in items)


def _head(case: Case, profile: Profile, form: FormInfo, subject: str) -> dict[str, Any]:
    producer = case.dossier.producer
    person = producer.representative
    return {
        **frame(profile, form, subject, case.today),
        "unit": profile.office.unit.name,
        "product_name": case.dossier.product.name,
        "product_group": product_group_words(case.law),
        "producer_name": producer.name,
        "representative": dotted(person and person.name),
        "registration_kind": f"đăng ký {word(case.dossier.registration.kind).lower()}",
        "decision": case.law.decision.cite,
    }


def _checked(case: Case) -> Iterator[dict[str, str]]:
    rows = [_row(case, kind, required=required) for kind, required in case.asked]
    if case.samples_wanted:
        held = case.dossier.samples.units if case.dossier.samples else 0
        state = "đủ" if held >= case.samples_wanted else "thiếu"
        rows.append(
            (
                "Sản phẩm mẫu",
                "bắt buộc",
                f"{held:02d} trên {case.samples_wanted:02d} đơn vị" if held else "–",
                state,
            )
        )
    for number, (name, need, received, state) in enumerate(rows, 1):
        yield {"number": str(number), "name": name, "need": need, "received": received, "state": state}


def _row(case: Case, kind: EvidenceKind, *, required: bool) -> tuple[str, str, str, str]:
    held = case.held(kind)
    need = "bắt buộc" if required else "minh chứng"
    state = "đã nhận" if held else "thiếu" if required else "không có"
    return kind.name, need, "; ".join(evidence_words(paper) for paper in held) or "–", state


def _copy_words(paper: Evidence) -> str:
    copy = {True: "bản gốc hoặc bản sao chứng thực", False: "bản sao", None: _COPY_BY_HAND}[paper.original]
    return f"{evidence_words(paper)}: {copy}"


def _samples(case: Case) -> str:
    """Samples handed in of those wanted; while none are recorded the count is left for the pen."""
    if not case.samples_wanted:
        return "không áp dụng"
    held = f"{case.dossier.samples.units:02d}" if case.dossier.samples else DOTTED_SHORT
    return f"{held} trên {case.samples_wanted:02d} đơn vị"


def _due_words(case: Case, received: date | None) -> str:
    limit = case.law.decision.procedure.limit(_LIMIT)
    if limit is None:
        return "theo quyết định áp dụng"
    end = deadline(received, limit, case.calendar) if received else None
    if end and not end.on:
        return deadline_words(end)
    return f"chậm nhất {deadline_words(end) if end else _DAY}"


def contact_words(profile: Profile) -> str:
    """Name who answers the questions of a producer."""
    office = profile.office
    return f"{office.unit.name} ({office.officer})" if office.officer else office.unit.name
