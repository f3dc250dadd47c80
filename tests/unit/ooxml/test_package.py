"""One door for Word files: limits for each caller, every error one kind, a changed file known as changed."""

import io
import zipfile
from pathlib import Path

import pytest

from ocop_cli.ooxml.names import W_NS, W
from ocop_cli.ooxml.package import Limits, TooLargeError, UnreadableError, open_package, package_of, unzip
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.store.papers.drafts import free_path
from ocop_cli.store.reading.sources import Sources

DOCUMENT = f'<w:document xmlns:w="{W_NS}"><w:body><w:p/></w:body></w:document>'.encode()
FILE = zip_parts({"word/document.xml": DOCUMENT, "word/media/a.bin": bytes(range(256)) * 40})


def test_a_file_within_the_limits_is_opened() -> None:
    parts = unzip(FILE, Limits(parts=2, unpacked=20_000))
    assert package_of(parts).xml("word/document.xml").tag == f"{W}document"


@pytest.mark.parametrize("limits", [Limits(parts=1), Limits(unpacked=1_000)])
def test_a_file_over_a_limit_is_too_large(limits: Limits) -> None:
    with pytest.raises(TooLargeError):
        unzip(FILE, limits)


def test_a_file_that_swells_is_too_large_whatever_it_may_unpack_to() -> None:
    bomb = zip_parts({"word/document.xml": DOCUMENT, "a.xml": b" " * 30_000_000})
    with pytest.raises(TooLargeError):
        open_package(bomb)


@pytest.mark.parametrize("place", [60, 90, 120])
def test_a_damaged_file_is_unreadable(place: int) -> None:
    damaged = bytearray(FILE)
    damaged[place : place + 8] = b"\xff" * 8
    with pytest.raises(UnreadableError):
        open_package(bytes(damaged))


def test_a_file_whose_text_is_embedded_is_not_taken_for_an_empty_one() -> None:
    """As html-docx-js writes it: the page of HTML is a part of its own, and the document only names it."""
    chunk = DOCUMENT.replace(b"<w:body>", b'<w:body><w:altChunk r:id="html"/>', 1)
    assert chunk != DOCUMENT
    with pytest.raises(UnreadableError, match="mở bằng Word rồi Lưu lại"):
        open_package(zip_parts({"word/document.xml": chunk}))
    named = DOCUMENT.replace(b"</w:body>", b"<w:p><w:r><w:t>altChunk</w:t></w:r></w:p></w:body>")
    assert open_package(zip_parts({"word/document.xml": named})).main


def test_a_changed_file_is_never_taken_for_a_draft_of_ours(tmp_path: Path) -> None:
    ours, changed = tmp_path / "cua-may.docx", tmp_path / "da-sua.docx"
    ours.write_bytes(FILE)
    changed.write_bytes(open_package(FILE).repacked())
    assert free_path(Sources(tmp_path), ours.name) == ours.name
    assert free_path(Sources(tmp_path), changed.name) == "da-sua-2.docx"


def test_a_file_written_again_has_the_same_parts_and_bytes() -> None:
    package = open_package(FILE)
    package.xml("word/document.xml")
    again = package.repacked()
    assert open_package(again).parts.keys() == package.parts.keys()
    assert open_package(again).repacked() == again
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert archive.testzip() is None
