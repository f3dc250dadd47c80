"""The log of the program's own bugs: in the cache of the workspace, or in a temporary folder where there is none."""

import tempfile
from contextlib import suppress
from pathlib import Path

_FOLDER = ".ocop/log"
_FILE = "ocop-loi.log"


def append_bug_log(root: Path | None, traceback: str) -> Path | None:
    """Add a traceback to the log and return the log's path; ``None`` where no disk takes it."""
    with suppress(OSError):
        if root is not None:
            return _append(root / _FOLDER, traceback)
    with suppress(OSError):
        return _append(Path(tempfile.mkdtemp(prefix="ocop-")), traceback)
    return None


def _append(folder: Path, traceback: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / _FILE
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{traceback}\n")
    return log
