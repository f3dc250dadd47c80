"""What is kept for undo of a person's data: found with the rest, and erased with it."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from ocop_cli.store.files.journal import Step, kept_file, steps
from ocop_cli.store.files.undo import Undoing
from ocop_cli.usecases.privacy.holding import Fate, Holding
from ocop_cli.viet.text import slug

ERASING = "xóa dữ liệu cá nhân theo yêu cầu"
"""How the step is called that erases somebody's data: undo asks before it brings them back."""
_LARGEST = 1 << 20  # bytes of a kept file that is searched


def kept_copies(
    root: Path, ids: Sequence[str], names: set[str], holdings: Sequence[Holding]
) -> Iterator[tuple[Step, str]]:
    """Yield the contents kept for undo that hold data of a person: the step, and the file that it keeps.

    What is kept of a file that has to stay anyway is none of them, but for its fields that can go.
    """
    fates: dict[str, set[Fate]] = {}
    for holding in holdings:
        fates.setdefault(holding.file, set()).add(holding.fate)
    for step in steps(root):
        kept = [
            version.path
            for version in step.versions
            if version.before and kept_file(root, step, version.path).is_file()
        ]
        named = {path for path in kept if _is_theirs(path, ids) or _names(kept_file(root, step, path), names)}
        if named and step.label.startswith(ERASING):
            named = set(kept)
        yield from ((step, path) for path in kept if path in named and fates.get(path) != {Fate.KEPT})


def names_in_journal(root: Path, names: Collection[str]) -> list[str]:
    """Return the files whose names hold that of a person and that steps kept for undo list by name."""
    wanted = [slug(name) for name in names if slug(name)]
    listed = dict.fromkeys(path for step in steps(root) for path in step.paths)
    return [path for path in listed if any(one in slug(PurePosixPath(path).name) for one in wanted)]


def brought_back(undoing: Undoing) -> Iterator[str]:
    """Say in words that an undo would bring back what was erased on somebody's request."""
    if undoing.step.label.startswith(ERASING) and undoing.step.number == undoing.reverses:
        yield "bước này đã xóa dữ liệu cá nhân theo yêu cầu của một người; hoàn tác là đưa dữ liệu ấy trở lại"


def _is_theirs(path: str, ids: Sequence[str]) -> bool:
    """Say whether a file is personal by its place: the private file of a dossier, a form that came back."""
    parts = PurePosixPath(path).parts
    return parts[0] == "private" and any(one in parts or f"{one}.yaml" in parts for one in ids)


def _names(kept: Path, names: set[str]) -> bool:
    """Say whether what is kept of a text or a Word file names the person."""
    # with what reads papers and forms: an undo does without
    from ocop_cli.usecases.privacy.documents import names_person

    return bool(names) and kept.stat().st_size <= _LARGEST and names_person(kept.read_bytes(), names)
