"""A deputy signs in the head's place, however he becomes the signer; a title has its own field."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.programme.choices import SigningMode
from ocop_cli.programme.profile import Signer
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]


def signer(root: Path) -> Signer:
    found = load_profile(Sources(root)).record
    assert found
    return found.signers.committee


def test_a_change_of_the_signer_changes_title_and_power(ocop: Ocop, workspace: Path) -> None:
    assert ocop("set", "xã", "người ký=Trần Văn Thử, Phó Chủ tịch UBND xã") == 0
    now = signer(workspace)
    assert (now.name, now.title, now.mode) == ("Trần Văn Thử", "Phó Chủ tịch", SigningMode.DEPUTY)
    assert ocop("set", "xã", "người ký=A Ví Dụ", "chức vụ người ký=Chủ tịch") == 0
    assert signer(workspace).mode is SigningMode.ON_BEHALF


@pytest.mark.parametrize(
    ("kind", "unit"), [("xã", "Phòng Kinh tế"), ("phường", "Phòng Kinh tế, Hạ tầng và Đô thị")]
)
def test_a_new_folder_knows_who_signs_and_who_drafts(
    ocop: Ocop, tmp_path: Path, kind: str, unit: str
) -> None:
    place = ("--commune", "Mẫu", "--commune-code", "00001", "--province", "Mẫu", "--province-code", "99")
    folder = tmp_path / "moi"
    by = ("--signer", f"A Mẫu, Phó Chủ tịch UBND {kind}", "--officer", "Y Mẫu, Công chức")
    assert ocop("init", str(folder), *place, "--kind", kind, *by) == 0
    now = signer(folder)
    assert (now.title, now.mode) == ("Phó Chủ tịch", SigningMode.DEPUTY)
    profile = load_profile(Sources(folder)).record
    assert profile
    assert (profile.office.unit.name, profile.office.officer) == (unit, "Y Mẫu")


def test_the_officer_is_kept_without_a_title(ocop: Ocop, workspace: Path) -> None:
    """Papers print “Công chức” beside the name by themselves."""
    assert ocop("set", "xã", "công chức phụ trách=Y Mẫu Hai, Công chức") == 0
    profile = load_profile(Sources(workspace)).record
    assert profile
    assert profile.office.officer == "Y Mẫu Hai"
