"""What a file is, told from what it holds and not from its name: a reader says so of a file that it does not take."""

import codecs
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

WORD, EXCEL = "Word .docx", "Excel .xlsx"
"""The kinds that readers take, as people call them."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ODF, _TYPES = "mimetype", "[Content_Types].xml"
"""What every zip of LibreOffice, and of Office since 2007, holds."""


class _Kind(NamedTuple):
    """``words`` for people; ``saved_as`` is the kind to save the file as, ``by`` the program that does it, if it has to."""

    words: str
    saved_as: str = ""
    by: str = ""


_LOCKED = _Kind("tệp có mật khẩu (bỏ mật khẩu rồi Lưu lại)")
_OLD = {
    "EncryptedPackage": _LOCKED,
    "WordDocument": _Kind("tệp Word đời cũ (.doc)", WORD, "Word"),
    "Workbook": _Kind("tệp Excel đời cũ (.xls)", EXCEL, "Excel"),
    "PowerPoint Document": _Kind("tệp PowerPoint đời cũ (.ppt)"),
}
"""Files of Office before 2007 by the stream that they hold."""
_BEGINNINGS = {
    b"%PDF": _Kind("tệp PDF"),
    b"{\\rtf": _Kind("tệp RTF", WORD, "Word"),
    b"\xff\xd8\xff": _Kind("ảnh"),
    b"\x89PNG": _Kind("ảnh"),
    b"Rar!": _Kind("tệp nén (.rar; giải nén trước)"),
    b"7z\xbc\xaf": _Kind("tệp nén (.7z; giải nén trước)"),
    b"\x1f\x8b": _Kind("tệp Gnumeric, hoặc tệp nén (.gz)", EXCEL, "Gnumeric"),
    _OLD_OFFICE: _Kind("tệp Office đời cũ (.doc, .xls) hoặc có mật khẩu (bỏ mật khẩu rồi Lưu lại)"),
}
_FOLDERS = {
    "xl/workbook.bin": _Kind("tệp Excel nhị phân (.xlsb)", EXCEL, "Excel"),
    "word/": _Kind("tệp Word (.docx)", WORD),
    "xl/": _Kind("tệp Excel (.xlsx)", EXCEL),
    "ppt/": _Kind("tệp PowerPoint (.pptx)"),
}
_STRICT = {
    "word/": _Kind("tệp Word kiểu “Strict Open XML”, khác .docx thường", WORD, "Word"),
    "xl/": _Kind("tệp Excel kiểu “Strict Open XML”, khác .xlsx thường", EXCEL, "Excel"),
}
"""The other form of ISO/IEC 29500, with names of its own for everything: a choice of Word and Excel when they save."""
_STRICT_NAMES = b"http://purl.oclc.org/ooxml/"
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": _Kind("tệp LibreOffice Writer (.odt)", WORD, "LibreOffice"),
    b"application/vnd.oasis.opendocument.spreadsheet": _Kind(
        "tệp LibreOffice Calc (.ods)", EXCEL, "LibreOffice"
    ),
}
_FLAT = {
    b'mimetype="application/vnd.oasis.opendocument.text': _Kind(
        "tệp LibreOffice Writer (.fodt)", WORD, "LibreOffice"
    ),
    b'mimetype="application/vnd.oasis.opendocument.spreadsheet': _Kind(
        "tệp LibreOffice Calc (.fods)", EXCEL, "LibreOffice"
    ),
}
"""Open documents as one text."""
_OF_MAC = _Kind("tệp Pages, Numbers của máy Mac (mở trên máy ấy rồi Xuất ra Word, Excel)")
_BOXED_IMAGE = _Kind("ảnh, phim")
_PACKED = _Kind("tệp nén (.zip; giải nén trước)")
_BY_GNUMERIC = _Kind("tệp .ods của Gnumeric", EXCEL, "Gnumeric")
"""LibreOffice loses words of it: those in a span within a span."""


_TEXTS = {
    b'progid="word.document': "tệp Word 2003 dạng XML",
    b'progid="excel.sheet': "tệp Excel 2003 dạng XML",
    b"mime-version:": "trang web (.mht) mang tên tệp Office",
    b"<html": "trang web (HTML) mang tên tệp Office",
    b"<table": "trang web (HTML) mang tên tệp Office",
}
"""What office programs open although it is text, as programs on the web make it, by words near its beginning."""
_PLAIN_TEXT = "tệp chữ (.csv, .txt)"
_NEAR = 2_000  # bytes
_HEAD = 8_000  # LibreOffice names some forty namespaces first
_SAVING = {WORD: "Word", EXCEL: "Excel"}


def not_taken(content: bytes, parts: Mapping[str, bytes], taken: Collection[str]) -> str:
    """Return why a file is not taken, and what to do where saving it anew helps; empty where nothing speaks against it.

    ``parts`` is what a zip file holds, empty for others; ``taken`` are the kinds that the reader takes.
    """
    kind = next(_kinds(content, parts), None)
    may_be_text = not parts and len(taken) == 1  # who takes forms of both kinds reads pages of HTML itself
    if kind is None and may_be_text:
        kind = _text_kind(content, *taken)
    if kind is None or (kind.saved_as in taken and not kind.by):
        return ""
    if kind.saved_as in taken:
        return f"{kind.words}; mở bằng {kind.by} rồi Lưu thành {kind.saved_as.rpartition(' ')[2]}"
    return kind.words if kind is _LOCKED else f"{kind.words}, cần tệp {' hoặc '.join(taken)}"


def _kinds(content: bytes, parts: Mapping[str, bytes]) -> Iterator[_Kind]:
    if content.startswith(_OLD_OFFICE):
        yield from (kind for stream, kind in _OLD.items() if stream.encode("utf-16-le") in content)
    yield from (kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning))
    known = _STRICT if _STRICT_NAMES in parts.get("_rels/.rels", b"") else _FOLDERS
    yield from (kind for folder, kind in known.items() if any(name.startswith(folder) for name in parts))
    if kind := _OPEN_DOCUMENTS.get(parts.get(_ODF, b"").strip()):
        yield _BY_GNUMERIC if kind.saved_as == EXCEL and b">gnumeric/" in parts.get("meta.xml", b"") else kind
    yield from (kind for mark, kind in _FLAT.items() if mark in content[:_HEAD])
    if content[4:8] == b"ftyp":
        yield _BOXED_IMAGE
    if any(name.endswith((".iwa", "Index.zip")) for name in parts):
        yield _OF_MAC
    elif parts and _TYPES not in parts and _ODF not in parts:
        yield _PACKED


def _text_kind(content: bytes, taken: str) -> _Kind | None:
    """Return what a text is; the program that opens it saves it as the kind that the reader takes."""
    beginning = content[:_NEAR].lower()
    words = next((words for mark, words in _TEXTS.items() if mark in beginning), "")
    if not words and not _is_text(content[:_NEAR]):
        return None
    return _Kind(words or _PLAIN_TEXT, taken, _SAVING[taken])


def _is_text(content: bytes) -> bool:
    """Say whether bytes are printable UTF-8; a letter that the end cuts off is no fault."""
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(content)
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and all(sign.isprintable() or sign in "\t\r\n\f" for sign in text)
