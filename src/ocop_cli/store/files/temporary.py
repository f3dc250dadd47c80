"""Folders that are gone when the work is done."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Hold an empty folder outside the workspace, for programs that want one of their own."""
    with tempfile.TemporaryDirectory(prefix="ocop-") as folder:
        yield Path(folder)
