"""The map in ARCHITECTURE.md: what stands on each layer, with the first line of its docstring."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "ARCHITECTURE.md"
PACKAGE = ROOT / "src/ocop_cli"
_FEW = 4  # folders of a package that have a line each
BEGIN = "<!-- the map: written by tools/generate.py -->\n```\n"
END = "```\n<!-- end of the map -->"


def mapped_page() -> tuple[Path, bytes]:
    """Return ARCHITECTURE.md and its content with the map of today; what stands around the map is kept.

    Raises ``ValueError`` when a marker of the map is gone.
    """
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    lines = "".join(f"{line}\n" for line in map_lines())
    return PAGE, f"{before}{BEGIN}{lines}{END}{after}".encode()


def map_lines() -> Iterator[str]:
    """Yield a line for every package and module: the number of its layer, its name, what it holds."""
    for number, layer in enumerate(layers(), 1):
        for name in layer.split(" | "):
            inner = sorted(place.parent for place in (PACKAGE / name).glob("*/__init__.py"))
            themes = f" Folders: {', '.join(folder.name for folder in inner)}." if len(inner) > _FEW else ""
            yield f"{number:>2} {name:<17} {first_line(PACKAGE / name)}{themes}"
            for folder in inner if not themes else ():
                yield f"     {folder.relative_to(PACKAGE).as_posix():<15} {first_line(folder)}"


def layers() -> list[str]:
    """Return the layers of the import contract, the highest first; names beside each other are parted by a bar."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (found,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return list(found)


def first_line(place: Path) -> str:
    """Return the first line of the docstring of a package or of a module."""
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("``", "")
