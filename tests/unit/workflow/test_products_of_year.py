"""What a year brings for each product."""

from datetime import date
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import Track
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.workflow.year import YearView, carried_into, certified_in, re_ranked_in, registered_in
from support.dossiers import make_dossier

CLOSED = frozenset({"withdrawn", "not_selected"})
LAW = pick_ruleset(load_rulebook(), 9, date(2026, 10, 1))


def _dossier(stage: str = "certified", **more: Any) -> Dossier:
    return make_dossier(
        product={"set": "9"},
        registration={"year": "2024"},
        history=[{"stage": stage, "on": "2024-03-01"}],
        **more,
    )


def _certified(issued_on: str, stage: str = "certified") -> YearView:
    result = {"recognised": "có", "on": issued_on, "star": "3", "certificate": {"issued_on": issued_on}}
    return YearView(_dossier(stage, results=[result]), LAW, 36)


def test_a_product_is_listed_in_its_year_under_its_track() -> None:
    listed = registered_in([_dossier("idea"), _dossier("withdrawn")], 2024, CLOSED)
    assert [len(listed[track]) for track in (Track.NEW, Track.EXISTING, Track.UPGRADE)] == [1, 0, 0]
    assert not any(registered_in([_dossier("idea")], 2025, CLOSED).values())


def test_re_ranking_falls_into_the_years_of_its_window() -> None:
    view = _certified("2024-03-01")  # ends 1 March 2027; the window is in 2026
    assert [note for _, note in re_ranked_in([view], 2026, CLOSED)] == [
        "Nộp hồ sơ từ 02/9/2026 đến 01/11/2026; xã gửi đề nghị cấp tỉnh trước ngày 30/10/2026 hoặc trước ngày 30/4/2027"
    ]
    assert re_ranked_in([view], 2025, CLOSED) == []
    assert re_ranked_in([view], 2027, CLOSED) == []


def test_without_a_window_the_year_of_the_end_counts() -> None:
    view = YearView(_certified("2024-03-01").dossier, None, 36)
    assert [note for _, note in re_ranked_in([view], 2027, CLOSED)] == [
        "Giấy chứng nhận hết hạn ngày 01/3/2027"
    ]


def test_a_window_that_meets_no_round_of_the_province_names_none() -> None:
    view = _certified("2024-06-01")  # ends 1 June 2027; filed from 3 December 2026 to 1 February 2027
    assert [note for _, note in re_ranked_in([view], 2026, CLOSED)] == [
        "Nộp hồ sơ từ 03/12/2026 đến 01/02/2027"
    ]


def test_a_certificate_that_ends_in_the_year_tells_of_its_window_in_the_year_before() -> None:
    def notes(issued_on: str, year: int) -> list[str]:
        return [note for _, note in certified_in([_certified(issued_on)], year, CLOSED)]

    ends = "3 sao; hết hạn ngày 01/3/2027"
    assert notes("2024-03-01", 2027) == [f"{ends}; hạn nộp hồ sơ phân hạng lại từ 02/9/2026 đến 01/11/2026"]
    assert notes("2024-03-01", 2026) == [ends]
    assert notes("2024-10-01", 2027) == ["3 sao; hết hạn ngày 01/10/2027"]  # filed in the same year


def test_a_product_is_inspected_while_its_certificate_holds() -> None:
    view = _certified("2024-03-01")
    assert [len(certified_in([view], year, CLOSED)) for year in (2023, 2024, 2027, 2028)] == [0, 1, 1, 0]
    assert certified_in([_certified("2024-03-01", "withdrawn")], 2025, CLOSED) == []
    assert certified_in([YearView(_dossier("idea"), LAW, 36)], 2024, CLOSED) == []


def test_what_is_under_way_is_carried_into_the_next_year() -> None:
    stages = load_cycle().stages
    under_way, done = _dossier("received"), _dossier("certified")
    ended = [_dossier(stage) for stage in ("withdrawn", "not_selected")]
    carried = carried_into([under_way, done, *ended], 2027, stages)
    assert carried == [(under_way, "Xã đã nhận đủ hồ sơ; chuyển tiếp từ năm 2024")]
    assert carried_into([under_way], 2024, stages) == []


def test_no_stage_but_an_end_and_the_certificate_is_forgotten() -> None:
    stages = load_cycle().stages
    forgotten = {name for name in stages if not carried_into([_dossier(name)], 2027, stages)}
    assert forgotten == {name for name, stage in stages.items() if stage.closed or stage.renewal}
