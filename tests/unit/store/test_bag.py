"""The electronic set is a valid bag, and the same set gives the same bytes."""

import io
import zipfile
from pathlib import Path

import bagit
import pytest

from ocop_cli.store.bag import bag_files, zip_bag

PAYLOAD = {"01-to-trinh.docx": b"letter", "giay-to/ATTP & nhãn.pdf": b"paper"}
INFO = {"Source-Organization": "UBND xã Xốp", "External-Description": "hai dòng\nmột thẻ"}


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
    assert (
        b"External-Description: hai d\xc3\xb2ng m\xe1\xbb\x99t th\xe1\xba\xbb\n"
        in bag_files(PAYLOAD, INFO)["bag-info.txt"]
    )


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a\nb"])
def test_names_that_leave_the_bag_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"x|a"):
        bag_files({name: b""}, {})
