"""The evidence files of a workspace: hashes, pages and near names for checks, contents for a package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from os.path import isfile, lexists
from pathlib import Path, PurePosixPath
from typing import TypeVar
from unicodedata import normalize

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import FilesSeen
from ocop_cli.store.files.big import fingerprint_of_file
from ocop_cli.store.files.paths import inside, is_file
from ocop_cli.store.foreign.formats import HEIC_WORDS, Format, format_of_file
from ocop_cli.store.reading.read_file import ReadFile, read_file
from ocop_cli.store.reading.sources import Sources, in_the_way, why_unreadable
from ocop_cli.viet.near import near_name
from ocop_cli.viet.text import slug
from ocop_cli.workflow.submission import name_and_ending

V = TypeVar("V")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


def files_seen(
    sources: Sources, dossier: Dossier, hashes: Mapping[str, str | None] | None = None
) -> FilesSeen:
    """Return what is known of the files that a dossier names; pages are counted, and near names sought, when asked for.

    ``hashes`` are those of files that have been read already.
    """
    papers = [paper.file for paper in dossier.papers if paper.file]
    return FilesSeen(
        _hashes(sources, dossier) if hashes is None else hashes,
        _OfNames(papers, partial(_once, sources.page_counts, _count, sources.root)),
        _OfNames(papers, partial(_near_path, sources.root)),
        _OfNames(
            [*papers, *_sent_and_decided(dossier)], partial(_once, sources.refusals, _refusal, sources.root)
        ),
    )


def rests_on(root: Path, dossier: Dossier) -> Iterator[str]:
    """Yield the files that a dossier names and, for one that is not there, the folders in which another name is sought."""
    for name in named_files(dossier):
        yield name
        if not isfile(f"{root}/{name}"):  # noqa: PTH113 - asked of every file that a dossier names
            yield from (str(folder) for folder in PurePosixPath(name).parents)


def named_files(dossier: Dossier) -> list[str]:
    """Return every file that a dossier names: papers, its report, packages, decisions, forms that came back."""
    return [*_papers(dossier), *_beside_papers(dossier)]


def _papers(dossier: Dossier) -> list[str]:
    names = [paper.file for paper in dossier.papers if paper.file]
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        names.append(dossier.evaluation.report.file)
    return names


def _beside_papers(dossier: Dossier) -> list[str]:
    """Return the files that a dossier names besides its papers and its report: packages, decisions, forms that came back."""
    return [*_sent_and_decided(dossier), *(form.file for form in dossier.returned_forms)]


def _sent_and_decided(dossier: Dossier) -> list[str]:
    packages = (request.package for request in dossier.submissions if request.package)
    return [*packages, *decision_scans(dossier)]


def decision_scans(dossier: Dossier) -> dict[str, str | None]:
    """Map the scans of the authority's decisions on a dossier to their SHA-256, as far as it was noted."""
    given = [each.decision for result in dossier.results for each in (result, result.revoked) if each]
    return {decision.file: decision.sha256 for decision in given if decision and decision.file}


def _hashes(sources: Sources, dossier: Dossier) -> dict[str, str | None]:
    read = partial(_once, sources.hashes, _hash, sources.root)
    found = {name: None if is_out_of_reach(name) else read(name) for name in _papers(dossier)}
    return found | {name: read(name) for name in _beside_papers(dossier)}


def _once(known: dict[str, V], ask: Callable[[Path, str], V], root: Path, name: str) -> V:
    """Return what is to be known of a file; a run asks it once."""
    if name not in known:
        known[name] = ask(root, name)
    return known[name]


def _hash(root: Path, name: str) -> str | None:
    return _given(_file(root, name), file_sha256)


def _given(path: Path | None, read: Callable[[Path], V]) -> V | None:
    """Return what is read of a file; ``None`` where it is not there, or the disk does not give it."""
    try:
        return read(path) if path else None
    except OSError:
        return None


class _OfNames(Mapping[str, V]):
    """Something of each of some files that a dossier names, worked out when it is asked for."""

    def __init__(self, names: Sequence[str], of: Callable[[str], V]) -> None:
        self.names, self._of = names, of

    def __getitem__(self, name: str) -> V:
        if name not in self.names:
            raise KeyError(name)
        return self._of(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def _count(root: Path, name: str) -> int | None:
    """Count the pages of a file; ``None`` where they cannot be counted."""
    path = _file(root, name)
    if path is None:
        return None
    if path.suffix.lower() in _PICTURES:
        return 1
    if path.suffix.lower() != ".pdf":
        return None
    from ocop_cli.store.foreign.pdf import count_pages  # with pypdf, which is slow to load

    return _given(path, count_pages)


def _refusal(root: Path, name: str) -> str:
    """Say of a file that is there and cannot be used why, and what to do; empty for others.

    The disk does not give it, or it is a picture that few can open.
    """
    kind = _given(root / name, format_of_file)
    if kind is Format.HEIC:
        return f"là {HEIC_WORDS}"
    is_there = lexists(root / name) or lexists(root / in_the_way(root, name))
    return "; ".join(why_unreadable(root, name)) if kind is None and is_there else ""


def _near_path(root: Path, name: str) -> str:
    """Return the path that may be meant by one that is not there, empty where none is near.

    From folder to folder, each time to the entry that is called so or nearly so.
    """
    here, parts = root, PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or "\\" in name:
        return ""
    for part in parts:
        found = part
        if not lexists(here / part):
            there = sorted(_given(here, _entries) or ())
            slugs = {_slug(entry.name): entry.name for entry in there}
            found = slugs.get(near_name(_slug(part), slugs), "")
        if not found:
            return ""
        here = here / found
    return here.relative_to(root).as_posix() if is_file(here) else ""


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir())


def _slug(name: str) -> str:
    """Return a file's name as one that is safe would be compared: its ending stays apart."""
    stem, _, ending = name.rpartition(".")
    return f"{slug(stem)}.{slug(ending)}" if stem else slug(ending)


def evidence_files(root: Path, dossier: Dossier) -> dict[str, Path | None]:
    """Map every file that a dossier names to where it lies, or to ``None`` when it is not there."""
    return dict(_named(root, dossier))


def read_files(files: Mapping[str, Path | None]) -> dict[str, ReadFile | None]:
    """Read files that have been found; ``None`` for one that the disk does not give."""
    return {name: _given(path, read_file) for name, path in files.items()}


def hashes_of(files: Mapping[str, ReadFile | None]) -> dict[str, str | None]:
    """Return the SHA-256 of files that have been read, as ``files_seen`` would of those of a dossier."""
    return {name: read.sha256 if read else None for name, read in files.items()}


def endings_by_content(files: Mapping[str, ReadFile | None]) -> dict[str, str]:
    """Return the ending that a file gets by its first bytes where its name has none; not for what no format tells."""
    nameless = {name: read for name, read in files.items() if read and not name_and_ending(name)[1]}
    found = {name: _given(read.path, format_of_file) for name, read in nameless.items()}
    return {name: kind.value for name, kind in found.items() if kind and kind.value}


def _named(root: Path, dossier: Dossier) -> Iterable[tuple[str, Path | None]]:
    """Yield the files that a dossier names with their paths; one outside the workspace, or out of reach, is not there."""
    for name in _papers(dossier):
        yield name, None if is_out_of_reach(name) else _file(root, name)


def _file(root: Path, name: str) -> Path | None:
    try:
        path = inside(root, name)
    except OcopError:
        return None
    return path if is_file(path) else _other_spelling(root, name)


def _other_spelling(root: Path, name: str) -> Path | None:
    """Return the file that has the same path in other code points or other spaces: phones and Macs decompose letters."""
    here = root
    for part in PurePosixPath(name).parts:
        wanted = spelling(part)
        nearby = _given(here, _entries) or ()
        found = next((each for each in nearby if spelling(each.name) == wanted), None)
        if found is None:
            return None
        here = found
    try:
        return inside(root, here.relative_to(root).as_posix()) if is_file(here) else None
    except OcopError:  # a link leads out of the workspace
        return None


def spelling(name: str) -> str:
    """Return a file's name in one spelling: composed letters, every run of spaces one space."""
    return " ".join(normalize("NFC", name).split())


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece: a scan may be large, and most files are small."""
    return fingerprint_of_file(path).sha256
