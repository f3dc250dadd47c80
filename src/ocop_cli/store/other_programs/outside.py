"""The environment for other programs that we start."""

import os
import sys

_LIBRARIES = "LD_LIBRARY_PATH"


def outside_environment() -> dict[str, str]:
    """Return the environment as it was before a bundle put its own libraries first: other programs want theirs."""
    found = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = found.pop(f"{_LIBRARIES}_ORIG", None)
        found.pop(_LIBRARIES, None)
        found |= {} if before is None else {_LIBRARIES: before}
    return found
