"""The papers that somebody brought in a folder: which are new, which are there already, which take another's place."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.programme.paper_words import Proposal, propose_kind
from ocop_cli.store.built_in.packaged import load_paper_words
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.files.changes import BigChange, plan_big
from ocop_cli.store.foreign.incoming import Incoming, same_files
from ocop_cli.store.papers.drafts import free_file
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.viet.ids import free_id, kept_stem
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import slug


class Sorted(NamedTuple):
    """The files of a folder: those that may be taken, those that are there already or not taken, with the reason.

    ``exchanged`` maps the name of a file to the position of the paper whose file is called so and holds something else.
    """

    usable: tuple[Incoming, ...]
    doubtful: tuple[Incoming, ...]
    left_out: tuple[tuple[str, str], ...]
    exchanged: Mapping[str, int]


class TakenFile(NamedTuple):
    """A file that is taken: as a paper of a kind, or in place of the file of a paper (its position)."""

    incoming: Incoming
    kind: str
    replaces: int | None = None


class PlacedFile(NamedTuple):
    """A file that is taken, with the pages that count and the change that puts it into the folder of the dossier."""

    taken: TakenFile
    pages: int | None
    change: BigChange

    @property
    def path(self) -> str:
        """Where it lies, relative to the workspace."""
        return self.change.path


def sort_files(sources: Sources, file: DossierFile, files: Sequence[Incoming]) -> Sorted:
    """Tell new files from those that the dossier holds already: by what is in them, not by their names."""
    papers, hashes = file.dossier.papers, files_seen(sources, file.dossier).hashes
    held = {hashes.get(paper.file): paper for paper in papers if paper.file and hashes.get(paper.file)}
    twice = {twin.path: first for twin, first in same_files(list(files))}
    usable, doubtful = list[Incoming](), list[Incoming]()
    left_out, exchanged = list[tuple[str, str]](), dict[str, int]()
    for each in files:
        if each.sha256 in held:
            left_out.append((each.name, f"đã có trong hồ sơ: {held[each.sha256].title}"))
        elif each.path in twice:
            left_out.append((each.name, f"cùng một tệp với {twice[each.path].name}"))
        elif each.left_out and not each.is_doubtful:
            left_out.append((each.name, each.left_out))
        else:
            (doubtful if each.is_doubtful else usable).append(each)
            for number in _called_alike(papers, each):
                exchanged[each.name] = number
    return Sorted(tuple(usable), tuple(doubtful), tuple(left_out), exchanged)


def _called_alike(papers: Sequence[Evidence], file: Incoming) -> Iterator[int]:
    for number, paper in enumerate(papers):
        if paper.file and _stem(paper.file) == _stem(file.name):
            yield number


def _stem(name: str) -> str:
    return kept_stem(PurePosixPath(name).stem, "giay")


def proposal(file: Incoming, names: Mapping[str, str]) -> Proposal:
    """Propose what a file is; ``names`` maps the kinds that the dossier may hold to their names."""
    return propose_kind(load_paper_words(), names, file.name, file.text)


def place_files(
    sources: Sources, dossier_id: str, taken: Sequence[TakenFile], stated: Mapping[str, int], *, trial: bool
) -> list[PlacedFile]:
    """Plan where each file goes: a name that every system takes, never over a file that holds something else.

    ``stated`` are pages that somebody has counted, by the name of the file; in a ``trial`` nothing of the workspace is
    written.
    """
    placed, used = [], set[str]()
    for each in taken:
        change = place_file(sources.root, f"papers/{dossier_id}/", each.incoming, used, trial=trial)
        pages = stated.get(each.incoming.name, each.incoming.pages)
        placed.append(PlacedFile(each, pages, change))
    return placed


def place_file(root: Path, head: str, found: Incoming, used: set[str], *, trial: bool) -> BigChange:
    """Plan where a file goes, below a path that ends in ``head``; ``used`` are the places of this run, and gets its own."""
    ending = found.kind.value or PurePosixPath(found.name).suffix.lower().lstrip(".") or "tep"
    stem, content = _stem(found.name), found.kept(root, trial=trial)
    path = free_file(root, f"{head}{stem}.{ending}", content)
    while path in used:  # another file of this run is called so
        stem = f"{stem}-2"
        path = free_file(root, f"{head}{stem}.{ending}", content)
    used.add(path)
    return plan_big(root, path, content)


def paper_edits(
    file: DossierFile,
    names: Mapping[str, str],
    placed: Sequence[PlacedFile],
    *,
    on: date,
    marks: Mapping[str, bool | None],
) -> list[Edit]:
    """Return the edits that write papers into a dossier, and the day into the promises that they keep.

    ``marks`` says of every new paper whether it is an ``original`` and ``signed``.
    """
    edits, ids = list[Edit](), [paper.id for paper in file.dossier.papers]
    titles = [paper.title for paper in file.dossier.papers]
    for each in placed:
        facts = {"file": each.path, "sha256": each.taken.incoming.sha256, "pages": each.pages}
        if each.taken.replaces is not None:
            field = ("papers", each.taken.replaces)
            edits += [Set((*field, name), value) for name, value in facts.items() if value is not None]
            continue
        ids.append(free_id(slug(PurePosixPath(each.path).stem), ids))
        titles.append(_title(names[each.taken.kind], each.taken.incoming.name, titles))
        record: dict[str, Any] = {"id": ids[-1], "kind": each.taken.kind, "title": titles[-1], **facts}
        edits.append(Append(("papers",), {**record, **marks}))
    kinds = {each.taken.kind for each in placed}
    for number, promise in enumerate(file.dossier.promises):
        if promise.is_open and promise.paper in kinds:
            edits.append(Set(("promises", number, "received_on"), on))
    return edits


def _title(name: str, file_name: str, used: Sequence[str]) -> str:
    """Return the name of the kind; where the dossier has such a paper, with the name that the file came with."""
    return f"{name}: {masked(PurePosixPath(file_name).stem)}" if name in used else name
