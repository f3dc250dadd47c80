"""What the Tab key offers beside the names of commands and options: the dossiers of the workspace."""

import inspect
from copy import copy
from pathlib import Path
from typing import Annotated, Any, get_args

from ocop_cli.errors import OcopError

_DOSSIERS = {"dossier", "dossiers"}


def completed(parameter: inspect.Parameter) -> inspect.Parameter:
    """Return the parameter of a verb; one that names dossiers completes their ids."""
    if parameter.name not in _DOSSIERS:
        return parameter
    kind, info = get_args(parameter.annotation)
    told = copy(info)
    told.autocompletion = dossier_ids
    return parameter.replace(annotation=Annotated[kind, told])


def dossier_ids(ctx: Any) -> list[str]:
    """Return the ids of the workspace's dossiers; none outside a workspace."""
    from ocop_cli.store.dossier.dossiers import list_ids
    from ocop_cli.store.workspace.workspace import find_workspace

    try:
        return list_ids(find_workspace(Path(ctx.find_root().params.get("workspace") or ".")))
    except OcopError:
        return []
