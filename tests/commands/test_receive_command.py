"""``ocop receive``: the papers of a folder, the receipt and its three slips in one go, or everything that is missing."""

import hashlib
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from PIL import Image

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support import scans

Ocop = Callable[..., int]
SLIPS = ("receipt", "format-check", "control-slip")
WHOLE = {
    "Bản công bố.pdf": scans.pdf(2), "attp.pdf": scans.pdf(1), "Ảnh môi trường.jpg": scans.photo(turned=6),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as Zalo leaves it, outside the workspace."""
    made = tmp_path / "Zalo Received Files"
    made.mkdir()
    return made


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def held(workspace: Path, name: str = "ot-rung") -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


def everything(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and ".ocop" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def said(capsys: Any) -> str:
    return " ".join("".join(capsys.readouterr()).split())


def receive(ocop: Ocop, folder: Path, *more: str) -> int:
    return ocop("receive", "ot-rung", "--from", str(folder), "--on", "20/11/2026", *more)


def test_a_folder_is_received_in_one_go(ocop: Ocop, workspace: Path, folder: Path) -> None:
    fill(folder, WHOLE)
    before = everything(folder)
    assert receive(ocop, folder, "--samples", "5", "--slip", "12/2026", "--originals") == 0
    dossier = held(workspace)
    new = {paper.kind: paper for paper in dossier.papers[-3:]}
    assert {kind: paper.pages for kind, paper in new.items()} == {
        "quality_declaration": 2, "food_safety_certificate": 1, "environment": 1,
    }  # fmt: skip
    for paper in new.values():
        content = (workspace / str(paper.file)).read_bytes()
        assert paper.sha256 == hashlib.sha256(content).hexdigest()
        assert paper.original is True
        assert str(paper.file).isascii()
    slip = dossier.registration.slip
    assert slip is not None
    assert (slip.number, str(slip.received_on)) == ("12/2026", "2026-11-20")
    assert dossier.samples is not None
    assert dossier.samples.units == 5
    assert load_cycle().stages[dossier.stage].filing
    assert dossier.promises[0].received_on is not None, "the paper that was promised has come"
    for form in SLIPS:
        assert (workspace / f"documents/2026/ot-rung-{form}.docx").is_file()
    assert everything(folder) == before, "what somebody brought stays as it is"
    assert ocop("check", "ot-rung") == 0


def test_a_photo_is_kept_without_its_place_and_the_same_way_up(
    ocop: Ocop, workspace: Path, folder: Path
) -> None:
    fill(folder, WHOLE)
    assert receive(ocop, folder, "--samples", "5") == 0
    kept = (workspace / "papers/ot-rung/anh-moi-truong.jpg").read_bytes()
    assert b"DIENTHOAI" not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {0x0112: 6}


def test_no_number_of_a_person_is_taken_over_from_the_name_of_a_file(
    ocop: Ocop, workspace: Path, folder: Path
) -> None:
    fill(folder, {f"Môi trường {number}.pdf": scans.pdf(pages) for pages, number in enumerate(NUMBERS, 1)})
    assert receive(ocop, folder, "--papers-only") == 0
    papers = held(workspace).papers[-2:]
    assert [paper.file for paper in papers] == [
        f"papers/ot-rung/moi-truong-{end}.pdf" for end in ("890", "678")
    ]
    assert papers[1].title.endswith("Môi trường *******678")
    text = (workspace / "dossiers/ot-rung.yaml").read_text(encoding="utf-8")
    assert not [number for number in NUMBERS if number in text]


def test_what_is_missing_stops_it_with_everything_at_once_and_nothing_is_written(
    ocop: Ocop, workspace: Path, folder: Path, capsys: Any
) -> None:
    fill(folder, {"Bản công bố.pdf": scans.pdf(2), "khoa moi truong.pdf": scans.pdf(4, lock="mo")})
    path = workspace / "dossiers/ot-rung.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("promises:")[0] + HISTORY, encoding="utf-8")
    before = everything(workspace)
    assert receive(ocop, folder, "--json") == 1
    found = {each["code"]: each["hint"] for each in json.loads(capsys.readouterr().out)["findings"]}
    assert set(found) == {"F203", "F210", "F212"}
    assert "--promise" in found["F203"]
    assert "--pages" in found["F210"]
    assert "--samples" in found["F212"]
    assert everything(workspace) == before
    more = ("--samples", "5", "--pages", "khoa moi truong.pdf=4", "--promise", "ATTP=15/12/2026")
    assert receive(ocop, folder, *more) == 0
    dossier = held(workspace)
    assert [(p.paper, str(p.due)) for p in dossier.promises] == [("food_safety_certificate", "2026-12-15")]
    assert next(p.pages for p in dossier.papers if p.kind == "environment") == 4


NUMBERS = ("001234567890", "0912345678")
HISTORY = """history:
  - {stage: idea, on: 2026-01-20}
  - {stage: selected, on: 2026-02-05, kind: select, reasons: [Có vùng nguyên liệu]}
  - {stage: planning, on: 2026-03-01}
  - {stage: implementing, on: 2026-04-01}
  - {stage: preparing, on: 2026-09-15}
"""


def test_papers_only_records_them_and_leaves_the_dossier_where_it_is(
    ocop: Ocop, workspace: Path, folder: Path
) -> None:
    fill(folder, WHOLE)
    before = held(workspace)
    assert receive(ocop, folder, "--papers-only") == 0
    after = held(workspace)
    assert len(after.papers) == len(before.papers) + 3
    assert (after.history, after.samples) == (before.history, before.samples)
    assert (workspace / "documents/2026/ot-rung-format-check.docx").is_file()
    assert not (workspace / "documents/2026/ot-rung-receipt.docx").exists()


def test_run_again_takes_only_what_is_new(ocop: Ocop, workspace: Path, folder: Path, capsys: Any) -> None:
    fill(folder, WHOLE)
    first = ("--samples", "5", "--slip", "12/2026")
    assert receive(ocop, folder, *first) == 0
    before, moves = everything(workspace), len(held(workspace).history)
    assert receive(ocop, folder, *first) == 0
    assert "Không có gì mới để ghi" in said(capsys)
    assert everything(workspace) == before
    fill(folder, {"iso 22000.pdf": scans.pdf(3), "iso 22000 - Copy.pdf": scans.pdf(3)})
    assert receive(ocop, folder, *first) == 0
    told = said(capsys)
    assert "iso 22000 - Copy.pdf: cùng một tệp với iso 22000.pdf" in told
    assert "attp.pdf: đã có trong hồ sơ" in told
    assert [paper.kind for paper in held(workspace).papers][-1] == "quality_system"
    assert len(held(workspace).history) == moves


def test_a_file_in_the_place_of_another_is_asked_about_and_writes_over_nothing(
    ocop: Ocop, workspace: Path, folder: Path, capsys: Any
) -> None:
    fill(folder, WHOLE)
    assert receive(ocop, folder, "--samples", "5") == 0
    old = (workspace / "papers/ot-rung/attp.pdf").read_bytes()
    fill(folder, {"attp.pdf": scans.pdf(9)})
    before = everything(workspace)
    assert receive(ocop, folder) == 2
    assert "“attp.pdf” trùng tên với giấy đã có" in said(capsys)
    assert everything(workspace) == before
    count = len(held(workspace).papers)
    assert receive(ocop, folder, "--as", "attp.pdf=bản mới") == 0
    papers = held(workspace).papers
    assert len(papers) == count
    (paper,) = (paper for paper in papers if paper.kind == "food_safety_certificate")
    assert (paper.file, paper.pages) == ("papers/ot-rung/attp-2.pdf", 9)
    assert (workspace / "papers/ot-rung/attp.pdf").read_bytes() == old


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic....", "ảnh HEIC"),
        ("rong.pdf", b"", "tệp trống"),
        ("cau chuyen.docx", b"PK\x03\x04", "chưa phải bản đã ký"),
        ("hong.jpg", b"\xff\xd8\xff\xe0 junk", "tệp hỏng"),
        ("ghi chu.txt", b"chu", "không phải PDF hay ảnh"),
    ],
)
def test_a_file_that_is_not_taken_is_told_with_the_reason(
    ocop: Ocop, workspace: Path, folder: Path, name: str, content: bytes, told: str, capsys: Any
) -> None:
    fill(folder, {name: content, "Thumbs.db": b"x", ".DS_Store": b"x", "~$cau chuyen.docx": b"x"})
    before = everything(workspace)
    assert receive(ocop, folder, "--papers-only") == 0
    shown = said(capsys)
    assert f"{name}: " in shown
    assert told in shown
    assert "Thumbs" not in shown
    assert everything(workspace) == before


def test_a_word_file_is_taken_when_somebody_says_what_it_is(
    ocop: Ocop, workspace: Path, folder: Path
) -> None:
    fill(folder, {"bai viet.docx": b"PK\x03\x04"})
    more = ("--papers-only", "--as", "bai viet.docx=câu chuyện", "--pages", "bai viet.docx=2")
    assert receive(ocop, folder, *more) == 0
    paper = held(workspace).papers[-1]
    assert (paper.kind, paper.pages, paper.file) == ("story", 2, "papers/ot-rung/bai-viet.docx")


@pytest.mark.parametrize(
    "typed",
    ["Câu chuyện ớt.pdf", normalize("NFD", "Câu chuyện ớt.pdf"), "cau chuyen ot.pdf", "Câu chuyện  ớt.pdf"],
)
def test_a_file_is_meant_by_any_spelling_of_its_name(
    ocop: Ocop, workspace: Path, folder: Path, typed: str
) -> None:
    fill(folder, {normalize("NFD", "Câu chuyện ớt.pdf"): scans.pdf(2)})
    assert receive(ocop, folder, "--papers-only", "--as", f"{typed}=quảng bá") == 0
    assert (held(workspace).papers[-1].kind, held(workspace).papers[-1].pages) == ("promotion", 2)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--as", "khac.pdf=story"), "không có tệp “khac.pdf”"),
        (("--as", "attp.pdf"), "thiếu dấu ="),
        (("--as", "attp.pdf=giấy ma"), "không rõ “giấy ma”"),
        (("--pages", "attp.pdf=0"), "không phải số trang"),
        (("--samples", "năm"), "không phải số sản phẩm mẫu"),
        (("--promise", "ATTP"), "thiếu dấu ="),
        (("--promise", "ATTP=31/2/2026"), "không phải là ngày"),
        (("--originals", "--copies"), "Chọn một"),
        (("--on", "24/11/2026"), "chưa tới"),
    ],
)
def test_a_wrong_option_is_told_before_anything_is_written(
    ocop: Ocop, workspace: Path, folder: Path, more: tuple[str, ...], told: str, capsys: Any
) -> None:
    fill(folder, WHOLE)
    before = everything(workspace)
    assert ocop("receive", "ot-rung", "--from", str(folder), *more) == 2
    assert told in said(capsys)
    assert everything(workspace) == before


def test_files_in_doubt_are_named_together_where_nobody_can_be_asked(
    ocop: Ocop, folder: Path, capsys: Any
) -> None:
    fill(folder, {"z01.jpg": scans.photo(), "z02.jpg": scans.photo("PNG"), "attp.pdf": scans.pdf(1)})
    assert receive(ocop, folder) == 2
    shown = said(capsys)
    assert "Chưa rõ 2 tệp là giấy gì: “z01.jpg”; “z02.jpg”" in shown
    more = ("--as", "z01.jpg=bỏ qua", "--as", "z02.jpg=môi trường", "--samples", "5")
    assert receive(ocop, folder, *more) == 0


def test_a_trial_shows_all_and_writes_nothing(ocop: Ocop, workspace: Path, folder: Path, capsys: Any) -> None:
    fill(
        folder,
        {**WHOLE, "iso ky so.pdf": scans.digitally_signed(), "hop dong.pdf": scans.scanned(dpi=96, mode="L")},
    )
    before = everything(workspace)
    assert receive(ocop, folder, "--samples", "5", "-n") == 0
    shown = said(capsys)
    for told in (
        f"chữ ký số: {scans.SIGNER}, lúc 09:15 ngày 03/12/2026",
        "chương trình chưa kiểm tra chữ ký còn nguyên vẹn không",
        "độ phân giải khoảng 96 dpi, cần 200 dpi trở lên",
        "quét đen trắng, cần quét màu",
        "chưa đối chiếu bản gốc",
        "đã gỡ vị trí chụp",
        "Chạy thử: chưa ghi gì.",
    ):
        assert told in shown
    assert everything(workspace) == before


def test_the_way_to_the_receipt_is_walked_when_its_needs_are_met(
    ocop: Ocop, workspace: Path, folder: Path
) -> None:
    path = workspace / "dossiers/ot-rung.yaml"
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if "stage: implementing" in line)
    path.write_text("".join(lines[:start]), encoding="utf-8")
    assert held(workspace).stage == "planning"
    fill(folder, WHOLE)
    assert receive(ocop, folder, "--samples", "5") == 0
    assert [move.stage for move in held(workspace).history][-3:] == ["implementing", "preparing", "received"]


@pytest.mark.parametrize("name", ["sam-day", "mang-kho", "tho-cam", "ca-phe"])
def test_no_papers_are_added_to_a_dossier_that_is_not_at_the_commune(
    ocop: Ocop, workspace: Path, folder: Path, name: str
) -> None:
    fill(folder, WHOLE)
    stage = load_cycle().stages[held(workspace, name).stage]
    before = everything(workspace)
    status = ocop("receive", name, "--from", str(folder), "--papers-only")
    ours = not (stage.waiting or stage.closed or stage.renewal)
    assert status == (0 if ours else 1)
    assert (everything(workspace) != before) is ours


def test_somebody_is_asked_what_is_in_doubt_and_may_correct_it(
    workspace: Path, folder: Path, answer: Ocop, capsys: Any
) -> None:
    fill(folder, {"z01.jpg": scans.photo(), "attp.pdf": scans.pdf(1), "iso.pdf": scans.pdf(2, lock="mo")})
    words = ["receive", "ot-rung", "--from", str(folder), "--on", "20/11/2026"]
    answers = ("bảo vệ môi trường", "z01.jpg", "câu chuyện", "đúng cả", "3", "bản gốc", "đủ", "đúng cả")
    assert answer(words, *answers, "5", "12/2026") == 0
    dossier = held(workspace)
    assert dossier.idea
    assert dossier.idea.choice
    assert dossier.idea.choice.evidence == ("z01",)
    assert {paper.kind: paper.pages for paper in dossier.papers[-3:]} == {
        "food_safety_certificate": 1, "quality_system": 3, "story": 1,
    }  # fmt: skip
    assert all(paper.original and paper.signed for paper in dossier.papers[-3:])
    shown = capsys.readouterr().err
    assert "business_registration" not in shown
    assert "tệp khóa mật khẩu, không đếm được" in shown


def test_few_kinds_are_numbered_and_any_other_is_named_by_its_words(
    workspace: Path, folder: Path, answer: Ocop, capsys: Any
) -> None:
    fill(folder, {"z01.jpg": scans.photo()})
    words = ["receive", "ot-rung", "--from", str(folder), "--on", "20/11/2026", "--papers-only", "--copies"]
    answers = ("99", "loại khác", "giấy ma", "môi trường", "1", "đúng cả")
    answer(words, *answers)
    shown = capsys.readouterr().err
    numbered = [line for line in shown.splitlines() if re.match(r"  \d+\. ", line)]
    assert "  6. loại khác" in numbered
    assert all(int(line.split(".")[0]) <= 8 for line in numbered)
    assert "Không rõ “99” là loại giấy nào. Gõ số từ 1 đến 7" in shown
    assert "Không rõ “giấy ma”" in shown


def test_a_folder_that_is_not_there_is_told(ocop: Ocop, tmp_path: Path, capsys: Any) -> None:
    assert ocop("receive", "ot-rung", "--from", str(tmp_path / "khong-co")) == 2
    assert "Không thấy thư mục" in said(capsys)


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_papers_that_lie_in_the_dossiers_own_folder_are_taken_where_they_are(
    ocop: Ocop, workspace: Path
) -> None:
    inside = workspace / "papers/ot-rung"
    (inside / "attp.pdf").write_bytes(scans.pdf(1))
    assert receive(ocop, Path("papers/ot-rung"), "--samples", "5") == 0
    assert held(workspace).papers[-1].file == "papers/ot-rung/attp.pdf"
    assert sorted(path.name for path in inside.glob("attp*")) == ["attp.pdf"]


def test_machines_are_told_which_file_became_which_paper(
    ocop: Ocop, workspace: Path, folder: Path, capsys: Any
) -> None:
    fill(folder, {**WHOLE, "ghi chú.txt": b"abc", "thừa.pdf": scans.pdf(4)})
    assert receive(ocop, folder, "--papers-only", "--copies", "--as", "thừa.pdf=bỏ qua", "--json") == 0
    given = json.loads(capsys.readouterr().out)
    assert given["schema"] == "ocop/receipt@1"
    dossier = load_dossier(Sources(workspace), given["dossier"]).dossier
    papers = {paper.id: paper for paper in dossier.papers}
    assert {each["file"] for each in given["files"]} == set(WHOLE)
    for each in given["files"]:
        paper = papers[each["paper"]]
        told = (each["kind"], each["title"], each["path"], each["pages"], each["sha256"])
        assert told == (paper.kind, paper.title, paper.file, paper.pages, paper.sha256)
        assert (workspace / each["path"]).stat().st_size == each["size"]
        assert each["path"] in given["written"]
    assert {each["file"]: each["reason"] for each in given["left_out"]}.keys() == {"ghi chú.txt", "thừa.pdf"}
    assert given["stage"] == dossier.stage
    assert any(each["told"] for each in given["files"])


@pytest.mark.parametrize("name", ["ot-rung", "gao-do"])
def test_machines_are_told_what_is_still_to_come(ocop: Ocop, workspace: Path, name: str, capsys: Any) -> None:
    dossier = held(workspace, name)
    assert ocop("receive", name, "--samples", "5", "--papers-only", "--json", "-n") == 0
    given = json.loads(capsys.readouterr().out)
    promised = {each["kind"]: each["due"] for each in given["promised"]}
    assert promised == {each.paper: str(each.due) for each in dossier.promises}
    there = {paper.kind for paper in dossier.papers}
    assert (there | set(promised)) & set(given["missing"]) == set()
    assert bool(given["missing"]) is (name == "gao-do")


def test_a_trial_tells_machines_the_same_and_writes_nothing(
    ocop: Ocop, workspace: Path, folder: Path, capsys: Any
) -> None:
    fill(folder, WHOLE)
    words = ("--papers-only", "--copies", "--json")
    assert receive(ocop, folder, *words, "-n") == 0
    trial = json.loads(capsys.readouterr().out)
    assert receive(ocop, folder, *words) == 0
    real = json.loads(capsys.readouterr().out)
    assert trial == {**real, "written": []}
    assert receive(ocop, folder, *words) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["files"], len(again["left_out"]), again["written"]) == ([], len(WHOLE), [])


WITH_SCORES = (
    "--samples",
    "5",
    "--slip",
    "12/2026",
    "--originals",
    "--signed",
    "--on",
    "20/11/2026",
    "--scores",
)


def test_the_producers_own_levels_are_copied_at_the_receipt(
    workspace: Path, folder: Path, answer: Ocop, capsys: Any
) -> None:
    fill(folder, WHOLE)
    file = workspace / "dossiers/ot-rung.yaml"
    file.write_text(
        re.sub(r"(?m)^scores:\n(?: .*\n)+", "", file.read_text(encoding="utf-8")), encoding="utf-8"
    )
    words = ["receive", "ot-rung", "--from", str(folder), *WITH_SCORES]
    assert answer(words, "1", "18/11/2026", "2", "", "dừng") == 0, said(capsys)
    dossier = held(workspace)
    assert load_cycle().stages[dossier.stage].filing
    (sheet,) = (sheet for sheet in dossier.scores if sheet.scorer == "self")
    assert (str(sheet.on), len(sheet.choices)) == ("2026-11-18", 1)
    assert "Ngày chủ thể tự chấm" in said(capsys)


def test_levels_are_asked_only_of_somebody_who_is_there(
    ocop: Ocop, workspace: Path, folder: Path, capsys: Any
) -> None:
    fill(folder, WHOLE)
    before = everything(workspace)
    assert ocop("receive", "ot-rung", "--from", str(folder), *WITH_SCORES) == 2
    assert "ocop score ot-rung" in said(capsys)
    assert everything(workspace) == before
