"""Open a Word file whoever made it: what cannot be opened is told, never a crash."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_LARGEST = 200_000_000  # bytes unpacked: a long document with pictures, not a bomb
_MOST_PARTS = 5_000
_RATIO = 200  # deflated text seldom shrinks more; a bomb does
_OFFICE = "officeDocument"


class UnreadableError(Exception):
    """The file is no Word document that can be looked at; the text says why, for people."""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file. ``main`` is the name of the main document part; ``trees`` are the parts read so far."""

    parts: Mapping[str, bytes]
    main: str
    trees: dict[str, Any] = field(default_factory=dict)

    def xml(self, name: str) -> Any:
        """Return the root of an XML part, or ``None`` where there is no such part. Raises ``UnreadableError``."""
        if name in self.trees or name not in self.parts:
            return self.trees.get(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            self.trees[name] = etree.fromstring(self.parts[name], parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableError(f"phần {name} của tệp bị hỏng") from error
        return self.trees[name]

    def repacked(self) -> bytes:
        """Return the file with the parts that were read written as they are now."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in dict.fromkeys((*self.parts, *self.trees)):
                tree = self.trees.get(name)
                archive.writestr(name, self.parts[name] if tree is None else _written(tree))
        return stream.getvalue()

    def related(self, source: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id → (kind, target part); external targets keep their address."""
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


def _written(tree: Any) -> bytes:
    text: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def open_package(content: bytes) -> Package:
    """Return the parts of a Word file. Raises ``UnreadableError``."""
    if content.startswith(_OLD_WORD):
        raise UnreadableError(
            "tệp Word đời cũ (.doc) hoặc có mật khẩu; mở bằng Word rồi Lưu thành .docx, bỏ mật khẩu"
        )
    if not content:
        raise UnreadableError("tệp trống")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bomb(archive)
            parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableError("không phải tệp .docx, hoặc tệp bị hỏng, bị cắt cụt") from error
    return Package(parts, _main_part(parts))


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    large = unpacked > _LARGEST // 10
    if len(infos) > _MOST_PARTS or unpacked > _LARGEST or (large and unpacked / packed > _RATIO):
        raise UnreadableError("tệp giải nén ra quá lớn, không an toàn để mở")


def _main_part(parts: Mapping[str, bytes]) -> str:
    loose = Package(parts, "")
    root = loose.xml("_rels/.rels")
    for node in root if root is not None else ():
        target = str(node.get("Target", "")).lstrip("/")
        if node.get("Type", "").endswith(_OFFICE) and target in parts:
            return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise UnreadableError("trong tệp không có văn bản Word")
