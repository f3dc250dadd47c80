"""The program's own YAML data: reviewed by us, read with types."""

from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one only where libyaml is missing


def read_own_yaml(text: str) -> Any:
    """Read a data file that comes with the program. Raises ``yaml.YAMLError`` when our own file is broken."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader
