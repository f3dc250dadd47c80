"""The program's own YAML data as JSON: ``tools/generate.py`` compiles it, CI compares it, no run parses it anew."""

import json
from pathlib import Path
from typing import Any

from ocop_cli.store.resources import PACKAGE

COMPILED = PACKAGE / "compiled"
LAW = COMPILED / "law"
"""One file a decision: file name → its data, every scalar as text."""


def compiled(name: str) -> Any:
    """Return the data that were compiled under a name; days are text, as JSON has it."""
    return read_json(COMPILED / f"{name}.json")


def compiled_law() -> dict[str, dict[str, object]]:
    """Return the data of every decision by its id."""
    return {file.stem: read_json(file) for file in sorted(LAW.glob("*.json"))}


def read_json(file: Path) -> Any:
    """Read a JSON file that comes with the program."""
    return json.loads(file.read_bytes())
