"""The acts of a year go out as a sheet and come in from one: every field of every kind, nothing doubled, nothing lost."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from ocop_cli.programme.log_entry import CHANNELS, PRIORITIES, STANDARDS, LogEntry
from ocop_cli.programme.log_kind import LogKind
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.programme.year_log import gather_log, log_name
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.dump import dump
from ocop_cli.usecases.registers.act_headings import _EVERYDAY, OF_THE_ROW, field_of
from ocop_cli.usecases.registers.sheet_table import SheetColumn, heading_key
from support.prepared import contents
from support.registers import write_rows

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]
KINDS = load_log_kinds()
VALUES: dict[str, Any] = {
    "on": "2026-03-12", "until": "2026-04-30", "what": "=Việc mẫu; phần hai", "channel": "loa truyền thanh",
    "villages": ["thôn Ví Dụ Một", "thôn Ví Dụ Hai"], "place": "Nhà văn hóa", "unit": "Hội Phụ nữ xã", "person": "A Ví Dụ",
    "people": "120", "women": "20", "minority": "15",
    "attendees": [
        {"name": "A Mẫu", "title": "Công chức", "of": "Phòng Kinh tế, Hạ tầng", "outcome": "đạt"},
        {"name": "Y Mẫu", "of": "HTX Mẫu; tổ 2"}, {"name": "K Mẫu"},
    ],
    "producers": ["HTX Mẫu", "Tổ “Dệt”; nhóm 2"], "products": ["sam-day", "ca-phe"], "copies": "200", "contracts": "2",
    "area_ha": "12,5", "supply": "3 tấn", "demand": "007 hộp", "standard": "VietGAP", "priority": "đặc sản",
    "capacity": "5 hồ sơ", "source": "ngân sách xã", "use": "in tờ rơi", "amount_vnd": "30000000", "sold_vnd": "12500000",
    "income_vnd": "4000000", "figure": "3,5", "paper": "5/NQ-HĐND", "decided_by": "Chủ tịch xã", "done": "không",
    "outcome": "đã xong phần đầu",
}  # fmt: skip
"""A value of every field, the hard ones: marks that set values apart, digits that are text, what looks like a formula."""
CHOICES = {"channel": CHANNELS, "standard": STANDARDS, "priority": PRIORITIES}


def full(kind: LogKind, **other: Any) -> dict[str, Any]:
    """An act that fills every field of its kind."""
    values = {**VALUES, **other}
    return {"kind": kind.id, "on": values["on"], **{each.name: values[each.name] for each in kind.fields}}


def every_act() -> list[dict[str, Any]]:
    """An act of every kind with all of its fields, with those alone that it needs, and one for each choice."""
    found = []
    for kind in KINDS.kinds.values():
        needed = {each.name: VALUES[each.name] for each in kind.fields if each.needed}
        found += [full(kind), {"kind": kind.id, "on": "2026-12-25", **needed}]
        found += [full(kind, done="có")] if kind.has("done") else []
    for name, words in CHOICES.items():
        kind = next(kind for kind in KINDS.kinds.values() if kind.has(name))
        found += [full(kind, **{name: word}) for word in words.values() if word != VALUES[name]]
    return found


def file_acts(root: Path, acts: Sequence[Mapping[str, Any]]) -> None:
    place = root / log_name(2026)
    place.parent.mkdir(exist_ok=True)
    place.write_text(
        dump({"schema": "ocop/activities@1", "year": "2026", "activities": acts}), encoding="utf-8"
    )


def entries(root: Path) -> list[LogEntry]:
    gaps: list[Any] = []
    found = [item.entry for item in gather_log(Sources(root), [2026]).rest(gaps.append)]
    assert not gaps
    return found


def table(path: Path, *sheets: tuple[str, Sequence[Any]]) -> str:
    """Write sheets: name and rows of cells."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets:
        page = book.add_worksheet(name)
        write_rows(page, rows)
    book.close()
    return str(path)


def test_every_field_of_every_kind_goes_out_and_comes_in_again(ocop: Ocop, workspace: Path) -> None:
    file_acts(workspace, every_act())
    before = entries(workspace)
    assert {
        name for entry in before for name in LogEntry.model_fields if getattr(entry, name)
    } >= VALUES.keys() - {"done"}
    assert ocop("export", "private/so.xlsx", "--personal") == 0
    (workspace / log_name(2026)).unlink()
    assert ocop("log", "--from", "private/so.xlsx", "-y") == 0
    assert entries(workspace) == before


def test_cells_are_typed_and_only_filled_columns_stand(ocop: Ocop, workspace: Path) -> None:
    file_acts(workspace, [full(KINDS.kinds["fair"])])
    assert ocop("export", "so.xlsx") == 0
    page = openpyxl.load_workbook(workspace / "so.xlsx")["Hoạt động"]
    heads, row = ([cell.value for cell in page[number]] for number in (4, 5))
    assert "2026" in str(page["A1"].value)
    found = dict(zip(heads, row, strict=True))
    assert found["Loại hoạt động"] == "Hội chợ, triển lãm, sự kiện"
    assert found["Ngày"] == datetime.datetime(2026, 3, 12)  # noqa: DTZ001 -- days in a workbook have no zone
    assert found["Doanh số (đồng)"] == 12_500_000
    assert found["Sản phẩm"] == "sam-day; ca-phe"
    titles = {
        str(LogEntry.model_fields[name].title)
        for name in ("on", *(f.name for f in KINDS.kinds["fair"].fields))
    }
    assert set(heads) == {"Số", "Loại hoạt động", *titles}


def test_without_personal_nobody_is_named_nothing_is_doubled(
    ocop: Ocop, workspace: Path, capsys: Captured
) -> None:
    acts = [full(kind) for kind in KINDS.kinds.values()]
    file_acts(
        workspace, [{**act, **({"outcome": "gọi 0912345678"} if "outcome" in act else {})} for act in acts]
    )
    before = contents(workspace)
    assert ocop("export", "so.xlsx") == 0
    book = openpyxl.load_workbook(workspace / "so.xlsx")
    text = " ".join(str(cell) for row in book["Hoạt động"].values for cell in row)
    names = [VALUES["person"], *(each["name"] for each in VALUES["attendees"]), "0912345678"]
    assert not [name for name in names if name in text]
    capsys.readouterr()
    assert ocop("log", "--from", "so.xlsx", "-y") == 0
    assert " 0 mới + 0 đổi" in capsys.readouterr().out
    assert (workspace / log_name(2026)).read_bytes() == before[log_name(2026)]


def test_the_import_of_a_register_takes_no_act_for_a_product(
    ocop: Ocop, tmp_path: Path, capsys: Captured
) -> None:
    register = [["Tên sản phẩm", "Chủ thể", "Hạng sao"], ["Mật ong Mẫu", "HTX Mẫu", 3]]
    acts = [["Số", "Loại hoạt động", "Ngày", "Chủ thể", "Sản phẩm"], [1, "Ký gửi", DAY, "HTX Mẫu", "sam-day"]]
    file = table(tmp_path / "so.xlsx", ("Sổ", register), ("Hoạt động", acts))
    assert ocop("import", file) == 0
    out = capsys.readouterr().out
    assert f"Trang “Hoạt động” là các việc của năm: nhận bằng `ocop log --from {file}`" in out
    assert "\n1 dòng = " in out


def test_each_kind_comes_in_under_its_own_titles_from_a_sheet_of_its_name(
    ocop: Ocop, workspace: Path, tmp_path: Path
) -> None:
    numbers = {"people", "copies", "amount_vnd", "sold_vnd"}
    simple = {**VALUES, "attendees": "A Mẫu, Công chức; Y Mẫu", "producers": ["HTX Mẫu"], "what": "Việc mẫu"}
    sheets = []
    for kind in KINDS.kinds.values():
        said = {each.title: simple[each.name] for each in kind.fields}
        cells = [
            int(v) if f.name in numbers else "; ".join(v) if isinstance(v, list) else v
            for f, v in zip(kind.fields, said.values(), strict=True)
        ]
        name = min((kind.name, *kind.words), key=len)
        sheets.append(
            (name, [["Danh sách năm 2026"], ["STT", "Ngày", *said], [1, datetime.date(2026, 3, 12), *cells]])
        )
    assert ocop("log", "--from", table(tmp_path / "viec.xlsx", *sheets), "-y") == 0
    wanted = []
    for kind in KINDS.kinds.values():
        people = [{"name": "A Mẫu", "title": "Công chức"}, {"name": "Y Mẫu"}]
        wanted.append(
            LogEntry.model_validate(
                {
                    **full(kind, producers=["HTX Mẫu"], what="Việc mẫu"),
                    **({"attendees": people} if kind.has("attendees") else {}),
                }
            )
        )
    assert entries(workspace) == wanted


def test_everyday_headings_mean_one_field_in_every_kind_that_has_it() -> None:
    words = [(name, word) for name, said in _EVERYDAY.items() if name not in OF_THE_ROW for word in said]
    keys = [heading_key(word) for _, word in words]
    assert len(keys) == len(set(keys))
    for name, word in words:
        kinds = [kind for kind in KINDS.kinds.values() if kind.has(name)]
        assert kinds, name
        for kind in kinds:
            if heading_key(word) not in [heading_key(each.title) for each in kind.fields]:
                found = field_of(kind, KINDS, SheetColumn(1, word, ""))
                assert found, (kind.id, word)
                assert found.name == name, (kind.id, word)


HEADS = ["TT", "Loại", "Ngày", "Nội dung", "Kênh", "Thôn", "Số người", "Nữ", "Đến ngày", "Xong", "Xe"]
DAY = datetime.date(2026, 3, 12)


def acts_of(path: Path, *rows: Sequence[Any]) -> str:
    return table(path, ("Việc", [HEADS, *rows]))


BAD = [
    ((1, "tuyên truyền", "31/2/2026", "a", "loa"), "C2  Ngày: “31/2/2026”"),
    ((1, "tuyên truyền", 46093, "a", "loa"), "Có phải ngày 12/03/2026?"),
    ((1, "tuyên truyền", None, "a", "loa"), "thiếu Ngày"),
    ((1, "tuyên truyền", DAY, "a"), "thiếu Kênh"),
    ((1, "tuyên truyền", DAY, "a", "kênh lạ"), "E6  Kênh: không có lựa chọn “kênh lạ”"),
    ((1, "tuyên truyền", DAY, "a", "loa", "thôn Lạ"), "F7  Thôn: không có “thôn Lạ” trong danh sách"),
    ((1, "tuyên truyền", DAY, "a", "loa", None, "rất đông"), "G8  Số người: “rất đông”"),
    ((1, "tuyên truyền", DAY, "a", "loa", None, "#N/A"), "G9  Số người: ô báo lỗi #N/A"),
    ((1, "hội nghị", DAY, "a", None, None, 10, 12), "lớn hơn tổng số 10 người"),
    ((1, "hội nghị", DAY, "12345", None, None, 10), "D11  “Nội dung”: ghi bằng chữ"),
    ((1, "hội trợ", DAY, "a"), "B12  không có loại hoạt động “hội trợ”, có phải: "),
    ((1, None, DAY, "a"), "thiếu loại hoạt động"),
    ((1, "nhiệm vụ", DAY, "a"), "thiếu Đơn vị được giao"),
    ((1, "cử cán bộ", DAY, "a", None, None, 2, None, datetime.date(2026, 3, 1)), "trước ngày 12/3/2026"),
    ((1, "tuyên truyền", datetime.datetime(2026, 3, 11, 17), "a", "loa"), "có phải ngày 12/03/2026"),  # noqa: DTZ001 - a cell has no time zone
    ((1, "tuyên truyền", DAY, "a", "như trên"), "E17  Kênh: “như trên” chỉ sang dòng trên"),
]  # fmt: skip


def test_bad_rows_are_told_with_cell_and_reason_and_the_good_one_is_taken(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: Captured
) -> None:
    good = (2, "hội nghị", DAY, "triển khai", None, None, "45 người", "20 nữ")
    file = acts_of(tmp_path / "viec.xlsx", *(row for row, _ in BAD), good)
    assert ocop("log", "--from", file, "-y") == 0
    out = capsys.readouterr().out
    blocks = out.split("Việc!A")[1:]
    for (_, told), block in zip(BAD, blocks, strict=False):
        assert "hỏi lại" in block
        assert told in block
    assert f"{len(BAD) + 1} dòng = 1 mới + 0 đổi + 0 giữ nguyên + {len(BAD)} hỏi lại" in out
    (taken,) = entries(workspace)
    assert (taken.kind, taken.people, taken.women) == ("conference", 45, 20)


def test_days_and_states_are_read_as_people_write_them(ocop: Ocop, workspace: Path, tmp_path: Path) -> None:
    file = acts_of(
        tmp_path / "viec.xlsx",
        (1, "khiếu nại", "12/3", "hàng kém", None, None, None, None, None, "chưa xong"),
        (2, "lớp cán bộ", "5/6 - 8/6", "nghiệp vụ", None, None, "2"),
        (3, "lớp cán bộ", "5/7", "nghiệp vụ", None, None, "2", None, "8/7"),
    )
    assert ocop("log", "--from", file, "--year", "2025", "-y") == 0
    found = [i.entry for i in gather_log(Sources(workspace), [2025]).rest(lambda gap: None)]
    assert [(e.on.isoformat(), e.until and e.until.isoformat(), e.done) for e in found] == [
        ("2025-03-12", None, False), ("2025-06-05", "2025-06-08", None), ("2025-07-05", "2025-07-08", None),
    ]  # fmt: skip


def test_what_no_field_takes_is_told_and_the_workbook_is_kept(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: Captured
) -> None:
    row = (1, "hội nghị", DAY, "triển khai", "zalo", None, 45, None, None, None, "xe số 7")
    file = acts_of(tmp_path / "viec.xlsx", row, row, ("Tổng", None, None, "1 việc"))
    assert ocop("log", "--from", file, "-y") == 0
    out = capsys.readouterr().out
    assert "E2  Kênh: “zalo” chưa có mục để ghi" in out
    assert "K2  Xe: “xe số 7” chưa có mục để ghi" in out
    assert "giống hệt dòng Việc!A2" in out
    assert "3 dòng = 1 mới + 0 đổi + 0 giữ nguyên + 1 hỏi lại + 1 không nhận" in out
    kept = workspace / "private/forms/registers/viec.xlsx"
    assert kept.read_bytes() == Path(file).read_bytes()


@pytest.mark.parametrize(
    ("number", "more", "outcome", "told"),
    [
        (1, {"Kết quả": "tốt"}, "changed", "việc số 1 thêm Kết quả sử dụng: tốt"),
        (None, {"Kết quả": "tốt"}, "asked", '`ocop log --edit 1 "Kết quả sử dụng: tốt"`'),
        (1, {"Số tiền": 9_000_000}, "asked", "Số tiền: 30.000.000 đồng (dòng này: 9.000.000 đồng)"),
        (None, {"Số tiền": 9_000_000}, "new", "Số tiền: 9.000.000 đồng"),
        (1, {"Số tiền": None}, "asked", "Số tiền: 30.000.000 đồng (dòng này: trống)"),
        (1, {}, "same", "đã ghi, việc số 1"),
    ],
)
def test_a_row_beside_a_filed_act_is_never_a_second_one_unasked(
    ocop: Ocop, workspace: Path, tmp_path: Path, printed: Callable[[], Any], capsys: Captured,
    number: int | None, more: dict[str, Any], outcome: str, told: str,
) -> None:  # fmt: skip
    assert ocop("log", "hỗ trợ", "9/6", "máy sấy", "sam-day", "30 triệu", "nguồn: Ngân sách xã") == 0
    row = {
        "Số": number, "Loại hoạt động": "hỗ trợ", "Ngày": datetime.date(2026, 6, 9), "Nội dung": "máy sấy",
        "Sản phẩm": "sam-day", "Nguồn kinh phí": "Ngân sách xã", "Số tiền": 30_000_000, **more,
    }  # fmt: skip
    capsys.readouterr()
    file = table(tmp_path / "viec.xlsx", ("Việc", [[*row], [*row.values()]]))
    assert ocop("log", "--from", file, "--json") == 0
    (shown,) = printed()["rows"]
    assert shown["outcome"] == outcome
    assert told in " ".join(shown["cells"])
    assert ocop("log", "--from", file, "-y") == 0
    found = entries(workspace)
    assert len(found) == (2 if outcome == "new" else 1)
    assert found[0].amount_vnd == 30_000_000
    assert found[0].outcome == ("tốt" if outcome == "changed" else None)


def test_nothing_is_written_unseen_and_a_workbook_of_something_else_is_refused(
    ocop: Ocop, workspace: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = acts_of(tmp_path / "viec.xlsx", (1, "hội nghị", DAY, "triển khai", None, None, 45))
    before = contents(workspace)
    assert ocop("log", "--from", file) == 0
    assert "Đúng thì ghi: `ocop log --from" in capsys.readouterr().out
    assert ocop("log", "--from", file, "-y", "-n") == 0
    other = table(tmp_path / "khac.xlsx", ("Sổ", [["Tên sản phẩm", "Chủ thể", "Hạng sao"], ["a", "b", 3]]))
    assert ocop("log", "--from", other) == 2
    assert ocop("log", "--from", str(tmp_path / "khong-co.xlsx")) == 2
    assert ocop("log", "--from", file, "--edit", "1") == 2
    assert contents(workspace) == before
