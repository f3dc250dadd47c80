"""The data files of a folder: what people and the program put there, not what a system lays beside them."""

from pathlib import Path

_OF_A_MAC = "._"  # AppleDouble: a companion of each file that a Mac copies to a stick


def data_files(folder: Path, pattern: str = "*.yaml") -> list[Path]:
    """Return what a folder holds under a pattern, in order; companions that a Mac leaves are no data."""
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith(_OF_A_MAC))


def data_stems(folder: Path) -> list[str]:
    """Return the names of the data files of a folder without their ending, in order."""
    return sorted(path.stem for path in data_files(folder))
