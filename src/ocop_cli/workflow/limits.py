"""Every limit that a dossier stands under: what must be done, by when, and how the day was counted."""

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_cli.dossier.evidence import Promise
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import Stage
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.evaluation.law import filed_on
from ocop_cli.programme.calendar import Calendar
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.procedure import DayUnit
from ocop_cli.workflow.deadline import Deadline, deadline
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.re_ranking import last_day_to_file
from ocop_cli.workflow.rounds import round_closes
from ocop_cli.workflow.transition import LastDay, last_day

_UNITS = {DayUnit.WORKING: "ngày làm việc", DayUnit.CALENDAR: "ngày"}

_FILING = "Nộp hồ sơ phân hạng lại"


def limits_of(
    dossier: Dossier,
    ruleset: Ruleset | None,
    stage: Stage,
    calendar: Calendar,
    today: date,
    promises: Sequence[Promise],
) -> Iterator[Limit]:
    """Yield the limits of a dossier: open promises, then those that its law sets in this stage."""
    name = ruleset.decision.procedure.paper_name if ruleset else str
    yield from (Limit(f"{p.by} nộp: {name(p.paper)}", Deadline(p.due)) for p in promises)
    if ruleset is None:
        return
    received = filed_on(dossier)
    yield from counted_limit(dossier, ruleset, stage, calendar)
    last = last_day(dossier, ruleset, today) if stage.at_commune else None
    days = {
        "Gửi đề nghị kịp đợt của cấp tỉnh": round_closes(ruleset, received or today) if stage.round else None,
        _FILING: last_day_to_file(dossier, ruleset, stage),
    }
    yield from (Limit(what, Deadline(on)) for what, on in days.items() if on)
    yield from _decision_awaited(dossier, ruleset, stage, calendar)
    if last:
        yield limit_of_transition(last)


def counted_limit(dossier: Dossier, ruleset: Ruleset, stage: Stage, calendar: Calendar) -> Iterator[Limit]:
    """Yield the limit that runs in a stage from the receipt on: to its own end, or to the one that a paper gave it."""
    received, limit = filed_on(dossier), ruleset.decision.procedure.limit(stage.limit)
    end = deadline(received, limit, calendar) if received and limit else None
    if received is None or limit is None or end is None:
        return
    counted, cite = f"{limit.days} {_UNITS[limit.unit]}", limit.cite
    longer = [each for each in dossier.extensions if each.limit == stage.limit and each.on >= received]
    if longer:
        end, cite = Deadline(longer[-1].until), f"{cite}; gia hạn theo {longer[-1].paper}"
        counted += ", đã gia hạn"
    yield Limit(limit.name, end, cite, received, counted)


def _decision_awaited(
    dossier: Dossier, ruleset: Ruleset, stage: Stage, calendar: Calendar
) -> Iterator[Limit]:
    """Yield the limit of the province for a re-ranking (26/2026/QĐ-TTg, Điều 7 khoản 6 điểm g), from the sending on.

    It runs from the day the province has the whole dossier; the commune knows the day of sending only and says so.
    """
    sent, limit = dossier.submission, ruleset.decision.procedure.limit("reranking_decision")
    is_awaited = stage.waiting and dossier.registration.kind is RegistrationKind.RE_RANKING
    if not is_awaited or sent is None or sent.on is None or limit is None:
        return
    end = deadline(sent.on, limit, calendar)
    if end:
        name = f"{limit.name} (xã tính từ ngày gửi)"
        yield Limit(name, end, limit.cite, sent.on, f"{limit.days} {_UNITS[limit.unit]}")


def missed_limit(
    dossier: Dossier, ruleset: Ruleset, stage: Stage, reached: Stage, calendar: Calendar, on: date
) -> Limit | None:
    """Return the limit that an act comes after which brings a dossier on a day from one stage to another."""
    limits = list(counted_limit(dossier, ruleset, stage, calendar))
    last = last_day_to_file(dossier, ruleset, stage) if reached.filing else None
    limits += [Limit(_FILING, Deadline(last), ruleset.decision.cite)] if last else []
    return next((limit for limit in limits if limit.end.on and limit.end.on < on), None)


def limit_of_transition(last: LastDay) -> Limit:
    """Return the end of a transition as a limit."""
    return Limit("Xong theo quyết định đang áp dụng", Deadline(last.on), last.cite)
