"""The files of a folder that somebody brought: what each is, as it will be kept, and why one is not taken."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.scan_standard import ScanStandard, shortfalls
from ocop_cli.store.data_files import is_hidden
from ocop_cli.store.foreign.formats import Format, format_of
from ocop_cli.store.foreign.pdf import read_pdf
from ocop_cli.store.foreign.photo import CLEANED, cleaned, read_photo
from ocop_cli.store.foreign.signature_words import signature_words
from ocop_cli.viet.text import clean

_LARGEST = 200 * 1024 * 1024  # bytes: everything that is taken is held in memory until it is written
_BROKEN = "tệp hỏng hoặc chưa tải xong; lấy lại từ người gửi"
_REFUSED = {
    Format.HEIC: "ảnh HEIC của điện thoại, chương trình chưa đọc được; lưu lại thành JPG rồi chạy lại",
    Format.OTHER: "không phải PDF hay ảnh",
}
_UNSIGNED = 'tệp văn phòng, chưa phải bản đã ký; quét bản ký, hoặc nhận nguyên tệp bằng --as "{name}=LOẠI"'


class Incoming(NamedTuple):
    """One file: ``content`` is what will be kept of it, ``pages`` is ``None`` where they cannot be counted.

    ``trouble`` says why they cannot be counted; ``shortfalls`` where a scan falls short of the
    standard, ``notes`` what else is to be told of the file. ``left_out`` says why the file
    is not taken; a file that is no scan is taken when somebody says what it is (``is_doubtful``).
    """

    path: Path
    name: str
    kind: Format = Format.OTHER
    content: bytes = b""
    sha256: str = ""
    pages: int | None = None
    trouble: str = ""
    text: str = ""
    shortfalls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: str = ""
    is_doubtful: bool = False


def read_incoming(where: Path, standard: ScanStandard) -> list[Incoming]:
    """Read the files of a folder, or the one file, in the order of their names; folders in it are told, not read.

    Raises ``OcopError`` (misuse) where there is no such folder.
    """
    if where.is_file():
        return [_read(where, standard)]
    if not where.is_dir():
        raise OcopError(f"Không thấy thư mục {where}.", "Sửa đường dẫn sau --from.", exit_code=MISUSE)
    files = sorted(where.iterdir(), key=lambda path: clean(path.name).casefold())
    return [_read(path, standard) for path in files if not is_hidden(path.name)]


def _read(path: Path, standard: ScanStandard) -> Incoming:
    found = Incoming(path, clean(path.name))
    if path.is_dir():
        return found._replace(left_out="thư mục con, không đọc; chạy riêng với --from thư mục đó")
    try:
        if path.stat().st_size > _LARGEST:
            return found._replace(left_out="lớn hơn 200 MB; quét lại nhẹ hơn")
        content = path.read_bytes()
    except OSError:
        return found._replace(left_out="không mở được tệp; kiểm tra quyền đọc, hoặc tệp đang nằm trên mạng")
    if not content:
        return found._replace(left_out="tệp trống")
    return _understood(found._replace(kind=format_of(content), content=content), standard)


def _understood(found: Incoming, standard: ScanStandard) -> Incoming:
    if found.kind in _REFUSED:
        return found._replace(left_out=_REFUSED[found.kind])
    if found.kind is Format.PDF:
        found = _pdf(found, standard)
    elif found.kind.is_picture:
        found = _picture(found, standard)
    else:
        told = _UNSIGNED.format(name=found.name)
        found = found._replace(left_out=told, is_doubtful=True, trouble="không phải PDF")
    return found._replace(sha256=hashlib.sha256(found.content).hexdigest())


def _pdf(found: Incoming, standard: ScanStandard) -> Incoming:
    facts = read_pdf(found.content)
    return found._replace(
        pages=facts.pages,
        trouble=facts.trouble.value,
        text=facts.text,
        shortfalls=tuple(shortfalls(standard, facts.scan)),
        notes=tuple(signature_words(facts.signatures)),
    )


def _picture(found: Incoming, standard: ScanStandard) -> Incoming:
    facts = read_photo(found.content)
    if facts.frames is None:
        return found._replace(left_out=_BROKEN)
    if found.kind not in CLEANED:
        short = tuple(shortfalls(standard, facts.scan))
        note = "ảnh TIFF: chưa gỡ được thông tin máy quét ghi kèm"
        return found._replace(pages=facts.frames, shortfalls=short, notes=(note,))
    content = cleaned(found.content, found.kind)
    if content is None:
        return found._replace(left_out=_BROKEN)
    if content == found.content:
        return found._replace(pages=1)
    place = "vị trí chụp, " if facts.has_place else ""
    note = f"bản lưu đã gỡ {place}thiết bị, thời gian ghi kèm ảnh; tệp gốc giữ nguyên chỗ cũ"
    return found._replace(content=content, pages=1, notes=(note,))


def same_files(files: list[Incoming]) -> Iterator[tuple[Incoming, Incoming]]:
    """Yield each file that is the same as another with a shorter name, with that one: copies get longer names."""
    first: dict[str, Incoming] = {}
    for file in sorted(files, key=lambda file: len(file.name)):
        if file.sha256 and first.setdefault(file.sha256, file) is not file:
            yield file, first[file.sha256]
