"""The papers of the year beside plan and report, and the choices that the plan asks for over the whole commune."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from ocop_cli.store.programme.plans import usable_plan
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
Printed = Callable[[], Any]
Captured = pytest.CaptureFixture[str]


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_papers_of_a_year_are_made_conform_and_are_made_again(
    ocop: Ocop, workspace: Path, capsys: Captured
) -> None:
    sent = "người được cử: A Mẫu, Công chức, Phòng Kinh tế"
    assert ocop("log", "hội chợ", "20/12/2026", "Chợ Tết", "sam-day") == 0
    assert ocop("log", "cử cán bộ", "8/5", "nghiệp vụ OCOP", "1", "người", sent) == 0
    assert ocop("log", "chi", "9/4/2025", "3", "triệu", "nguồn: Ngân sách xã", "chi cho: in tờ rơi") == 0
    assert ocop("plan", "2026", "--kind", "xúc tiến thương mại") == 0
    assert ocop("plan", "2026", "--kind", "kinh phí") == 0
    assert ocop("log", "--letter", "2") == 0
    wanted = {
        "trade-plan": ("Chợ Tết", "Cà phê Xốp", "Mật ong rừng Xốp"),
        "means-proposal": ("Năm 2025 đã chi 3.000.000 đồng", "Ngân sách xã", "Hội đồng nhân dân xã Xốp"),
        "nomination-letter": ("cử 01 người dự lớp nghiệp vụ OCOP, ngày 08 tháng 5 năm 2026", "A Mẫu"),
    }
    for form, words in wanted.items():
        (made,) = workspace.glob(f"documents/2026/*-{form}.docx")
        assert all(each in text_of(made) for each in words), form
        capsys.readouterr()
        name = made.relative_to(workspace).as_posix()
        assert ocop("lint", name) == 0, capsys.readouterr().out
        assert ocop("verify", name) == 0
        assert "đúng như khi lập" in capsys.readouterr().out


def test_a_paper_that_has_nothing_to_say_is_not_made(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop("plan", "2025", "--kind", "kinh phí") != 0
    assert "chưa có dòng kinh phí" in capsys.readouterr().err
    assert ocop("log", "cử cán bộ", "8/5", "nghiệp vụ OCOP", "1", "người") == 0
    assert ocop("log", "--letter", "1") != 0
    assert "chưa ghi người được cử" in capsys.readouterr().err
    assert not list(workspace.glob("documents/2026/*.docx"))


def test_lines_of_the_budget_are_said_changed_dropped_and_taken_back(
    ocop: Ocop, workspace: Path, capsys: Captured
) -> None:
    said = (
        "--budget",
        "Ngân sách xã: 20 triệu, tuyên truyền, tập huấn",
        "--budget",
        "Ngân sách tỉnh: hội chợ",
    )
    assert ocop("plan", "2027", *said) == 0
    assert ocop("plan", "2027", "--budget", "ngân sách xã: 1,2 tỷ, chi cho tuyên truyền, tập huấn") == 0
    assert "Sửa: Ngân sách xã: 20.000.000 đồng" in capsys.readouterr().out
    assert ocop("plan", "2027", "--kind", "kinh phí") == 0
    (made,) = workspace.glob("documents/2026/*-means-proposal.docx")
    assert all(words in text_of(made) for words in ("1.200.000.000", "Ngân sách tỉnh", "hội chợ"))
    capsys.readouterr()
    assert ocop("plan", "2027", "--budget", "Ngân sách xã 20 triệu") == 2
    assert ocop("plan", "2027", "--remove-budget", "3") == 2
    assert "2. Ngân sách tỉnh: chưa được giao số tiền, chi cho hội chợ" in capsys.readouterr().err
    assert ocop("plan", "2027", "--remove-budget", "2") == 0
    assert ocop("undo", "-y") == 0
    assert [line.source for line in usable_plan(Sources(workspace), 2027).budget] == [
        "Ngân sách xã",
        "Ngân sách tỉnh",
    ]


def test_the_plan_of_next_year_takes_along_what_goes_on(ocop: Ocop, workspace: Path) -> None:
    for words in (
        ("nhiệm vụ", "2/3", "Công an xã", "rà soát tem", "chưa xong"),
        ("nhiệm vụ", "3/3", "Công an xã", "việc đã hết", "xong"),
        ("ký gửi", "2/8", "nơi: siêu thị tỉnh", "sam-day"),
    ):
        assert ocop("log", *words) == 0
    assert ocop("plan", "2027") == 0
    (made,) = workspace.glob("documents/2026/ke-hoach-2027-year-plan.docx")
    text = text_of(made)
    assert "rà soát tem" in text
    assert "siêu thị tỉnh" in text
    assert "việc đã hết" not in text


def test_a_preference_stands_beside_the_reason_of_a_selection(
    ocop: Ocop, workspace: Path, capsys: Captured
) -> None:
    assert ocop("log", "ưu tiên", "3/2", "lan-rung", "đặc sản") == 0
    capsys.readouterr()
    assert ocop("report", "--kind", "ideas", "--period", "2026") == 0
    assert "ưu tiên: đặc sản" in capsys.readouterr().out


def test_the_products_to_raise_come_by_effort(ocop: Ocop, printed: Printed) -> None:
    assert ocop("advise", "--json") == 0
    items = printed()["items"]
    assert [item["id"] for item in items] == [
        "mat-ong",
        "ca-phe",
        "mang-kho",
    ]  # each by the law of its next request
    assert items[0]["cost"] < items[1]["cost"] < items[2]["cost"]


def test_a_star_that_was_withdrawn_is_none_to_raise_and_none_to_print(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    path, last = workspace / "dossiers/ca-phe.yaml", "    ruleset: 148-2023\n"
    withdrawn = "  - recognised: có\n    on: 2026-02-01\n    star: 4\n    revoked: {on: 2026-03-01, reason: ghi nhầm}\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(last, f"{last}{withdrawn}", 1), encoding="utf-8")
    assert ocop("advise", "--json") == 0
    assert {item["star"] for item in printed()["items"] if item["id"] == "ca-phe"} == {3}
    assert ocop("plan", "2026", "--kind", "xúc tiến thương mại") == 0
    (made,) = workspace.glob("documents/2026/*-trade-plan.docx")
    assert "4 sao" not in text_of(made)
