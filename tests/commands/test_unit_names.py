"""A unit has one name, however it is typed: in invitations, replies, minutes and opinion sheets."""

from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.documents.opinion_sheet import contents_of
from ocop_cli.programme.units import same_unit, units_meant
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.store.reading.sources import Sources
from support.dossiers import dossier_yaml
from support.profiles import make_profile
from support.workspaces import write_workspace

CULTURE, POLICE = "Phòng Văn hóa - Xã hội", "Công an xã"
OFFICE = {
    "officer": "Lê Thị Mẫu",
    "consulted": [{"name": POLICE, "code": "CAX"}, {"name": CULTURE, "code": "VHXH", "contents": ["local_identity"]}],
}  # fmt: skip
KNOWN = {POLICE: "CAX", CULTURE: "VHXH", "Ủy ban MTTQ Việt Nam xã": "MTTQ", "Văn phòng HĐND và UBND": "VP"}
WHEN = ("--on", "05/6/2026", "--starts", "8:00", "--place", "Hội trường UBND xã")
ID = "hop-2026-06-05"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path, {"ruou-ngo": dossier_yaml()}, office=OFFICE)


def meeting(root: Path, *words: str) -> int:
    return run(["-C", str(root), "--as-of", "2026-06-05", "--no-input", "meeting", *words])


def guests(root: Path) -> list[str]:
    return [guest.unit for guest in usable_meeting(Sources(root), ID).record.participants]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Phòng VHXH", CULTURE),
        ("phòng văn hóa xã hội", CULTURE),
        ("P. VH-XH", CULTURE),
        ("VHXH", CULTURE),
        ("Phong Van hoa", CULTURE),
        ("CA xã", POLICE),
        ("cax", POLICE),
        ("MTTQ xã", "Ủy ban MTTQ Việt Nam xã"),
        ("UBMTTQVN xã", "Ủy ban MTTQ Việt Nam xã"),
        ("VP HĐND&UBND", "Văn phòng HĐND và UBND"),
    ],
)
def test_a_unit_is_known_however_it_is_typed(typed: str, meant: str) -> None:
    assert units_meant(typed, KNOWN) == [meant]


def test_near_names_of_two_units_stay_two() -> None:
    villages = {"Thôn Ví Dụ Một": "", "Thôn Ví Dụ Hai": "", "Thôn 1": "", "Thôn 12": ""}
    assert units_meant("thôn ví dụ hai", villages) == ["Thôn Ví Dụ Hai"]
    assert units_meant("Thôn Ví Dụ", villages) == ["Thôn Ví Dụ Một", "Thôn Ví Dụ Hai"]
    assert units_meant("thôn 1", villages) == ["Thôn 1"]
    assert units_meant("Thôn Ví Dụ Ba", villages) == []
    assert not same_unit("Thôn 1", "Thôn 12")
    assert not same_unit("Phòng Kinh tế", "Phòng Kinh tế - Hạ tầng")


def test_a_unit_is_invited_under_its_own_name_and_that_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ("--participant", "Phòng VHXH", "--participant", "phòng văn hóa xã hội")
    assert meeting(root, "invite", "ruou-ngo", *WHEN, *typed) == 0
    assert f"Ghi “{CULTURE}” cho “Phòng VHXH”" in "".join(capsys.readouterr())
    assert guests(root) == [CULTURE]


def test_a_new_unit_is_told_with_the_list_and_taken_when_confirmed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ("--participant", "Trạm Y tế")
    assert meeting(root, "invite", "ruou-ngo", *WHEN, *typed) == 2
    told = capsys.readouterr().err
    assert f"“Trạm Y tế” không có trong danh sách của xã: {POLICE}; {CULTURE}" in told
    assert "thêm -y" in told
    assert meeting(root, "invite", "ruou-ngo", *WHEN, *typed, "-y") == 0
    assert guests(root) == ["Trạm Y tế"]


def test_a_second_reply_of_a_unit_is_refused_whatever_its_spelling(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    said = ("--content", "local_identity", "--stance", "agree")
    assert meeting(root, "reply", ID, "ruou-ngo", "--unit", "Phòng VHXH", *said) == 0
    assert meeting(root, "reply", ID, "ruou-ngo", "--unit", "phong van hoa xa hoi", *said) == 1
    told = capsys.readouterr().err
    assert f"{CULTURE} đã có ý kiến về nội dung này" in told
    assert "sửa ý kiến tại dossiers/ruou-ngo.yaml:20" in told
    assert [o.unit for o in load_dossier(Sources(root), "ruou-ngo").dossier.opinions] == [CULTURE]


def test_a_reply_of_a_unit_that_was_not_invited_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "reply", ID, "ruou-ngo", "--unit", "Trạm Y tế", "--stance", "agree") == 2
    assert CULTURE in capsys.readouterr().err


def test_minutes_know_units_and_answers_however_they_are_typed(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    dissent = ("--stance", "amend", "--text", "Bổ sung câu chuyện.")
    assert meeting(root, "reply", ID, "ruou-ngo", "--unit", "VHXH", *dissent) == 0
    closing = ("hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.")
    there = ("--present", "Phòng VHXH: Y Mẫu, Trưởng phòng", "--absent", "CA xã: đi công tác")
    assert meeting(root, *closing, *there, "--response", "phòng văn hóa xã hội: Đã bổ sung.") == 0
    police, culture = usable_meeting(Sources(root), ID).record.participants
    assert (police.unit, police.present, police.absence) == (POLICE, False, "đi công tác")
    assert (culture.unit, culture.present, culture.name) == (CULTURE, True, "Y Mẫu")
    assert load_dossier(Sources(root), "ruou-ngo").dossier.opinions[0].response == "Đã bổ sung."


def test_a_unit_that_is_told_of_twice_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    closing = ("hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.", "--present", POLICE)
    twice = (
        "--present",
        "Phòng VHXH: Y Mẫu, Trưởng phòng",
        "--present",
        f"{CULTURE}: A Mẫu, Phó Trưởng phòng",
    )
    assert meeting(root, *closing, *twice) == 2
    assert f"--present “{CULTURE}” ghi hai lần: “Y Mẫu, Trưởng phòng”" in capsys.readouterr().err


def test_the_sheet_of_a_unit_asks_what_is_set_for_it_however_its_name_is_written() -> None:
    profile = make_profile(office=OFFICE)
    assert contents_of("Phòng VHXH", profile) == contents_of(CULTURE, profile) == ["local_identity"]
