"""A step as one text, for the index to keep, and back.

Pydantic would build a validator of its types for it, a twentieth of the first run of a day.
"""

import json
from datetime import date
from operator import methodcaller
from typing import Any

from ocop_cli.viet.dates import day_or_none
from ocop_cli.workflow.deadline import Deadline, NotCounted
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.step import NextStep

_DAY_TEXT = methodcaller("isoformat")  # asked of the day itself: it may be watched


def packed(step: NextStep) -> str:
    """Return a step as JSON: its values in their order."""
    return json.dumps(step, ensure_ascii=False, default=_DAY_TEXT)


def unpacked(text: str) -> NextStep:
    """Return the step that ``packed`` made a text of."""
    step = NextStep(*json.loads(text))
    return step._replace(
        missing=tuple(step.missing),
        limits=tuple(map(_limit, step.limits)),
        notes=tuple(step.notes),
        asks=tuple(step.asks),
    )


def _limit(values: Any) -> Limit:
    name, (on, not_counted, no_calendar), cite, start, counted = values
    passed = tuple(NotCounted(date.fromisoformat(day), *why) for day, *why in not_counted)
    return Limit(name, Deadline(day_or_none(on), passed, no_calendar), cite, day_or_none(start), counted)
