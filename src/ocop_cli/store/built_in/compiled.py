"""The program's own YAML data as JSON: ``tools/generate.py`` compiles it, CI compares it, no run parses it anew."""

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ocop_cli.store.built_in.resources import PACKAGE

COMPILED = PACKAGE / "compiled"
LAW = COMPILED / "law"
"""One file a decision: file name → its data, every scalar as text."""
TEMPLATES = COMPILED / "templates"
"""One file a form: the hash of its template, and the parts with tags as docxtpl patches them, line by line."""

_KEPT = 64  # templates held in memory at once


def compiled(name: str) -> Any:
    """Return the data that were compiled under a name; days are text, as JSON has it."""
    return read_json(COMPILED / f"{name}.json")


def compiled_law() -> dict[str, dict[str, object]]:
    """Return the data of every decision by its id."""
    return {file.stem: read_json(file) for file in sorted(LAW.glob("*.json"))}


def compiled_template(template: Path) -> tuple[tuple[str, str], ...]:
    """Return the sources of a template: (name of the part, its XML); none for one that a person has edited."""
    file = TEMPLATES / f"{template.parent.name}.json"
    if not file.is_file():
        return ()
    status = template.stat()
    return _compiled_template(file, template, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=_KEPT)
def _compiled_template(file: Path, template: Path, _changed: int, _size: int) -> tuple[tuple[str, str], ...]:
    """One that has not changed is read once: a run may make hundreds of documents of it."""
    known = read_json(file)
    if known["template"] != sha256(template.read_bytes()).hexdigest():
        return ()
    return tuple((name, "\n".join(lines)) for name, lines in known["parts"].items())


def read_json(file: Path) -> Any:
    """Read a JSON file that comes with the program."""
    return json.loads(file.read_bytes())
