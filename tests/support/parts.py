"""How a test says what is special about its data."""

from collections.abc import Mapping
from typing import Any

import yaml


def with_parts(least: Mapping[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the least data with a test's parts: a mapping adds to the mapping of its name, else it replaces."""
    return {**least, **{name: _added(least.get(name), part) for name, part in parts.items()}}


def _added(before: Any, part: Any) -> Any:
    both_mappings = isinstance(before, Mapping) and isinstance(part, Mapping)
    return {**before, **part} if both_mappings else part


def to_yaml(data: Mapping[str, Any]) -> str:
    """Return data as a file of the workspace would hold it."""
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False)
