"""Where templates, schemas and the example workspace lie: in the wheel or at the top of the checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_root() -> Path:
    """Return the folder that holds ``templates/``, ``schemas/`` and ``examples/``."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent.parent
