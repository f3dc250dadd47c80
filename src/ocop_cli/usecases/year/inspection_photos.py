"""Photos and scans that were taken at an inspection: how they are kept, and whether they are still what was recorded."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.inspection import Inspection, Photo
from ocop_cli.store.built_in.packaged import load_scan_standard
from ocop_cli.store.dossier.evidence import hashes_of, read_files
from ocop_cli.store.files.changes import BigChange
from ocop_cli.store.files.paths import is_file
from ocop_cli.store.foreign.incoming import Incoming, read_incoming, same_files
from ocop_cli.store.programme.inspection_files import INSPECTION_FOLDER
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.receive.papers import place_file
from ocop_cli.viet.personal import masked

_OFFICE = "tệp văn phòng; lưu ra PDF rồi thêm lại"


class TakenPhotos(NamedTuple):
    """The photos that are kept with the changes that put them there; what is to be told of each file, by its name."""

    photos: tuple[Photo, ...]
    changes: tuple[BigChange, ...]
    left_out: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]


def take_photos(
    root: Path, paths: Sequence[Path], dossier: str, on: date, held: Sequence[Photo], *, trial: bool
) -> TakenPhotos:
    """Plan how files are kept with an inspection: photos without what stands beside the picture.

    ``held`` are those that it has already. Raises ``OcopError`` (misuse) for a path where nothing lies.
    """
    files = [file for path in paths for file in _read(root, path)]
    twins = {twin.path: f"cùng một tệp với {first.name}" for twin, first in same_files(files)}
    known = {each.sha256 for each in held}
    photos, changes, left_out, used = list[Photo](), list[BigChange](), list[tuple[str, str]](), set[str]()
    for file in files:
        why = _OFFICE if file.is_doubtful else file.left_out or twins.get(file.path, "")
        why = why or ("đã có trong lần kiểm tra này" if file.sha256 in known else "")
        if why:
            left_out.append((file.name, why))
            continue
        change = place_file(root, f"papers/{dossier}/kiem-tra-{on.isoformat()}-", file, used, trial=trial)
        photos.append(Photo(file=change.path, name=masked(file.name), sha256=file.sha256))
        changes.append(change)
    taken = {photo.sha256 for photo in photos}
    notes = tuple((file.name, note) for file in files if file.sha256 in taken for note in file.notes)
    return TakenPhotos(tuple(photos), tuple(changes), tuple(left_out), notes)


def _read(root: Path, path: Path) -> list[Incoming]:
    """Read the files of a path; one where personal data lie is told and not read: a photo is shown to others."""
    if not path.exists():
        hint = "Kéo tệp thả vào dòng lệnh, hoặc gõ lại đường dẫn."
        raise OcopError(f"--photo: không thấy {path}.", hint, exit_code=MISUSE)
    inside = path.resolve()
    if inside.is_relative_to(root.resolve()) and is_out_of_reach(
        inside.relative_to(root.resolve()).as_posix()
    ):
        return [Incoming(path, path.name, left_out="nằm trong thư mục dữ liệu cá nhân, không đưa ra")]
    return read_incoming(path, load_scan_standard())


class ChangedPhoto(NamedTuple):
    """A photo of an inspection by its number there: one that is gone, or another than was recorded."""

    number: int
    file: str
    is_gone: bool

    @property
    def words(self) -> str:
        """Say what is wrong."""
        return f"Không thấy tệp {self.file}" if self.is_gone else f"Tệp {self.file} đã khác bản đã ghi nhận"


def changed_photos(root: Path, inspection: Inspection) -> Iterator[ChangedPhoto]:
    """Yield the photos that are gone or others than were recorded."""
    files = {photo.file: root / photo.file for photo in inspection.photos if not is_out_of_reach(photo.file)}
    found = hashes_of(read_files({name: path if is_file(path) else None for name, path in files.items()}))
    for number, photo in enumerate(inspection.photos):
        if found.get(photo.file) != photo.sha256:
            yield ChangedPhoto(number, photo.file, found.get(photo.file) is None)


def photos_behind(sources: Sources, records: Iterable[str]) -> Iterator[str]:
    """Yield in words which photos of the inspections among some files are others than were recorded."""
    for name in records:
        if PurePosixPath(name).parent.as_posix() == INSPECTION_FOLDER and sources.has(name):
            inspection = load_record(sources, name, Inspection).record
            yield from (each.words for each in changed_photos(sources.root, inspection)) if inspection else ()


def photo_findings(sources: Sources, name: str, inspection: Inspection) -> Iterator[Finding]:
    """F208, F209: a photo of an inspection is not there, or not the one that was recorded."""
    for photo in changed_photos(sources.root, inspection):
        code = "F208" if photo.is_gone else "F209"
        place = Place(name, ("photos", photo.number, "file"))
        why, hint = "ảnh là bằng chứng của biên bản kiểm tra", "đặt lại đúng tệp từ bản sao lưu"
        yield Finding(code, Severity.WARNING, photo.words, place, why=why, hint=hint)
