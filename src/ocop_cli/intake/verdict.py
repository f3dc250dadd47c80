"""Three values of one field: as printed in the form, as the dossier has it now, as it came back; and what follows."""

from enum import StrEnum
from typing import NamedTuple

from ocop_cli.intake.returned import Answer
from ocop_cli.intake.stamp import digest


class Verdict(StrEnum):
    """What follows for a field."""

    KEEP = "keep"
    TAKE = "take"
    CLEAR = "clear"
    ASK = "ask"


class Proposal(NamedTuple):
    """One field of a form that came back: its path (``materials[2].share``), what was read, what follows and why.

    ``before`` is what the dossier says now, as a form prints it. What is to be cleared, or asked about, has a reason.
    """

    path: str
    answer: Answer
    before: str
    verdict: Verdict
    why: str = ""


_GONE = "trong phiếu mục này để trống, hồ sơ đang có"
_CHANGED = "hồ sơ đã đổi sau khi lập phiếu"
_DROPPED = "hồ sơ đã bỏ mục này sau khi lập phiếu"


def merged_field(path: str, answer: Answer, printed: str, before: str) -> Proposal:
    """Return what follows for one field; ``printed`` is the digest of what stood in the form when it was made."""
    came, is_now = digest(answer.text), digest(before)
    if came in {printed, is_now}:
        return Proposal(path, answer, before, Verdict.KEEP)
    if answer.doubt:
        return Proposal(path, answer, before, Verdict.ASK, answer.doubt)
    if not answer.text:
        return Proposal(path, answer, before, Verdict.CLEAR, _GONE)
    if is_now != printed:
        return Proposal(path, answer, before, Verdict.ASK, _CHANGED if before else _DROPPED)
    return Proposal(path, answer, before, Verdict.TAKE)
