"""Open a Word file whoever made it: what cannot be opened is told, never a crash."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple

from ocop_cli.ooxml.file_kind import WORD, not_taken
from ocop_cli.ooxml.xml import XmlError, parse_xml, xml_bytes
from ocop_cli.ooxml.zip import zip_parts

DOCUMENT = "word/document.xml"
"""Where nearly every program puts the main part."""
PRINTED_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""The parts whose text stands on the pages, to be matched whole."""
_CHUNK = re.compile(rb"<(?:\w+:)?altChunk[\s/>]")
"""A page of HTML, or another file, that Word takes in when it opens the document and no other program shows."""
_RATIO = 200  # deflated text seldom shrinks more; a bomb does
_RATIO_FROM = 20_000_000  # bytes unpacked; a smaller file may shrink as it likes
_OFFICE = "officeDocument"
_CHANGED_ON = (1980, 1, 2, 0, 0, 0)  # not the date of our own documents: a changed one is never written over
_UNZIP_ERRORS = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error,
)  # fmt: skip


class UnreadableError(Exception):
    """The file is no Word document that can be looked at; the text says why, for people."""


class TooLargeError(UnreadableError):
    """The file unpacks to more than it may."""


class Limits(NamedTuple):
    """How many parts a file may have, and to how many bytes it may unpack."""

    parts: int = 5_000
    unpacked: int = 200_000_000  # a long document with pictures, not a bomb


_USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file. ``main`` is the name of the main document part; ``trees`` are the parts read so far.

    ``relations`` are those of the parts that were asked for.
    """

    parts: Mapping[str, bytes]
    main: str
    trees: dict[str, Any] = field(default_factory=dict)
    relations: dict[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)

    def xml(self, name: str) -> Any:
        """Return the root of an XML part, or ``None`` where there is no such part. Raises ``UnreadableError``."""
        if name in self.trees or name not in self.parts:
            return self.trees.get(name)
        try:
            self.trees[name] = parse_xml(self.parts[name])
        except XmlError as error:
            raise UnreadableError(f"phần {name} của tệp bị hỏng") from error
        return self.trees[name]

    def written(self) -> dict[str, bytes]:
        """Return every part, those that were read as they are now."""
        return {**self.parts, **{name: xml_bytes(tree) for name, tree in self.trees.items()}}

    def repacked(self) -> bytes:
        """Return the file with its parts as they are now."""
        return zip_parts(self.written(), _CHANGED_ON)

    def related(self, source: str) -> Mapping[str, tuple[str, str]]:
        """Return the relations of a part: id → (kind, target part); external targets keep their address."""
        if source not in self.relations:
            self.relations[source] = self._related(source)
        return self.relations[source]

    def _related(self, source: str) -> dict[str, tuple[str, str]]:
        root = self.xml(f"{dirname(source)}/_rels/{source.rpartition('/')[2]}.rels".lstrip("/"))
        found = {}
        for node in root if root is not None else ():
            target, kind = node.get("Target", ""), node.get("Type", "").rpartition("/")[2]
            inside = node.get("TargetMode") != "External"
            path = normpath(join(dirname(source), target)).lstrip("/") if inside else target
            found[node.get("Id", "")] = (kind, target.lstrip("/") if target.startswith("/") else path)
        return found

    def part_of_kind(self, kind: str) -> str:
        """Return the part that the main document is related to by a kind, or an empty name."""
        return next((part for k, part in self.related(self.main).values() if k == kind), "")


def open_package(content: bytes) -> Package:
    """Return the parts of a Word file, whose text is all there. Raises ``UnreadableError``."""
    package = package_of(unzip(content))
    if _CHUNK.search(package.parts[package.main]):
        raise UnreadableError("phần chữ là tệp khác nhúng vào, chỉ Word hiện ra; mở bằng Word rồi Lưu lại")
    return package


def unzip(content: bytes, limits: Limits = _USUAL) -> dict[str, bytes]:
    """Return what a file holds, be it a document or not. Raises ``UnreadableError``."""
    if not content:
        raise UnreadableError("tệp trống")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive, limits)
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except _UNZIP_ERRORS as error:
        why = not_taken(content, {}, (WORD,)) or "không phải tệp .docx, hoặc tệp bị hỏng, bị cắt cụt"
        raise UnreadableError(why) from error


def package_of(parts: Mapping[str, bytes]) -> Package:
    """Return parts as a document. Raises ``UnreadableError`` when they hold none."""
    return Package(parts, _main_part(parts))


def _refuse_bomb(archive: zipfile.ZipFile, limits: Limits) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    swollen = unpacked > _RATIO_FROM and unpacked / packed > _RATIO
    if len(infos) > limits.parts or unpacked > limits.unpacked or swollen:
        raise TooLargeError("tệp giải nén ra quá lớn, không an toàn để mở")


def _main_part(parts: Mapping[str, bytes]) -> str:
    if why := not_taken(b"", parts, (WORD,)):
        raise UnreadableError(why)
    loose = Package(parts, "")
    root = loose.xml("_rels/.rels")
    for node in root if root is not None else ():
        target = str(node.get("Target", "")).lstrip("/")
        if node.get("Type", "").endswith(_OFFICE) and target in parts:
            return target
    if DOCUMENT in parts:
        return DOCUMENT
    raise UnreadableError("trong tệp không có văn bản Word")
