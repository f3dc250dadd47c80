"""The commune's year: profile, signers, holidays, targets, plan, meetings, inspections, records of documents."""

from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile

__all__ = ["Inspection", "Meeting", "Profile", "YearPlan"]
