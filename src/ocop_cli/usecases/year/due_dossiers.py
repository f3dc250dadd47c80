"""The days of one dossier: its limits, the papers promised, those that lapse, its certificate, the province's answer."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage, stage_of
from ocop_cli.reports.due import DueItem, DueKind
from ocop_cli.rules.decision import Decision, Rulebook, Ruleset
from ocop_cli.usecases.law_ahead import law_ahead
from ocop_cli.workflow.certificate import expires_on, grace_until, renewal_window
from ocop_cli.workflow.limits import limits_of
from ocop_cli.workflow.next_step import StepContext
from ocop_cli.workflow.rounds import round_decided

_LAST = "Ngày cuối nộp hồ sơ phân hạng lại"
_ENDS = "Giấy chứng nhận hết hạn"
_COUNTED = ", tính từ"  # from here on the name of a limit says how it is counted


def days_of_dossier(
    dossier_id: str, dossier: Dossier, rulebook: Rulebook, context: StepContext
) -> Iterator[DueItem]:
    """Yield every day of a dossier that has not ended."""
    stage = stage_of(context.cycle.stages, dossier.stage)
    if stage.closed:
        return
    law = law_ahead(dossier, rulebook, context.today)
    name, key = dossier.product.name, f"dossier/{dossier_id}"
    for limit in limits_of(dossier, law, stage, context.calendar, context.today, ()):
        if limit.end.on:
            command = stage.command.format(id=dossier_id, to="") if stage.command else ""
            short = limit.name.partition(_COUNTED)[0]
            yield DueItem(
                limit.end.on, DueKind.LIMIT, short, name, f"{key}/{short}", command=command.strip()
            )  # fmt: skip
    yield from _papers(dossier_id, dossier, law, key)
    decision = law.decision if law else context.decision
    if decision:
        yield from _certificate(dossier_id, dossier, decision, stage, context.today)
    if law:
        yield from _answer(dossier_id, dossier, law, stage, key)


def _papers(dossier_id: str, dossier: Dossier, law: Ruleset | None, key: str) -> Iterator[DueItem]:
    """Yield the days of papers: who brings one is no business of a calendar that lies on many phones."""
    name, about = law.decision.procedure.paper_name if law else str, dossier.product.name
    for promise in dossier.promises:
        if promise.is_open:
            promised = name(promise.paper)
            yield DueItem(
                promise.due, DueKind.PROMISE, f"{promise.by} nộp: {promised}", about,
                f"{key}/promise/{promise.paper}", f"chủ thể nộp {promised}", f"ocop receive {dossier_id}",
            )  # fmt: skip
    for paper in dossier.papers:
        if paper.expires_on:
            kind = name(paper.kind)
            yield DueItem(
                paper.expires_on, DueKind.PAPER, f"Hết hạn: {paper.title}", about, f"{key}/paper/{paper.id}",
                f"hết hạn {kind}", f"ocop show {dossier_id}", is_deed=False,
            )  # fmt: skip


def _certificate(
    dossier_id: str, dossier: Dossier, decision: Decision, stage: Stage, today: date
) -> Iterator[DueItem]:
    """Yield the days of the certificate; the time to file only while nobody files: then it is a limit of the dossier."""
    held = dossier.recognition
    expiry = expires_on(held, decision.procedure.certificate_months) if held and not held.revoked else None
    if held is None or expiry is None:
        return
    window = renewal_window(expiry, decision) if stage.renewal else None
    grace = grace_until(expiry, decision)
    waiting = _LAST if today <= expiry else _ENDS if stage.renewal else ""  # for somebody to do something
    days = {
        "Bắt đầu nhận hồ sơ phân hạng lại": window[0] if window else None,
        _LAST: window[1] if window else None,
        _ENDS: expiry,
        "Giấy chứng nhận hết thời gian được giữ giá trị": grace,
    }
    for what, on in days.items():
        if on:
            yield DueItem(
                on, DueKind.CERTIFICATE, what, dossier.product.name, f"dossier/{dossier_id}/{what}/{expiry.year}",
                command=f"ocop renew {dossier_id}", is_deed=what == waiting,
            )  # fmt: skip


def _answer(dossier_id: str, dossier: Dossier, law: Ruleset, stage: Stage, key: str) -> Iterator[DueItem]:
    """Yield the day before which the province answers a request that was sent."""
    sent = dossier.submission.on if dossier.submission else None
    on = round_decided(law, sent) if stage.waiting and sent else None
    if on and sent:
        yield DueItem(
            on, DueKind.REPLY, "Cấp tỉnh có kết quả của đợt, trước ngày này", dossier.product.name,
            f"{key}/answer/{sent.isoformat()}", command=f"ocop result {dossier_id}",
        )  # fmt: skip
