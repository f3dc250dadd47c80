"""A record with edits made, before anything is written: what a verb decides on next."""

from collections.abc import Sequence

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.records import REENTER, Loaded, R, read_record, usable
from ocop_cli.store.yaml.edit import Edit, edit
from ocop_cli.store.yaml.source import Source


def edited(source: Source, model: type[R], edits: Sequence[Edit]) -> tuple[Source, R]:
    """Return the file and its record as they read after the edits.

    Raises ``OcopError`` with every error when an answer does not fit its field.
    """
    loaded: Loaded[R] = read_record(edit(source, edits), model)
    record = usable(loaded, f"Phần vừa nhập vào {source.name} chưa đúng, chưa ghi gì.", REENTER)
    return loaded.source, record


def edited_dossier(file: DossierFile, edits: Sequence[Edit]) -> DossierFile:
    """Return a dossier as it reads after the edits; the same dossier without edits."""
    if not edits:
        return file
    source, dossier = edited(file.source, Dossier, edits)
    return DossierFile(file.id, dossier, source)


def change_between(before: Source, after: Source) -> Change:
    """Return the change from a file as it was read to the same file as edited."""
    return Change(before.name, before.raw, after.raw)
