"""Long work during which others may write: afterwards the folder must be as it was read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ocop_cli.store.files.big import MAKING
from ocop_cli.store.files.changes import changed_meanwhile
from ocop_cli.store.files.journal import FOLDERS
from ocop_cli.store.files.lock import is_ours, unlocked
from ocop_cli.store.index.stamps import look

_EVERYTHING = (".", *FOLDERS, MAKING)
"""What a command may have read or made before."""


@contextmanager
def letting_others_write(root: Path) -> Iterator[None]:
    """Do not hold the workspace meanwhile, where this process does.

    Raises ``OcopError`` when somebody wrote: what was read before may not be so any more.
    """
    if not is_ours(root):
        yield
        return
    before = look(root, _EVERYTHING)
    with unlocked(root):
        yield
    if look(root, _EVERYTHING).seal != before.seal:
        raise changed_meanwhile("Thư mục làm việc")
