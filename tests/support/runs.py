"""How often a test tries: a few times on every push, many times in ``.ci/long``."""

import os

LONG = bool(os.environ.get("LONG_RUNS"))


def runs(quick: int, long: int) -> int:
    """Return how many examples a test tries."""
    return long if LONG else quick
