"""A line about an act of the year, as officials say it: of every kind its example, and what is said otherwise."""

from datetime import date
from decimal import Decimal
from shlex import split
from typing import Any

import pytest

from ocop_cli.programme.log_entry import LISTED, LogEntry
from ocop_cli.programme.log_field import KnownThings
from ocop_cli.programme.log_kind import LogKind
from ocop_cli.programme.log_line import read_line
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.log_list import line_of
from ocop_cli.store.built_in.packaged import load_log_kinds, load_standing

KINDS = load_log_kinds()
VILLAGES = ("thôn Ví Dụ Một", "thôn Ví Dụ Hai", "thôn Ví Dụ Ba")
KNOWN = KnownThings(
    VILLAGES,
    {"sam-day": "Sâm dây Xốp", "ca-phe": "Cà phê Xốp", "ca-phe-bot": "Cà phê bột Xốp"},
    ("HTX Nông nghiệp Ruộng Cao Ví Dụ", "Hộ Y Mẫu"),
    date(2026, 11, 28),
)
SHORT = 60
"""So many characters an official types for an activity, a class, a fair."""


def read(text: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    kind, rest = KINDS.head(
        [part for word in split(text) for part in (word.split() if word == split(text)[0] else [word])]
    )
    assert kind, text
    return read_line(kind, rest, KNOWN)


@pytest.mark.parametrize("kind", KINDS.kinds.values(), ids=lambda kind: kind.id)
def test_the_example_of_a_kind_is_understood_whole(kind: LogKind) -> None:
    values, problems = read_line(kind, split(kind.example), KNOWN)
    assert not problems
    assert not kind.missing(values)
    LogEntry.model_validate({"kind": kind.id, **values})


@pytest.mark.parametrize("kind", KINDS.kinds.values(), ids=lambda kind: kind.id)
def test_a_kind_names_fields_targets_duties_and_sections_that_there_are(kind: LogKind) -> None:
    assert {field.name for field in kind.fields} <= set(LogEntry.model_fields)
    counted = {name for count in kind.counts for name in (count.sum, count.distinct, count.by) if name}
    assert counted <= {field.name for field in kind.fields}
    assert {count.target for count in kind.counts if count.target} <= set(Targets.model_fields)
    assert set(kind.duties) <= set(load_standing().duty_ids)
    assert kind.section in KINDS.sections
    assert len({count.code for count in kind.counts}) == len(kind.counts)


def test_every_field_of_an_act_belongs_to_a_kind() -> None:
    used = {field.name for kind in KINDS.kinds.values() for field in kind.fields}
    assert set(LogEntry.model_fields) - used == {"kind", "on"}
    assert {name for name in LISTED if name not in used} == set()


@pytest.mark.parametrize("kind", ["propaganda", "producer-class", "fair", "material"])
def test_an_activity_a_class_and_a_fair_take_few_letters(kind: str) -> None:
    assert len(line_of(KINDS.kinds[kind])) <= SHORT


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("'tuyen truyen' 12/3 loa 'ca xa' 1.200 luot nguoi", {"channel": "loa truyền thanh", "villages": [*VILLAGES], "people": 1200}),
        ("'tuyên truyền' hôm qua zalo", {"on": date(2026, 11, 27), "channel": "mạng xã hội"}),
        ("'tuyên truyền' 12/3 loa thôn Một 120 người", {"villages": ["thôn Ví Dụ Một"], "what": None, "people": 120}),
        ("'tuyên truyền' 12/3 'họp thôn Hai về nhãn'", {"villages": ["thôn Ví Dụ Hai"], "what": "họp thôn Hai về nhãn"}),
        ("'tuyên truyền' 12/3 loa 'thôn: Một; Ba'", {"villages": ["thôn Ví Dụ Một", "thôn Ví Dụ Ba"]}),
        ("'hội chợ' 20/11 'chợ tỉnh' sâm dây, cà phê bột bán 12tr", {"what": "chợ tỉnh", "products": ["sam-day", "ca-phe-bot"]}),
        ("'hội chợ' 20/11 'chợ tỉnh' sam-day, cà phê bột bán 12tr", {"what": "chợ tỉnh", "products": ["sam-day", "ca-phe-bot"]}),
        ("'hội chợ' 20/11 'chợ tỉnh' 'sản phẩm: sâm dây và cà phê bột'", {"products": ["sam-day", "ca-phe-bot"]}),
        ("'hội chợ' 12-15/11 'Chợ tỉnh' sâm dây bán được 1,2 tỷ 2 hợp đồng", {"on": date(2026, 11, 12), "until": date(2026, 11, 15), "products": ["sam-day"], "sold_vnd": Decimal(1_200_000_000), "contracts": 2, "what": "Chợ tỉnh"}),
        ("'tập huấn' 2026-04-05 nhãn htx ruong cao 3 người 2 nữ 1 dtts", {"on": date(2026, 4, 5), "what": "nhãn", "producers": ["HTX Nông nghiệp Ruộng Cao Ví Dụ"], "people": 3, "women": 2, "minority": 1}),
        ("'tập huấn' 5/4 nhãn htx ruong cao 3 người, trong đó nữ 2, dtts 1", {"what": "nhãn", "people": 3, "women": 2, "minority": 1}),
        ("'tập huấn' 5/4 'Sâm dây' hộ y mẫu 1 người", {"what": "Sâm dây", "producers": ["Hộ Y Mẫu"]}),
        ("'hội chợ' 5/6-8/6 'Chợ quê' sâm dây", {"on": date(2026, 6, 5), "until": date(2026, 6, 8), "what": "Chợ quê"}),
        ("'hội chợ' từ 5/6 đến 8/6/2026 'Chợ quê' sâm dây", {"on": date(2026, 6, 5), "until": date(2026, 6, 8), "what": "Chợ quê"}),
        ("'nhiệm vụ' 2/3 'Công an xã' 'rà soát tem' hạn 30/6/2026 đã xong", {"unit": "Công an xã", "what": "rà soát tem", "until": date(2026, 6, 30), "done": True}),
        ("chi 9/4 3tr nguồn:xã 'nội dung chi: in tờ rơi'", {"source": "xã", "use": "in tờ rơi", "amount_vnd": Decimal(3_000_000)}),
        ("'tư vấn' 2/3 'TT Mẫu' 'đã làm 5 hồ sơ' sam-day ca-phe", {"unit": "TT Mẫu", "capacity": "đã làm 5 hồ sơ", "products": ["sam-day", "ca-phe"]}),
        ("'hướng dẫn' 10/11 'HTX Ruộng Cao' 'hỏi về mã vạch' gọi điện", {"producers": ["HTX Nông nghiệp Ruộng Cao Ví Dụ"], "what": "hỏi về mã vạch"}),
        ("'hỗ trợ' 9/6 'máy sấy' cà phê bột 'nguồn: xã'", {"products": ["ca-phe-bot"]}),
        ("'việc làm' 1/12 'dệt' 15 việc làm thu nhập 4,5 triệu", {"people": 15, "income_vnd": Decimal(4_500_000)}),
        ("'tiêu chuẩn' 4/5 sam-day 'tiêu chuẩn: viet gap'", {"standard": "VietGAP"}),
        ("'cử cán bộ' 8/5 'nghiệp vụ OCOP' 1 người 'người được cử: A Mẫu, Công chức; Y Ví Dụ'", {"attendees": [{"name": "A Mẫu", "title": "Công chức"}, {"name": "Y Ví Dụ"}]}),
    ],
)  # fmt: skip
def test_a_line_is_understood_as_it_is_said(text: str, wanted: dict[str, Any]) -> None:
    values, problems = read(text)
    assert not problems
    assert {name: values.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("'tuyên truyền' 31/2 loa", "31/2"),
        ("'tuyên truyền' 12/3 loa thôn Chín 120 người", "không có “thôn Chín” trong danh sách; các thôn: thôn Ví Dụ Một"),
        ("'hội chợ' 20/11 'chợ tỉnh' sam-dai bán 12 triệu", "“sam-dai” không phải mã hồ sơ nào, gần nhất: sam-day"),
        ("'tuyên truyền' 12/3 loa 120", "120"),
        ("'tuyên truyền' 12/3 loa 3 triệu", "không ghi tiền"),
        ("'hội chợ' 12/3 'Chợ tỉnh' cà phê", "có thể là: Cà phê Xốp; Cà phê bột Xốp"),
        ("'tuyên truyền' 12/3 loa 'thôn: Ví Dụ Chín'", "không có “Ví Dụ Chín” trong danh sách"),
        ("'hội chợ' 12/3 'Chợ' 'sản phẩm: trà'", "không có sản phẩm"),
        ("'tập huấn' 12/3 'Lớp' 'số người: mười'", "mười"),
        ("'tuyên truyền' 1/3 2/3 loa", "chỉ ghi một ngày"),
    ],
)  # fmt: skip
def test_what_a_line_says_wrongly_is_told(text: str, told: str) -> None:
    _, problems = read(text)
    assert any(told in problem for problem in problems), problems


@pytest.mark.parametrize("said", ["hội trợ", "tuyên chuyền", "lớp", "", "xyz"])
def test_what_is_no_kind_is_none(said: str) -> None:
    assert KINDS.head(said.split())[0] is None
