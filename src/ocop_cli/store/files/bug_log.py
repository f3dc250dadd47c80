"""The log of the program's own bugs: in the cache of the workspace, or in a temporary folder where there is none.

People send it to others: what it would say of persons is masked first.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ocop_cli.viet.personal import masked

_FOLDER = ".ocop/log"
_FILE = "ocop-loi.log"
_VALUE = re.compile(r"^[ -]*[\w]+:[ ]+(.+?)[ ]*\r?$", re.MULTILINE)
_REPRESENTATIVE = re.compile(
    r"^( *)representative:.*\n(?:\1 +.*\n)*?\1 +name:[ ]+(.+?)[ ]*\r?$", re.MULTILINE
)
_SHORTEST = 3  # letters of a value that is masked: a shorter one says nothing by itself


def append_bug_log(root: Path | None, traceback: str) -> Path | None:
    """Add a traceback to the log and return the log's path; ``None`` where no disk takes it."""
    traceback = _without_people(root, traceback)
    with suppress(OSError):
        if root is not None:
            return _append(root / _FOLDER, traceback)
    with suppress(OSError):
        return _append(Path(tempfile.mkdtemp(prefix="ocop-")), traceback)
    return None


def _append(folder: Path, traceback: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / _FILE
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{traceback}\n")
    return log


def _without_people(root: Path | None, text: str) -> str:
    """Mask numbers and addresses by their look, and what the private files and the representatives' names say."""
    said = sorted(_said_of_people(root), key=len, reverse=True) if root else ()
    for value in said:
        text = text.replace(value, "***")
    return masked(text)


def _said_of_people(root: Path) -> Iterator[str]:
    found: list[str] = []
    for place in ("private/**/*.yaml", "dossiers/*.yaml", "producers/*.yaml"):
        for path in root.glob(place):
            with suppress(OSError):
                text = path.read_text(encoding="utf-8", errors="replace")
                found += [match[2] for match in _REPRESENTATIVE.finditer(text)]
                found += _VALUE.findall(text) if path.is_relative_to(root / "private") else []
    bare = (value.partition(" #")[0].strip(" '\"") for value in found)
    yield from (value for value in bare if len(value) >= _SHORTEST and not value.startswith("ocop/"))
