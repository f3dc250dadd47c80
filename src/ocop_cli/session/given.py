"""The options that every verb takes, as they were given."""

from pathlib import Path
from typing import NamedTuple


class GlobalOptions(NamedTuple):
    """The options that every verb takes."""

    workspace: Path | None = None
    as_of: str | None = None
    json: bool = False
    dry_run: bool = False
    diff: bool = False
    out: Path | None = None
    yes: bool = False
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    pdf: bool = False
