"""A product that was inspected: what it was asked to put right stands beside its other work until it is closed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ocop_cli.workflow.deadline import Deadline
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.step import NextStep

if TYPE_CHECKING:
    from ocop_cli.programme.remedy import OpenRemedy

_ACTION, _COMMAND = "khắc phục theo biên bản kiểm tra", "ocop inspect close {id}"


def with_remedies(step: NextStep, remedies: "Sequence[OpenRemedy]") -> NextStep:
    """Return the step with the open remedies of its product; they are its work where nothing else is due."""
    if not remedies or step.closed:
        return step
    return step._replace(
        action=step.action if step.command else _ACTION,
        command=step.command or _COMMAND.format(id=step.id),
        limits=(*step.limits, *(limit for one in remedies for limit in remedy_limits(one))),
        notes=(*step.notes, *(f"chưa khắc phục: {one.remedy.words}" for one in remedies)),
    )


def remedy_limits(one: "OpenRemedy") -> list[Limit]:
    """Return the limit that a remedy was given, if any."""
    due = one.remedy.due
    return [Limit(f"Khắc phục: {one.remedy.what}", Deadline(due))] if due else []
