"""Several files that came back, taken in one after the other: one that cannot be taken stops no other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.session import Session

Told = dict[str, Any]


def file_by_file(
    session: Session, files: Sequence[Path], take: Callable[[Path], Told]
) -> tuple[list[Told], list[Told]]:
    """Return what became of the files, for a JSON output, and which were left out and why; each is a step of its own.

    Raises ``OcopError`` where there is one file and it cannot be taken; of several such a one is told.
    """
    taken, left_out = list[Told](), list[Told]()
    for number, file in enumerate(files, 1):
        session.more_follows = number < len(files)
        try:
            taken.append(take(file))
        except OcopError as error:
            if len(files) == 1:
                raise
            session.console.note(f"{error.message} {error.hint}")
            left_out.append({"file": file.name, "why": error.message, "hint": error.hint})
    return taken, left_out
