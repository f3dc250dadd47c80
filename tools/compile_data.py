"""Compile the YAML data of the package, and of the templates, into the JSON that the program reads."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import yaml

from ocop_cli.render.compiled import patched_sources
from ocop_cli.store.built_in.compiled import COMPILED, LAW, TEMPLATES
from ocop_cli.store.built_in.resources import PACKAGE, resource_root
from ocop_cli.store.law.rulebook import written_law

SOURCES = {
    "activities": "programme/data/activities.yaml",
    "acts": "rules/acts.yaml",
    "calendar": "programme/data/calendar.yaml",
    "place_changes": "programme/data/place_changes.yaml",
    "cycle": "workflow/data/cycle.yaml",
    "everyday_words": "rules/everyday_words.yaml",
    "effort": "evaluation/data/effort.yaml",
    "fields": "dossier/data/fields.yaml",
    "inspection_order": "programme/data/inspection-order.yaml",
    "inspection": "programme/data/inspection.yaml",
    "national_data": "programme/data/national-data.yaml",
    "nd30": "lint/data/nd30.yaml",
    "paper_words": "programme/data/paper-words.yaml",
    "second_hand": "rules/second_hand.yaml",
    "plan": "programme/data/plan.yaml",
    "returned_forms": "intake/data/forms.yaml",
    "settings": "programme/data/settings.yaml",
    "scan_standard": "programme/data/scan-standard.yaml",
}


def compiled_files() -> Iterator[tuple[Path, bytes]]:
    """Yield every compiled file with its content."""
    for name, source in SOURCES.items():
        yield COMPILED / f"{name}.json", _json(read_yaml(PACKAGE / source))
    yield COMPILED / "forms.json", _json(_forms())
    for decision, folder in written_law().items():
        yield LAW / f"{decision}.json", _json(dict(sorted(folder.items())))


def read_yaml(file: Path) -> Any:
    """Read a YAML file of our own."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _forms() -> dict[str, Any]:
    files = sorted((resource_root() / "templates").glob("*/form.yaml"))
    return {file.parent.name: read_yaml(file) for file in files}


def compiled_templates(templates: Mapping[str, bytes]) -> Iterator[tuple[Path, bytes]]:
    """Yield the compiled file of every template, given by the id of its form."""
    for form_id, content in templates.items():
        with NamedTemporaryFile(suffix=".docx") as file:
            file.write(content)
            file.flush()
            parts = {name: source.split("\n") for name, source in patched_sources(Path(file.name))}
        yield TEMPLATES / f"{form_id}.json", _json({"template": sha256(content).hexdigest(), "parts": parts})


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, default=str) + "\n").encode()
