"""Where a draft may be filed: never over a document that a person has edited in Word, or that was issued."""

import zipfile
from itertools import chain, count
from pathlib import Path

from ocop_cli.ooxml.zip import ZIP_EPOCH
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.store.document_records import record_name
from ocop_cli.store.files.paths import inside
from ocop_cli.store.records import load_record
from ocop_cli.store.sources import Sources


def free_path(sources: Sources, path: str) -> str:
    """Return the path itself while a draft may be written there, else the next one that is free."""
    stem, _, ending = path.rpartition(".")
    numbered = (f"{stem}-{number}.{ending}" for number in count(2))
    return next(place for place in chain([path], numbered) if _may_be_written(sources, place))


def _may_be_written(sources: Sources, path: str) -> bool:
    return _is_ours(inside(sources.root, path)) and not is_issued(sources, path)


def is_issued(sources: Sources, path: str) -> bool:
    """Say whether a document has a number, a signed scan, a sending or an answer; a broken record protects it too."""
    name = record_name(path)
    if not inside(sources.root, name).is_file():
        return False
    record = load_record(sources, name, DocumentRecord).record
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
