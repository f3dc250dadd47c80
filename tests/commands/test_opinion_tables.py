"""``ocop meeting sheet`` and ``take``: what people fill in comes back as they filled it in, and nothing else."""

import json
import sys
from pathlib import Path
from random import Random

import pytest

from ocop_cli.app import run
from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.vocabulary import Stance, word
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.dossiers import dossier_yaml
from support.filled_tables import Row, refilled, rows_in
from support.prepared import contents
from support.terminal import Terminal
from support.workspaces import write_workspace

UNITS = ("Công an xã", "Phòng Văn hóa - Xã hội", "Thôn Mẫu")
OFFICE = {
    "officer": "Lê Thị Mẫu",
    "consulted": [
        {"name": name, "code": code} for name, code in zip(UNITS, ("CAX", "VHXH", "TM"), strict=True)
    ],
}
ID = "hop-2026-06-05"
STANCES = ("", "Nhất trí", "Đề nghị chỉnh sửa", "Không nhất trí", "Chưa trả lời")
DISSENTS = STANCES[2:4]
TEXTS = ("Bản sắc, rõ; “đủ”", "8 người, không phải 9", "- a: b # c")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two dossiers and the meeting about them."""
    dossiers = {id_: dossier_yaml(f"product: {{name: {name}, set: 16}}\n") for id_, name in NAMES.items()}
    folder = write_workspace(tmp_path / "xa", dossiers, office=OFFICE)
    when = ("--on", "05/6/2026", "--starts", "8:00", "--place", "Hội trường")
    assert meeting(folder, "invite", *NAMES, *when, "--participant", UNITS[0], "--participant", UNITS[1],
                   "--participant", UNITS[2], "-y") == 0  # fmt: skip
    return folder


NAMES = {"ruou-ngo": "Rượu ngô", "mat-ong": "Mật ong"}


def meeting(root: Path, *words: str, day: str = "2026-06-06") -> int:
    return run(["-C", str(root), "--as-of", day, "--no-input", "meeting", *words])


def made(root: Path) -> bytes:
    (root / "bang.xlsx").unlink(missing_ok=True)
    assert meeting(root, "sheet", ID, "-o", str(root / "bang.xlsx")) == 0
    return (root / "bang.xlsx").read_bytes()


def opinions(root: Path) -> dict[tuple[str, str, str], Opinion]:
    """Return the opinions by dossier, unit and content, each there once."""
    found = {
        (id_, o.unit, word(o.content) if o.content else "Ý kiến chung về hồ sơ"): o
        for id_ in NAMES
        for o in load_dossier(Sources(root), id_).dossier.opinions
    }
    assert len(found) == sum(len(load_dossier(Sources(root), id_).dossier.opinions) for id_ in NAMES)
    return found


def key(row: Row) -> tuple[str, str, str]:
    return row["Mã hồ sơ"], row["Đơn vị"], row["Nội dung"]


def taken(root: Path, content: bytes, *words: str) -> int:
    (root / "ve.xlsx").write_bytes(content)
    return meeting(root, "take", ID, str(root / "ve.xlsx"), *words)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_filled_in_comes_back_and_nothing_else(root: Path, seed: int) -> None:
    random, blank = Random(seed), made(root)
    assert len(rows_in(blank, "Ý kiến")) == len(NAMES) * len(UNITS) * 5

    def fill(rows: list[Row]) -> list[Row]:
        for row in rows:
            row["Ý kiến"] = random.choice(STANCES)
            said = row["Ý kiến"] in STANCES[1:4]
            row["Lời ý kiến"] = random.choice(TEXTS) if row["Ý kiến"] in DISSENTS else ""
            row["Người cho ý kiến (họ tên, chức vụ)"] = (
                random.choice(["", "A Mẫu, Trưởng phòng"]) if said else ""
            )
            row["Ngày"] = random.choice(["", "04/06/2026"]) if said else ""
        random.shuffle(rows)
        return rows

    filled = refilled(blank, "Ý kiến", fill)
    wanted = {key(row): row for row in rows_in(filled, "Ý kiến") if row["Ý kiến"] in STANCES[1:4]}
    assert taken(root, filled, "-y") == 0
    found = opinions(root)
    assert found.keys() == wanted.keys()
    for place, row in wanted.items():
        given = found[place]
        assert given.stance
        assert word(given.stance) == row["Ý kiến"].casefold()
        assert (given.text or "") == row["Lời ý kiến"]
        assert (given.by or "") == row["Người cho ý kiến (họ tên, chức vụ)"]
        assert f"{given.on:%d/%m/%Y}" == (row["Ngày"] or "05/06/2026")
        assert given.meeting == ID
    before = contents(root)
    assert taken(root, filled, "-y") == 0
    assert taken(root, made(root), "-y") == 0
    after = contents(root)
    assert {name: after[name] for name in before if name.startswith("dossiers/")} == {
        name: content for name, content in before.items() if name.startswith("dossiers/")
    }


def test_an_untouched_table_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(root)
    assert taken(root, made(root), "-y") == 0
    assert {name: raw for name, raw in contents(root).items() if name in before} == before
    assert "không ghi gì" in capsys.readouterr().out


def test_nothing_is_written_before_it_was_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled = refilled(made(root), "Ý kiến", lambda rows: [{**rows[0], "Ý kiến": "nhất trí"}])
    assert taken(root, filled) == 0
    assert taken(root, filled, "-n") == 0
    assert "lấy vào 1" in capsys.readouterr().out
    assert opinions(root) == {}


WRONG: dict[str, tuple[Row, str, str]] = {
    "unknown stance": ({"Ý kiến": "tùy xã"}, "asked", "F5"),
    "words without stance": ({"Lời ý kiến": "Cần xem lại"}, "asked", "F5"),
    "a dissent without words": ({"Ý kiến": "Không nhất trí"}, "refused", "G5"),
    "a unit that was not invited": ({"Đơn vị": "Chi cục Thuế", "Ý kiến": "Nhất trí"}, "refused", "D5"),
    "another dossier": ({"Mã hồ sơ": "sam-day", "Ý kiến": "Nhất trí"}, "refused", "B5"),
    "no such content": ({"Nội dung": "Bao bì", "Ý kiến": "Nhất trí"}, "refused", "E5"),
    "a day to come": ({"Ý kiến": "Nhất trí", "Ngày": "01/01/2027"}, "refused", "I5"),
    "a sign that nobody sees": ({"Ý kiến": "Nhất trí", "Lời ý kiến": "đúng\u200b rồi"}, "refused", "G5"),
    "no day": ({"Ý kiến": "Nhất trí", "Ngày": "hôm qua"}, "refused", "I5"),
}


@pytest.mark.parametrize(("change", "outcome", "cell"), WRONG.values(), ids=WRONG)
def test_a_wrong_cell_is_told_with_its_place_and_the_others_are_taken(
    root: Path, change: Row, outcome: str, cell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = refilled(
        made(root), "Ý kiến", lambda rows: [rows[0], {**rows[1], **change}, {**rows[2], "Ý kiến": "Đồng ý"}]
    )
    capsys.readouterr()
    assert taken(root, filled, "-y", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"taken": 1, "same": 1, "asked": 0, "refused": 0, outcome: 1}
    open_ = next(row for row in told["cells"] if row["outcome"] == outcome)
    assert open_["place"] == f"Ý kiến!{cell}"
    assert open_["why"]
    assert len(opinions(root)) == 1


def test_an_answer_that_does_not_help_its_row_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"Ý kiến": "tùy xã", "Ngày": "31/2/2026"}
    (root / "ve.xlsx").write_bytes(refilled(made(root), "Ý kiến", lambda rows: [{**rows[0], **wrong}]))
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", Terminal("xyz\nnhất trí\n"))
    monkeypatch.setenv("OCOP_NO_INPUT", "")
    assert run(["-C", str(root), "--as-of", "2026-06-06", "meeting", "take", ID, str(root / "ve.xlsx")]) == 1
    after_the_question = capsys.readouterr().out.partition("cần hỏi 1")[2]
    assert "31/2/2026" in after_the_question
    assert "không dùng được 1" in after_the_question
    assert opinions(root) == {}


def test_a_unit_is_known_by_its_code_and_a_dossier_by_its_product(root: Path) -> None:
    retyped = {
        "Đơn vị": "VHXH",
        "Mã hồ sơ": "rượu NGÔ",
        "Nội dung": "bản sắc trí tuệ địa phương",
        "Ý kiến": "dong y",
    }
    assert taken(root, refilled(made(root), "Ý kiến", lambda rows: [{**rows[0], **retyped}]), "-y") == 0
    assert [*opinions(root)] == [("ruou-ngo", UNITS[1], "Bản sắc, trí tuệ địa phương")]


def test_no_opinion_is_written_over(root: Path) -> None:
    blank = made(root)

    def answer(stance: str, text: str = "") -> int:
        change = {"Ý kiến": stance, "Lời ý kiến": text}
        return taken(root, refilled(blank, "Ý kiến", lambda rows: [{**rows[0], **change}]), "-y")

    assert answer("Nhất trí") == 0
    first = opinions(root)
    assert answer("Không nhất trí", "Chưa đủ") == 1
    assert answer("") == 0
    assert opinions(root) == first


def test_two_answers_of_a_unit_in_one_table_are_not_both_taken(root: Path) -> None:
    twice = refilled(
        made(root),
        "Ý kiến",
        lambda rows: [
            {**rows[0], "Ý kiến": "Nhất trí"},
            {**rows[0], "Ý kiến": "Không nhất trí", "Lời ý kiến": "Sai"},
        ],
    )
    assert taken(root, twice, "-y") == 1
    assert [o.stance for o in opinions(root).values()] == [Stance.AGREE]


def test_intake_knows_the_table_and_another_meeting_refuses_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = refilled(made(root), "Ý kiến", lambda rows: [{**rows[0], "Ý kiến": "Nhất trí"}])
    (root / "ve.xlsx").write_bytes(filled)
    words = ("invite", "mat-ong", "--on", "06/6/2026", "--starts", "8:00", "--place", "Hội trường", "-y")
    assert meeting(root, *words) == 0
    assert meeting(root, "take", "hop-2026-06-06", str(root / "ve.xlsx"), "-y") == 2
    assert "không phải của cuộc họp" in capsys.readouterr().err
    assert (
        run(["-C", str(root), "--as-of", "2026-06-06", "--no-input", "intake", str(root / "ve.xlsx"), "-y"])
        == 0
    )
    assert len(opinions(root)) == 1


def test_a_table_that_was_filled_in_is_not_written_over(root: Path) -> None:
    (root / "bang.xlsx").write_bytes(refilled(made(root), "Ý kiến", lambda rows: rows))
    before = (root / "bang.xlsx").read_bytes()
    assert meeting(root, "sheet", ID, "-o", str(root / "bang.xlsx")) == 0
    assert (root / "bang.xlsx").read_bytes() == before
    assert (root / "bang-2.xlsx").is_file()


def test_a_dissent_keeps_its_words_and_is_put_to_the_chair(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"Ý kiến": "Không nhất trí", "Lời ý kiến": "8 người, không phải 9"}
    assert taken(root, refilled(made(root), "Ý kiến", lambda rows: [{**rows[0], **said}]), "-y") == 0
    there = [word for unit in UNITS for word in ("--present", unit)]
    assert meeting(root, "hold", ID, "--ends", "10:00", "--conclusion", "Xem lại.", *there) == 0
    assert "chưa có tiếp thu, giải trình" in capsys.readouterr().out
