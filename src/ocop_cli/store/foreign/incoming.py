"""The files of a folder that somebody brought: what each is, as it will be kept, and why one is not taken."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.scan_standard import ScanStandard, shortfalls
from ocop_cli.store.files.big import (
    BigFile,
    Fingerprint,
    fingerprint_of_bytes,
    fingerprint_of_file,
    make_big,
)
from ocop_cli.store.files.changes import changed_meanwhile
from ocop_cli.store.foreign.formats import HEIC_WORDS, Format, format_of_file
from ocop_cli.store.foreign.pdf import read_pdf
from ocop_cli.store.foreign.photo import CLEANED, cleaned, read_photo
from ocop_cli.store.foreign.signature_words import signature_words
from ocop_cli.store.workspace.data_files import is_hidden
from ocop_cli.viet.text import clean

_LARGEST = 200 * 1024 * 1024  # bytes
_BROKEN = "tệp hỏng hoặc chưa tải xong; lấy lại từ người gửi"
_PLACE_INSIDE = "ảnh trong PDF còn ghi vị trí chụp, PDF giữ nguyên; nhận thẳng tệp ảnh thì bản lưu được gỡ"
_REFUSED = {
    Format.HEIC: HEIC_WORDS,
    Format.OTHER: "không phải PDF hay ảnh",
}
_UNSIGNED = 'tệp văn phòng, chưa phải bản đã ký; quét bản ký, hoặc nhận nguyên tệp bằng --as "{name}=LOẠI"'


class Incoming(NamedTuple):
    """One file: its ``size`` and hash as it will be kept, ``pages`` is ``None`` where they cannot be counted.

    A photo is kept without what stands beside the picture (``is_cleaned``), every other file as it is.

    ``trouble`` says why they cannot be counted; ``shortfalls`` where a scan falls short of the
    standard, ``notes`` what else is to be told of the file. ``left_out`` says why the file
    is not taken; a file that is no scan is taken when somebody says what it is (``is_doubtful``).
    """

    path: Path
    name: str
    kind: Format = Format.OTHER
    size: int = 0
    sha256: str = ""
    pages: int | None = None
    trouble: str = ""
    text: str = ""
    shortfalls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: str = ""
    is_doubtful: bool = False
    is_cleaned: bool = False

    def kept(self, root: Path, *, trial: bool) -> BigFile:
        """Return what will be kept of the file: itself where it lies, or its cleaned picture, made aside.

        Raises ``OcopError`` when it is another file by now.
        """
        if not self.is_cleaned:
            return BigFile(self.path.resolve(), Fingerprint(self.size, self.sha256), is_made=False)
        content = cleaned(self.path.read_bytes(), self.kind) or b""
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise changed_meanwhile(self.name)
        return make_big(root, lambda file: file.write(content), trial=trial)


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
        size = path.stat().st_size
        if size > _LARGEST:
            return found._replace(left_out="lớn hơn 200 MB; quét lại nhẹ hơn")
        if not size:
            return found._replace(left_out="tệp trống")
        return _understood(found._replace(kind=format_of_file(path)), standard)
    except OSError:
        return found._replace(left_out="không mở được tệp; kiểm tra quyền đọc, hoặc tệp đang nằm trên mạng")


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
    return found if found.is_cleaned else _hashed(found, fingerprint_of_file(found.path))


def _hashed(found: Incoming, kept: Fingerprint) -> Incoming:
    return found._replace(size=kept.size, sha256=kept.sha256)


def _pdf(found: Incoming, standard: ScanStandard) -> Incoming:
    facts = read_pdf(found.path)
    return found._replace(
        pages=facts.pages,
        trouble=facts.trouble.value,
        text=facts.text,
        shortfalls=tuple(shortfalls(standard, facts.scan)),
        notes=(*signature_words(facts.signatures), *([_PLACE_INSIDE] if facts.has_place else ())),
    )


def _picture(found: Incoming, standard: ScanStandard) -> Incoming:
    content = found.path.read_bytes()
    facts = read_photo(content)
    if facts.frames is None:
        return found._replace(left_out=_BROKEN)
    if found.kind not in CLEANED:
        short = tuple(shortfalls(standard, facts.scan))
        note = "ảnh TIFF: chưa gỡ được thông tin máy quét ghi kèm"
        return found._replace(pages=facts.frames, shortfalls=short, notes=(note,))
    clean = cleaned(content, found.kind)
    if clean is None:
        return found._replace(left_out=_BROKEN)
    if clean == content:
        return found._replace(pages=1)
    place = "vị trí chụp, " if facts.has_place else ""
    note = f"bản lưu đã gỡ {place}thiết bị, thời gian ghi kèm ảnh; tệp gốc giữ nguyên chỗ cũ"
    return _hashed(found._replace(pages=1, notes=(note,), is_cleaned=True), fingerprint_of_bytes(clean))


def same_files(files: list[Incoming]) -> Iterator[tuple[Incoming, Incoming]]:
    """Yield each file that is the same as another with a shorter name, with that one: copies get longer names."""
    first: dict[str, Incoming] = {}
    for file in sorted(files, key=lambda file: len(file.name)):
        if file.sha256 and first.setdefault(file.sha256, file) is not file:
            yield file, first[file.sha256]
