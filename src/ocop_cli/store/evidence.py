"""The evidence files of a workspace: their hashes for checks, their contents for a package."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.store.files.paths import inside

_PIECE = 64 * 1024


def file_hashes(root: Path, dossier: Dossier) -> dict[str, str | None]:
    """Map every file that a dossier names to its SHA-256, or to ``None`` when it is not there."""
    packages = [
        (request.package, _file(root, request.package)) for request in dossier.submissions if request.package
    ]
    return {name: _hash(path) if path else None for name, path in [*_named(root, dossier), *packages]}


def file_contents(root: Path, dossier: Dossier) -> dict[str, bytes | None]:
    """Map every file that a dossier names to its content, or to ``None`` when it is not there."""
    return {name: path.read_bytes() if path else None for name, path in _named(root, dossier)}


def hashes_of(contents: Mapping[str, bytes | None]) -> dict[str, str | None]:
    """Return the SHA-256 of contents that are in hand, as ``file_hashes`` would of the files."""
    return {
        name: None if content is None else hashlib.sha256(content).hexdigest()
        for name, content in contents.items()
    }


def _named(root: Path, dossier: Dossier) -> Iterable[tuple[str, Path | None]]:
    """Yield the files that a dossier names with their paths; one outside the workspace is not there."""
    names = [paper.file for paper in dossier.papers if paper.file]
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        names.append(dossier.evaluation.report.file)
    for name in names:
        yield name, _file(root, name)


def _file(root: Path, name: str) -> Path | None:
    try:
        path = inside(root, name)
    except OcopError:
        return None
    return path if path.is_file() else _other_spelling(path)


def _other_spelling(path: Path) -> Path | None:
    """Return the file that has the same name in other code points: phones and Macs decompose Vietnamese letters."""
    wanted = normalize("NFC", path.name)
    nearby = path.parent.iterdir() if path.parent.is_dir() else ()
    return next((each for each in nearby if normalize("NFC", each.name) == wanted and each.is_file()), None)


def _hash(path: Path) -> str:
    """Hash a file piece by piece: a scan may be large, and most files are small."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
