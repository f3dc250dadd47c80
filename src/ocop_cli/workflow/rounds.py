"""The yearly rounds in which the province takes in the requests of communes."""

from datetime import date, timedelta

from ocop_cli.rules.decision import Ruleset


def next_cut_off(ruleset: Ruleset, on: date) -> date | None:
    """Return the day before which a request must be made to meet the province's next round."""
    rounds = ruleset.decision.procedure.province_rounds
    days = (r.request_before.in_year(year) for r in rounds for year in (on.year, on.year + 1))
    return min((day for day in days if day > on), default=None)


def round_decided(ruleset: Ruleset, sent_on: date) -> date | None:
    """Return the day before which the province decides on a request that was sent on a day."""
    rounds = ruleset.decision.procedure.province_rounds
    ahead = [
        (closes, r.result_before.in_year(year))
        for r in rounds
        for year in (sent_on.year, sent_on.year + 1)
        if (closes := r.request_before.in_year(year)) > sent_on
    ]
    return min(ahead, default=(None, None))[1]


def round_closes(ruleset: Ruleset, on: date) -> date | None:
    """Return the last day for a request in the province's next round: the day before its cut-off."""
    cut_off = next_cut_off(ruleset, on)
    return cut_off - timedelta(days=1) if cut_off else None
