"""A form that came back is kept as it came: its file in the workspace, its hash in the dossier."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import NamedTuple

from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER, DossierFile
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.ids import kept_stem
from ocop_cli.viet.text import slug

_PAPERS, _FORMS = "papers", "forms"


class FormKind(NamedTuple):
    """What a form calls itself in the record of a dossier, and whether it asks what only ``private/`` may hold."""

    id: str
    asks_personal_data: bool = False


class KeptFile(NamedTuple):
    """A file as it came: its name and what it holds."""

    name: str
    content: bytes


def is_kept(file: DossierFile, content: bytes) -> bool:
    """Say whether a dossier holds the same file already."""
    digest = sha256(content).hexdigest()
    return any(form.sha256 == digest for form in file.dossier.returned_forms)


def kept(
    sources: Sources, file: DossierFile, kind: FormKind, came: KeptFile, on: date, changes: Sequence[Change]
) -> list[Change]:
    """Return the changes with the file that came and its record added: the file first, then the dossier.

    A form that asks personal data is kept where these are, outside of git and of every package. One that is kept already
    is not kept twice: facts that rested on others may be taken later.
    """
    if is_kept(file, came.content):
        return list(changes)
    path = free_name(sources, _folder(file, kind), came)
    record = {"form": kind.id, "on": on, "file": path, "sha256": sha256(came.content).hexdigest()}
    own = next((change for change in changes if change.path == file.source.name), None)
    after = own.after if own and own.after else file.source.raw
    source = parse(after, file.source.name)._replace(shared=file.source.shared)
    recorded = edit(source, [Append(("returned_forms",), record)]).raw
    before = own.before if own else (file.source.raw if (sources.root / file.source.name).is_file() else None)
    others = [change for change in changes if change.path != file.source.name]
    return [plan_write(sources.root, path, came.content), *others, Change(file.source.name, before, recorded)]


def _folder(file: DossierFile, kind: FormKind) -> str:
    return f"{PRIVATE_FOLDER}/{_FORMS}/{file.id}" if kind.asks_personal_data else f"{_PAPERS}/{file.id}"


def free_name(sources: Sources, folder: str, came: KeptFile) -> str:
    """Return a safe name that no other file has."""
    name = PurePosixPath(came.name.replace("\\", "/")).name
    stem, _, ending = name.rpartition(".")
    base = kept_stem(stem or ending, "phieu")
    names = (f"{folder}/{base}{number}.{slug(ending)}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(path for path in names if not (sources.root / path).exists())
