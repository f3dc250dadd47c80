"""A signed scan as it is attached: what it is, whose signatures it holds, which other document it belongs to already."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import Fingerprint, fingerprint_of, fingerprint_of_file
from ocop_cli.store.files.paths import inside
from ocop_cli.store.foreign.formats import Format, format_of_file
from ocop_cli.store.foreign.pdf import read_pdf
from ocop_cli.store.foreign.signature_words import signature_words
from ocop_cli.store.papers.document_records import list_documents
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import is_held
from ocop_cli.usecases.papers.issue import workspace_path

_BY_EYE = (
    "Chương trình không xem được chữ ký và dấu trên bản quét; người đính kèm chịu trách nhiệm đối chiếu."
)


def scan_record(root: Path, document: str, scan: Path, on: date, *, digital: bool = False) -> dict[str, Any]:
    """Return the record of the signed scan of a document, which is said to be signed ``digital``ly or by hand.

    Raises ``OcopError`` for a file outside the workspace, a folder, an empty file, the draft itself, and a file that
    holds no digital signature where there is said to be one.
    """
    name, scan_hash = known_scan(root, scan)
    path = inside(root, name)
    if name == document or scan_hash == fingerprint_of(inside(root, document)):
        raise OcopError(
            f"{name} là bản dự thảo, không phải bản đã ký.", "Chỉ tệp bản quét đã ký, đóng dấu.", exit_code=1
        )
    signatures = read_pdf(path).signatures if digital else ()
    if broken := [each for each in signatures if each.check and not each.check.intact]:
        raise OcopError(
            f"{name}: chữ ký số của {broken[0].name} không còn nguyên vẹn.",
            "Tệp đã bị sửa sau khi ký: lấy lại đúng tệp mà phần mềm ký trả về.",
            exit_code=1,
        )
    if digital and not signatures:
        raise OcopError(
            f"{name} không có chữ ký số nào.",
            "Tệp đã gộp hoặc in lại ra PDF thì mất chữ ký số: lấy đúng tệp mà phần mềm ký trả về; ký tay thì bỏ --digital.",
            exit_code=1,
        )
    return {"file": name, "sha256": scan_hash.sha256, "on": on}


def known_scan(root: Path, scan: Path) -> tuple[str, Fingerprint]:
    """Return where a scan lies in the workspace and what its content is known by.

    Raises ``OcopError`` for a file outside the workspace or among its data, a folder and an empty file.
    """
    name = workspace_path(root, scan)
    if is_held(name):
        hint = "Chép bản quét vào papers/ rồi chỉ tệp ở đó."
        raise OcopError(
            f"{name} nằm trong chỗ để dữ liệu của chương trình, không phải bản quét.", hint, exit_code=1
        )
    path = inside(root, name)
    if not path.is_file():
        raise OcopError(f"{name} là thư mục.", "Chỉ đúng tệp bản quét, ví dụ bao-cao-da-ky.pdf.", exit_code=1)
    scan_hash = fingerprint_of_file(path)
    if not scan_hash.size:
        raise OcopError(f"{name} trống, không có bản ký.", "Quét lại rồi chạy lại.", exit_code=1)
    return name, scan_hash


def scan_words(root: Path, name: str) -> str:
    """Say what was found in a signed scan, and what the program did not check."""
    path = inside(root, name)
    kind = format_of_file(path)
    if kind is not Format.PDF:
        readable = "" if kind.is_picture else " và không phải ảnh, người nhận có thể không mở được"
        return f"{_BY_EYE} Tệp không phải PDF{readable}."
    from ocop_cli.usecases.papers.electronic_form import signed_words  # with lint, which only this asks for

    facts = read_pdf(path)
    if facts.pages is None:
        return f"{_BY_EYE} Không đọc được {name}: {facts.trouble}."
    said = list(signature_words(facts.signatures)) or ["không thấy chữ ký số nào trong tệp"]
    said += signed_words(facts)
    return "\n".join([f"{name}: {line}." for line in said] + ([] if facts.signatures else [_BY_EYE]))


def other_owners(sources: Sources, document: str, sha256: str) -> Iterator[str]:
    """Yield in words which other documents have the same scan for theirs already."""
    for file in list_documents(sources, sources.leave_out):
        signed = file.record.signed
        if signed and signed.sha256 == sha256 and file.document != document:
            yield f"tệp này đã là bản ký của {file.document}"
