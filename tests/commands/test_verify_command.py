"""``ocop verify`` speaks of printed words only, names fields in Vietnamese, and lives without the dossier."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.papers.document_records import list_documents, load_document, record_name
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.document import DossierDocument
from support import scans
from support.runs import runs
from support.whole import no_gap
from support.workspaces import copy_example

Ocop = Callable[..., int]
Printed = Callable[[], Any]
REPORT = "documents/2026/homestay-evaluation-report.docx"
FIELD_PATH = re.compile(r"\b[a-z_]+\.(\d+|[a-z_]+)\b(?<!\.docx)(?<!\.yaml)")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with every document that a verb makes of its dossiers, as far as their facts give ground for it."""
    root = copy_example(tmp_path_factory.mktemp("made") / "xa")
    here = ("-C", str(root), "--as-of", "2026-11-23", "--no-input")
    every = sorted(path.stem for path in (root / "dossiers").glob("*.yaml"))
    for dossier in dict.fromkeys(["homestay", "sam-day", *every[:: runs(6, 1)]]):
        run([*here, "evaluate", dossier])
        run([*here, "score", dossier, "--print"])
        for kind in DossierDocument:
            run([*here, "paper", kind, dossier, "--due", "30/11/2026"])
    return root


@pytest.fixture
def everything(made: Path, workspace: Path) -> list[str]:
    """Every document that a verb makes, in a folder of the test's own."""
    shutil.copytree(made, workspace, dirs_exist_ok=True)
    documents = [file.document for file in list_documents(Sources(workspace), no_gap)]
    assert len(documents) > 30
    return documents


def test_a_document_agrees_with_its_dossier_right_after_it_was_made(
    ocop: Ocop, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert ocop("verify") == 0, capsys.readouterr().out
    assert [ocop("verify", document) for document in everything] == [0] * len(everything)


def test_facts_that_change_no_printed_word_raise_no_alarm(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = workspace / "dossiers/homestay.yaml"
    assert REPORT in everything
    text = dossier.read_text(encoding="utf-8")
    assert re.search(r"^    pages: \d+$", text, re.MULTILINE)
    dossier.write_text(
        re.sub(r"^    pages: \d+$", "    pages: 77", text, flags=re.MULTILINE), encoding="utf-8"
    )
    capsys.readouterr()
    assert ocop("verify", REPORT) == 0
    assert "đã đổi Giấy tờ, không chạm chữ nào" in capsys.readouterr().out


def test_a_changed_word_is_told_once_with_the_old_and_the_new_in_the_words_of_the_form(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = workspace / "dossiers/homestay.yaml"
    name = re.search(r"^producer:\n  name: (.*)$", dossier.read_text(encoding="utf-8"), re.MULTILINE)
    assert name
    assert REPORT in everything
    dossier.write_text(dossier.read_text(encoding="utf-8").replace(name[1], "Hộ Y Khác", 1), encoding="utf-8")
    capsys.readouterr()
    assert ocop("verify", REPORT) == 1
    told = capsys.readouterr().out
    assert f"Chủ thể, Tên chủ thể: “{name[1]}” → “Hộ Y Khác”" in told
    assert ocop("verify") == 1
    told += capsys.readouterr().out
    assert not FIELD_PATH.search(told), FIELD_PATH.search(told)
    assert len(told.splitlines()) < 40


def test_an_edited_document_is_compared_too(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert REPORT in everything
    with (workspace / REPORT).open("ab") as file:
        file.write(b" ")
    assert ocop("verify", REPORT) == 1
    told = capsys.readouterr().out
    assert "đã sửa tay" in told
    assert "khớp với hồ sơ hiện nay" in told


def test_another_form_of_the_program_is_no_alarm_one_of_the_commune_is(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    made = load_document(Sources(workspace), REPORT).record.made
    record = workspace / record_name(REPORT)
    record.write_bytes(record.read_bytes().replace(made.template.encode(), b"0" * 16))
    capsys.readouterr()
    assert ocop("verify", REPORT) == 0
    assert (
        "Biểu mẫu: chương trình đã có bản khác từ khi lập; văn bản đã lập giữ nguyên."
        in capsys.readouterr().out
    )
    assert ocop("templates", "eject", "evaluation-report") == 0
    assert ocop("verify", REPORT) == 1
    assert "Biểu mẫu: đã đổi từ khi lập." in capsys.readouterr().out


def test_a_dossier_that_is_gone_is_told_and_nothing_crashes(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "dossiers/homestay.yaml").unlink()
    capsys.readouterr()
    assert ocop("verify", REPORT) == 1
    assert "Hồ sơ homestay không còn" in capsys.readouterr().out
    assert ocop("verify") == 1
    assert f"{REPORT}: hồ sơ không còn" in capsys.readouterr().out
    of_it = [document for document in everything if "homestay" in document]
    for document in dict.fromkeys([*of_it, *everything[:: runs(8, 1)]]):
        assert ocop("verify", document) in (0, 1)
        assert ocop("why", document, "xã") in (0, 1)
    capsys.readouterr()
    assert ocop("check") in (0, 1)
    told = capsys.readouterr().out
    assert "P016  Hồ sơ homestay không còn" in told


def test_a_dossier_with_errors_does_not_stop_the_others(
    ocop: Ocop, workspace: Path, everything: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert everything
    (workspace / "dossiers/homestay.yaml").write_text("product: [", encoding="utf-8")
    capsys.readouterr()
    assert ocop("verify") == 1
    told = capsys.readouterr().out
    assert f"{REPORT}: không đọc được hồ sơ" in told
    assert "\ndocuments/2026/sam-day" not in told


def test_pdf_of_a_document_that_is_there_already(
    ocop: Ocop, everything: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    exported: list[str] = []

    def export(root: Path, documents: list[str], kept: set[str]) -> list[Change]:
        assert kept == set()
        exported.extend(documents)
        return [plan_write(root, name.replace(".docx", ".pdf"), scans.pdf()) for name in documents]

    monkeypatch.setattr("ocop_cli.store.other_programs.office.plan_pdf", export)
    assert everything
    capsys.readouterr()
    assert ocop("verify", REPORT, "--pdf") == 0
    told = capsys.readouterr().err
    assert "không phải PDF/A nên chưa dùng để lưu trữ được" in told
    assert "Khi ký số, phần mềm ký đặt hình chữ ký, hình dấu" in told
    assert "văn thư ký số từng tệp" not in told  # a report has its own number
    assert ocop("score", "homestay", "--print", "--pdf") in (0, 1)
    assert exported == [REPORT, "documents/2026/homestay-full-score-sheet.docx"]
    shown = capsys.readouterr()
    assert "Đã xuất documents/2026/homestay-full-score-sheet.pdf" in shown.out
    assert "văn thư ký số từng tệp, ở góc trên bên phải trang đầu" in shown.err
    assert ocop("advance", "gao-do", "--pdf") == 0
    assert "Không có văn bản Word nào" in capsys.readouterr().out
