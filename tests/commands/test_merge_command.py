"""Two officials, two copies of the commune's folder: what one command makes of both."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.store.files.big import fingerprint_of
from support.terminal import type_answers
from support.workspaces import copy_example

SAM_DAY, GAO_DO, PRIVATE = "dossiers/sam-day.yaml", "dossiers/gao-do.yaml", "private/sam-day.yaml"
LAST = "    by: Phòng Kinh tế\nscores:"
REQUEST = """\
submissions:
  - decision: 26-2026
    prepared_on: 2026-11-21
{sent}    serial: 7
    product_code: 51-23356-07-2026
history:
"""
Edits = Callable[..., None]


def git(root: Path, *words: str) -> None:
    named = ("-c", "user.name=Y Một", "-c", "user.email=y@mau.invalid")
    subprocess.run(["git", *named, *words], cwd=root, capture_output=True, check=True)


def rewrite(root: Path, name: str, *edits: tuple[str, str]) -> None:
    text = (root / name).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (root / name).write_text(text, encoding="utf-8")


def text_of(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def files_of(root: Path) -> dict[str, bytes]:
    found = [path for path in root.rglob("*") if path.is_file()]
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    aside = (".ocop/", "private/.ocop/", ".git/", "programme/seals/")
    return {name: raw for name, raw in named.items() if not name.startswith(aside)}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commune before the two went apart, with its history in git."""
    root = copy_example(tmp_path_factory.mktemp("chung") / "xa")
    for folder in root.joinpath("papers").iterdir():
        shutil.rmtree(folder)
    git(root, "init", "-q", "-b", "main")
    (root / ".gitignore").write_text("private/\n.ocop/\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "đầu")
    return root


@pytest.fixture
def two(begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The copies of two officials; commands run in the first."""
    mine, other = tmp_path / "may-mot", tmp_path / "may-hai"
    for folder in (mine, other):
        shutil.copytree(begun, folder)
    monkeypatch.chdir(mine)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    return mine, other


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run a command line on a terminal where somebody types the answers."""

    def play(words: list[str], *answers: str) -> int:
        monkeypatch.setenv("OCOP_NO_INPUT", "0")
        type_answers(monkeypatch, *answers)
        return run(words)

    return play


def test_what_each_has_done_is_there_once_and_undo_takes_it_back(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    rewrite(mine, SAM_DAY, ("  total: 24\n", "  total: 25   # đếm lại\n"))
    rewrite(other, SAM_DAY, ("  women: 15\n", "  women: 16\n"), ("    share: 70\n", "    share: 70.5\n"))
    (other / "producers/ho-moi.yaml").write_text(
        "schema: ocop/producer@1\nname: Hộ Y Mới\n", encoding="utf-8"
    )
    rewrite(other, GAO_DO, ("producer: htx-ruong-cao ", "producer: ho-moi "))
    (other / "dossiers/tho-cam.yaml").unlink()
    before, theirs = files_of(mine), files_of(other)
    assert run(["merge", str(other), "-n"]) == 0
    assert files_of(mine) == before
    assert run(["merge", str(other)]) == 0
    lines = text_of(mine, SAM_DAY).splitlines()
    assert {"  total: 25   # đếm lại", "  women: 16", "    share: 70.5"} <= {*lines}
    assert files_of(mine).keys() == theirs.keys()
    assert text_of(mine, GAO_DO) == text_of(other, GAO_DO)
    assert files_of(other) == theirs
    merged = files_of(mine)
    assert run(["merge", str(other)]) == 0
    assert "không có gì mới" in capsys.readouterr().out
    assert files_of(mine) == merged
    assert run(["undo"]) == 0
    assert files_of(mine) == before


def differing(mine: Path, other: Path) -> None:
    for root, total, move in ((mine, 25, "evaluated"), (other, 26, "preparing")):
        rewrite(
            root, SAM_DAY, ("  total: 24\n", f"  total: {total}\n"),
            (LAST, LAST.replace("scores:", f"  - stage: {move}\n    on: 2026-11-20\n    by: Y Mẫu\nscores:")),
        )  # fmt: skip
    git(other, "commit", "-qam", "sửa")


def test_what_both_changed_is_asked_with_both_values_and_who(
    two: tuple[Path, Path], asked: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    differing(*two)
    mine, other = two
    before = files_of(mine)
    assert asked(["merge", str(other), "--name", "Y Hai"], "2", "3") == 1
    shown = capsys.readouterr().err
    assert "sam-day: Lao động, Tổng số lao động (1/2)" in shown
    assert "lúc trước: “24”" in shown
    assert "máy này (Y Một, " in shown
    assert "Y Hai (Y Một, " in shown
    assert "“25”" in shown
    assert "“26”" in shown
    assert "“Đang hoàn thiện hồ sơ” ngày 20/11/2026, Y Mẫu" in shown
    assert files_of(mine) == before
    assert asked(["merge", str(other), "--name", "Y Hai"], "2") == 0  # what was chosen is asked no more
    assert "(1/1)" in capsys.readouterr().err
    assert "  total: 26\n" in text_of(mine, SAM_DAY)
    assert "stage: evaluated" not in text_of(mine, SAM_DAY)


@pytest.mark.parametrize(
    ("words", "total", "stage"), [(["--ours"], 25, "evaluated"), (["--theirs"], 26, "preparing")]
)
def test_where_nobody_can_be_asked_all_is_told_and_an_option_answers(
    two: tuple[Path, Path], words: list[str], total: int, stage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    differing(*two)
    mine, other = two
    before = files_of(mine)
    assert run(["merge", str(other)]) == 1
    told = capsys.readouterr().err
    assert told.count("P091") == 4
    assert '--choose "sam-day: Lao động, Tổng số lao động=máy này"' in told
    assert files_of(mine) == before
    assert run(["merge", str(other), "-n"]) == 0
    assert "Sẽ hỏi sam-day: Quá trình" in capsys.readouterr().out
    assert run(["merge", str(other), "--choose", "sam-day: Quá trình=cả hai"]) == 2
    assert run(["merge", str(other), "--ours", "--theirs"]) == 2
    side = "máy này" if words == ["--ours"] else "bên kia"
    assert run(["merge", str(other), *words, "--choose", f"sam-day: lao động, tổng số lao động={side}"]) == 0
    assert f"  total: {total}\n" in text_of(mine, SAM_DAY)
    assert text_of(mine, SAM_DAY).count(f"- stage: {stage}\n    on: 2026-11-20") == 1
    assert run(["merge", str(other)]) == 0


def test_a_file_of_one_name_and_another_content_is_kept_beside_and_found_there(
    two: tuple[Path, Path],
) -> None:
    mine, other = two
    for root, word in ((mine, "một"), (other, "hai")):
        (root / "papers/sam-day").mkdir()
        (root / "papers/sam-day/anh.pdf").write_text(f"%PDF-1.7 {word}", encoding="utf-8")
    added = "  - id: anh\n    kind: photos\n    title: Ảnh\n    file: papers/sam-day/anh.pdf\nsamples:\n"
    rewrite(other, SAM_DAY, ("samples:\n", added))
    assert run(["merge", str(other)]) == 0
    assert text_of(mine, "papers/sam-day/anh.pdf").endswith("một")
    assert text_of(mine, "papers/sam-day/anh-cua-may-hai.pdf").endswith("hai")
    assert "    file: papers/sam-day/anh-cua-may-hai.pdf\n" in text_of(mine, SAM_DAY)
    merged = files_of(mine)
    assert run(["merge", str(other)]) == 0
    assert files_of(mine) == merged


@pytest.mark.parametrize(
    ("sent_by_us", "sent_by_them", "answer", "keeps"),
    [
        (True, False, "", SAM_DAY),
        (False, True, "", GAO_DO),
        (False, False, "1", SAM_DAY),
        (False, False, "2", GAO_DO),
    ],
)
def test_a_product_code_is_never_of_two(
    two: tuple[Path, Path],
    asked: Callable[..., int],
    sent_by_us: bool,
    sent_by_them: bool,
    answer: str,
    keeps: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    mine, other = two
    for root, name, sent in ((mine, SAM_DAY, sent_by_us), (other, GAO_DO, sent_by_them)):
        rewrite(root, name, ("history:\n", REQUEST.format(sent="    on: 2026-11-22\n" if sent else "")))
    assert asked(["merge", str(other)], answer) == 0
    holders = [name for name in (SAM_DAY, GAO_DO) if "51-23356-07-2026" in text_of(mine, name)]
    assert holders == [keeps]
    merged = files_of(mine)
    assert run(["--no-input", "merge", str(other)]) == 0
    assert files_of(mine) == merged
    assert "không có gì mới" in capsys.readouterr().out


RECORD = """\
schema: ocop/paper@1
form: meeting-invitation
title: Giấy mời {name}
symbol: GM-UBND
made: {{on: 2026-11-20, tool: 0.5.0, document: a, template: b}}
issue: {{number: 12, on: 2026-11-20}}
"""


def test_a_number_of_two_documents_is_told_with_the_cure(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for root in two:
        (root / "documents/2026").mkdir(parents=True)
        record = root / f"documents/2026/{root.name}.yaml"
        record.write_text(RECORD.format(name=root.name), encoding="utf-8")
    other = two[1] / "documents/2026/mot-minh.yaml"
    other.write_text(RECORD.format(name="x").replace("12,", "13,"), encoding="utf-8")
    assert run(["merge", str(two[1])]) == 0
    told = capsys.readouterr().out
    assert "số 12 năm 2026 cấp hai lần" in told
    assert "số 13" not in told, "one document carries it"
    assert all(f"Giấy mời {root.name} (documents/2026/{root.name}.docx)" in told for root in two)
    assert "`ocop docs number documents/2026/may-hai.docx --number SỐ" in told
    other.with_stem("mot-minh-2").write_text(RECORD.format(name="x").replace("12,", "14,"), encoding="utf-8")
    assert run(["merge", str(two[1])]) == 0
    assert "cấp hai lần" not in capsys.readouterr().out, "that was said when it came"


NEW = "schema: ocop/dossier@1\nproduct: {{name: Măng le Mẫu}}\nproducer: {{name: {name}}}\nregistration: {{track: new, year: 2026}}\nhistory: [{{stage: idea, on: 2026-11-20}}]\n"


def test_of_a_dossier_with_the_signs_of_a_conflict_no_product_is_asked(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for root, head in zip(two, ("<<<<<<< HEAD\n", ""), strict=True):
        text = head + NEW.format(name="Hộ Y")
        (root / "dossiers/mang-le.yaml").write_text(text, encoding="utf-8")
    run(["merge", str(two[1])])
    told = "".join(capsys.readouterr())
    assert "hai sản phẩm" not in told
    assert "Chưa lấy dossiers/mang-le.yaml: tệp của một trong hai bên không đọc được" in told
    assert "mang-le.yaml:1" in told


@pytest.mark.parametrize("answer", ["1", "2"])
def test_two_new_products_of_one_id_are_told_apart_by_a_person(
    two: tuple[Path, Path], asked: Callable[..., int], answer: str
) -> None:
    mine, other = two
    for root, name in ((mine, "Hộ Y"), (other, "Hộ A")):
        (root / "dossiers/mang-le.yaml").write_text(NEW.format(name=name), encoding="utf-8")
        (root / "private/mang-le.yaml").write_text("schema: ocop/private@1\ngender: Nữ\n", encoding="utf-8")
    (other / "programme/removed.yaml").write_text(
        "schema: ocop/removed@1\nremoved: [{dossier: mang-le, on: 2026-11-21, reason: thử}]\n",
        encoding="utf-8",
    )
    assert asked(["merge", str(other)], answer, *(["1"] if answer == "2" else [])) == 0
    there = sorted(path.name for path in mine.glob("*/mang-le*"))
    if answer == "1":
        assert there == ["mang-le-2.yaml", "mang-le-2.yaml", "mang-le.yaml", "mang-le.yaml"]
        assert "Hộ A" in text_of(mine, "dossiers/mang-le-2.yaml")
        assert "mang-le-2" in text_of(mine, "programme/removed.yaml")
    else:
        assert there == ["mang-le.yaml", "mang-le.yaml"]
    merged = files_of(mine)
    assert run(["--no-input", "merge", str(other)]) == 0
    assert files_of(mine) == merged


def test_a_file_that_one_removed_and_the_other_changed_is_asked(
    two: tuple[Path, Path], asked: Callable[..., int]
) -> None:
    mine, other = two
    (mine / SAM_DAY).unlink()
    (other / GAO_DO).unlink()
    rewrite(other, SAM_DAY, ("  total: 24\n", "  total: 26\n"))
    rewrite(mine, GAO_DO, ("note: Đã duyệt phương án.", "note: Đã duyệt lại."))
    assert run(["merge", str(other)]) == 1
    assert asked(["merge", str(other)], "1", "1") == 0
    assert (mine / GAO_DO).exists()
    assert not (mine / SAM_DAY).exists()


def test_without_a_known_past_nothing_is_taken_for_removed(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    shutil.rmtree(other / ".git")
    (other / GAO_DO).unlink()
    rewrite(other, SAM_DAY, ("  total: 24\n", "  total: 26\n"), ("  women: 15\n", ""))
    assert run(["merge", str(other), "--theirs"]) == 0
    assert "Không biết hai bản tách nhau từ đâu" in capsys.readouterr().err
    assert (mine / GAO_DO).exists()
    assert "  women: 15\n" in text_of(mine, SAM_DAY)
    assert "  total: 26\n" in text_of(mine, SAM_DAY)


def test_a_folder_that_was_not_brought_along_is_not_taken_away(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    before = files_of(mine)
    shutil.rmtree(other / "programme")
    shutil.rmtree(other / "private")
    assert run(["merge", str(other)]) == 0
    assert "bản kia không mang theo programme: giữ nguyên" in capsys.readouterr().out
    assert files_of(mine) == before


def test_two_copies_of_a_folder_without_git_know_their_past_by_what_they_keep_for_undo(
    two: tuple[Path, Path],
) -> None:
    mine, other = two
    shutil.rmtree(mine / ".git")
    shutil.rmtree(other / ".git")
    for root, field in ((mine, "lao động=25"), (other, "lao động nữ=14")):
        assert run(["-C", str(root), "set", "sam-day", field]) == 0
    assert run(["merge", str(other)]) == 0
    assert {"  total: 25", "  women: 14"} <= {*text_of(mine, SAM_DAY).splitlines()}


def test_personal_data_are_asked_and_told_to_nobody_else(
    two: tuple[Path, Path], asked: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    for root, phone in ((mine, "0900 000 001"), (other, "0900 000 002")):
        (root / PRIVATE).write_text(f'schema: ocop/private@1\nphone: "{phone}"\n', encoding="utf-8")
    for words in ([], ["--json"], ["-n"], ["-n", "--json"]):
        run(["merge", str(other), *words])
    assert "0900" not in "".join(capsys.readouterr())
    assert asked(["merge", str(other)], "dừng") == 130
    assert asked(["merge", str(other)], "2") == 0
    assert "002" in text_of(mine, PRIVATE)
    kept = [path.read_bytes() for path in (mine / ".ocop").glob("interviews/*")]
    assert not [raw for raw in kept if b"0900" in raw]


@pytest.mark.parametrize(
    "broken", [b"\x00" * 40, b"<<<<<<< a\n=======\n>>>>>>> b\n", b"product: {name: x}\n"]
)
def test_one_broken_file_stops_nothing_else(
    two: tuple[Path, Path], broken: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    before = text_of(mine, SAM_DAY)
    (other / SAM_DAY).write_bytes(broken)
    rewrite(other, GAO_DO, ("note: Đã duyệt phương án.", "note: Đã duyệt lại."))
    assert run(["merge", str(other)]) == 0
    assert f"Chưa lấy {SAM_DAY}" in capsys.readouterr().out
    assert text_of(mine, SAM_DAY) == before
    assert "note: Đã duyệt lại." in text_of(mine, GAO_DO)


def test_a_file_that_the_system_does_not_give_stops_nothing_else(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    (other / "papers/a.pdf").write_text("a", encoding="utf-8")
    (other / "papers/b.pdf").write_text("b", encoding="utf-8")

    def asked(path: Path) -> object:
        if path == other / "papers/a.pdf":
            raise PermissionError(13, "Permission denied")
        return fingerprint_of(path)

    monkeypatch.setattr("ocop_cli.store.merge.other_copy.fingerprint_of", asked)
    assert run(["merge", str(other)]) == 0
    assert "Chưa lấy papers/a.pdf: hệ thống không cho đọc" in capsys.readouterr().out
    assert (mine / "papers/b.pdf").exists()


def test_a_branch_is_merged_and_git_knows(two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    mine, _ = two
    git(mine, "switch", "-qc", "kia")
    rewrite(mine, SAM_DAY, ("  total: 24\n", "  total: 26\n"))
    git(mine, "commit", "-qam", "sửa")
    git(mine, "switch", "-q", "main")
    rewrite(mine, SAM_DAY, ("  women: 15\n", "  women: 16\n"))
    git(mine, "commit", "-qam", "sửa")
    assert run(["merge", "kia", "--json"]) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (said["schema"], said["merged"], said["past"]) == ("ocop/merge@1", [SAM_DAY], "lịch sử git chung")
    assert {"  total: 26", "  women: 16"} <= {*text_of(mine, SAM_DAY).splitlines()}
    git(mine, "merge-base", "--is-ancestor", "kia", "HEAD")
    assert run(["merge", "kia"]) == 0


@pytest.mark.parametrize("theirs", [".", "khong-co", "..", "-x", "--upload-pack=x"])
def test_what_is_no_other_copy_is_refused(two: tuple[Path, Path], theirs: str) -> None:
    assert run(["merge", "--", theirs]) == 2


def test_the_folder_of_another_commune_is_refused(two: tuple[Path, Path]) -> None:
    rewrite(two[1], "ocop.yaml", ('  code: "23356"\n', '  code: "23359"\n'))
    assert run(["merge", str(two[1])]) == 2


def test_remarks_of_both_stay_and_one_whose_line_is_gone_is_told(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    rewrite(mine, SAM_DAY, ("  total: 24\n", "  # hỏi lại bà Ba\n  total: 25   # đếm lại\n"))
    rewrite(other, SAM_DAY, ("  total: 24\n", ""), ("  women: 15\n", "  women: 16   # cả mùa vụ\n"))
    rewrite(mine, SAM_DAY, ("  agents: 6\n", "  agents: 6   # có danh sách\n"))
    rewrite(other, SAM_DAY, ("  agents: 6\n", ""))
    assert run(["merge", str(other), "--ours"]) == 0
    text = text_of(mine, SAM_DAY)
    assert "  # hỏi lại bà Ba\n  total: 25   # đếm lại\n" in text
    assert "  women: 16   # cả mùa vụ\n" in text
    assert text.count("# có danh sách") == 1
    assert "nay đứng ở dòng kế tiếp: # có danh sách" in capsys.readouterr().out


PAPER = "documents/2026/moi.yaml"


def seal_in(root: Path) -> None:
    (root / "documents/2026").mkdir(parents=True)
    (root / PAPER).write_text(RECORD.format(name="họp"), encoding="utf-8")
    (root / "documents/2026/moi.docx").write_bytes(b"PK trang")
    assert run(["-C", str(root), "seal", PAPER, "--by", "Y Một", "--reason", "lập từ trước"]) == 0


@pytest.mark.parametrize("name", [PAPER, "documents/2026/moi.docx"])
def test_what_another_hand_changed_after_its_seal_is_told_and_not_taken(
    two: tuple[Path, Path], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    seal_in(other)
    capsys.readouterr()
    content = (other / name).read_bytes()
    (other / name).write_bytes(content.replace(b"trang", b"khac").replace(b"number: 12", b"number: 13"))
    rewrite(other, GAO_DO, ("note: Đã duyệt phương án.", "note: Đã duyệt lại."))
    assert run(["merge", str(other)]) == 0
    told = capsys.readouterr().out
    assert f"Chưa lấy {name}: bên kia đã đổi ngoài chương trình" in told
    assert not (mine / "documents/2026").exists()
    assert "Đã duyệt lại" in text_of(mine, GAO_DO)
    assert run(["-C", str(other), "seal", name, "--by", "Y Hai", "--reason", "văn thư sửa"]) == 0
    assert run(["merge", str(other)]) == 0
    assert "Y Hai đã niêm lại documents/2026/moi.yaml bên kia: văn thư sửa" in capsys.readouterr().out
    assert (mine / name).read_bytes() == (other / name).read_bytes()


def test_what_lies_beside_a_seal_that_cannot_be_read_or_is_gone_is_not_taken(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    seal_in(other)
    seal = other / "programme/seals" / PAPER
    seal.write_bytes(b"a: [")
    assert run(["merge", str(other)]) == 0
    assert f"Chưa lấy {PAPER}: dấu niêm bên kia không đọc được" in capsys.readouterr().out
    assert not (mine / PAPER).exists()
    seal.unlink()
    assert run(["merge", str(other)]) == 0
    assert "Chưa lấy" not in capsys.readouterr().out
    assert (mine / PAPER).read_bytes() == (other / PAPER).read_bytes()


def test_a_scan_that_is_another_than_its_noted_hash_is_told_and_not_taken(
    two: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = two
    (other / "papers/ky.pdf").write_bytes(b"%PDF khac")
    signed = f"issue: {{number: 12, on: 2026-11-20}}\nsigned: {{file: papers/ky.pdf, sha256: {'a' * 64}}}\n"
    (other / "documents/2026").mkdir(parents=True)
    (other / PAPER).write_text(
        RECORD.format(name="họp").replace("issue: {number: 12, on: 2026-11-20}\n", signed), encoding="utf-8"
    )
    assert run(["merge", str(other)]) == 0
    assert (
        f"Chưa lấy papers/ky.pdf: bên kia đã khác tệp có mã băm ghi trong {PAPER}" in capsys.readouterr().out
    )
    assert not (mine / "papers/ky.pdf").exists()


@pytest.mark.parametrize("by_us", [True, False])
def test_a_dossier_that_one_has_renamed_is_merged_under_our_name(
    two: tuple[Path, Path], by_us: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    renaming, editing = two if by_us else two[::-1]
    new = "dossiers/sam-day-xop.yaml"
    (renaming / SAM_DAY).rename(renaming / new)
    (renaming / PRIVATE).rename(renaming / "private/sam-day-xop.yaml")
    rewrite(renaming, new, ("  women: 15\n", "  women: 16\n"))
    rewrite(editing, SAM_DAY, ("  total: 24\n", "  total: 26\n"))
    words = f"note: {'sam-day' if by_us else 'sam-day-xop'}"  # names no dossier, whatever it looks like
    rewrite(two[1], GAO_DO, ("note: Đã duyệt phương án.", words))
    assert run(["merge", str(two[1])]) == 0
    assert "của máy này là" in capsys.readouterr().out
    assert f"{words}\n" in text_of(two[0], GAO_DO)
    mine, gone = (new, SAM_DAY) if by_us else (SAM_DAY, new)
    assert not (two[0] / gone).exists()
    assert {"  total: 26", "  women: 16"} <= {*text_of(two[0], mine).splitlines()}
    assert len([*two[0].glob("private/sam-day*.yaml")]) == 1
    merged = files_of(two[0])
    assert run(["merge", str(two[1])]) == 0
    assert files_of(two[0]) == merged
