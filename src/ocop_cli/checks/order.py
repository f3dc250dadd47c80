"""The order of acts: of a dossier's life from receipt to certificate, and of a paper's life from draft to answer."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import upper_first

_WHY = "thời hạn, báo cáo và văn bản tính theo ngày các việc"
_HINT = "đối chiếu bản giấy rồi sửa ngày ghi sai"


class _Act(NamedTuple):
    """Something that was done on a day, and the field that says so."""

    words: str
    on: date
    field: FieldPath


_Early = tuple[_Act, _Act]
"""An act that is dated too early, and the one that must come before it."""


def check_order(case: Case) -> Iterator[Finding]:
    """W012: an act is dated before the one that must come first: receipt, evaluation, sending, result, certificate."""
    received, evaluated, sent = _received(case), _evaluated(case), _sent(case)
    early = [
        *_too_early(received, evaluated),
        *_too_early(evaluated, sent),
        *_early_results(case, received, sent),
    ]
    for act, before in early:
        related = (case.place(*before.field),)
        yield case.find("W012", act.field, _message(act, before), _HINT, why=_WHY, related=related)
    yield from _wrong_slip(case, received, evaluated)


def paper_order(file: str, record: DocumentRecord) -> Iterator[Finding]:
    """P043: yield a warning for each step of a paper's life that is dated before the one that must come first."""
    for act, before in _early_steps(record):
        place, related = Place(file, act.field), (Place(file, before.field),)
        message = _message(act, before)
        yield Finding("P043", Severity.WARNING, message, place, why=_WHY, hint=_HINT, related=related)


def _received(case: Case) -> list[_Act]:
    """Return the receipts that the history tells of; a stage that the cycle does not know is told elsewhere."""
    filing = {stage.id for stage in case.stages.values() if stage.filing}
    return [
        _Act("ngày nhận hồ sơ", move.on, ("history", number, "on"))
        for number, move in enumerate(case.dossier.history)
        if move.stage in filing and move.corrected_on is None
    ]


def _evaluated(case: Case) -> list[_Act]:
    return [
        _Act("ngày đánh giá", each.on, (*case.dossier.field_of(each), "on"))
        for each in case.dossier.evaluations
    ]


def _sent(case: Case) -> list[_Act]:
    return [
        _Act("ngày gửi cấp tỉnh", each.on, (*case.dossier.field_of(each), "on"))
        for each in case.dossier.submissions
        if each.on
    ]


def _early_results(case: Case, received: Sequence[_Act], sent: Sequence[_Act]) -> Iterator[_Early]:
    """A result of before the first receipt was given to an earlier dossier: nothing was sent for it from here."""
    for number, result in enumerate(case.dossier.results):
        if result.corrected:
            continue
        act = _Act("ngày có kết quả", result.on, ("results", number, "on"))
        if received and act.on >= received[0].on:
            yield from _too_early(sent, [act])
        if result.certificate:
            field = ("results", number, "certificate", "issued_on")
            yield from _too_early(
                [act], [_Act("ngày cấp giấy chứng nhận", result.certificate.issued_on, field)]
            )
        if result.revoked:
            field = ("results", number, "revoked", "on")
            yield from _too_early([act], [_Act("ngày thu hồi công nhận", result.revoked.on, field)])


def _wrong_slip(case: Case, received: Sequence[_Act], evaluated: Sequence[_Act]) -> Iterator[Finding]:
    """The slip names a day of receipt after the evaluation, and the history one before it."""
    slip = case.dossier.registration.slip
    if slip is None or slip.received_on is None or not received or not evaluated:
        return
    last = evaluated[-1]
    if received[-1].on <= last.on < slip.received_on:
        field = ("registration", "slip", "received_on")
        told = f"Phiếu ghi nhận hồ sơ ngày {show_date(slip.received_on)}, sau {last.words} ({show_date(last.on)})"
        related = (case.place(*received[-1].field), case.place(*last.field))
        yield case.find("W012", field, told, _HINT, why=_WHY, related=related)


def _early_steps(record: DocumentRecord) -> Iterator[_Early]:
    """A scan may be filed long after its paper was sent: the day of filing tells nothing of the sending."""
    made = [_Act("ngày lập dự thảo", record.made.on, ("made", "on"))]
    issued = [_Act("ngày ban hành", record.issue.on, ("issue", "on"))] if record.issue else []
    signed = [_Act("ngày đính kèm bản ký", record.signed.on, ("signed", "on"))] if record.signed else []
    sent = [_Act("ngày gửi", each.on, ("sent", n, "on")) for n, each in enumerate(record.sent)]
    answered = [_Act("ngày trả lời", each.on, ("answers", n, "on")) for n, each in enumerate(record.answers)]
    yield from _too_early(made, issued)
    yield from _too_early(issued or made, [*signed, *sent])
    yield from _too_early(sent or issued or made, answered)


def _too_early(before: Sequence[_Act], after: Sequence[_Act]) -> Iterator[_Early]:
    """Yield the acts that are dated before every act that must come first, each with the first of those."""
    for act in after if before else ():
        if all(first.on > act.on for first in before):
            yield act, before[0]


def _message(act: _Act, before: _Act) -> str:
    return f"{upper_first(act.words)} {show_date(act.on)} trước {before.words} ({show_date(before.on)})"
