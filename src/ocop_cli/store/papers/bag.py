"""Export of the electronic set as a BagIt 1.0 bag (RFC 8493) in one zip file: same content, same bytes.

Contents are read and written in pieces, and hashed while they are written: a set of any size takes the same memory.
"""

import hashlib
import io
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple

from ocop_cli.ooxml.zip import ZIP_EPOCH
from ocop_cli.store.files.disk import PIECE, pieces_in
from ocop_cli.store.reading.read_file import ReadFile

Content = bytes | Path | ReadFile
"""What goes into a bag: in hand, or where it lies; of a file that was read its SHA-256 is not worked out again."""
_WRITTEN = "sha256"
_READ = (_WRITTEN, "sha512")  # versions before 0.8 wrote lists of both
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LONGEST_LIST = 16 << 20  # bytes of a manifest; that of a set has some hundred lines
_DEFLATED = (".bmp", ".csv", ".doc", ".htm", ".html", ".rtf", ".svg", ".tif", ".tiff", ".txt", ".xls", ".xml")
"""Endings of what is not compressed by itself; everything else is stored as it is."""

Digests = Mapping[str, Mapping[str, str]]
"""The hashes of files of a bag by algorithm, by their names in it."""


def write_bag(
    file: BinaryIO, folder: str, payload: Mapping[str, Content], info: Mapping[str, str]
) -> dict[str, str]:
    """Write the bag as a zip file with one top folder, as RFC 8493 section 4.3 advises; return the payload's SHA-256.

    It is empty for a file that turned out another one than was read before. ``info`` becomes ``bag-info.txt``;
    ``Payload-Oxum`` is added. Raises ``ValueError`` when a name has a line break or leaves the bag, ``OSError`` when a file is not there or the disk refuses.
    """
    data = {f"data/{_payload_name(name)}": content for name, content in payload.items()}
    oxum = f"{sum(map(_size, data.values()))}.{len(data)}"
    tags: dict[str, Content] = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": _tag_lines({**info, "Payload-Oxum": oxum}),
    }
    with zipfile.ZipFile(file, "w") as archive:
        done = _stored(archive, folder, {**data, **tags})
        lists = _manifest("manifest", {name: done[name] for name in data})
        listed = {**_stored(archive, folder, lists), **{name: done[name] for name in tags}}
        _stored(archive, folder, _manifest("tagmanifest", listed))
    return {name: done[f"data/{name}"] for name in payload}


def _stored(archive: zipfile.ZipFile, folder: str, files: Mapping[str, Content]) -> dict[str, str]:
    """Put files into the archive in the order of their names; return their SHA-256."""
    return {name: _put(archive, f"{folder}/{name}", content) for name, content in sorted(files.items())}


def _put(archive: zipfile.ZipFile, name: str, content: Content) -> str:
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_DEFLATED) else zipfile.ZIP_STORED
    entry.file_size = _size(content)
    with _opened(content) as source, archive.open(entry, "w") as target:
        known = content if isinstance(content, ReadFile) and content.is_in(source) else None
        found = _hashed(source, () if known else (_WRITTEN,), target)
    if known:  # the archive's own sum is worked out anyway
        return known.sha256 if known.crc32 == entry.CRC else ""
    return found[_WRITTEN]


def _hashed(source: IO[bytes], algorithms: Iterable[str], target: IO[bytes] | None = None) -> dict[str, str]:
    """Return hashes of what is left of a stream, by algorithm; the stream is written to another meanwhile."""
    digests = {name: hashlib.new(name) for name in algorithms}
    for piece in pieces_in(source):
        for digest in digests.values():
            digest.update(piece)
        if target:
            target.write(piece)
    return {name: digest.hexdigest() for name, digest in digests.items()}


def _size(content: Content) -> int:
    return len(content) if isinstance(content, bytes) else _path(content).stat().st_size


def _opened(content: Content) -> IO[bytes]:
    return io.BytesIO(content) if isinstance(content, bytes) else _path(content).open("rb")


def _path(content: Path | ReadFile) -> Path:
    return content.path if isinstance(content, ReadFile) else content


class CheckedBag(NamedTuple):
    """How many payload files a zipped bag holds, what its manifests say against its content, and the SHA-256 of the file.

    A file that the disk does not give has none.
    """

    files: int
    faults: list[str]
    sha256: str = ""


def check_bag(path: Path) -> CheckedBag:
    """Read a zipped bag once, from its beginning to its end, and hold its content against its manifests."""
    try:
        with path.open("rb") as file:
            whole = _Whole(file)
            count, faults = _opened_faults(whole)
            return CheckedBag(count, faults, whole.sha256())
    except OSError:
        return CheckedBag(0, [_NOT_OPENED])


class _Whole:
    """An open file whose SHA-256 is worked out while its parts are read one behind the other, as a zip file is.

    What is looked up out of this order counts when the reading comes to it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._digest, self._done = file, hashlib.sha256(), 0
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read on from where the file stands."""
        at, piece = self._file.tell(), self._file.read(size)
        if at <= self._done < at + len(piece):
            self._digest.update(memoryview(piece)[self._done - at :])
            self._done = at + len(piece)
        return piece

    def come_to(self, place: int) -> None:
        """Read what nobody asked for before a place."""
        self._file.seek(self._done)
        while self._done < place and self.read(min(PIECE, place - self._done)):
            pass

    def sha256(self) -> str:
        """Return the SHA-256 of the file, the rest of which is read for it."""
        self.come_to(sys.maxsize)
        return self._digest.hexdigest()


def _opened_faults(whole: _Whole) -> tuple[int, list[str]]:
    try:
        with zipfile.ZipFile(whole) as archive:
            return _faults(archive, whole)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return 0, [_NOT_OPENED]


def _faults(archive: zipfile.ZipFile, whole: _Whole) -> tuple[int, list[str]]:
    entries = {entry.filename.partition("/")[2]: entry for entry in archive.infolist() if not entry.is_dir()}
    algorithms = [each for each in _READ if each == _WRITTEN or _list_name("manifest", each) in entries]
    digests = dict[str, Mapping[str, str]]()
    for name, entry in sorted(entries.items(), key=lambda item: item[1].header_offset):
        whole.come_to(entry.header_offset)
        with archive.open(entry) as file:
            digests[name] = _hashed(file, algorithms)
    lists = {}
    for name in (_list_name(kind, algorithm) for kind in _KINDS for algorithm in algorithms):
        with archive.open(entries[name]) if name in entries else io.BytesIO() as file:
            lists[name] = file.read(_LONGEST_LIST)
    payload = {name for name in digests if name.startswith("data/")}
    faults = [
        fault for kind in _KINDS for each in algorithms for fault in _against(digests, lists, kind, each)
    ]
    listed = {name for name, _ in _listed(lists[_list_name("manifest", _WRITTEN)])}
    faults += [f"{name}: không có trong danh sách của gói" for name in sorted(payload - listed)]
    return len(payload), list(dict.fromkeys(faults))


_KINDS = ("manifest", "tagmanifest")
_NOT_OPENED = "không mở được tệp nén"


def _list_name(kind: str, algorithm: str) -> str:
    return f"{kind}-{algorithm}.txt"


def _against(digests: Digests, lists: Mapping[str, bytes], kind: str, algorithm: str) -> Iterator[str]:
    """Yield what a manifest says of files that are not there or read otherwise."""
    manifest = _list_name(kind, algorithm)
    if manifest not in digests:
        yield f"thiếu {manifest}"
    for name, digest in _listed(lists[manifest]):
        if name not in digests:
            yield f"{name}: không còn trong gói"
        elif digests[name][algorithm] != digest:
            yield f"{name}: đã khác lúc lập gói"


def _listed(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode(errors="replace").splitlines():
        digest, _, name = line.partition(" ")  # one space or several: RFC 8493, 2.1.3
        yield name.lstrip(), digest


def _payload_name(name: str) -> str:
    if "\n" in name or "\r" in name or name.startswith("/") or ".." in name.split("/"):
        raise ValueError(name)
    return name


def _manifest(kind: str, digests: Mapping[str, str]) -> dict[str, Content]:
    lines = (f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    return {_list_name(kind, _WRITTEN): "".join(lines).encode()}


def _tag_lines(tags: Mapping[str, str]) -> bytes:
    """One label and value a line; line breaks inside a value would start a new tag, so they become spaces."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in tags.items()).encode()
