"""Periods, and the roll-up: each dossier counts once, parts add up to the whole, the unknown is not zero."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.errors import OcopError
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.listing import Filter
from ocop_cli.reports.period import parse_period
from ocop_cli.reports.roll_up import breakdowns, expiring, figures
from ocop_cli.reports.summary import Summary
from ocop_cli.store.packaged import load_cycle

ROW = Summary(
    id="a", product="Mật ong Đắk", producer="HTX Mẫu", producer_kind=ProducerKind.COOPERATIVE, track=Track.NEW,
    registration=RegistrationKind.FIRST, year=2026, product_set=4, group="Thực phẩm", stage="received", star=None,
    expires_on=None, lapsed=False, women_led=True, labour=10, local_labour=8, ethnic_minority_labour=6,
    revenue={2024: Decimal(100), 2025: Decimal(150)}, moves=(("idea", date(2026, 1, 5)), ("received", date(2026, 6, 1))),
    decision="", village="thôn Mẫu",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2025-10", date(2025, 10, 1), date(2025, 10, 31), "tháng 10 năm 2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "tháng 2 năm 2024"),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), "quý IV năm 2025"),
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30), "6 tháng đầu năm 2025"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "năm 2025"),
        (
            "01/10/2025..2025-10-15",
            date(2025, 10, 1),
            date(2025, 10, 15),
            "từ ngày 01/10/2025 đến ngày 15/10/2025",
        ),
    ],
)
def test_periods(text: str, first: date, last: date, words: str) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.words) == (first, last, words)


@pytest.mark.parametrize(
    "text", ["2025-13", "2025-Q5", "2025-H3", "quý 4", "", "2025-10-02..2025-10-01", "2025-10-02"]
)
def test_periods_that_are_none(text: str) -> None:
    with pytest.raises(OcopError):
        parse_period(text)


def value(rows: list[Summary], name: str) -> str:
    items = figures(rows, parse_period("2026"), Targets(ideas=3), {})
    return next(f.actual for f in items if f.name == name)


def test_the_unknown_is_told_and_not_counted_as_zero() -> None:
    rows = [ROW, ROW._replace(id="b", producer="Hộ Khác", women_led=None, labour=None, revenue={})]
    assert value(rows, "- do phụ nữ đứng đầu") == "1 (1 chủ thể chưa ghi)"
    assert value(rows, "Lao động (người)") == "10 (1 chủ thể chưa ghi)"
    assert value(rows, "Doanh thu năm 2025 (đồng), 1/2 hồ sơ có số liệu") == "150"


def test_a_producer_with_two_products_is_counted_once() -> None:
    rows = [ROW, ROW._replace(id="b", product="Viên nghệ", producer="HTX  MẪU", labour=12, women_led=None)]
    assert value(rows, "Chủ thể có hồ sơ đang theo dõi") == "1"
    assert value(rows, "- do phụ nữ đứng đầu") == "1"
    assert value(rows, "Lao động (người)") == "12"


def test_what_has_ended_is_told_apart() -> None:
    gone = ROW._replace(id="b", producer="Hộ Khác", stage="withdrawn", labour=15, star=3)
    items = {f.name: f.actual for f in figures([ROW, gone], parse_period("2026"), None, load_cycle().stages)}
    assert items["Tổng số hồ sơ đang theo dõi"] == "1"
    assert items["Lao động (người)"] == "10"
    assert items["Không còn theo dõi: Đã dừng tham gia"] == "1"
    assert "Sản phẩm đạt 3 sao" not in items


def test_a_lapsed_certificate_is_no_star() -> None:
    ranked = [
        ROW._replace(stage="certified", star=3, expires_on=date(2027, 1, 1)),
        ROW._replace(id="b", stage="certified", star=3, expires_on=date(2026, 12, 30), lapsed=True),
    ]
    items = {f.name: f.actual for f in figures(ranked, parse_period("2026"), None, load_cycle().stages)}
    assert items["Sản phẩm đạt 3 sao"] == "1"
    assert items["Sản phẩm có giấy chứng nhận đã hết hạn"] == "1"


def test_targets_stand_beside_what_was_reached() -> None:
    items = figures([ROW], parse_period("2026"), Targets(ideas=3), {})
    assert (items[0].actual, items[0].target) == ("1", "3")


def test_certificates_that_run_out_within_half_a_year() -> None:
    soon, late, gone = (
        ROW._replace(expires_on=day) for day in (date(2027, 4, 20), date(2028, 1, 1), date(2026, 1, 1))
    )
    assert expiring([soon, late, gone], date(2026, 11, 23)) == [soon]


rows_of = st.lists(
    st.builds(
        lambda stage, track, group: ROW._replace(stage=stage, track=track, group=group),
        st.sampled_from(["idea", "received", "certified"]),
        st.sampled_from(list(Track)),
        st.sampled_from(["Thực phẩm", "Đồ uống", ""]),
    ),
    max_size=12,
)


@given(rows_of, rows_of)
def test_the_roll_up_of_parts_is_the_roll_up_of_the_whole(one: list[Summary], other: list[Summary]) -> None:
    def counts(rows: list[Summary]) -> list[dict[str, int]]:
        return [{name: int(count) for name, count in table.rows} for table in breakdowns(rows, {})]

    for left, right, whole in zip(counts(one), counts(other), counts(one + other), strict=True):
        assert {k: left.get(k, 0) + right.get(k, 0) for k in left | right} == whole
        assert sum(whole.values()) == len(one) + len(other)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Filter("mat ong dak"), True),
        (Filter("MẪU"), True),
        (Filter("rượu"), False),
        (Filter(group="thuc pham"), True),
        (Filter(stage="idea"), False),
        (Filter(year=2026, product_set=4), True),
        (Filter(star=3), False),
    ],
)
def test_lists_are_narrowed_without_diacritics(wanted: Filter, kept: bool) -> None:
    assert wanted.keeps(ROW) is kept
