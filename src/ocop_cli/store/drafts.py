"""Where a draft may be filed: never over a document that a person has edited in Word, or that was issued."""

import zipfile
from pathlib import Path

from ocop_cli.ooxml.zip import ZIP_EPOCH
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.store.document_records import record_name
from ocop_cli.store.files.paths import inside
from ocop_cli.store.records import load_record


def free_path(root: Path, path: str) -> str:
    """Return the path itself while a draft may be written there, else the next one that is free."""
    stem, _, ending = path.rpartition(".")
    numbered = (f"{stem}-{number}.{ending}" for number in range(2, 10_000))
    return next(place for place in (path, *numbered) if _may_be_written(root, place))


def _may_be_written(root: Path, path: str) -> bool:
    return _is_ours(inside(root, path)) and not _is_issued(root, path)


def _is_issued(root: Path, path: str) -> bool:
    """Say whether a document has a number, a signed scan, a sending or an answer; a broken record protects it too."""
    name = record_name(path)
    if not inside(root, name).is_file():
        return False
    record = load_record(root, name, DocumentRecord).record
    return record is None or record.is_issued


def _is_ours(path: Path) -> bool:
    """Say whether a file is absent, or a document as the program made it."""
    if not path.exists():
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return all(entry.date_time == ZIP_EPOCH for entry in archive.infolist())
    except (OSError, zipfile.BadZipFile):
        return False
