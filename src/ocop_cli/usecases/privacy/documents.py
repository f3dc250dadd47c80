"""The documents and packages that hold data of a person, by what they are and by the names that stand in them."""

import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path

from ocop_cli.dossier.private import ASKED
from ocop_cli.ooxml.package import UnreadableError
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.paths import inside, is_file
from ocop_cli.store.papers.document_records import document_of, documents_of, record_name
from ocop_cli.store.papers.drafts import is_touched
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.papers.seals import wants_seal
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources, in_the_way
from ocop_cli.store.workspace.data_files import data_files
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.usecases.council.opinion_sheet import FORM as OPINION_FORM
from ocop_cli.usecases.privacy.holding import BY_LAW, Fate, Holding
from ocop_cli.viet.fields import Record
from ocop_cli.viet.text import fold

_AGAIN = "bản dự thảo, lập lại được"
_SPOKEN = "bản gốc ý kiến của đơn vị, biên bản và báo cáo dựa vào: giữ theo hồ sơ"
_AS_IT_CAME = "giữ nguyên như lúc nhận: câu trả lời đã vào hồ sơ, xóa tệp này nếu không còn cần"
_OF_MINUTES: tuple[type[Record], ...] = (Meeting, Inspection)
_LARGEST = 10 << 20  # bytes of a file that is searched


def names_person(content: bytes, names: Collection[str]) -> bool:
    """Say whether a text, a Word file or a workbook names one of some persons."""
    if content.startswith(b"PK"):
        text = "\n".join(_office_lines(content))
    else:
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return False
    folded = fold(text)
    return any(fold(name) in folded for name in names)


def _office_lines(content: bytes) -> list[str]:
    from ocop_cli.render.texts import text_lines  # with what opens Word files
    from ocop_cli.store.foreign.workbook import read_workbook

    if lines := text_lines(content):
        return lines
    try:
        sheets = read_workbook(content).sheets
    except UnreadableError:
        return []
    return [cell.text for sheet in sheets for row in sheet.rows for cell in row]


def own_documents(sources: Sources, file: DossierFile) -> Iterator[Holding]:
    """Yield the documents of a dossier that print personal data: a draft can be made again, one that was issued stays."""
    for name, record in documents_of(sources, file.id):
        form = load_form(record.current_form) if record.current_form in form_ids() else None
        if form is None or not form.personal:
            continue
        titles = ", ".join(ASKED[field].lower() for field in form.personal if field in ASKED)
        fate, why = (Fate.KEPT, BY_LAW) if record.is_issued else (Fate.ERASED, _AGAIN)
        for each in _files(sources, name, record):
            yield Holding(each, f"{form.name}: {titles}", fate, form.name, form.cite, record.made.on, why)


def naming_documents(sources: Sources, names: Collection[str], unread: list[str]) -> Iterator[Holding]:
    """Yield the Word files under documents/ that name a person, with what lies beside them.

    ``unread`` is given what may not be opened, the folder of a file where that is closed.
    """
    for path in data_files(sources.root, "documents/**/*.docx"):
        document = path.relative_to(sources.root).as_posix()
        if not names_person(_searched(sources.root, document, unread), names):
            continue
        name = record_name(document)
        record = load_record(sources, name, DocumentRecord).record if sources.has(name) else None
        fate, why = _fate_of(sources, document, record)
        files = _files(sources, name, record) if record and fate is not Fate.BY_HAND else [document]
        for each in files:
            yield Holding(
                each, "văn bản có tên người này", fate, since=record.made.on if record else None, why=why
            )


def received_forms(
    sources: Sources, every: Collection[DossierFile], names: Collection[str], unread: list[str]
) -> Iterator[Holding]:
    """Yield the forms that came back and name a person: what a unit said of a dossier stays, of others a person decides."""
    for form in (form for file in every for form in file.dossier.returned_forms):
        if not names_person(_searched(sources.root, form.file, unread), names):
            continue
        is_opinion = form.form == OPINION_FORM
        fate, why = (Fate.KEPT, _SPOKEN) if is_opinion else (Fate.BY_HAND, _AS_IT_CAME)
        yield Holding(form.file, "phiếu nhận về có tên người này", fate, since=form.on, why=why)


def packages_of(
    sources: Sources,
    files: Collection[DossierFile],
    sent: Collection[str],
    names: Collection[str],
    unread: list[str],
) -> Iterator[Holding]:
    """Yield the packages of some dossiers, and those with a Word file that names a person; ``sent`` are those that went."""
    for path in data_files(sources.root, "packages/*.zip"):
        name = path.relative_to(sources.root).as_posix()
        is_theirs = any(name == request.package for file in files for request in file.dossier.submissions)
        try:
            holds = is_theirs or _holds(path, [file.id for file in files], names)
        except OSError:
            unread.append(in_the_way(sources.root, name))
            continue
        if holds:
            fate, why = (Fate.KEPT, BY_LAW) if name in sent else (Fate.ERASED, "chưa gửi, lập lại được")
            yield Holding(name, "gói hồ sơ có phiếu và giấy tờ của chủ thể", fate, "gửi cấp tỉnh", why=why)


def _fate_of(sources: Sources, document: str, record: DocumentRecord | None) -> tuple[Fate, str]:
    if record is None:
        return Fate.BY_HAND, "không do chương trình lập: bỏ tên trong văn bản, hoặc xóa tệp"
    if record.is_issued or any(_is_concluded(sources, name) for name in record.made.records):
        return Fate.KEPT, BY_LAW
    if is_touched(sources, document):
        return Fate.BY_HAND, "đã sửa trong Word: bỏ tên trong văn bản, hoặc lập lại"
    return Fate.ERASED, _AGAIN


def _is_concluded(sources: Sources, name: str) -> bool:
    """Say whether a paper is the minutes of something that is over: it stays with that."""
    model = model_of(name)
    if model not in _OF_MINUTES or not sources.has(name):
        return False
    record = load_record(sources, name, model).record
    return record is not None and wants_seal(record)


def _files(sources: Sources, name: str, record: DocumentRecord) -> list[str]:
    """Return what there is of a document by its record: the Word file, the PDF, the record, the signed scan."""
    beside = [document_of(name), f"{name.removesuffix('.yaml')}.pdf", name]
    scans = [record.signed.file] if record.signed else []
    return [each for each in (*beside, *scans) if is_file(inside(sources.root, each))]


def _holds(package: Path, ids: Collection[str], names: Collection[str]) -> bool:
    try:
        with zipfile.ZipFile(package) as archive:
            return any(
                any(f"/{each}/" in entry.filename for each in ids)
                or (
                    entry.filename.endswith(".docx")
                    and entry.file_size < _LARGEST
                    and names_person(archive.read(entry), names)
                )
                for entry in archive.infolist()
            )
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return False


def _searched(root: Path, name: str, unread: list[str]) -> bytes:
    """Return a file that is to be searched; empty for one that is not there, is large, or may not be opened."""
    path = inside(root, name)
    try:
        return path.read_bytes() if path.stat().st_size < _LARGEST else b""
    except FileNotFoundError:
        return b""
    except OSError:
        unread.append(in_the_way(root, name))
        return b""
