"""Everything that was issued, sent or concluded, against its witnesses: seals, noted hashes, the lists of packages."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.seal import Seal
from ocop_cli.store.dossier.dossiers import as_read, each_dossier, list_ids
from ocop_cli.store.dossier.evidence import decision_scans, file_sha256, files_seen
from ocop_cli.store.files.paths import inside, is_file
from ocop_cli.store.papers.document_records import document_of
from ocop_cli.store.papers.seals import ANSWERS, DOCUMENT, SEALED, answers_hold, seal_name, wants_seal
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.records import Loaded, load_record
from ocop_cli.store.reading.sources import Sources, why_unreadable
from ocop_cli.store.workspace.data_files import data_files
from ocop_cli.store.workspace.data_places import DATA_PLACES, SEAL_FOLDER, model_of
from ocop_cli.usecases.papers.seal import broken_parts
from ocop_cli.usecases.verify.package import requests_with_packages, verify_package
from ocop_cli.usecases.year.inspection_photos import changed_photos
from ocop_cli.viet.field_titles import titles_of

_MOST = 4  # parts of one file that a line names
_ANSWERS_OF_SEAL = "lời chịu trách nhiệm khi niêm lại"
_CHANGED_ANSWERS = f"{_ANSWERS_OF_SEAL} đã đổi"
_ANSWERS_WITHOUT_HASH = f"{_ANSWERS_OF_SEAL} không có mã băm (bị xóa, hoặc bản trước 0.8 niêm)"


class Noticed(NamedTuple):
    """A file and, in words, what is not as it was."""

    file: str
    words: str

    def line(self) -> str:
        """Say it on one line."""
        return f"{self.file}: {self.words}"


class FolderCheck(NamedTuple):
    """What was noticed; the files that have no seal yet, which is no fault."""

    noticed: tuple[Noticed, ...]
    unsealed: tuple[str, ...]


def verify_folder(sources: Sources) -> FolderCheck:
    """Compare everything in the folder with its witnesses; a file that cannot be read hides no other."""
    found, unsealed, dossiers = list[Noticed](), list[str](), dict[str, Dossier]()
    for loaded in _records(sources):
        name = loaded.source.name
        if loaded.record is None:
            found.append(Noticed(name, "không đọc được nên chưa đối chiếu được"))
            continue
        if wants_seal(loaded.record) and not is_file(inside(sources.root, seal_name(name))):
            unsealed.append(name)
        if isinstance(loaded.record, Dossier):
            dossiers[PurePosixPath(name).stem] = loaded.record
        if isinstance(loaded.record, DocumentRecord):
            found += _lost_papers(sources, document_of(name), loaded.record)
        if isinstance(loaded.record, Inspection):
            found += _lost_photos(sources, loaded.record)
    found += [fault for name in _seal_names(sources) for fault in _broken_seal(sources, name)]
    # read before the dossiers that name them ask for their hashes
    packages = list(_packages(sources, dossiers))
    found += [fault for dossier in dossiers.values() for fault in _named_files(sources, dossier)]
    found += [*packages, *_damaged_documents(sources)]
    return FolderCheck(tuple(dict.fromkeys(found)), tuple(unsealed))


def _records(sources: Sources) -> Iterator[Loaded[Any]]:
    """Read every file that may have a seal; a dossier that cannot be used is left out of what dossiers say of packages."""
    for dossier_id, loaded in each_dossier(sources, list_ids(sources.root)):
        if isinstance(gap := as_read(dossier_id, loaded), Gap):
            sources.leave_out(gap)
        yield loaded
    for place in DATA_PLACES:
        if place.model in SEALED and place.model is not Dossier:
            yield from (load_record(sources, name, place.model) for name in place.files(sources.root))


def _seal_names(sources: Sources) -> list[str]:
    found = data_files(sources.root, f"{SEAL_FOLDER}/**/*.yaml")
    return [path.relative_to(sources.root).as_posix() for path in found]


def _broken_seal(sources: Sources, name: str) -> Iterator[Noticed]:
    """Compare a file with its seal."""
    file, loaded = name.removeprefix(f"{SEAL_FOLDER}/"), load_record(sources, name, Seal)
    seal = loaded.record
    if seal and not answers_hold(seal):
        yield Noticed(name, _CHANGED_ANSWERS if seal.answers else _without_hash(file, seal))
    if seal is None:
        yield Noticed(loaded.source.name, "dấu niêm không đọc được")
    elif seal.file != file:
        yield Noticed(name, f"là dấu niêm của {seal.file}, không phải của {file}")
    elif not is_file(inside(sources.root, file)):
        yield Noticed(file, f"{_lost(sources, file)}, dấu niêm thì còn")
    elif sources.load(file).data is not None:  # what cannot be read is told by itself
        yield from _changed(sources, seal)


def _without_hash(file: str, seal: Seal) -> str:
    """Say that answers have no hash, and the command by which the one who gave the last gives it once more."""
    if not seal.resealed:
        return _ANSWERS_WITHOUT_HASH
    last = seal.resealed[-1]
    by, reason = (words.replace('"', "'") for words in (last.by, last.reason))
    return f'{_ANSWERS_WITHOUT_HASH}; nhận lại một lần: `ocop seal {file} --by "{by}" --reason "{reason}"`'


def _changed(sources: Sources, seal: Seal) -> Iterator[Noticed]:
    document, broken = document_of(seal.file), broken_parts(sources, seal)
    if DOCUMENT in broken and is_file(inside(sources.root, document)):
        yield Noticed(document, "đã khác lúc lấy số hoặc ký")
    if parts := [part for part in broken if part != DOCUMENT]:
        yield Noticed(seal.file, f"đã đổi ngoài chương trình: {part_words(seal.file, parts)}")


def part_words(file: str, parts: list[str]) -> str:
    """Return parts of a file in the words of its fields."""
    model, beside = model_of(file), {DOCUMENT: "tệp văn bản", ANSWERS: _ANSWERS_OF_SEAL}
    words = [
        beside.get(part) or (titles_of(model, part.split(".")) if model else part) for part in parts[:_MOST]
    ]
    more = len(parts) - _MOST
    return "; ".join([*words, *([f"và {more} mục khác"] if more > 0 else [])])


def _lost(sources: Sources, file: str) -> str:
    """Say what became of a file that cannot be read: it is gone, or the disk does not give it."""
    if not sources.may_have(file):
        return "không còn trong thư mục"
    why, _ = why_unreadable(sources.root, file)
    return f"không mở được, {why}"


def _lost_papers(sources: Sources, document: str, record: DocumentRecord) -> Iterator[Noticed]:
    """Find that an issued document or its signed scan is gone, or that the scan is another file."""
    if record.is_issued and not is_file(inside(sources.root, document)):
        yield Noticed(document, _lost(sources, document))
    if record.signed:
        scan = inside(sources.root, record.signed.file)
        if not is_file(scan):
            yield Noticed(
                record.signed.file, f"{_lost(sources, record.signed.file)}, là bản ký của {document}"
            )
        elif file_sha256(scan) != record.signed.sha256:
            yield Noticed(record.signed.file, f"không phải bản ký đã đính kèm của {document}")


def _lost_photos(sources: Sources, inspection: Inspection) -> Iterator[Noticed]:
    """Compare the photos of an inspection with the hashes that it noted."""
    for photo in changed_photos(sources.root, inspection):
        yield Noticed(
            photo.file, _lost(sources, photo.file) if photo.is_gone else "đã khác ảnh ghi ở lần kiểm tra"
        )


def _named_files(sources: Sources, dossier: Dossier) -> Iterator[Noticed]:
    """Compare the files that a dossier names with the hashes that it noted."""
    noted = {paper.file: paper.sha256 for paper in dossier.papers if paper.file}
    noted |= {form.file: form.sha256 for form in dossier.returned_forms}
    noted |= decision_scans(dossier)
    noted |= {request.package: request.sha256 for request in dossier.submissions if request.package}
    for file, now in files_seen(sources, dossier).hashes.items():
        if now is None:
            yield Noticed(file, _lost(sources, file))
        elif (sha256 := noted.get(file)) and sha256 != now:
            yield Noticed(file, "đã khác tệp có mã băm ghi trong hồ sơ")


def _packages(sources: Sources, dossiers: Mapping[str, Dossier]) -> Iterator[Noticed]:
    """Check every package against its own lists, and against the dossiers that name it, by their ids."""
    named = requests_with_packages(dossiers.items())
    for path in data_files(sources.root, "packages/*.zip"):
        name = path.relative_to(sources.root).as_posix()
        for fault in verify_package(sources, name, named).faults:
            yield Noticed(name, fault)


def _damaged_documents(sources: Sources) -> Iterator[Noticed]:
    """Find the Word files that no program opens: a draft may be edited, not broken."""
    for path in data_files(sources.root, "documents/**/*.docx"):
        try:
            with zipfile.ZipFile(path) as archive:
                whole = archive.testzip() is None
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError):
            whole = False
        if not whole:
            yield Noticed(path.relative_to(sources.root).as_posix(), "tệp Word hỏng, không mở được")
