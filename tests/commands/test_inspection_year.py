"""Which product to inspect first and why; the year's programme, its team, the checklist; what may lead to a withdrawal."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.programme.inspection import Inspection
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.built_in.packaged import load_inspection_order
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.inspection_programmes import usable_inspection_programme
from ocop_cli.store.reading.sources import Sources
from ocop_cli.workflow.inspection_order import Visited, order_of_visits
from support.dossiers import make_dossier
from support.word.text import all_text

Ocop = Callable[..., int]
TODAY = date(2026, 11, 23)
NOTHING: dict[str, Any] = {"requests": [], "observations": [], "signs": []}


def visited(
    name: str, *, issued: str = "2025-06-01", star: int = 3, complaints: int = 0, **seen: Any
) -> Visited:
    """Return a recognised product; ``seen`` are the fields of its one inspection, none where nothing is said."""
    result = {"recognised": "có", "on": issued, "star": str(star), "certificate": {"issued_on": issued}}
    dossier = make_dossier(product={"name": name, "set": "21"}, results=[result])
    fields = {"schema": "ocop/inspection@1", "dossier": name.lower(), "on": "2026-10-01", **seen}
    made = (Inspection.model_validate(fields),) if seen else ()
    return Visited(name.lower(), dossier, pick_ruleset(load_rulebook(), 21, TODAY), made, complaints)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "chưa được kiểm tra lần nào"),
        ({"requests": [{"what": "Dán tem", "due": "2026-11-01"}]}, "quá hạn khắc phục 1 yêu cầu"),
        ({"requests": [{"what": "Dán tem", "due": "2026-12-01"}]}, "còn 1 yêu cầu khắc phục chưa xong"),
        ({"observations": [{"content": "mark", "kept": "không"}]}, "1 nội dung chưa đạt"),
        ({"signs": [{"ground": "mark", "seen": "tem cũ"}]}, "dấu hiệu phải xem xét thu hồi"),
        ({**NOTHING, "on": "2024-10-01"}, "đã 2 năm kể từ lần kiểm tra trước"),
        ({**NOTHING, "complaints": 2}, "có 2 phản ánh"),
        (
            {**NOTHING, "issued": "2023-06-01"},
            "hết hạn ngày 01/6/2026: kiểm tra còn dùng nhãn hiệu OCOP không",
        ),
        ({**NOTHING, "issued": "2024-01-10"}, "sẽ hết hạn ngày 10/01/2027"),
        ({**NOTHING, "star": 4}, "hạng 4 sao"),
    ],
)
def test_each_reason_is_told_and_goes_first(more: dict[str, Any], says: str) -> None:
    plain = visited("Bao", **NOTHING)
    visits = order_of_visits([plain, visited("An", **more)], load_inspection_order(), TODAY)
    assert [visit.id for visit in visits] == ["an", "bao"]
    assert any(says in reason for reason in visits[0].reasons)
    assert (visits[1].points, visits[1].reasons) == (0, ())


def test_a_closed_remedy_weighs_nothing() -> None:
    done: dict[str, Any] = {
        "requests": ["Dán tem"],
        "closings": [{"request": "1", "on": "2026-11-02", "proof": "ảnh"}],
    }
    (visit,) = order_of_visits([visited("An", **done)], load_inspection_order(), TODAY)
    assert visit.points == 0


def test_the_programme_gives_each_product_a_working_day_in_the_order_of_need(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("log", "phản ánh", "2/9", "hàng kém chất lượng", "mat-ong", "chưa xong") == 0
    assert ocop("inspect", "plan", "2027", "--from", "30/4/2027", "--every", "1") == 0
    made = usable_inspection_programme(Sources(workspace), 2027).visits
    assert made[0].dossier == "mat-ong"
    assert "có 1 phản ánh về sản phẩm" in (made[0].why or "")
    assert [visit.on for visit in made] == [date(2027, 5, 4), date(2027, 5, 5), date(2027, 5, 6)]
    text = all_text((workspace / "documents/2026/kiem-tra-2027-inspection-programme.docx").read_bytes())
    assert "Có 1 phản ánh về sản phẩm" in text
    capsys.readouterr()
    assert ocop("due", "--days", "200") == 0
    assert capsys.readouterr().out.count("Kiểm tra tại cơ sở") == len(made)


def test_the_papers_of_the_year_keep_the_decree_and_are_what_the_file_says(
    ocop: Ocop, workspace: Path
) -> None:
    lines = ["ocop inspect plan 2027 --from 05/4/2027", 'ocop inspect team 2027 --member "A Mẫu, Công chức"']
    assert max(map(len, lines)) <= 60
    assert ocop("inspect", "plan", "2027", "--from", "05/4/2027") == 0
    assert (
        ocop(
            "inspect", "team", "2027", "--member", "A Kinh Mẫu, Trưởng phòng", "--member", "Y Mẫu, Công chức"
        )
        == 0
    )
    papers = [str(path) for path in sorted((workspace / "documents/2026").glob("kiem-tra-2027-*.docx"))]
    assert len(papers) == 2
    assert ocop("lint", *papers) == 0
    for paper in papers:
        assert ocop("verify", paper) == 0
    team = all_text((workspace / "documents/2026/kiem-tra-2027-inspection-team.docx").read_bytes())
    assert "1. A Kinh Mẫu, Trưởng phòng, Trưởng đoàn" in team
    assert "2. Y Mẫu, Công chức, Thành viên" in team


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("plan", "2027", "--from", "05/4/2026"), 2),
        (("plan", "2027", "--from", "31/11/2027"), 2),
        (("plan", "2027", "--every", "không"), 2),
        (("plan", "2027", "--from", "30/12/2027", "--every", "30"), 3),
        (("team", "2027", "--member", "A Mẫu"), 2),
        (("team", "2027"), 2),
        (("record", "mang-kho", "--sign", "màu: đỏ"), 2),
        (("record", "mang-kho", "--sign", "mark"), 2),
    ],
)
def test_what_is_wrong_writes_nothing(
    words: tuple[str, ...], status: int, ocop: Ocop, workspace: Path
) -> None:
    assert ocop("inspect", *words) == status
    assert not (workspace / "programme/inspection-programmes").exists()
    assert not (workspace / "programme/inspections").exists()


def test_the_checklist_asks_for_what_the_product_was_ranked_on(ocop: Ocop, workspace: Path) -> None:
    assert ocop("paper", "phieu-kiem-tra", "ca-phe") == 0
    text = all_text((workspace / "documents/2026/ca-phe-inspection-checklist.docx").read_bytes())
    law = pick_ruleset(load_rulebook(), 13, TODAY)
    assert [c.name for c in law.product_set.criteria if c.options and c.name not in text] == []
    assert "hạn 10/3/2028" in text
    assert ocop("paper", "phieu-kiem-tra", "sam-day") == 3


def test_the_commune_proposes_a_withdrawal_and_never_withdraws(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("paper", "de-nghi-thu-hoi", "mang-kho") == 3
    assert ocop("inspect", "mang-kho", "--sign", "nhãn hiệu: dán tem OCOP lên hàng khác") == 0
    (minutes,) = workspace.glob("documents/2026/mang-kho-*-inspection-minutes.docx")
    sign = "Kiến nghị xem xét dấu hiệu sử dụng nhãn hiệu OCOP không đúng quy định: dán tem OCOP lên hàng khác"
    assert sign in all_text(minutes.read_bytes()).replace("\u00a0", " ")
    assert ocop("paper", "de-nghi-thu-hoi", "mang-kho") == 0
    letter = "documents/2026/mang-kho-withdrawal-proposal.docx"
    text = all_text((workspace / letter).read_bytes()).replace("\u00a0", " ")
    assert (
        "Sử dụng nhãn hiệu OCOP không đúng quy định (điểm d khoản 1 Điều 8 Quyết định số 26/2026/QĐ-TTg)"
        in text
    )
    assert "thẩm quyền thu hồi thuộc Chủ tịch Ủy ban nhân dân cấp tỉnh" in text
    assert "Kính gửi: Ủy ban nhân dân tỉnh Quảng Ngãi" in text
    assert "stage: recognition_revoked" not in (workspace / "dossiers/mang-kho.yaml").read_text(
        encoding="utf-8"
    )
    assert ocop("lint", letter) == 0
    assert ocop("docs", "number", letter, "--number", "8") == 0
    assert ocop("docs", "send", letter, "--to", "-") == 2
    assert ocop("docs", "send", letter, "--to", "UBND tỉnh") == 0
    capsys.readouterr()
    assert ocop("due") == 0
    shown = capsys.readouterr().out
    assert f"{(TODAY + timedelta(days=15)):%d/%m/%Y}" in shown
    assert "chờ trả lời" in shown


def test_the_notice_names_each_open_remedy_with_its_day(ocop: Ocop, workspace: Path) -> None:
    asked = ("--request", "Dán lại tem: 30/11/2026", "--request", "Nộp phiếu kiểm nghiệm")
    assert ocop("inspect", "mang-kho", *asked) == 0
    assert ocop("inspect", "close", "mang-kho", "2", "--proof", "phiếu") == 0
    assert ocop("paper", "khac-phuc", "mang-kho") == 0
    notice = workspace / "documents/2026/mang-kho-remedy-notice.docx"
    text = all_text(notice.read_bytes())
    assert "Dán lại tem." in text
    assert "Trước ngày 30/11/2026" in text
    assert "Nộp phiếu" not in text
    assert ocop("lint", str(notice)) == 0
