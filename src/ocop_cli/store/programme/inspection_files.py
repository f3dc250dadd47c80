"""The files of the inspections of a workspace: their names, without the models that read them."""

from pathlib import Path

from ocop_cli.store.workspace.data_files import data_stems

INSPECTION_FOLDER = "programme/inspections"


def inspection_name(inspection_id: str) -> str:
    """Return the file of an inspection, relative to the workspace."""
    return f"{INSPECTION_FOLDER}/{inspection_id}.yaml"


def list_inspections(root: Path) -> list[str]:
    """Return the ids of all inspections, in order."""
    return data_stems(root / INSPECTION_FOLDER)
