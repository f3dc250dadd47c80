"""Every verb that writes is killed in the middle: nothing is lost, nothing is left in part, the next command tells it.

``bench/long_safety.py`` does so at every call, and refuses each call too.
"""

import pytest

from support.disk_faults import FailingDisk
from support.prepared import Fresh, contents
from support.runs import LONG
from support.safety import ALL_DONE, LINES, STOPS, UNTRIED, carry_out, differing, faults_after_kill, lay_out

NAMED = (
    "submit",
    "register",
    "select",
    "meeting invite",
    "meeting reply",
    "inspect record",
    "undo",
    "docs number",
    "list -o",
    "handover --word",
)
"""Lines that once ended wrong when they were run again."""


def test_no_verb_that_writes_is_missing() -> None:
    assert not UNTRIED


@pytest.mark.parametrize("name", LINES)
def test_killed_in_the_middle_it_is_rolled_back(fresh: Fresh, name: str) -> None:
    untouched = FailingDisk(lay_out(fresh, name))
    carry_out(name, untouched, "-n")
    assert untouched.calls == [], "a trial writes nothing, not even a lock"
    moments = list(STOPS) if LONG else [list(STOPS)[list(LINES).index(name) % len(STOPS)]]
    for moment in moments:
        root = lay_out(fresh, name)
        before, disk = contents(root), FailingDisk(root, when=STOPS[moment])
        killed = carry_out(name, disk)
        assert killed.status is None, f"not killed {moment}: {killed.said}"
        assert faults_after_kill(root, name, before, None) == []


@pytest.mark.parametrize("name", NAMED)
def test_run_again_it_ends_as_if_it_had_not_been_killed(fresh: Fresh, name: str) -> None:
    root = lay_out(fresh, name)
    assert carry_out(name).status == 0
    wanted = contents(root)
    for moment in (STOPS["after the last file"], ALL_DONE):
        root = lay_out(fresh, name)
        assert carry_out(name, FailingDisk(root, when=moment)).status is None
        again = carry_out(name)
        assert (again.status, differing(contents(root), wanted)) == (0, [])
        assert "bị ngắt" in again.said
