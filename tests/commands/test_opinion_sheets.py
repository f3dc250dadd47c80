"""``ocop meeting take``: a sheet that a unit filled in in Word says what the unit wrote, and nothing else."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.vocabulary import Stance, word
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.disk_faults import FailingDisk, Killed, failing
from support.dossiers import dossier_yaml
from support.filled_sheets import GENERAL, FilledSheet
from support.safety import ALL_DONE
from support.terminal import type_answers
from support.workspaces import write_workspace

UNIT, OTHER = "Phòng Văn hóa - Xã hội", "Thôn Mẫu"
OFFICE = {"officer": "Lê Thị Mẫu", "consulted": [{"name": UNIT, "code": "VHXH"}]}
NAMES = {"ruou-ngo": "Rượu ngô", "mat-ong": "Mật ong"}
ID, WINE, HONEY = "hop-2026-06-05", *NAMES
LABOUR, IDENTITY, IDEA = (
    "Sử dụng lao động địa phương",
    "Bản sắc, trí tuệ địa phương",
    "Nguồn gốc ý tưởng sản phẩm",
)
AGREE, AMEND, DISAGREE = map(word, Stance)
Said = dict[tuple[str, str], tuple[str, str]]


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two dossiers and the meeting about them."""
    dossiers = {id_: dossier_yaml(f"product: {{name: {name}, set: 16}}\n") for id_, name in NAMES.items()}
    folder = write_workspace(tmp_path_factory.mktemp("sheets") / "xa", dossiers, office=OFFICE)
    invite(folder, *NAMES, on="05/6/2026")
    return folder


@pytest.fixture
def root(called: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(called, tmp_path / "xa"))


def ocop(root: Path, *words: str, day: str = "2026-06-06") -> int:
    return run(["-C", str(root), "--as-of", day, "--no-input", *words])


def invite(root: Path, *dossiers: str, on: str) -> None:
    words = (
        "--on",
        on,
        "--starts",
        "8:00",
        "--place",
        "Hội trường",
        "--participant",
        UNIT,
        "--participant",
        OTHER,
    )
    assert ocop(root, "meeting", "invite", *dossiers, *words, "-y", day="2026-06-01") == 0


def sheet(root: Path) -> FilledSheet:
    return FilledSheet(next(root.glob(f"documents/*/{ID}-01-opinion-sheet.docx")).read_bytes())


def take(root: Path, came: FilledSheet, *words: str, name: str = "phieu.docx") -> int:
    return ocop(root, "meeting", "take", str(came.saved(root.parent / name)), "-y", *words)


def told(root: Path, came: FilledSheet, capsys: pytest.CaptureFixture[str], *words: str) -> list[Any]:
    """Return the cells of a sheet that was taken: (outcome, place, why)."""
    capsys.readouterr()
    take(root, came, "--json", *words)
    cells = json.loads(capsys.readouterr().out)["cells"]
    return [(cell["outcome"], cell["place"], cell["why"]) for cell in cells]


def opinions(root: Path) -> list[tuple[str, Opinion]]:
    return [(id_, o) for id_ in NAMES for o in load_dossier(Sources(root), id_).dossier.opinions]


def said(root: Path) -> Said:
    """Return stance and words by dossier and content, each there once."""
    found = {
        (id_, word(o.content) if o.content else GENERAL): (word(o.stance) if o.stance else "", o.text or "")
        for id_, o in opinions(root)
    }
    assert len(found) == len(opinions(root))
    return found


def test_what_a_unit_ticked_and_wrote_comes_back_and_is_kept_once(root: Path) -> None:
    came = sheet(root).tick(WINE, LABOUR, AGREE).tick(WINE, IDENTITY, AMEND, "x", "Ghi tên nghệ nhân.")
    came.tick(WINE, IDEA, AGREE, "☐ V").tick(HONEY, LABOUR, DISAGREE, "[x]", "8 người,\nkhông phải 9.")
    came.tick(HONEY, GENERAL, AGREE, "☑ nếu có tem mới").say(HONEY, IDEA, "Nên làm thêm.")
    came.sign("ngày 04 tháng 6 năm 2026", "Y Văn Mẫu", "Phó Trưởng phòng")
    assert take(root, came) == 0
    wanted = {
        (WINE, LABOUR): (AGREE, ""),
        (WINE, IDENTITY): (AMEND, "Ghi tên nghệ nhân."),
        (WINE, IDEA): (AGREE, ""),
        (HONEY, LABOUR): (DISAGREE, "8 người,\nkhông phải 9."),
        (HONEY, GENERAL): (AGREE, "nếu có tem mới"),
        (HONEY, IDEA): ("", "Nên làm thêm."),
    }
    assert said(root) == wanted
    assert {(o.unit, o.by, str(o.on), o.meeting) for _, o in opinions(root)} == {
        (UNIT, "Y Văn Mẫu, Phó Trưởng phòng", "2026-06-04", ID)
    }
    for name in NAMES:
        (form,) = load_dossier(Sources(root), name).dossier.returned_forms
        content = (root.parent / "phieu.docx").read_bytes()
        assert (form.form, form.sha256) == ("opinion-sheet", hashlib.sha256(content).hexdigest())
        assert (root / form.file).read_bytes() == content
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert take(root, came) == 0
    assert ocop(root, "intake", str(root.parent / "phieu.docx"), "-y") == 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_whoever_signed_is_found_in_the_sheet_that_is_kept(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    came = (
        sheet(root)
        .tick(WINE, LABOUR, AGREE)
        .sign("ngày 04 tháng 6 năm 2026", "Y Văn Mẫu", "Phó Trưởng phòng")
    )
    assert take(root, came) == 0
    (form,) = load_dossier(Sources(root), WINE).dossier.returned_forms
    capsys.readouterr()
    assert ocop(root, "privacy", "find", "y văn mẫu", "--json") == 0
    found = {row["file"]: row["fate"] for row in json.loads(capsys.readouterr().out)["holdings"]}
    assert found[form.file] == "kept"


def test_an_untouched_sheet_says_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take(root, sheet(root).sign("ngày 04 tháng 6 năm 2026", "Y Văn Mẫu")) == 0
    assert opinions(root) == []
    assert "không ghi gì" in capsys.readouterr().out


def struck(word: Any) -> None:
    table = word.tables[0]
    run = table.rows[2].cells[2].paragraphs[0].runs[0]
    run.text, run.font.strike = "x", True
    hidden = table.rows[3].cells[2].paragraphs[0].runs[0]
    hidden.text, hidden.font.hidden = "x", True


def test_a_mark_that_was_struck_or_hidden_is_none(root: Path) -> None:
    assert take(root, sheet(root).changed(struck)) == 0
    assert opinions(root) == []


def bare(came: FilledSheet, label: str, text: str, into: str) -> FilledSheet:
    came.cell(WINE, label, 1).paragraphs[0].runs[0].text = into
    return came.tick(WINE, into, AGREE, text)


def without_head(came: FilledSheet) -> None:
    came.table._tbl.remove(came.table.rows[7]._tr)


def over_all(came: FilledSheet) -> None:
    came.tick(WINE, LABOUR, AGREE, "x")
    came.cell(WINE, LABOUR, 2).merge(came.cell(WINE, LABOUR, 4))


Change = Callable[[FilledSheet], object]
UNCLEAR: dict[str, tuple[Change, str, str, str]] = {
    "two ticks": (lambda s: s.tick(WINE, LABOUR, AGREE).tick(WINE, LABOUR, DISAGREE), "asked", "dòng 4, cột 3", "Nhất trí và Không nhất trí"),
    "a sign that is no tick": (lambda s: s.tick(WINE, LABOUR, AGREE, "+"), "asked", "dòng 4, cột 3", "“ô Nhất trí: +”"),
    "words in a box": (lambda s: s.tick(WINE, LABOUR, AGREE, "một phần"), "asked", "dòng 4, cột 3", "“ô Nhất trí: một phần”"),
    "a dissent without words": (lambda s: s.tick(WINE, LABOUR, DISAGREE), "refused", "dòng 4, cột 6", "phải ghi lời"),
    "a tick at the product": (lambda s: s.cell(WINE, "", 2).paragraphs[0].add_run("x"), "refused", "dòng 2, cột 2", "chưa ghi nội dung"),
    "another content": (lambda s: bare(s, LABOUR, "x", "Bao bì"), "refused", "dòng 4, cột 2", "không có nội dung “Bao bì”"),
    "an old font": (lambda s: s.tick(WINE, LABOUR, AGREE, "x", "Hîp t¸c x· MÉu"), "refused", "dòng 4, cột 6", "bảng mã cũ"),
    "another unit": (lambda s: s.line("Đơn vị").runs[0].__setattr__("text", "Đơn vị cho ý kiến: Chi cục Thuế"), "refused", "đoạn", "không được mời"),
    "no unit": (lambda s: s.line("Đơn vị").runs[0].__setattr__("text", "Đơn vị cho ý kiến: ……"), "asked", "đoạn", "chưa ghi đơn vị"),
    "a lost line of a product": (without_head, "asked", "dòng 9", "không rõ của hồ sơ nào"),
    "one box over all": (over_all, "asked", "dòng 4, cột 3", "ô gộp"),
    "half a day": (lambda s: s.sign("ngày 04 tháng     năm 2026"), "asked", "bảng 2", "không phải là ngày"),
    "a product of nobody": (lambda s: s.cell(WINE, "", 1).paragraphs[0].runs[0].__setattr__("text", "Giấm ngô (HTX), mã giam"), "refused", "dòng 2, cột 2", "không đưa ra cuộc họp"),
    "written elsewhere": (lambda s: s.line("Đánh dấu").insert_paragraph_before("Chúng tôi chưa nhận hồ sơ."), "refused", "đoạn", "ngoài các ô"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "outcome", "place", "why"), UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_unclear_is_told_with_its_place(
    root: Path, change: Change, outcome: str, place: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    came = sheet(root).tick(HONEY, LABOUR, AGREE).tick(WINE, IDEA, AGREE)
    change(came)
    cells = told(root, came, capsys)
    open_ = [cell for cell in cells if cell[0] in {"asked", "refused"}]
    assert open_
    assert all(cell[0] == outcome for cell in open_)
    assert place in open_[0][1]
    assert why in open_[0][2]
    taken = [cell for cell in cells if cell[0] == "taken"]
    assert len(taken) == len(opinions(root)) == len(cells) - len(open_)


def test_a_later_sheet_replaces_only_where_somebody_says_so(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take(root, sheet(root).tick(WINE, LABOUR, AGREE).tick(WINE, IDEA, AGREE)) == 0
    later = sheet(root).tick(WINE, LABOUR, DISAGREE, "x", "Thiếu 1 người.").tick(WINE, IDEA, AGREE)
    later.sign("ngày 06 tháng 6 năm 2026", "Y Hai Mẫu")
    assert take(root, later, name="sau.docx") == 1
    assert said(root) == {(WINE, LABOUR): (AGREE, ""), (WINE, IDEA): (AGREE, "")}
    (cell, *_) = told(root, later, capsys)
    assert cell[0] == "asked"
    assert "--replace" in cell[2]
    assert take(root, later, "--replace", name="sau.docx") == 0
    assert said(root) == {(WINE, LABOUR): (DISAGREE, "Thiếu 1 người."), (WINE, IDEA): (AGREE, "")}
    there = (
        "--present",
        f"{UNIT}: Y Hai Mẫu, Công chức",
        "--present",
        OTHER,
        "--response",
        f"{UNIT}: đã đối chiếu",
    )
    assert ocop(root, "meeting", "hold", ID, "--ends", "10:00", "--conclusion", "Nhất trí.", *there) == 0
    assert take(root, sheet(root).tick(WINE, LABOUR, AGREE), "--replace", name="ba.docx") == 1
    assert said(root)[WINE, LABOUR] == (DISAGREE, "Thiếu 1 người.")


def test_the_meeting_is_the_one_that_the_sheet_names(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    came = sheet(root).tick(WINE, LABOUR, AGREE).saved(root.parent / "p.docx")
    invite(root, HONEY, on="06/6/2026")
    assert ocop(root, "meeting", "take", "hop-2026-06-06", str(came), "-y") == 2
    assert f"của cuộc họp {ID}" in capsys.readouterr().err
    assert ocop(root, "meeting", "take", "hop-2026-07-01", str(came), "-y") == 2
    (root / f"programme/meetings/{ID}.yaml").unlink()
    assert ocop(root, "meeting", "take", str(came), "-y") == 2
    assert f"{ID}, thư mục này không có" in capsys.readouterr().err
    assert opinions(root) == []


def test_a_sheet_of_before_is_read_as_far_as_its_words_go(root: Path) -> None:
    one = sheet(root).tick(WINE, LABOUR, DISAGREE).tick(WINE, IDEA, AGREE).close("Thiếu 1 người.")
    assert take(root, one.without_words_column()) == 0
    assert said(root) == {(WINE, LABOUR): (DISAGREE, "Thiếu 1 người."), (WINE, IDEA): (AGREE, "")}
    invite(root, HONEY, on="05/6/2026")
    assert take(root, sheet(root).tick(HONEY, IDEA, AGREE).without_words_column(), name="hai.docx") == 2


def test_words_under_the_table_are_of_whom_a_person_says(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    came = sheet(root).tick(WINE, LABOUR, DISAGREE).tick(HONEY, LABOUR, AMEND).close("Thiếu 1 người.")
    assert [cell[0] for cell in told(root, came, capsys)] == ["asked", "asked"]
    monkeypatch.setenv("OCOP_NO_INPUT", "")
    type_answers(monkeypatch, "lời cuối phiếu", "giữ", "có")
    assert (
        run(["-C", str(root), "--as-of", "2026-06-06", "meeting", "take", str(root.parent / "phieu.docx")])
        == 0
    )
    assert said(root) == {(WINE, LABOUR): (DISAGREE, "Thiếu 1 người.")}
    general = (
        sheet(root).tick(WINE, GENERAL, AGREE).tick(HONEY, GENERAL, AGREE).close("Rượu ngô: nên thử lại.")
    )
    type_answers(monkeypatch, WINE, "có")
    path = str(general.saved(root.parent / "chung.docx"))
    assert run(["-C", str(root), "--as-of", "2026-06-06", "meeting", "take", path]) == 0
    assert said(root)[WINE, GENERAL] == (AGREE, "Rượu ngô: nên thử lại.")
    assert said(root)[HONEY, GENERAL] == (AGREE, "")


def test_a_folder_is_taken_file_by_file_and_what_cannot_be_read_is_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root.parent / "ve"
    folder.mkdir()
    sheet(root).tick(WINE, LABOUR, AGREE).saved(folder / "1.docx")
    sheet(root).tick(HONEY, LABOUR, AGREE).as_text().saved(folder / "2.docx")
    (folder / "3.pdf").write_bytes(b"%PDF-1.7\n")
    capsys.readouterr()
    assert ocop(root, "meeting", "take", str(folder), "-y", "--json") == 2
    found = json.loads(capsys.readouterr().out)
    assert [file["file"] for file in found["files"]] == ["1.docx", "2.docx"]
    assert [(file["file"], "meeting reply" in file["hint"]) for file in found["left_out"]] == [
        ("3.pdf", True)
    ]
    assert said(root) == {(WINE, LABOUR): (AGREE, ""), (HONEY, LABOUR): (AGREE, "")}


def test_of_a_folder_with_copies_and_debris_each_sheet_is_taken_once_under_a_safe_name(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root.parent / "ve"
    (folder / "bổ sung").mkdir(parents=True)
    came = sheet(root).tick(WINE, LABOUR, AGREE).saved(folder / "Phiếu 0912 345 678.docx")
    for copy in ("Phiếu 0912 345 678 (1).docx", "Phiếu 0912 345 678 - Copy.docx"):
        shutil.copy(came, folder / copy)
    sheet(root).tick(HONEY, LABOUR, AGREE).saved(folder / "CON.docx")
    for debris in ("~$iếu 0912 345 678.docx", "desktop.ini", "._CON.docx", ".~lock.CON.docx#"):
        (folder / debris).write_bytes(bytes(162))
    for written in (2, 0):
        assert ocop(root, "meeting", "take", str(folder), "-y") == 0
        shown = capsys.readouterr()
        assert (shown.out.count("Đã ghi"), shown.out.count("không ghi gì")) == (written, 4 - written)
        assert "bổ sung: thư mục con, không đọc" in shown.err
    assert said(root) == {(WINE, LABOUR): (AGREE, ""), (HONEY, LABOUR): (AGREE, "")}
    kept = [path.relative_to(root).as_posix() for path in sorted(root.glob("papers/*/*.docx"))]
    assert kept == ["papers/mat-ong/phieu-con.docx", "papers/ruou-ngo/phieu-678-1.docx"]


def test_a_file_that_is_no_form_stops_no_other(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = sheet(root).tick(WINE, LABOUR, AGREE).saved(root.parent / "1.docx")
    two = root.parent / "2.docx"
    two.write_bytes(b"PK\x03\x04")
    three = sheet(root).tick(HONEY, LABOUR, AGREE).saved(root.parent / "3.docx")
    capsys.readouterr()
    assert ocop(root, "intake", str(one), str(two), str(three), "-y", "--json") == 2
    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told["files"]] == ["1.docx", "3.docx"]
    assert [each["file"] for each in told["left_out"]] == ["2.docx"]
    assert said(root) == {(WINE, LABOUR): (AGREE, ""), (HONEY, LABOUR): (AGREE, "")}
    assert ocop(root, "intake", str(two), "-y", "--json") == 2
    assert json.loads(capsys.readouterr().out)["schema"] == "ocop/error@1"


@pytest.mark.parametrize("verb", [("meeting", "take"), ("intake",)])
def test_sheets_that_a_kill_left_out_are_taken_by_the_same_line(
    root: Path, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    one = sheet(root).tick(WINE, LABOUR, AGREE).saved(root.parent / "1.docx")
    two = sheet(root).tick(HONEY, LABOUR, AGREE).saved(root.parent / "2.docx")
    line = (*verb, str(one), str(two), "-y")
    with failing(FailingDisk(root, when=ALL_DONE)), pytest.raises(Killed):
        ocop(root, *line)
    assert said(root) == {(WINE, LABOUR): (AGREE, "")}
    capsys.readouterr()
    if verb == ("intake",):
        assert ocop(root, "advance", WINE) == 1
        assert "gõ lại đúng dòng lệnh đó để làm tiếp" in capsys.readouterr().err
    assert ocop(root, *line) == 0
    assert ("nay làm tiếp" in capsys.readouterr().err) == (verb != ("intake",))
    assert said(root) == {(WINE, LABOUR): (AGREE, ""), (HONEY, LABOUR): (AGREE, "")}


def test_nothing_is_written_of_a_dossier_that_was_withdrawn(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    came = sheet(root).tick(WINE, LABOUR, AGREE).tick(HONEY, LABOUR, AGREE)
    assert ocop(root, "withdraw", HONEY, "--reason", "Chủ thể xin thôi", "-y") == 0
    assert [cell[0] for cell in told(root, came, capsys)] == ["taken", "refused"]
    assert said(root) == {(WINE, LABOUR): (AGREE, "")}
