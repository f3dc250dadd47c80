"""Write every generated file of the project, or with ``--check`` say which are out of step.

usage: python tools/generate.py [--check]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from forms.registry import FORMS
from ocop_cli.store.schemas import schema_files

ROOT = Path(__file__).resolve().parent.parent


def generated() -> Iterator[tuple[Path, bytes]]:
    """Yield every generated file with its content."""
    for form in FORMS:
        yield ROOT / "templates" / form.id / "form.docx", form.build()
        yield ROOT / "templates" / form.id / "variables.md", form.variables()

    for name, content in schema_files().items():
        yield ROOT / "schemas" / name, content


def main() -> int:
    """Write or compare; return 1 when a file is out of step."""
    stale = [
        (path, content) for path, content in generated() if not path.is_file() or path.read_bytes() != content
    ]
    for path, content in stale:
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
