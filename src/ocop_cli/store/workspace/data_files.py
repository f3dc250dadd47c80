"""The data files of a folder: what people and the program put there, not what a system or a sync program lays beside them."""

import fnmatch
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from operator import attrgetter
from os.path import lexists
from pathlib import Path
from unicodedata import normalize

_OF_A_MAC = "._"  # AppleDouble: a companion of each file that a Mac copies to a stick
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".directory", "icon\r"})
_DEEP = "**"
_PARTS = attrgetter("parts")  # in the order of paths, which compare slowly
_YEAR = re.compile(r"[0-9]{4}")
_ENDING = ".yaml"
_PLAIN = re.compile(r"[a-z0-9-]+")
_PLAIN_FILE = re.compile(rf"{_PLAIN.pattern}\{_ENDING}")
_COPY_NAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<base>.+?)\.sync-conflict-.+",  # Syncthing
        r"(?P<base>.+?)_conflict-.+",  # ownCloud
        r"(?P<base>.+?)(?:~\d*|\.(?:bak|backup|old|orig)\d*)",  # editors keep what was there before
        r"(?P<base>.+?) ?\((?:[^()]* )?(?:conflicted copy|conflict|bản xung đột|xung đột)[^()]*\)",  # Dropbox, Nextcloud
        r"(?P<base>.+?) ?\(\d+\)",  # a download, OneDrive
        r"(?P<base>.+?) - (?:copy|bản sao|sao chép)",  # Windows
        r"(?P<base>.+?) (?:copy|bản sao)(?: \d+)?",  # a Mac
        r"(?:bản sao(?: của)?|sao chép(?: của)?|copy of) (?P<base>.+)",
    )
)
_MACHINE = re.compile(
    r"(?P<base>.+)-(?=[A-Za-z0-9_-]*[A-Z])[A-Za-z0-9_-]+"
)  # OneDrive adds the name of the PC


def data_files(folder: Path, pattern: str = "*.yaml") -> list[Path]:
    """Return what a folder holds under a pattern, in order: no debris of a system, and no copy of another file there.

    The pattern may lead into folders by their names, and by ``**`` however deep.

    A folder that the disk does not give, or a file in its place, counts as one file that nobody can read: so whoever
    looks at many meets it, and what else there is can be shown.
    """
    try:
        found = [path for path in sorted(_found(folder, pattern), key=_PARTS) if not is_debris(path.name)]
    except OSError as error:
        return [_in_place_of(Path(error.filename))]
    if all(map(_PLAIN.fullmatch, (path.stem for path in found))):
        return found
    beside: dict[Path, set[str]] = {}
    for path in found:
        beside.setdefault(path.parent, set()).add(path.stem)
    return [path for path in found if not copy_of(path.stem, beside[path.parent])]


def data_stems(folder: Path) -> list[str]:
    """Return the names of the data files of a folder without their ending, in order; of thousands only these are held."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.casefold().endswith(_ENDING)]
    except OSError:  # something may stand for the folder
        names = [""]
    if all(map(_PLAIN_FILE.fullmatch, names)):  # no debris among them, and no copy
        return sorted(name.removesuffix(_ENDING) for name in names)
    return sorted(path.stem for path in data_files(folder))


def year_files(folder: Path) -> list[Path]:
    """Return the files of a folder that are named after a year, in order, and what stands for a folder that cannot be had."""
    return [path for path in data_files(folder) if is_year(path.stem) or stands_for_folder(path)]


def files_below(folder: Path, refused: Callable[[OSError], object] | None = None) -> list[Path]:
    """Return every file of a folder, however deep, in order; none where there is no folder.

    ``refused`` is given the error of each folder that the disk does not give. Without it that ``OSError`` is raised.
    """

    def tell(error: OSError) -> None:
        if isinstance(error, FileNotFoundError):
            return
        if refused is None:
            raise error
        refused(error)

    walked = os.walk(folder, onerror=tell)
    return sorted((Path(place, name) for place, _, files in walked for name in files), key=_PARTS)


def is_year(stem: str) -> bool:
    """Say whether a file so named is that of a year."""
    return _YEAR.fullmatch(stem) is not None


def stands_for_folder(path: Path) -> bool:
    """Say whether one of the files of a folder is none, but stands for those of a folder that cannot be had."""
    return not lexists(path)


def has_data(folder: Path, stem: str) -> bool:
    """Say whether a folder holds a data file of a name without its ending; a plain name is not sought among the others."""
    is_plain = _PLAIN.fullmatch(stem) is not None  # never taken for debris or a copy
    if is_plain and stem != folder.name:  # this name may stand for a folder that cannot be had
        return lexists(folder / f"{stem}.yaml")
    return stem in data_stems(folder)


def is_debris(name: str) -> bool:
    """Say whether a system or an office program lays a file of this name beside those of a person."""
    return name.startswith((_OF_A_MAC, "~$", ".~lock.")) or name.casefold() in _LEFT_BY_SYSTEMS


def is_hidden(name: str) -> bool:
    """Say whether nobody means a file of this name: a system hides it, or laid it there."""
    return name.startswith(".") or is_debris(name)


def copy_of(stem: str, beside: Collection[str]) -> str:
    """Return the name that another one of a folder is a copy of; empty where it stands for itself.

    By what Windows, a Mac and programs that synchronise call a second version; or two names that one disk takes for one:
    they differ in capitals or in how letters are composed.
    """
    if _PLAIN.fullmatch(stem):
        return ""
    others = sorted(beside, key=lambda one: (not _PLAIN.fullmatch(one), one))
    first = {_key(one): one for one in reversed(others)}
    twin = first.get(_key(stem), stem)
    if twin != stem:
        return twin
    return next((first[_key(base)] for base in _bases(stem) if _key(base) in first), "")


def _bases(stem: str) -> Iterator[str]:
    """Yield the names that a name may be a copy of, nearest first: a copy may be copied again."""
    for pattern in (*_COPY_NAMES, _MACHINE):
        if found := pattern.fullmatch(normalize("NFC", stem)):
            yield found["base"]
            yield from _bases(found["base"])


def _key(stem: str) -> str:
    return normalize("NFC", stem).casefold()


def _found(folder: Path, pattern: str) -> Iterable[Path]:
    *places, name = pattern.split("/")
    place = folder.joinpath(*(each for each in places if each != _DEEP))
    if _DEEP in places:
        return _below(place, name)
    if "*" in "".join(places):
        return folder.glob(pattern)
    if "*" not in name:
        return [place / name] if lexists(place / name) else []
    return (place / each for each in fnmatch.filter(_look_into(place), name))


def _look_into(folder: Path) -> list[str]:
    """Return the names in a folder, none where it is not there. Raises ``OSError`` for one that cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries]
    except FileNotFoundError:
        if next(place for place in (folder, *folder.parents) if lexists(place)).is_symlink():  # to nowhere
            raise
        return []


def _below(folder: Path, name: str) -> Iterator[Path]:
    """Yield what is called as a pattern says, however deep."""
    closed: list[Path] = []

    def refused(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            closed.append(_in_place_of(Path(error.filename)))

    _look_into(folder)
    for place, folders, files in os.walk(folder, onerror=refused):
        yield from (Path(place, each) for each in fnmatch.filter((*folders, *files), name))
    yield from closed


def _in_place_of(folder: Path) -> Path:
    """Return the file that stands for those of a folder that cannot be had: whoever reads it is told of the folder."""
    return folder / f"{folder.name}.yaml"
