"""The commune's year: who we are, who signs, targets, holidays, meetings and the plan — all that is not one product."""

from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile

__all__ = ["Inspection", "Meeting", "Profile", "YearPlan"]
