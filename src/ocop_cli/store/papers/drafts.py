"""Where a draft may be filed: never over a document that a person has edited in Word, or that was issued."""

import zipfile
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path, PurePosixPath

from ocop_cli.ooxml.zip import ZIP_EPOCH
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.store.files.big import BigFile, fingerprint_of
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import record_name
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources


def free_path(sources: Sources, path: str) -> str:
    """Return the path itself while a draft may be written there, else the next one that is free."""
    return next(place for place in numbered(path) if not is_touched(sources, place))


def free_file(root: Path, path: str, content: bytes | BigFile) -> str:
    """Return the path itself while nothing else than the content stands there, else the next one that is free."""

    def holds_another(place: Path) -> bool:
        if isinstance(content, BigFile):
            return place.exists() and fingerprint_of(place) != content.fingerprint
        return place.exists() and (not place.is_file() or place.read_bytes() != content)

    return next(place for place in numbered(path) if not holds_another(inside(root, place)))


def is_touched(sources: Sources, path: str) -> bool:
    """Say whether a document was edited in Word or issued: no draft takes its place."""
    return not _is_ours(inside(sources.root, path)) or is_issued(sources, path)


def numbered(path: str) -> Iterator[str]:
    """Yield a path, then the same with 2, 3 … before its ending."""
    stem, ending = PurePosixPath(path).with_suffix(""), PurePosixPath(path).suffix
    return chain([path], (f"{stem}-{number}{ending}" for number in count(2)))


def is_issued(sources: Sources, path: str) -> bool:
    """Say whether a document has a number, a signed scan, a sending or an answer; a broken record protects it too."""
    name = record_name(path)
    if not sources.has(name):
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
