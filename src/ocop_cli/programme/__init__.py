"""The commune's year: who we are, who signs, targets, holidays and meetings — all that is not one product."""

from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile

__all__ = ["Meeting", "Profile"]
