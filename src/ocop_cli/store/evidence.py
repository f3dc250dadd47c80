"""The evidence files of a workspace, as far as checks need to know them."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.store.files.paths import inside


def file_hashes(root: Path, dossier: Dossier) -> dict[str, str | None]:
    """Map every file that a dossier names to its SHA-256, or to ``None`` when it is not there."""
    return {name: _hash(root, name) for name in _named(dossier)}


def read_file(root: Path, name: str) -> bytes:
    """Return a file of the workspace. Raises ``OcopError`` when it leads outside."""
    return inside(root, name).read_bytes()


def _named(dossier: Dossier) -> Iterable[str]:
    yield from (paper.file for paper in dossier.papers if paper.file)
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        yield dossier.evaluation.report.file


def _hash(root: Path, name: str) -> str | None:
    try:
        path = inside(root, name)
    except OcopError:
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
