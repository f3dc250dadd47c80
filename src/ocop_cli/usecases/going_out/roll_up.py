"""Many communes summed up, from what they gave away or from their folders; what is broken is told and stops nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.reports.open_columns import OpenRow
from ocop_cli.reports.open_tally import (
    ENTRY,
    KEY,
    Broken,
    Entry,
    Key,
    RolledUp,
    Tally,
    judged_entry,
    judged_key,
    judged_once,
    newest,
)
from ocop_cli.store.at_work import going_through
from ocop_cli.store.foreign.open_lines import read_open_lines
from ocop_cli.store.workspace.data_files import is_hidden
from ocop_cli.store.workspace.workspace import PROFILE_FILE

ENDING = ".jsonl"
_PARQUET = ".parquet"
_SHOWN = 3  # broken lines of a file that are told one by one
Told = Callable[[str, str], None]
"""Takes a source and why it, or a part of it, is left out."""
KeyOf = Callable[[OpenRow | None], Key]
"""Says what a row is counted by; raises ``Broken``."""


def roll_up(paths: Iterable[Path], on: date) -> RolledUp:
    """Sum up files of open data, folders of communes, and folders of either; folders as they stood on the day."""
    left_out: list[tuple[str, str]] = []

    def tell(source: str, why: str) -> None:
        left_out.append((source, why))

    tallies: list[tuple[str, Tally]] = []
    key_of = judged_once(KEY, judged_key)
    sources = list(sources_of(paths, tell))
    for source in going_through("Đang tổng hợp", sources, len(sources)):
        tallies += [(str(source), tally) for tally in _tallies(source, on, key_of, tell)]
    rolled = newest(tallies)
    return rolled._replace(left_out=(*left_out, *rolled.left_out))


def sources_of(paths: Iterable[Path], tell: Told) -> Iterator[Path]:
    """Yield every file of open data and every commune's folder that is named or lies in a folder that is named."""
    for path in paths:
        try:
            yield from _sources_at(path, tell)
        except OSError:
            tell(str(path), "không mở được")


def _sources_at(path: Path, tell: Told) -> Iterator[Path]:
    if not path.is_dir() or (path / PROFILE_FILE).is_file():
        if not path.is_dir() and path.suffix != ENDING:
            missing = "không thấy; xem lại tên, đường dẫn"
            tell(str(path), f"không phải tệp {ENDING} hay thư mục của xã" if path.exists() else missing)
        else:
            yield path
        return
    found = sorted(each for each in path.iterdir() if not is_hidden(each.name))
    for each in found:
        if _is_source(each):
            yield each
        elif each.suffix != _PARQUET:
            tell(str(each), f"không phải tệp {ENDING} hay thư mục có {PROFILE_FILE}")
    if not found:
        tell(str(path), "thư mục trống")


def _is_source(path: Path) -> bool:
    try:
        return path.suffix == ENDING or (path / PROFILE_FILE).is_file()
    except OSError:  # a folder that is closed to us: told when it is read
        return True


def _tallies(source: Path, on: date, key_of: KeyOf, tell: Told) -> list[Tally]:
    try:
        if source.is_dir():
            # with all that reads dossiers
            from ocop_cli.usecases.going_out.roll_up_folder import tally_of_folder

            return [tally_of_folder(source, on, tell)]
        return tallies_of_file(source, key_of, tell)
    except OcopError as error:
        files = dict.fromkeys(finding.place.file for finding in error.findings if finding.place.file)
        tell(str(source), ": ".join([error.message.rstrip("."), *([", ".join(files)] if files else [])]))
    except OSError:
        tell(str(source), "không mở được")
    return []


def tallies_of_file(path: Path, key_of: KeyOf, tell: Told) -> list[Tally]:
    """Count the rows of a file, commune by commune; rows that are none are told and not counted."""
    counted: defaultdict[Entry, Counter[Key]] = defaultdict(Counter)
    entry_of, broken = judged_once(ENTRY, judged_entry), 0
    for number, row in read_open_lines(path):
        try:
            counted[entry_of(row)][key_of(row)] += 1
        except Broken as error:
            broken += 1
            if broken <= _SHOWN:
                tell(f"{path}:{number}", str(error))
    if broken > _SHOWN:
        tell(str(path), f"còn {broken - _SHOWN} dòng khác không đọc được")
    tallies = [Tally(*entry, counts) for entry, counts in counted.items() if counts]
    for tally in tallies:
        if tally.dossiers != tally.rows:
            why = f"xã {tally.code}: có {tally.dossiers} dòng, tệp ghi {tally.rows}: tệp thiếu hoặc bị sửa"
            tell(str(path), why)
    if not tallies and not broken:
        tell(str(path), "tệp trống")
    return tallies
