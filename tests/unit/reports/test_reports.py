"""Periods, and the roll-up: each dossier counts once, parts add up to the whole, the unknown is not zero."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_cli.dossier.producer import YearLabour
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.errors import OcopError
from ocop_cli.programme.targets import Targets
from ocop_cli.reports.counted_producer import by_producer
from ocop_cli.reports.figure import Figure, find_figure
from ocop_cli.reports.listing import Filter, item_json, listed
from ocop_cli.reports.period import parse_period
from ocop_cli.reports.roll_up import breakdowns, expiring, figures
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.workflow.certificate import Standing
from support.dossiers import make_dossier

ROW = Summary(
    id="a", product="Mật ong Đắk", producer="HTX Mẫu", producer_kind=ProducerKind.COOPERATIVE, track=Track.NEW,
    registration=RegistrationKind.FIRST, years=(2026,), product_set=4, group="Thực phẩm", stage="received", star=None,
    expires_on=None, women_led=True, labour=10, local_labour=8, ethnic_minority_labour=6,
    revenue={2024: Decimal(100), 2025: Decimal(150)}, moves=(("idea", date(2026, 1, 5)), ("received", date(2026, 6, 1))),
    decision="", village="thôn Mẫu",
)  # fmt: skip


BOOK = {decision.id: decision for decision in load_rulebook().texts}


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
        ("quý IV/2025", date(2025, 10, 1), date(2025, 12, 31), "quý IV năm 2025"),
        ("Quý 4 năm 2025", date(2025, 10, 1), date(2025, 12, 31), "quý IV năm 2025"),
        ("Q1/2026", date(2026, 1, 1), date(2026, 3, 31), "quý I năm 2026"),
        ("tháng 10/2025", date(2025, 10, 1), date(2025, 10, 31), "tháng 10 năm 2025"),
        ("10/2025", date(2025, 10, 1), date(2025, 10, 31), "tháng 10 năm 2025"),
        ("6 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 6, 30), "6 tháng đầu năm 2025"),
        ("9 tháng đầu năm 2025", date(2025, 1, 1), date(2025, 9, 30), "9 tháng đầu năm 2025"),
        ("3 tháng cuối 2025", date(2025, 10, 1), date(2025, 12, 31), "3 tháng cuối năm 2025"),
        ("năm 2025", date(2025, 1, 1), date(2025, 12, 31), "năm 2025"),
    ],
)
def test_periods(text: str, first: date, last: date, words: str) -> None:
    period = parse_period(text)
    assert (period.first, period.last, period.words) == (first, last, words)


@pytest.mark.parametrize(
    "text",
    [
        "2025-13",
        "2025-Q5",
        "2025-H3",
        "quý 4",
        "quý 5/2025",
        "13/2025",
        "4 tháng đầu năm 2025",
        "",
        "2025-10-02..2025-10-01",
        "2025-10-02",
    ],
)
def test_periods_that_are_none(text: str) -> None:
    with pytest.raises(OcopError):
        parse_period(text)


def figure(rows: list[Summary], code: str) -> Figure:
    items = figures(rows, parse_period("2026"), Targets(ideas=3), load_cycle().stages)
    return next(f for f in items if f.code == code)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-03", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-01", date(2025, 12, 1), date(2025, 12, 31)),
        ("2026-Q1", date(2025, 10, 1), date(2025, 12, 31)),
        ("2026-H2", date(2026, 1, 1), date(2026, 6, 30)),
        ("10/3/2026..19/3/2026", date(2026, 2, 28), date(2026, 3, 9)),
    ],
)
def test_the_period_just_before_is_as_long(text: str, first: date, last: date) -> None:
    found = parse_period(text).just_before
    assert found
    assert found[:2] == (first, last)


def test_before_a_year_comes_the_same_period_a_year_earlier() -> None:
    assert parse_period("2026").just_before is None


def test_the_unknown_is_told_beside_the_number_and_not_counted_as_zero() -> None:
    rows = [ROW, ROW._replace(id="b", producer="Hộ Khác", women_led=None, labour=None, revenue={})]
    told = [figure(rows, code)[2:6] for code in ("women_led", "labour.total", "revenue.2025")]
    assert told == [
        ("1", "–", "1 chủ thể chưa ghi", ("a",)),
        ("10", "–", "1 chủ thể chưa ghi", ("a",)),
        ("150", "–", "1/2 hồ sơ có số liệu", ("a",)),
    ]


@given(st.lists(st.sampled_from([None, True, False]), max_size=6), st.lists(st.none() | st.integers(0, 2000)))
def test_a_column_of_numbers_holds_numbers_only(led: list[bool | None], workers: list[int | None]) -> None:
    rows = [ROW._replace(id=f"w{n}", producer=f"W {n}", women_led=yes) for n, yes in enumerate(led)]
    rows += [ROW._replace(id=f"l{n}", producer=f"L {n}", labour=count) for n, count in enumerate(workers)]
    items = figures(rows, parse_period("2026"), Targets(ideas=3), load_cycle().stages)
    assert [f for f in items if not re.fullmatch(r"[0-9.]+|–", f.actual)] == []
    assert [f for f in items if not re.fullmatch(r"[0-9]+|–", f.target)] == []


def test_a_producer_with_two_products_is_counted_once() -> None:
    rows = [ROW, ROW._replace(id="b", product="Viên nghệ", producer="HTX  MẪU", labour=12, women_led=None)]
    assert figure(rows, "producers").actual == "1"
    assert figure(rows, "women_led").actual == "1"
    assert figure(rows, "labour.total").actual == "12"
    assert figure(rows, "labour.total").dossiers == ("a", "b")


def test_the_record_of_a_producer_tells_its_workers_and_who_it_is() -> None:
    told = YearLabour(year=2026, total=30, commune=None)
    rows = [
        ROW._replace(record="htx-mau", year_labour=told, labour=10),
        ROW._replace(id="b", record="htx-mau", year_labour=told, labour=12, local_labour=9),
        ROW._replace(id="c", producer="htx mẫu", labour=40),  # holds the producer itself, of the same name
        ROW._replace(id="d", record="htx-mau-2", labour=5),  # another producer that has the name too
    ]
    assert len(by_producer(rows[:3])) == 1
    assert figure(rows[:3], "labour.total").actual == "30"
    assert figure(rows[:3], "labour.commune").actual == "9"  # the record does not say
    assert len(by_producer(rows)) == 3  # with two records of a name nobody knows whose the third is


def test_what_has_ended_is_told_apart() -> None:
    gone = ROW._replace(id="b", producer="Hộ Khác", stage="withdrawn", labour=15, star=3)
    no = ROW._replace(id="c", producer="Hộ Ba", stage="not_selected", labour=15)
    told = {
        code: figure([ROW, gone, no], code).dossiers
        for code in ("followed", "labour.total", "ended.withdrawn", "ended.not_selected")
    }
    assert told == {
        "followed": ("a",),
        "labour.total": ("a",),
        "ended.withdrawn": ("b",),
        "ended.not_selected": ("c",),
    }
    assert not [
        f for f in figures([gone], parse_period("2026"), None, load_cycle().stages) if "star" in f.code
    ]


def test_certificates_in_force_in_grace_and_lapsed_are_told_apart() -> None:
    ranked = [
        ROW._replace(id=standing or "none", stage="certified", star=3, standing=standing)
        for standing in (*Standing, None)
    ]
    told = {code: figure(ranked, code).dossiers for code in ("star.3", "in_grace", "lapsed")}
    assert told == {"star.3": ("in_force", "none"), "in_grace": ("in_grace",), "lapsed": ("lapsed",)}
    assert figure(ranked, "star.3").note == "1 sản phẩm chưa ghi giấy chứng nhận"


def test_recognitions_are_counted_by_what_they_changed() -> None:
    def ranked(name: str, *stars: int) -> Summary:
        results = [{"recognised": "có", "on": f"202{n}-05-01", "star": s} for n, s in enumerate(stars, 4)]
        dossier = make_dossier(results=results)
        return summarise(name, dossier, BOOK["26-2026"], date(2026, 12, 31))

    rows = [ranked("new", 3)._replace(moves=()), ranked("up", 3, 3, 4), ranked("again", 3, 4, 4)]
    assert figure(rows, "upgraded").dossiers == ("up",)
    assert figure(rows, "re_ranked").dossiers == ("again",)
    assert figure(rows, "recognised").dossiers == ()  # that of 2024
    assert figure([ranked("new", 3, 3, 3)], "re_ranked").target == "–"


def test_every_target_is_compared_with_a_figure() -> None:
    targets = Targets(**{name: n for n, name in enumerate(Targets.model_fields, 1)})
    items = figures([ROW], parse_period("2026"), targets, load_cycle().stages)
    assert sorted(f.target for f in items if f.target != "–") == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("wanted", ["women_led", "do phụ nữ đứng đầu", "phu nu", "- do PHỤ NỮ đứng đầu"])
def test_a_figure_is_found_by_its_code_and_its_name(wanted: str) -> None:
    items = figures([ROW], parse_period("2026"), None, load_cycle().stages)
    assert find_figure(items, wanted).code == "women_led"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("labor.total", "labour.total"), ("xyz", "ideas"), ("sản phẩm", "khớp"), ("", "Các chỉ tiêu")],
)
def test_a_figure_that_is_none_is_told_with_the_nearest(wanted: str, told: str) -> None:
    items = figures([ROW], parse_period("2026"), None, load_cycle().stages)
    with pytest.raises(OcopError) as refused:
        find_figure(items, wanted)
    assert told in f"{refused.value.message} {refused.value.hint}"


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


def test_an_item_of_a_list_stands_ready_as_the_document_has_it() -> None:
    for row in (ROW, ROW._replace(product="“Gạo”\n\\đỏ", revenue={})):
        assert listed(row, {}).item == json.dumps(item_json(row), ensure_ascii=False, indent=2)


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
    line = listed(ROW, {})._asdict()
    is_equal = all(line[name] == value for name, value in wanted.equal.items())
    assert (is_equal and all(text in line[name] for name, text in wanted.holding.items())) is kept
