"""Bytes into text: encodings, line ends, and the ways in which a file arrives broken."""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.old_encodings import old_encoding_at
from ocop_cli.viet.text import clean, forbidden_character

MAX_BYTES = 1024 * 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONFLICT = re.compile(r"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_OURS, _THEIRS = re.compile(r"<{7} ([^\r\n]*)"), re.compile(r"^>{7} ([^\r\n]*)", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<<", "=======", ">>>>>>>")


class _Symptom(NamedTuple):
    """What a broken file looks like, and its fix hint."""

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


_TOO_LARGE = _Symptom(
    "Y001", "Tệp lớn hơn 1 MB nên không đọc", "tách bớt nội dung; ảnh, bản quét để trong papers/"
)
_NULS = _Symptom(
    "Y002",
    "Tệp chứa ký tự rỗng (hỏng khi mất điện, hoặc lưu sai mã)",
    "lấy lại bản gần nhất: `ocop undo`, hoặc bản sao trong .ocop/",
)
_NOT_UTF8 = _Symptom("Y003", "Tệp không ở mã UTF-8", "mở bằng trình soạn thảo, chọn Lưu lại dạng UTF-8")
_UTF16 = _Symptom("Y004", "Tệp ở mã UTF-16; khi ghi sẽ thành UTF-8", "không cần làm gì", Severity.WARNING)
_CONFLICTED = _Symptom(
    "Y005", "Còn dấu xung đột của git", "giữ lại một bản, xóa các dòng <<<<<<<, =======, >>>>>>>"
)
_OLD = _Symptom(
    "Y009",
    "Chữ có vẻ gõ bằng bảng mã cũ (TCVN3, VNI)",
    "gõ lại bằng Unicode dựng sẵn",
    Severity.WARNING,
)


class Decoded(NamedTuple):
    """The text of a file, and how the file was written; ``readable`` when its structure can be looked at.

    ``hides``: a character stands in it that no text of ours may hold, as its findings tell.
    """

    text: str
    newline: str = "\n"
    bom: bool = False
    findings: tuple[Finding, ...] = ()
    readable: bool = False
    hides: bool = False


def decode(raw: bytes, name: str, *, looks: bool = True) -> Decoded:
    """Read bytes as text. A file that cannot be read gives empty text and the reason as a finding.

    Who only shows a line of a text does not have it looked over.
    """
    if len(raw) > MAX_BYTES:
        return Decoded("", findings=(_at(_TOO_LARGE, name, "", 0),))
    bom, encoding = next(((mark, enc) for mark, enc in _BOMS if raw.startswith(mark)), (b"", "utf-8"))
    body = raw[len(bom) :]
    if encoding == "utf-8" and b"\x00" in body:
        return Decoded("", findings=(_at(_NULS, name, "", 0),))
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, errors="replace")
        return Decoded("", findings=(_at(_NOT_UTF8, name, before, len(before)),))
    newline = "\r\n" if "\r\n" in text else "\n"
    conflict = any(map(text.__contains__, _CONFLICT_SIGNS)) and _CONFLICT.search(text)
    if conflict:
        told = _conflicted(text[conflict.start() :])
        return Decoded(text, newline, bool(bom), (_at(told, name, text, conflict.start()),))
    if not looks:
        return Decoded(text, newline, bool(bom), readable=True)
    hides = forbidden_character(text.replace("\r", "")) is not None
    found = tuple(_look(text, name, encoding, hides=hides))
    return Decoded(text, newline, bool(bom), found, readable=True, hides=hides)


def _conflicted(text: str) -> _Symptom:
    """Name the two versions of the first conflict, and the line on which it ends; git writes their names beside its signs."""
    begin, end = _OURS.match(text), _THEIRS.search(text)
    if begin is None or end is None:
        return _CONFLICTED
    versions = " và ".join(f"“{clean(side[1]).strip() or 'không tên'}”" for side in (begin, end))
    lines = text.count("\n", 0, end.start()) + 1
    message = f"{_CONFLICTED.message}: {versions} ghi khác nhau trong {lines} dòng từ đây"
    return _CONFLICTED._replace(message=message)


def _look(text: str, name: str, encoding: str, *, hides: bool) -> Iterator[Finding]:
    """Find what is wrong with a text; what hardly any file holds is sought line by line only where it is held."""
    if encoding != "utf-8":
        yield _at(_UTF16, name, text, 0)
    old = old_encoding_at(text)
    if old is not None:
        yield _at(_OLD, name, text, old)
    if hides:
        yield from _hidden_characters(text, name)


def _hidden_characters(text: str, name: str) -> Iterator[Finding]:
    at = 0
    for line in text.splitlines(keepends=True):
        bad = forbidden_character(line.replace("\r", ""))
        if bad:
            yield _at(hidden_character(bad), name, text, at + line.index(bad))
        at += len(line)


def hidden_character(character: str) -> _Symptom:
    """Name a character that no text of ours may hold."""
    message = f"Có ký tự điều khiển ẩn (U+{ord(character):04X})"
    return _Symptom("Y008", message, "xóa ký tự này, thường do dán từ nơi khác")


def _at(symptom: _Symptom, name: str, text: str, index: int) -> Finding:
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return Finding(
        symptom.code, symptom.severity, symptom.message, Place(name, (), line, column), hint=symptom.hint
    )
