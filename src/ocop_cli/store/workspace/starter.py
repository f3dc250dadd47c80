"""What opens the desk of a workspace by a double click, and where it finds the program."""

import sys
import sysconfig
from pathlib import Path

from ocop_cli.store.built_in.resources import PACKAGE

PROGRAM_FILE = ".ocop/program.txt"
"""Where the program lies on this machine, one line; git never takes it. The starters try it first."""

STARTERS = ("mo-ocop.cmd", "mo-ocop.desktop", "mo-ocop.sh")
"""The starters, for Windows and for Linux (the ``.desktop`` runs the ``.sh``): the same in every workspace.

None may be called ``ocop``: Windows looks for a command in the current folder first.
"""


def starter_files() -> dict[str, bytes]:
    """Return the starters and the file that says where the program lies."""
    files = {name: _content(name) for name in STARTERS}
    return {**files, PROGRAM_FILE: f"{program_path()}\n".encode()}


def _content(name: str) -> bytes:
    content = (PACKAGE / "store/workspace/starters" / name).read_bytes().replace(b"\r\n", b"\n")
    # cmd.exe loses its labels in a file whose lines end as on Linux
    return content.replace(b"\n", b"\r\n") if name.endswith(".cmd") else content


def program_path() -> str:
    """Return where the program that runs lies: a bundle itself, or ``ocop`` as it was installed; else nothing."""
    if getattr(sys, "frozen", False):
        return sys.executable
    name = "ocop.exe" if sys.platform == "win32" else "ocop"
    path = Path(sysconfig.get_path("scripts"), name)
    return str(path) if path.is_file() else ""
