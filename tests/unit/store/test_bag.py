"""The electronic set is a valid bag, and the same set gives the same bytes."""

import hashlib
import io
import os
import shutil
import tracemalloc
import zipfile
from collections.abc import Mapping
from pathlib import Path

import bagit
import pytest

from ocop_cli.store.index.stamps import seen
from ocop_cli.store.papers.bag import Content, _Whole, check_bag, write_bag
from ocop_cli.store.reading.read_file import ReadFile, read_file

PAYLOAD = {"01-to-trinh.docx": b"letter", "giay-to/ATTP & nhãn.pdf": b"paper"}
INFO = {"Source-Organization": "UBND xã Xốp", "External-Description": "hai dòng\nmột thẻ"}


def zip_bag(folder: str, payload: Mapping[str, Content], info: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    write_bag(buffer, folder, payload, info)
    return buffer.getvalue()


def unpacked(tmp_path: Path, archive: bytes) -> Path:
    zipfile.ZipFile(io.BytesIO(archive)).extractall(tmp_path)
    return tmp_path / "bo-dien-tu"


def test_an_independent_validator_accepts_the_bag(tmp_path: Path) -> None:
    bag = bagit.Bag(str(unpacked(tmp_path, zip_bag("bo-dien-tu", PAYLOAD, INFO))))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["Source-Organization"] == "UBND xã Xốp"


def test_the_validator_notices_a_changed_paper(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, zip_bag("bo-dien-tu", PAYLOAD, INFO))
    (folder / "data/01-to-trinh.docx").write_bytes(b"Letter")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


def test_same_content_gives_same_bytes() -> None:
    assert zip_bag("a", PAYLOAD, INFO) == zip_bag("a", dict(reversed(PAYLOAD.items())), INFO)


def test_a_line_break_cannot_forge_a_tag() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bag("a", PAYLOAD, INFO))) as archive:
        assert "External-Description: hai dòng một thẻ\n" in archive.read("a/bag-info.txt").decode()


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a\nb"])
def test_names_that_leave_the_bag_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"x|a"):
        zip_bag("a", {name: b""}, {})


def test_what_is_compressed_already_is_stored_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.bmp").write_bytes(b"BM" + bytes(4096))
    payload: dict[str, Content] = {
        "a.pdf": b"%PDF" * 1000,
        "a.jpg": b"\xff\xd8" * 1000,
        "a.bmp": tmp_path / "a.bmp",
    }
    with zipfile.ZipFile(io.BytesIO(zip_bag("bo", payload, INFO))) as archive:
        kinds = {e.filename: e.compress_type for e in archive.infolist() if "/data/" in e.filename}
    assert kinds == {
        "bo/data/a.pdf": zipfile.ZIP_STORED,
        "bo/data/a.jpg": zipfile.ZIP_STORED,
        "bo/data/a.bmp": zipfile.ZIP_DEFLATED,
    }


def test_a_file_that_was_read_is_not_hashed_again_unless_it_may_have_changed(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF as checked")
    fresh = read_file(scan)
    assert fresh.stamp is None  # it may change once more within the same tick of the disk
    os.utime(scan, (1, 1))
    read = fresh._replace(stamp=seen(scan.stat()))
    told = read._replace(sha256="told")

    def sha256_in_bag(file: ReadFile) -> str:
        return write_bag(io.BytesIO(), "bo", {"scan.pdf": file}, INFO)["scan.pdf"]

    assert (sha256_in_bag(told), sha256_in_bag(fresh)) == ("told", read.sha256)
    assert sha256_in_bag(told._replace(crc32=0)) == ""  # the disk tells nothing, and yet it is another
    scan.write_bytes(b"%PDF as changed")
    assert sha256_in_bag(told) == read_file(scan).sha256 != read.sha256
    assert read.has_changed()


def test_memory_stays_the_same_whatever_the_size(tmp_path: Path) -> None:
    scan, package = tmp_path / "scan.pdf", tmp_path / "bo.zip"
    with scan.open("wb") as file:
        file.truncate(40 << 20)
    tracemalloc.start()
    with package.open("w+b") as file:
        write_bag(file, "bo", {"scan.pdf": scan}, INFO)
    assert check_bag(package)[:2] == (1, [])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 << 20


def test_a_bag_of_before_with_two_lists_is_held_against_both(tmp_path: Path) -> None:
    folder = tmp_path / "bo"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF")
    bagit.make_bag(str(folder), checksums=["sha256", "sha512"])

    def faults() -> list[str]:
        shutil.make_archive(str(folder), "zip", tmp_path, "bo")
        return check_bag(tmp_path / "bo.zip").faults

    assert faults() == []
    second = folder / "manifest-sha512.txt"
    second.write_text(
        f"0{second.read_text()[1:]}" if second.read_text()[0] != "0" else f"1{second.read_text()[1:]}"
    )
    assert faults() == ["data/a.pdf: đã khác lúc lập gói", "manifest-sha512.txt: đã khác lúc lập gói"]
    second.unlink()
    assert faults() == ["manifest-sha512.txt: không còn trong gói"]


def test_a_bag_is_read_once_for_its_lists_and_for_its_own_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan, package, taken = os.urandom(1 << 20), tmp_path / "bo.zip", list[int]()
    package.write_bytes(zip_bag("bo", {"scan.pdf": scan, "chu.txt": b"a" * 5000}, INFO))
    read = _Whole.read

    def counted(whole: _Whole, size: int = -1) -> bytes:
        taken.append(len(piece := read(whole, size)))
        return piece

    monkeypatch.setattr(_Whole, "read", counted)
    whole = package.read_bytes()
    assert check_bag(package) == (2, [], hashlib.sha256(whole).hexdigest())
    assert (
        len(whole) <= sum(taken) < len(whole) + 10_000
    )  # the list at the end of the file is looked up before
    with_gap = whole.replace(b"PK\x01\x02", b"gap!PK\x01\x02", 1)
    for harmed in (b"before" + whole, with_gap, whole[:-30], whole.replace(scan[:9], bytes(9)), b"", b"%PDF"):
        package.write_bytes(harmed)
        assert check_bag(package).sha256 == hashlib.sha256(harmed).hexdigest()
    assert check_bag(tmp_path) == (0, ["không mở được tệp nén"], "")
