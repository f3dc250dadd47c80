"""Read the law: the decisions of the package and what a workspace lays over them."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml

from ocop_cli.errors import OcopError
from ocop_cli.findings import has_errors
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.load import LoadedRules, build_rulebook

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar as text; libyaml where the wheel has it."""

_OVERLAY = "rules"


def load_rulebook(extra_root: Path | None = None) -> Rulebook:
    """Return every decision known here, with the overlays in ``extra_root/rules`` worked in.

    Raises ``OcopError`` when the rule data has errors, with all of them as findings.
    """
    loaded = load_rules(extra_root)
    if has_errors(loaded.findings):
        raise OcopError(
            "Dữ liệu quy định có lỗi nên chưa dùng được.",
            "Xem chi tiết: ocop rules check",
            code="R000",
            findings=loaded.findings,
        )
    return loaded.rulebook


def load_rules(extra_root: Path | None = None) -> LoadedRules:
    """Return the rulebook as far as it can be read, with the faults of its data."""
    overlay = extra_root / _OVERLAY if extra_root else None
    if overlay is None or not overlay.is_dir():
        return _packaged()
    return build_rulebook(_read_folders(_data()), _read_folders(overlay))


@cache
def _packaged() -> LoadedRules:
    """The package's own data never changes while the program runs."""
    return build_rulebook(_read_folders(_data()))


def _data() -> Traversable:
    return files("ocop_cli.rules") / "data"


def _read_folders(root: Traversable) -> dict[str, dict[str, object]]:
    return {folder.name: _read_folder(folder) for folder in root.iterdir() if folder.is_dir()}


def _read_folder(folder: Traversable) -> dict[str, object]:
    named = (entry for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {entry.name: _parse(entry) for entry in named}


def _parse(entry: Traversable) -> object:
    try:
        return yaml.load(entry.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - BaseLoader builds text only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise OcopError(f"Không đọc được tệp quy định {entry.name}.", str(error), code="R000") from error
