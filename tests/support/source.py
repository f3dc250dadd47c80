"""The package's own source files, as syntax trees."""

import ast
from pathlib import Path

from support.paths import ROOT

PACKAGE = ROOT / "src/ocop_cli"
FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the name of a source file below the package, with slashes."""
    return path.relative_to(PACKAGE).as_posix()


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a source file."""
    return ast.parse(path.read_text(encoding="utf-8"))
