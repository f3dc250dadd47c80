"""A draft that a person has edited in Word is never written over: the next one is filed beside it."""

import zipfile
from pathlib import Path

from ocop_cli.ooxml.zip import ZIP_EPOCH
from ocop_cli.store.files.paths import inside


def free_path(root: Path, path: str) -> str:
    """Return the path itself while no hand-edited document lies there, else the next one that is free."""
    stem, _, ending = path.rpartition(".")
    numbered = (f"{stem}-{number}.{ending}" for number in range(2, 10_000))
    if _is_ours(inside(root, path)):
        return path
    return next(other for other in numbered if _is_ours(inside(root, other)))


def _is_ours(path: Path) -> bool:
    """Say whether a file is absent, or a document as the program made it."""
    if not path.exists():
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return all(entry.date_time == ZIP_EPOCH for entry in archive.infolist())
    except (OSError, zipfile.BadZipFile):
        return False
