"""Which files of a workspace hold personal data: by what they are, by what their form declares, by what stands in them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import UnreadableError, unzip
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.form import current_form_id
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import documents_of_scans, record_name
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.personal import kinds_of_personal

_FOLDERS = {
    "private": "dữ liệu cá nhân của chủ thể",
    "papers": "bản quét giấy tờ của chủ thể",
    "packages": "gói hồ sơ gửi cấp tỉnh, có phiếu và giấy tờ của chủ thể",
}
_OFFICE_ENDINGS = {".docx", ".xlsx"}
_MADE_ENDINGS = {".docx", ".pdf"}
_LARGEST = 5_000_000  # bytes of a text that is searched


class PersonalFile(NamedTuple):
    """A file that holds personal data, and in words why it is taken for one."""

    path: str
    why: str


def personal_files(sources: Sources, paths: Iterable[str]) -> Iterator[PersonalFile]:
    """Yield those of some files of a workspace that are there and hold personal data."""
    there = [path for path in paths if (sources.root / path).is_file()]
    documents = documents_of_scans(sources, [path for path in there if _may_be_scan(path)])
    for path in there:
        if why := _why(sources, path, documents.get(path, ())):
            yield PersonalFile(path, why)


def _may_be_scan(path: str) -> bool:
    return not path.endswith(".yaml") and PurePosixPath(path).parts[0] not in _FOLDERS


def _why(sources: Sources, path: str, documents: Iterable[str]) -> str:
    """``documents`` are those that the file is the signed scan of."""
    parts = PurePosixPath(path)
    if len(parts.parts) > 1 and parts.parts[0] in _FOLDERS:
        return _FOLDERS[parts.parts[0]]
    if kinds := kinds_of_personal(path):
        return f"tên tệp có {', '.join(kinds)}"
    if parts.suffix in _MADE_ENDINGS and (printed := printed_personal_data(sources, path)):
        return f"văn bản in {printed}"
    for document in documents:
        if printed := printed_personal_data(sources, document):
            return f"bản ký của văn bản in {printed}"
    kinds = kinds_of_personal(_text(sources, path))
    return f"trong tệp có {', '.join(kinds)}" if kinds else ""


def printed_personal_data(sources: Sources, document: str) -> str:
    """Return in words the personal data that the form of a document declares; empty for one that has no record."""
    from ocop_cli.dossier.private import PrivateData

    name = record_name(f"{document.rpartition('.')[0]}.docx")
    try:
        there = inside(sources.root, name).is_file()
        record = load_record(sources, name, DocumentRecord).record if there else None
    except (OSError, OcopError):
        return ""
    form = current_form_id(record.form) if record else ""
    declared = load_form(form).personal if form in form_ids() else ()
    titles = (PrivateData.model_fields[field].title or field for field in declared)
    return ", ".join(title.lower() for title in titles)


def _text(sources: Sources, path: str) -> str:
    """Return what can be read in a file: a text, or the texts of an office file; empty where it is neither."""
    try:
        with inside(sources.root, path).open("rb") as file:
            content = file.read(_LARGEST)
        if PurePosixPath(path).suffix in _OFFICE_ENDINGS:
            parts = unzip(content)
            content = b"\n".join(part for name, part in parts.items() if name.endswith(".xml"))
        return content.decode()
    except (OSError, OcopError, UnicodeDecodeError, UnreadableError):
        return ""
