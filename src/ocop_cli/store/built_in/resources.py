"""Where the files that come with the program lie: in the wheel or in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
"""The folder of the Python package: the program's own data lie in it as they are in the checkout."""


def resource_root() -> Path:
    """Return the folder that holds ``templates/``, ``schemas/`` and ``examples/``."""
    installed = PACKAGE / "resources"
    return installed if installed.is_dir() else PACKAGE.parent.parent
