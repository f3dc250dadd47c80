"""``ocop meeting``: what is refused, and what an invitation says by default."""

from datetime import date
from pathlib import Path

import docx
import pytest

from ocop_cli.app import run
from ocop_cli.documents.meeting import gone_before
from ocop_cli.documents.opinion_words import opinion_lines
from ocop_cli.reports.heard import heard_figures
from ocop_cli.reports.period import parse_period
from ocop_cli.reports.summary import summarise
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.meetings import list_meetings, usable_meeting
from ocop_cli.store.reading.sources import Sources
from support.dossiers import dossier_yaml
from support.workspaces import write_workspace

OFFICE = {
    "officer": "Lê Thị Mẫu",
    "consulted": [{"name": "Công an xã", "code": "CAX"}, {"name": "Phòng Văn hóa - Xã hội", "code": "VHXH"}],
}
WHEN = ("--on", "05/6/2026", "--starts", "8:00", "--place", "Hội trường UBND xã")
ID = "hop-2026-06-05"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path, {"ruou-ngo": dossier_yaml()}, office=OFFICE)


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def meeting(root: Path, *words: str) -> int:
    return run(["-C", str(root), "--as-of", "2026-06-01", "--no-input", "meeting", *words])


def test_the_usual_units_are_invited(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    record = usable_meeting(Sources(root), ID).record
    assert [guest.unit for guest in record.participants] == ["Công an xã", "Phòng Văn hóa - Xã hội"]
    assert (record.chair.name, record.secretary.name) == ("Trần Văn Mẫu", "Lê Thị Mẫu")
    assert (record.starts, record.held) == ("08:00", False)


def test_a_second_meeting_of_a_day_has_its_own_name(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert list_meetings(root) == [ID, f"{ID}-2"]


def test_a_dry_run_writes_nothing(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN, "-n") == 0
    assert list_meetings(root) == []
    assert not (root / "documents").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("invite", "ruou-ngo"), "--on"),
        (("invite", "ruou-ngo", "--on", "31/6/2026", *WHEN[2:]), "không phải là ngày"),
        (("invite", "ruou-ngo", *WHEN, "--chair", "Trần Văn Mẫu"), "chức vụ"),
        (("hold", "hop-2000-01-01"), "Không có cuộc họp"),
        (("reply", "hop-2000-01-01", "ruou-ngo"), "Không có cuộc họp"),
    ],
    ids=["no day", "no such day", "no title", "no meeting to hold", "no meeting to reply to"],
)
def test_misuse_is_told_with_its_cure(
    root: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, *words) == 2
    assert told in capsys.readouterr().err


def test_an_absent_unit_must_have_been_invited_and_have_a_reason(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    closing = (
        "hold",
        ID,
        "--ends",
        "10:00",
        "--conclusion",
        "Nhất trí.",
        "--present",
        "Phòng Văn hóa - Xã hội",
    )
    assert meeting(root, *closing, "--absent", "Trạm Y tế: bận") == 2
    assert "không được mời" in capsys.readouterr().err
    assert meeting(root, *closing, "--absent", "Công an xã") == 2
    assert meeting(root, *closing, "--absent", "Công an xã: đi công tác") == 0
    guest = usable_meeting(Sources(root), ID).record.participants[0]
    assert (guest.present, guest.absence) == (False, "đi công tác")


def test_an_hour_that_is_none_writes_nothing(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "hold", ID, "--ends", "mười giờ", "--conclusion", "Nhất trí.") != 0
    assert not usable_meeting(Sources(root), ID).record.held


ATTENDED = ("--present", "Công an xã: A Công Mẫu, Phó Trưởng Công an", "--present", "Phòng Văn hóa - Xã hội")


def test_nobody_is_there_until_somebody_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert [guest.present for guest in usable_meeting(Sources(root), ID).record.participants] == [None, None]
    closing = ("hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.")
    assert meeting(root, *closing) == 2
    assert "Chưa ghi có mặt hay vắng: Công an xã; Phòng Văn hóa - Xã hội" in capsys.readouterr().err
    assert not usable_meeting(Sources(root), ID).record.held
    assert meeting(root, *closing, *ATTENDED) == 0
    guest = usable_meeting(Sources(root), ID).record.participants[0]
    assert (guest.present, guest.name, guest.title) == (True, "A Công Mẫu", "Phó Trưởng Công an")


def test_of_an_invited_producer_somebody_says_whether_it_came(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closing = ("hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.", *ATTENDED)
    assert meeting(root, "invite", "ruou-ngo", *WHEN, "--producers") == 0
    name = load_dossier(Sources(root), "ruou-ngo").dossier.producer.name
    (invitation,) = root.glob("documents/2026/*-meeting-invitation.docx")
    assert f"Chủ thể {name}" in text_of(invitation)
    assert meeting(root, *closing) == 2
    assert f"Chưa ghi có mặt hay vắng: {name}" in capsys.readouterr().err
    assert meeting(root, *closing, "--present", name, "--absent", f"{name}: ốm") == 2
    assert not load_dossier(Sources(root), "ruou-ngo").dossier.hearings
    assert meeting(root, *closing, "--absent", "rượu: đi chợ") == 0  # a part of the dossier's id will do
    assert meeting(root, *closing, "--present", f"{name}: A Mẫu, Giám đốc") == 0  # said anew, not twice
    (heard,) = load_dossier(Sources(root), "ruou-ngo").dossier.hearings
    assert (heard.present, heard.by, heard.absence) == (True, "A Mẫu, Giám đốc", None)
    minutes = text_of(max(root.glob("documents/2026/*-meeting-minutes.docx")))
    assert f"Chủ thể {name} (A Mẫu, Giám đốc)" in minutes
    assert "đi chợ" not in minutes


def test_nothing_is_said_of_a_producer_of_whom_nobody_said_anything(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.", *ATTENDED) == 0
    (minutes,) = root.glob("documents/2026/*-meeting-minutes.docx")
    assert "Chủ thể" not in text_of(minutes)
    file, on = load_dossier(Sources(root), "ruou-ngo"), date(2026, 12, 31)
    row = summarise(file.id, file.dossier, pick_decision(load_rulebook(), on), on)
    assert heard_figures([row], parse_period("2026")) == []


def test_an_opinion_has_no_default(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    before = (root / "dossiers/ruou-ngo.yaml").read_bytes()
    assert meeting(root, "reply", ID, "ruou-ngo", "--unit", "Công an xã") == 2
    assert "--stance" in capsys.readouterr().err
    assert (root / "dossiers/ruou-ngo.yaml").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("--unit", "Trạm Y tế", "--stance", "agree"),
        ("--unit", "Công an xã", "--stance", "disagree"),
        ("--unit", "Công an xã", "--stance", "có lẽ"),
    ],
    ids=["a unit that was not invited", "a dissent without words", "no stance"],
)
def test_what_is_no_opinion_is_refused(root: Path, words: tuple[str, ...]) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "reply", ID, "ruou-ngo", *words) == 2


def test_a_unit_has_one_opinion_on_one_content(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    said = ("reply", ID, "ruou-ngo", "--unit", "Công an xã", "--stance", "nhất trí")
    assert meeting(root, *said) == 0
    assert meeting(root, *said) == 1
    assert meeting(root, *said, "--content", "local_labour") == 0


@pytest.mark.parametrize(
    ("typed", "kept"), [("8h30", "08:30"), ("8 giờ 30", "08:30"), ("14h", "14:00"), ("23:59", "23:59")]
)
def test_hours_are_read_as_offices_write_them(root: Path, typed: str, kept: str) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN, "--starts", typed) == 0
    assert usable_meeting(Sources(root), ID).record.starts == kept


@pytest.mark.parametrize("typed", ["25:00", "24:00", "8:60", "8h75", "tám giờ"])
def test_an_hour_that_does_not_exist_calls_no_meeting(root: Path, typed: str) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN, "--starts", typed) == 2
    assert list_meetings(root) == []


def test_no_meeting_ends_before_it_begins(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "hold", ID, "--ends", "7h", "--conclusion", "Nhất trí.", *ATTENDED) == 2


@pytest.mark.parametrize(("day", "why"), [("29/5/2026", "đã qua"), ("07/6/2026", "ngày nghỉ")])
def test_a_doubtful_day_is_asked_about(
    root: Path, day: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("invite", "ruou-ngo", "--on", day, "--starts", "8:00", "--place", "Hội trường UBND xã")
    assert meeting(root, *words) == 2
    assert why in capsys.readouterr().err
    assert list_meetings(root) == []
    assert meeting(root, *words, "-y") == 0


def test_who_chairs_and_who_writes_have_their_titles_in_full(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    record = usable_meeting(Sources(root), ID).record
    assert (record.chair.title, record.secretary.title) == ("Chủ tịch UBND xã", "Công chức Phòng Kinh tế")


def test_a_dissent_is_answered_by_the_command_that_is_told(root: Path) -> None:
    """What was written when the meeting was closed need not be said again."""
    assert meeting(root, "invite", "ruou-ngo", *WHEN, "--producers") == 0
    opinion = ("--unit", "CAX", "--stance", "không nhất trí", "--text", "Chưa rõ men lá")
    assert meeting(root, "reply", ID, "ruou-ngo", *opinion) == 0
    absent = ("--absent", "VHXH: đi công tác", "--absent", "ruou-ngo: ốm")
    said = (
        "--ends",
        "10:00",
        "--conclusion",
        "Nhất trí.",
        "--present",
        "CAX: A Mẫu, Trưởng Công an",
        *absent,
    )
    assert meeting(root, "hold", ID, *said) == 0
    before = usable_meeting(Sources(root), ID).record
    later = ("--response", "CAX: đã kiểm tra vườn men", "--response-on", "29/5/2026")
    assert meeting(root, "hold", ID, *later) == 0
    assert usable_meeting(Sources(root), ID).record == before
    dossier = load_dossier(Sources(root), "ruou-ngo").dossier
    assert dossier.opinions[0].response == "đã kiểm tra vườn men"
    assert dossier.opinions[0].response_on == date(2026, 5, 29)
    (told,) = opinion_lines(dossier, ID, date(2026, 5, 28))
    assert told.endswith("Tiếp thu, giải trình ngày 29/5/2026: đã kiểm tra vườn men")
    assert [heard.absence for heard in dossier.hearings] == ["ốm"]


@pytest.mark.parametrize("number", ["45a", "45B/BC-UBND", "45 bis"])
def test_a_number_with_a_letter_is_told_with_what_the_decree_says(
    root: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    line = ["docs", "number", f"documents/2026/{ID}-meeting-invitation.docx", "--number", number]
    assert run(["-C", str(root), "--as-of", "2026-06-01", "--no-input", *line]) == 2
    assert "số văn bản chỉ gồm chữ số" in capsys.readouterr().err


def test_who_stood_in_and_a_second_day_are_in_the_minutes(root: Path) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    closing = ("hold", ID, "--conclusion", "Nhất trí.", *ATTENDED)
    stood_in = ("--chair", "B Phó Mẫu, Phó Chủ tịch UBND xã", "--secretary", "C Thay Mẫu, Công chức")
    assert meeting(root, *closing, "--ends", "10:00 4/6/2026", *stood_in) == 2  # before it began
    assert meeting(root, *closing, "--ends", "7:30 6/6/2026", *stood_in) == 0
    told = text_of(root / "documents/2026/hop-2026-06-05-meeting-minutes.docx")
    assert "Chủ trì (chủ tọa): B Phó Mẫu, Phó Chủ tịch UBND xã." in told
    assert "C Thay Mẫu, Công chức" in told
    assert "07 giờ 30 phút, ngày 06 tháng 6 năm 2026" in told
    assert meeting(root, *closing) == 0  # closed again: what was written stands
    record = usable_meeting(Sources(root), ID).record
    assert (record.ends, record.ends_on, record.chair.name) == ("07:30", date(2026, 6, 6), "B Phó Mẫu")
    assert run(["-C", str(root), "verify", "documents/2026/hop-2026-06-05-meeting-invitation.docx"]) == 0


def test_a_dossier_that_was_taken_back_before_is_not_looked_at(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, "invite", "ruou-ngo", "--producers", *WHEN) == 0
    assert run(["-C", str(root), "--as-of", "2026-06-04", "withdraw", "ruou-ngo", "--reason", "ngừng"]) == 0
    capsys.readouterr()
    assert meeting(root, "hold", ID, "--ends", "10:00", "--conclusion", "Không xem xét.", *ATTENDED) == 0
    assert "ocop evaluate" not in capsys.readouterr().out, "there is nothing to evaluate"
    told = text_of(root / "documents/2026/hop-2026-06-05-meeting-minutes.docx")
    assert "Chủ thể dừng tham gia từ ngày 04/6/2026, cuộc họp không xem xét." in told


def test_what_was_taken_back_on_the_day_of_the_meeting_may_have_been_looked_at(root: Path) -> None:
    assert run(["-C", str(root), "--as-of", "2026-06-05", "withdraw", "ruou-ngo", "--reason", "ngừng"]) == 0
    dossier = load_dossier(Sources(root), "ruou-ngo").dossier
    assert gone_before(dossier, date(2026, 6, 5)) == ""
    assert gone_before(dossier, date(2026, 6, 6)).startswith("Chủ thể dừng tham gia từ ngày 05/6/2026")


def test_a_meeting_that_was_called_off_waits_for_nobody(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert meeting(root, "invite", "ruou-ngo", *WHEN) == 0
    assert meeting(root, "cancel", ID, "--reason", "Không đủ thành phần") == 0
    capsys.readouterr()
    assert run(["-C", str(root), "--as-of", "2026-06-06", "due"]) == 0
    assert ID not in capsys.readouterr().out
    for again in (("cancel", ID, "--reason", "x"), ("hold", ID, "--ends", "10:00", *ATTENDED)):
        assert meeting(root, *again) == 1
        assert "đã hoãn ngày 01/6/2026: Không đủ thành phần" in capsys.readouterr().err
    said = ("--unit", "Công an xã", "--stance", "nhất trí", "--on", "31/5/2026")
    assert meeting(root, "reply", ID, "ruou-ngo", *said) == 0, "what a unit sent in was said all the same"
    assert "`ocop meeting invite`" in capsys.readouterr().out
