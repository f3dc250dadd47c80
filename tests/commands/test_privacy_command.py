"""``ocop privacy``: every place where data of a person stand is named; erasing takes what may go and tells what stays."""

import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ocop_cli.usecases.privacy.documents import names_person

Ocop = Callable[..., int]
PERSON, DOSSIER = "Y Sâm Mẫu", "sam-day"


@pytest.fixture
def held(workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a draft and an issued document, a form that came back and a scan of the person."""
    assert ocop("paper", "tu-danh-gia", DOSSIER) == 0
    for name in (f"private/forms/{DOSSIER}/phieu.docx", f"papers/{DOSSIER}/cccd Y Sâm Mẫu.jpg"):
        (workspace / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace / name).write_bytes(b"x")
    capsys.readouterr()
    return workspace


def test_every_place_is_named_and_no_value_is_shown(
    held: Path, ocop: Ocop, printed: Callable[[], Any]
) -> None:
    assert ocop("privacy", "find", DOSSIER, "--json") == 0
    found = printed()
    fates = {row["file"]: row["fate"] for row in found["holdings"]}
    assert found["dossiers"] == [DOSSIER]
    assert fates[f"private/{DOSSIER}.yaml"] == "erased"
    assert fates[f"private/forms/{DOSSIER}/phieu.docx"] == "erased"
    assert fates[f"papers/{DOSSIER}/cccd Y Sâm Mẫu.jpg"] == "erased"
    assert fates[f"documents/2026/{DOSSIER}-self-assessment.docx"] == "erased"
    assert fates[f"dossiers/{DOSSIER}.yaml"] == "erased"
    own = next(row for row in found["holdings"] if row["file"] == f"private/{DOSSIER}.yaml")
    assert "Phiếu đăng ký" in own["purpose"]
    assert "Mẫu số" in own["basis"]
    assert "0900000011" not in str(found)


def test_a_name_is_found_however_it_is_typed(held: Path, ocop: Ocop, printed: Callable[[], Any]) -> None:
    assert ocop("privacy", "find", "y sam mau", "--json") == 0
    assert printed()["dossiers"] == [DOSSIER]
    assert ocop("privacy", "find", "Không Ai Cả", "--json") == 0
    assert printed()["holdings"] == []


def test_names_of_files_that_undo_still_lists_are_told(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = f"papers/{DOSSIER}/cccd Y Sâm Mẫu.jpg"
    (workspace / scan).write_bytes(b"x")
    assert ocop("privacy", "erase", DOSSIER, "--reason", "đơn", "-y") == 0
    assert f"còn ghi tên tệp {scan}" in capsys.readouterr().out


def test_erasing_takes_what_may_go_and_keeps_what_was_issued(
    held: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    issued = f"documents/2026/{DOSSIER}-self-assessment"
    record = (held / f"{issued}.yaml").read_text(encoding="utf-8")
    (held / f"{issued}.yaml").write_text(f"{record}issue:\n  number: 7\n  on: 2026-11-23\n", encoding="utf-8")
    words = ("privacy", "erase", DOSSIER)
    assert ocop(*words, "-y") == 2
    assert ocop(*words, "--reason", "đơn", "-y", "-n") == 0
    assert (held / f"private/{DOSSIER}.yaml").is_file()
    assert ocop(*words, "--reason", "đơn ngày 20/11/2026") == 2
    assert ocop(*words, "--reason", "đơn ngày 20/11/2026", "-y") == 0
    told = capsys.readouterr().out
    assert "lưu trữ" in told
    assert "`ocop undo` hỏi lại" in told
    assert not (held / f"private/{DOSSIER}.yaml").exists()
    assert not (held / f"private/forms/{DOSSIER}/phieu.docx").exists()
    assert (held / f"{issued}.docx").is_file()
    assert (held / f"dossiers/{DOSSIER}.yaml").is_file()
    assert ocop("privacy", "find", DOSSIER) == 0


def test_what_git_keeps_is_told(held: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("init", "-q"), ("add", f"dossiers/{DOSSIER}.yaml"), ("commit", "-qm", "x")):
        identity = ("-c", "user.name=t", "-c", "user.email=t@t.invalid")
        subprocess.run(["git", *identity, *words], cwd=held, check=True)
    assert ocop("privacy", "find", DOSSIER) == 0
    assert "Lịch sử git có 1 lần ghi" in capsys.readouterr().err


def test_a_new_private_file_says_since_when_it_is_held(workspace: Path, ocop: Ocop) -> None:
    words = ("--name", "Măng le Mẫu", "--producer", "Hộ Y Mẫu", "--kind", "household", "--track", "new")
    assert ocop("register", *words) == 0
    (made,) = set((workspace / "private").glob("mang-le*.yaml"))
    assert "held_since: 2026-11-23" in made.read_text(encoding="utf-8")


def text_of(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


NARRATIVE = "ý tưởng=Bà Y Sâm Mẫu, số 0912345678, học nghề của mẹ"


def test_a_name_and_a_number_leave_the_fields_and_come_back_only_when_somebody_says_so(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    own = f"dossiers/{DOSSIER}.yaml"
    assert ocop("set", DOSSIER, NARRATIVE) == 0
    before = text_of(workspace, own)
    erase = ("privacy", "erase", DOSSIER, "--reason", "đơn ngày 20/11/2026", "-y")
    assert ocop(*erase) == 0
    after = text_of(workspace, own)
    assert "representative" not in after
    assert "narrative: Bà (đã xóa), số (đã xóa), học nghề của mẹ" in after
    assert ocop("undo") == 2
    assert "đưa dữ liệu ấy trở lại" in capsys.readouterr().err
    assert ocop("undo", "-y") == 0
    assert text_of(workspace, own) == before
    assert ocop("undo", "--redo") == 0
    assert text_of(workspace, own) == after


def test_what_undo_keeps_is_found_and_erased_and_undo_says_so(
    workspace: Path, ocop: Ocop, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("set", DOSSIER, NARRATIVE) == 0
    assert ocop("set", DOSSIER, "lao động=25") == 0
    erase = ("privacy", "erase", PERSON, "--reason", "đơn", "-y")
    for left in (2, 0):
        assert ocop(*erase) == 0
        capsys.readouterr()
        assert ocop("privacy", "find", PERSON, "--json") == 0
        assert [row["what"][:7] for row in printed()["holdings"]] == ["bản lưu"] * left
    kept = [path for path in workspace.rglob("*") if path.is_file() and "journal" in path.parts]
    assert kept
    assert all(path.is_relative_to(workspace / "private") for path in kept)
    assert not [path for path in kept if "Y Sâm Mẫu" in path.read_text(encoding="utf-8")]
    now = text_of(workspace, f"dossiers/{DOSSIER}.yaml")
    seal = text_of(workspace, f"programme/seals/dossiers/{DOSSIER}.yaml")
    assert ocop("undo") == 3
    assert text_of(workspace, f"dossiers/{DOSSIER}.yaml") == now
    assert text_of(workspace, f"programme/seals/dossiers/{DOSSIER}.yaml") == seal


def test_undo_brings_back_what_was_not_erased(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("set", DOSSIER, NARRATIVE) == 0
    assert ocop("remove", "gao-do", "--reason", "nhầm") == 0
    assert ocop("privacy", "erase", "Không Ai Cả", "--reason", "đơn", "-y") == 0
    assert ocop("undo") == 0
    assert (workspace / "dossiers/gao-do.yaml").is_file()


def test_what_was_concluded_keeps_its_names(workspace: Path, ocop: Ocop) -> None:
    assert ocop("evaluate", DOSSIER) == 0
    before = text_of(workspace, f"dossiers/{DOSSIER}.yaml")
    assert ocop("privacy", "erase", DOSSIER, "--reason", "đơn", "-y") == 0
    assert text_of(workspace, f"dossiers/{DOSSIER}.yaml") == before
    assert not (workspace / f"private/{DOSSIER}.yaml").exists()


def test_the_record_of_a_producer_loses_the_name_unless_something_was_concluded_with_it(
    workspace: Path, ocop: Ocop, printed: Callable[[], Any]
) -> None:
    assert ocop("privacy", "find", "gao-do", "--json") == 0
    found = printed()
    assert found["not_read"] == []
    fates = {(row["file"], row["fate"]) for row in found["holdings"]}
    assert ("producers/htx-ruong-cao.yaml", "kept") in fates  # ca-phe was evaluated with it
    own = workspace / "dossiers/gao-do.yaml"
    own.write_text(
        text_of(workspace, "dossiers/gao-do.yaml").replace("htx-ruong-cao ", "ho-moi "), encoding="utf-8"
    )
    record = workspace / "producers/ho-moi.yaml"
    record.write_text(
        "schema: ocop/producer@1\nname: Hộ Y Mới\nrepresentative: {name: Y Mới, title: Chủ hộ}\n",
        encoding="utf-8",
    )
    assert ocop("privacy", "erase", "gao-do", "--reason", "đơn", "-y") == 0
    assert record.read_text(encoding="utf-8") == "schema: ocop/producer@1\nname: Hộ (đã xóa)\n"
    assert ocop("check", "gao-do") in (0, 1)


def test_a_word_file_that_names_the_person_goes_stays_or_is_left_to_a_hand(
    workspace: Path, ocop: Ocop, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    person = "Vi Thị Nhận Việc"
    assert ocop("handover", "--word", "--to", f"{person}, Công chức") == 0
    draft = workspace / "documents/2026/ban-giao-2026-11-23-handover-minutes.docx"
    typed = Document(str(draft))
    typed.add_paragraph("Sửa tay.")
    typed.save(str(workspace / "documents/2026/tay.docx"))
    answers = workspace / ".ocop/interviews/handover-0.json"
    answers.parent.mkdir(parents=True, exist_ok=True)
    answers.write_text(f'[["Người nhận", "{person}"]]', encoding="utf-8")
    (workspace / "packages").mkdir(exist_ok=True)
    with zipfile.ZipFile(workspace / "packages/nhap.zip", "w") as package:
        package.write(draft, "nhap/data/bien-ban.docx")
    capsys.readouterr()
    assert ocop("privacy", "find", person.lower(), "--json") == 0
    assert {Path(row["file"]).name: row["fate"] for row in printed()["holdings"]} == {
        "ban-giao-2026-11-23-handover-minutes.docx": "erased",
        "ban-giao-2026-11-23-handover-minutes.yaml": "erased",
        "tay.docx": "by_hand",
        "nhap.zip": "erased",
        "handover-0.json": "erased",
    }
    for _ in range(2):  # the second time what undo keeps goes, too
        assert ocop("privacy", "erase", person, "--reason", "đơn", "-y") == 0
    assert not draft.exists()
    assert not answers.exists()
    left = [
        path for path in workspace.rglob("*") if path.is_file() and names_person(path.read_bytes(), [person])
    ]
    assert [path.name for path in left] == ["tay.docx"]


def test_the_log_of_a_bug_names_nobody(workspace: Path, ocop: Ocop, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "Thôn Ví Dụ Chín"
    own = workspace / f"private/{DOSSIER}.yaml"
    own.write_text(f'schema: ocop/private@1\npermanent_address: "{secret}"   # hỏi lại\n', encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise KeyError(f"{secret} của {PERSON}, 0912 345 678, 001234567890, a@thu.example")

    monkeypatch.setattr("ocop_cli.commands.privacy.find_person", fail)
    assert ocop("privacy", "find", DOSSIER) == 70
    (log,) = workspace.rglob("ocop-loi.log")
    told = log.read_text(encoding="utf-8")
    assert "KeyError: '*** của ***, " in told
    assert not [each for each in (secret, PERSON, "0912 345", "001234567", "a@thu") if each in told]
