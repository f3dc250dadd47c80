"""Write every generated file of the project, or with ``--check`` say which are out of step.

usage: python tools/generate.py [--check]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from code_map import mapped_page
from compile_data import compiled_files, compiled_templates
from duty_list import duty_page
from example_scans import example_scans
from forms.registry import FORMS
from json_schemas import json_schemas
from ocop_cli.app.lazy import help_screen
from ocop_cli.app.table import TABLE
from ocop_cli.store.built_in.compiled import COMPILED
from ocop_cli.store.workspace.schemas import schema_files, schema_text
from ocop_cli.store.workspace.written_by import VERSION_FILE, version_note
from open_schema import open_schema
from screen_pictures import FOLDER as PICTURES
from screen_pictures import screen_pictures
from verb_list import listed_guide

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "src/ocop_cli/app"
SCREENS = APP / "screens"
PRINTED = ROOT / "schemas/json"
ONLY_GENERATED = (SCREENS, COMPILED, PICTURES, PRINTED)
"""Folders that hold nothing else: a file that is generated no more is taken away."""

FIRST_SCREEN = '''"""The first help screen. Written by tools/generate.py."""

FIRST_SCREEN = """\\
{}"""
'''


def generated() -> Iterator[tuple[Path, bytes]]:
    """Yield every generated file with its content."""
    templates = {form.id: form.build() for form in FORMS}
    for form in FORMS:
        yield ROOT / "templates" / form.id / "form.docx", templates[form.id]
        yield ROOT / "templates" / form.id / "variables.md", form.variables()
    yield from compiled_templates(templates)

    for name, content in example_scans():
        yield ROOT / "examples" / name, content
    yield ROOT / "examples" / VERSION_FILE, version_note()
    for name, content in schema_files().items():
        yield ROOT / "schemas" / name, content
    yield ROOT / "schemas/open.json", schema_text(open_schema())
    for name, schema in json_schemas().items():
        yield PRINTED / f"{name}.json", schema_text(schema)

    yield from compiled_files()
    yield mapped_page()
    yield listed_guide()
    yield duty_page()

    yield from screen_pictures()

    yield APP / "first_screen.py", FIRST_SCREEN.format(help_screen([])).encode()
    for names in verbs():
        yield SCREENS.joinpath(*names).with_suffix(".txt"), help_screen(names).encode()


def verbs() -> Iterator[tuple[str, ...]]:
    """Yield every verb and every group by the words that call it."""
    for verb in TABLE:
        yield (verb.name,)
        yield from ((verb.name, inner.name) for inner in verb.verbs)


def main() -> int:
    """Write or compare; return 1 when a file is out of step."""
    files = dict(generated())
    stale = {path for path, content in files.items() if not path.is_file() or path.read_bytes() != content}
    left = {path for folder in ONLY_GENERATED for path in folder.rglob("*.*") if path not in files}
    for path in sorted(stale | left):
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            _renew(path, files.get(path))
    return 1 if stale | left and "--check" in sys.argv else 0


def _renew(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
