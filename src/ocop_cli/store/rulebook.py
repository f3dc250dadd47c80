"""Read the law: the decisions of the package and what a workspace lays over them."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Any

import yaml

from ocop_cli.errors import OcopError
from ocop_cli.findings import has_errors
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.load import LoadedRules, build_rulebook
from ocop_cli.store.rule_places import place_rule_findings
from ocop_cli.store.yaml.source import parse

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar as text; libyaml where the wheel has it."""

_OVERLAY = "rules"
_Folders = dict[str, dict[str, object]]


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
            findings=tuple(
                place_rule_findings(extra_root, loaded.findings) if extra_root else loaded.findings
            ),
        )
    return loaded.rulebook


def load_rules(extra_root: Path | None = None) -> LoadedRules:
    """Return the rulebook as far as it can be read, with the errors of its data.

    Raises ``OcopError`` when a file of the workspace is no readable YAML.
    """
    overlay = extra_root / _OVERLAY if extra_root else None
    if overlay is None or not overlay.is_dir():
        return _packaged()
    return build_rulebook(packaged_data(), _folders(overlay, read_carefully))


@cache
def _packaged() -> LoadedRules:
    """The package's own data never changes while the program runs."""
    return build_rulebook(packaged_data())


def packaged_data() -> _Folders:
    """Return the package's own rule data: decision → file name → plain data."""
    return _folders(files("ocop_cli.rules") / "data", read_fast)


def _folders(root: Traversable, read: Callable[[Traversable], object]) -> _Folders:
    return {
        folder.name: {entry.name: read(entry) for entry in folder.iterdir() if entry.name.endswith(".yaml")}
        for folder in root.iterdir()
        if folder.is_dir()
    }


def read_carefully(entry: Traversable) -> object:
    """Read a file that a person wrote; raises ``OcopError`` with every error of its YAML."""
    name = "/".join(PurePath(str(entry)).parts[-3:])  # the folder of rules, the decision, the file
    source = parse(entry.read_bytes(), name)
    if has_errors(source.findings):
        raise OcopError(
            f"Không đọc được tệp quy định {name}.",
            "Sửa theo các lỗi được nêu.",
            code="R000",
            findings=source.findings,
        )
    return source.data


def read_fast(entry: Traversable) -> object:
    """Read a file of the package, which a test has read carefully: plain data from events, text only."""
    loader = _LOADER(entry.read_bytes())
    try:
        following: Callable[[], Any] = loader.get_event
        following()  # the stream begins
        following()  # the document begins
        return _value(following(), following)
    finally:
        loader.dispose()


def _value(event: Any, following: Callable[[], Any]) -> object:
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(following)
    return _sequence(following)


def _mapping(following: Callable[[], Any]) -> dict[str, object]:
    mapping: dict[str, object] = {}
    while not isinstance(key := following(), yaml.MappingEndEvent):
        mapping[key.value] = _value(following(), following)
    return mapping


def _sequence(following: Callable[[], Any]) -> list[object]:
    sequence: list[object] = []
    while not isinstance(event := following(), yaml.SequenceEndEvent):
        sequence.append(_value(event, following))
    return sequence
