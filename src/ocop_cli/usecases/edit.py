"""A record with edits made, before anything is written: what a verb decides on next."""

from collections.abc import Sequence

from ocop_cli.dossier import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.findings import has_errors
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.records import Loaded, R, read_record
from ocop_cli.store.yaml.edit import Edit, edit
from ocop_cli.store.yaml.source import Source, parse


def edited(source: Source, model: type[R], edits: Sequence[Edit]) -> tuple[Source, R]:
    """Return the file and its record as they read after the edits.

    Raises ``OcopError`` with every fault when an answer does not fit its field.
    """
    loaded: Loaded[R] = read_record(parse(edit(source, edits), source.name), model)
    if loaded.record is None or has_errors(loaded.findings):
        raise OcopError(
            f"Phần vừa nhập vào {source.name} chưa đúng, chưa ghi gì.",
            "Sửa các giá trị được nêu rồi chạy lại.",
            findings=loaded.findings,
        )
    return loaded.source, loaded.record


def edited_dossier(file: DossierFile, edits: Sequence[Edit]) -> DossierFile:
    """Return a dossier as it reads after the edits; the same dossier without edits."""
    if not edits:
        return file
    source, dossier = edited(file.source, Dossier, edits)
    return DossierFile(file.id, dossier, source)


def change_between(before: Source, after: Source) -> Change:
    """Return the change from a file as it was read to the same file as edited."""
    return Change(before.name, before.raw, after.raw)
