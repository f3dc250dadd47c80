"""A register that was taken in is kept as it came: what no dossier holds of it can be looked up there."""

from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.forms.keep_form import KeptFile, free_name

_FOLDER = f"{PRIVATE_FOLDER}/forms/registers"  # it may hold telephone numbers


def keep_register(sources: Sources, came: KeptFile) -> Change | None:
    """Return the change that keeps a workbook; ``None`` for one that is kept already."""
    there = (sources.root / _FOLDER).glob("*.xlsx")
    if any(path.read_bytes() == came.content for path in there):
        return None
    return plan_write(sources.root, free_name(sources, _FOLDER, came), came.content)
