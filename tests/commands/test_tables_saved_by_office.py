"""Tables that LibreOffice has opened and saved are taken as what their people filled in."""

from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.filled_sheets import GENERAL, FilledSheet
from support.filled_tables import Row, refilled
from support.office import through_office

pytestmark = pytest.mark.office
MEETING = "hop-2025-10-14"


def saved_by_office(content: bytes, folder: Path, ending: str = "xlsx") -> Path:
    (folder / f"ve.{ending}").write_bytes(content)
    return through_office([folder / f"ve.{ending}"], ending, folder / "out") / f"ve.{ending}"


def test_opinions_and_scores_come_back_from_libreoffice(workspace: Path, tmp_path: Path) -> None:
    def ocop(*words: str) -> int:
        return run(["-C", str(workspace), "--as-of", "2026-11-27", "--no-input", *words])

    def opine(rows: list[Row]) -> list[Row]:
        said = {"Ý kiến": "Không nhất trí", "Lời ý kiến": "8 người,\nkhông phải 9", "Ngày": "13/10/2025"}
        return [{**rows[0], **said}, *rows[1:]]

    def score(rows: list[Row]) -> list[Row]:
        (by,) = [heading for heading in rows[0] if heading == "A Mẫu"]
        return [rows[0], {**rows[1], by: "Nguyên liệu trong tỉnh từ 75% đến 100%"}, *rows[2:]]

    assert ocop("meeting", "sheet", MEETING, "-o", str(workspace / "y.xlsx")) == 0
    came = saved_by_office(refilled((workspace / "y.xlsx").read_bytes(), "Ý kiến", opine), tmp_path)
    assert ocop("intake", str(came), "-y") == 0
    last = load_dossier(Sources(workspace), "gui-tre").dossier.opinions[-1]
    assert (last.stance, last.text, str(last.on)) == (
        "disagree",
        "8 người,\nkhông phải 9",
        "2025-10-13",
    )
    assert ocop("panel", "ot-rung", "--sheet", "--by", "A Mẫu", "-o", str(workspace / "c.xlsx")) == 0
    name = load_dossier(Sources(workspace), "ot-rung").dossier.product.name
    came = saved_by_office(refilled((workspace / "c.xlsx").read_bytes(), name, score), tmp_path)
    assert ocop("intake", str(came), "-y") == 0
    (sheet,) = [s for s in load_dossier(Sources(workspace), "ot-rung").dossier.scores if s.by == "A Mẫu"]
    assert len(sheet.choices) == 1


def test_an_opinion_sheet_comes_back_from_libreoffice(workspace: Path, tmp_path: Path) -> None:
    (sheet,) = _invited(workspace, "hop-2026-11-27")
    came = FilledSheet(sheet.read_bytes()).tick("gui-tre", GENERAL, "không nhất trí", "☒", "Thiếu 1 người.")
    came.tick("gui-tre", "Bản sắc, trí tuệ địa phương", "nhất trí", "x").sign(
        "ngày 26 tháng 11 năm 2026", "Y Mẫu"
    )
    saved = saved_by_office(came.saved(tmp_path / "phieu.docx").read_bytes(), tmp_path, "docx")
    assert (
        run(
            ["-C", str(workspace), "--as-of", "2026-11-27", "--no-input", "meeting", "take", str(saved), "-y"]
        )
        == 0
    )
    found = load_dossier(Sources(workspace), "gui-tre").dossier.opinions[-2:]
    assert [(o.content, o.stance, o.text, o.by, str(o.on)) for o in found] == [
        ("local_identity", "agree", None, "Y Mẫu", "2026-11-26"),
        (None, "disagree", "Thiếu 1 người.", "Y Mẫu", "2026-11-26"),
    ]


def _invited(workspace: Path, meeting: str) -> list[Path]:
    when = (
        "--on", "27/11/2026", "--starts", "8:00", "--place", "Hội trường", "--participant", "Phòng Văn hóa - Xã hội",
    )  # fmt: skip
    words = ["-C", str(workspace), "--as-of", "2026-11-20", "--no-input"]
    assert run([*words, "meeting", "invite", "gui-tre", *when, "-y"]) == 0
    return list(workspace.glob(f"documents/2026/{meeting}-*-opinion-sheet.docx"))
