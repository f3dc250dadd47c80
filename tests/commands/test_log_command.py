"""``ocop log``: an act told in one line or by answers; wrong ones are told, and nothing that was typed is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from ocop_cli.programme.log_entry import LogEntry
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.programme.year_log import gather_log, log_name
from ocop_cli.store.reading.sources import Sources

Answer = Callable[..., int]
Ocop = Callable[..., int]
Printed = Callable[[], Any]
Captured = pytest.CaptureFixture[str]
LINE = ("log", "tuyên truyền", "12/3", "loa thôn Ví Dụ Một", "120", "người")


def entries(root: Path, year: int = 2026) -> list[LogEntry]:
    return [item.entry for item in gather_log(Sources(root), [year]).rest(lambda gap: None)]


def test_a_line_is_filed_and_passes_every_check(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop(*LINE) == 0
    (entry,) = entries(workspace)
    assert (entry.kind, str(entry.on), entry.villages, entry.people) == (
        "propaganda", "2026-03-12", ("thôn Ví Dụ Một",), 120,
    )  # fmt: skip
    capsys.readouterr()
    assert ocop("check") == 0
    assert log_name(2026) not in capsys.readouterr().out


def test_the_list_says_what_is_done_and_what_the_plan_wants(
    ocop: Ocop, capsys: Captured, printed: Printed
) -> None:
    assert ocop("set", "xã", "chỉ tiêu số lượt tuyên truyền=4") == 0
    assert ocop(*LINE) == 0
    assert ocop("log", "tuyên truyền", "25/12", "zalo", "giới thiệu sản phẩm Tết") == 0
    assert "chưa tới" in capsys.readouterr().out
    assert ocop("log", "--json") == 0
    told = printed()
    assert [item["planned"] for item in told["items"]] == [False, True]
    (wanted,) = (row for row in told["wanted"] if row["code"] == "log.propaganda")
    assert (wanted["target"], wanted["actual"], wanted["wanting"]) == ("4", "1", "3")


def test_what_is_wrong_in_a_line_is_told_whole_and_nothing_is_written(
    ocop: Ocop, workspace: Path, capsys: Captured
) -> None:
    assert ocop("log", "tuyên truyền", "31/2", "loa", "120", "thôn: Ví Dụ Chín") == 2
    told = capsys.readouterr().err
    assert all(
        words in told for words in ("“31/2” không phải là ngày", "“120” là số gì", "không có “Ví Dụ Chín”")
    )
    assert ocop("log", "hội trợ", "12/3") == 2
    assert "Hội chợ, triển lãm, sự kiện" in capsys.readouterr().err
    assert ocop("log", "tập huấn", "5/4", "an toàn", "thực phẩm", "3", "người") == 2
    assert "còn thiếu Chủ thể dự" in capsys.readouterr().err
    assert ocop("log", "hội nghị", "5/4", "triển khai kế hoạch", "5", "người", "7", "nữ") == 2
    assert "lớn hơn tổng số 5 người" in capsys.readouterr().err
    assert not (workspace / log_name(2026)).exists()


def test_on_a_terminal_what_a_line_lacks_is_asked(answer: Answer, workspace: Path, capsys: Captured) -> None:
    words = ["log", "hội chợ", "12/11", "Chợ phiên tỉnh", "99"]
    assert answer(words, "trà lạ", "sâm dây") == 0
    told = capsys.readouterr().err
    assert "“99” là số gì" in told
    assert "Không có sản phẩm “trà lạ”" in told
    (entry,) = entries(workspace)
    assert (entry.what, entry.products) == ("Chợ phiên tỉnh", ("sam-day",))


def test_a_kind_alone_is_asked_and_can_be_left_and_gone_on_with(answer: Answer, workspace: Path) -> None:
    assert answer(["log", "lớp chủ thể"], "mười hai", "5/4/2026", "Nhãn mác", "dừng") == 130
    assert not (workspace / log_name(2026)).exists()
    rest = ("", "", "HTX Ruộng Cao", "", "3 người", "hai", "2", "lùi", "1", "", "", "đạt")
    assert answer(["log", "lớp chủ thể"], "có", "", "", *rest) == 0
    (entry,) = entries(workspace)
    assert (entry.what, entry.people, entry.women, entry.outcome) == ("Nhãn mác", 3, 1, "đạt")
    assert entry.producers == ("HTX Nông nghiệp Ruộng Cao Ví Dụ",)


def test_each_wrong_answer_is_told_where_it_is_given(
    answer: Answer, workspace: Path, capsys: Captured
) -> None:
    when, who = ("32/13", "5/4", "Nhãn", "4/4", "6/4"), ("", "", "HTX", "HTX Ruộng Cao, gia vị", "")
    assert answer(["log", "tập huấn"], *when, *who, "ba", "3 người", "5", "2", "", "", "có kết quả") == 0
    told = capsys.readouterr().err
    assert "sửa giá trị tại dòng này" not in told
    assert "“on”" not in told
    assert all(
        words in told for words in ("“32/13”: ghi ngày", "Hiểu là: 05/4/2026", "Đến ngày 04/4/2026 trước")
    )
    assert "Trong đó nữ 5 lớn hơn tổng số 3 người" in told
    (entry,) = entries(workspace)
    assert (str(entry.on), str(entry.until), entry.people, entry.women) == ("2026-04-05", "2026-04-06", 3, 2)
    assert len(entry.producers) == 2


def test_an_act_is_corrected_removed_and_brought_back(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop(*LINE) == 0
    assert ocop("log", "--edit", "1", "số người: 150", "kênh: zalo") == 0
    (entry,) = entries(workspace)
    assert (entry.people, entry.in_words("channel")) == (150, "mạng xã hội")
    assert ocop("log", "--edit", "9", "số người: 1") == 2
    assert "chỉ có số 1 đến 1" in capsys.readouterr().err
    assert ocop("log", "--remove", "1") == 0
    assert entries(workspace) == []
    assert ocop("undo", "-y") == 0
    assert entries(workspace) == [entry]


def test_the_same_act_twice_is_asked_about(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop(*LINE) == 0
    assert ocop(*LINE) == 2
    assert "đã ghi rồi, số 1" in capsys.readouterr().err
    assert ocop(*LINE, "-y") == 0
    assert len(entries(workspace)) == 2


def test_a_bad_row_stops_no_other_and_is_told(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop(*LINE) == 0
    path = workspace / log_name(2026)
    rows = "  - kind: fair\n    on: 31/6/2026\n    what: Chợ\n  - kind: la-lung\n    on: 1/6/2026\n"
    path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
    assert ocop("log", "tài liệu", "5/4", "sổ tay OCOP", "200", "bản") == 0
    assert [entry.kind for entry in entries(workspace)] == ["propaganda", "material"]
    assert ocop("log") == 0
    assert "việc số 2" in capsys.readouterr().err
    assert ocop("check") == 1
    assert "2026.yaml:" in capsys.readouterr().out


def test_every_kind_is_listed_with_its_example(ocop: Ocop, printed: Printed) -> None:
    assert ocop("log", "--kinds", "--json") == 0
    assert [item["id"] for item in printed()["items"]] == list(load_log_kinds().kinds)


def test_the_report_tells_the_acts_beside_target_and_year_before(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: Captured
) -> None:
    assert ocop("set", "xã", "chỉ tiêu số lượt tuyên truyền=4") == 0
    for words in (
        LINE,
        ("log", "tuyên truyền", "12/3/2025", "zalo", "30", "người"),
        ("log", "khó khăn", "5/5", "thiếu kho lạnh", "ai nêu: HTX Ruộng Cao", "chưa xong"),
        ("log", "chi", "9/4", "3", "triệu", "nguồn: xã", "chi cho: in tờ rơi"),
        ("log", "hội chợ", "25/12/2026", "Chợ Tết", "sam-day"),
    ):
        assert ocop(*words) == 0
    assert ocop("report", "--period", "2026", "--as-of", "2026-11-30") == 0
    (made,) = workspace.glob("documents/2026/*-summary-report.docx")
    text = "\n".join(p.text for p in docx.Document(str(made)).paragraphs)
    assert "- Lượt tuyên truyền: 1 (kế hoạch năm 4, cùng kỳ năm trước 1); qua loa truyền thanh: 1" in text
    assert "Thiếu kho lạnh (HTX Ruộng Cao nêu ngày 05/5/2026; chưa giải quyết xong)." in text
    assert "Chợ Tết" not in text  # to come: planned, not done
    cells = [
        cell.text for table in docx.Document(str(made)).tables for row in table.rows for cell in row.cells
    ]
    assert "Ngân sách xã" in cells  # the source as the plan names it, though a programme has the word too
    assert "xã" not in cells
    capsys.readouterr()
    assert ocop("why", made.relative_to(workspace).as_posix(), "Lượt tuyên truyền") == 0
    assert "Từ 1 việc đã ghi: 2026/1 (Tuyên truyền 12/3/2026)" in capsys.readouterr().out
    assert ocop("report", "--why", "log.propaganda", "--json") == 0
    assert [item["number"] for item in printed()["logged"]] == [1]


def test_a_chart_has_a_picture_and_words(ocop: Ocop, workspace: Path, capsys: Captured) -> None:
    assert ocop("report", "--period", "2026", "--as-of", "2026-11-30") == 0
    (made,) = workspace.glob("documents/2026/*-summary-report.docx")
    with ZipFile(made) as parts:
        picture, body = parts.read("word/media/chart.png"), parts.read("word/document.xml").decode()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 2000  # not the point that keeps its place
    assert 'descr="Biểu đồ kết quả so với kế hoạch năm 2026. Ý tưởng, sản phẩm đăng ký: ' in body
    capsys.readouterr()
    assert ocop("lint", str(made)) == 0
