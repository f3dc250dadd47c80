"""What an erasure of a person's data does to the copies that the journal keeps."""

from pathlib import Path

from ocop_cli.store.files.disk import remove_file, replace_file
from ocop_cli.store.files.journal import Step, kept_file

_ERASED = ".erased"


def erase_kept(root: Path, step: Step, path: str) -> None:
    """Delete the kept content of one file of a step for good; the step says from then on that it was erased."""
    kept = kept_file(root, step, path)
    if not kept.parent.is_dir():  # ten steps have passed meanwhile
        return
    replace_file(kept.with_suffix(_ERASED), b"")
    if kept.exists():
        remove_file(kept)


def is_erased(root: Path, step: Step, path: str) -> bool:
    """Say whether the kept content of one file of a step was erased."""
    return kept_file(root, step, path).with_suffix(_ERASED).exists()
