"""``ocop renew``: a recognised product is ranked again under the law of today, with what has changed since."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.as_of import as_of
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.law import applicable_ruleset, filed_on
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of
from support.dossiers import make_dossier

Ocop = Callable[..., int]
RECOGNISED = {"recognised": "có", "on": "2024-04-20", "star": "3"}
ROUND = [{"stage": "received", "on": "2023-11-01"}, {"stage": "certified", "on": "2024-04-20"}]
JUDGED = {
    "evaluations": [{"decision": "148-2023", "on": "2023-11-10", "by": "Y Mẫu"}],
    "submissions": [
        {"decision": "148-2023", "on": "2023-11-20", "product_code": "1-1-01-2023", "serial": "1"}
    ],
    "results": [RECOGNISED],
}


def held(workspace: Path, name: str) -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


def renewed(kind: str, *moves: dict[str, str], **registration: Any) -> Dossier:
    slip = {"received_on": "2023-11-01", **registration}
    return make_dossier(registration={"kind": kind, "slip": slip}, history=[*ROUND, *moves], **JUDGED)


def test_a_product_registers_to_be_ranked_again(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    before = held(workspace, "mang-kho")
    assert ocop("renew", "mang-kho") == 0
    told = capsys.readouterr().out
    for line in (
        "Thời gian nộp phân hạng lại: từ 22/10/2026 đến hết 21/12/2026",
        "nhận đề nghị trước ngày 30/4/2027",
        "Giấy chứng nhận hết hạn ngày 20/4/2027",
        "Năm 2025: doanh thu 180.000.000 đồng, sản lượng 1,2 tấn",
    ):
        assert line in told
    after = held(workspace, "mang-kho")
    registration = after.registration
    assert (registration.kind, registration.track, registration.year) == ("re_ranking", "existing", 2026)
    assert load_cycle().stages[after.stage].before_filing
    assert after.history[:-1] == before.history
    assert after.business is not None
    assert "Năm 2025: doanh thu 180.000.000 đồng" in str(after.business.since_recognition)
    assert before.business is not None
    assert after.business.changes == before.business.changes
    assert ocop("check", "mang-kho") == 0


def test_what_was_handed_in_for_the_last_round_leaves_and_its_files_stay(
    ocop: Ocop, workspace: Path, capsys: Any
) -> None:
    files = sorted(path.name for path in (workspace / "papers/ca-phe").iterdir())
    assert ocop("renew", "ca-phe", "--kind", "nâng hạng", "--target", "4") == 0
    assert (
        "Của lần trước, phải nộp mới: Phiếu đăng ký; Báo cáo tự đánh giá; sản phẩm mẫu"
        in capsys.readouterr().out
    )
    after = held(workspace, "ca-phe")
    assert {paper.kind for paper in after.papers} & {"registration_slip", "self_assessment"} == set()
    assert (after.samples, after.registration.slip) == (None, None)
    assert (after.registration.track, after.registration.target_star) == ("upgrade", 4)
    assert sorted(path.name for path in (workspace / "papers/ca-phe").iterdir()) == files


@pytest.mark.parametrize(
    ("kind", "field", "other"),
    [("phân hạng lại", "since_recognition", "changes"), ("nâng hạng", "changes", "since_recognition")],
)
@pytest.mark.parametrize("last", ["first", "re_ranking", "upgrade"])
def test_what_changed_stands_where_the_form_asks_for_it(
    ocop: Ocop, workspace: Path, kind: str, field: str, other: str, last: str
) -> None:
    """Somebody's own words stay there, unless they were written for a round of the same kind."""
    file = load_dossier(Sources(workspace), "mang-kho")
    said = "Đổi bao bì."
    edits = [
        Set(("registration", "kind"), last),
        Set(("business", field), said),
        Set(("business", other), said),
    ]
    (workspace / file.source.name).write_bytes(change_of(file.source, edits).after or b"")
    assert ocop("renew", "mang-kho", "--kind", kind) == 0
    after = held(workspace, "mang-kho")
    assert getattr(after.business, other) == said
    assert (getattr(after.business, field) == said) is (after.registration.kind != last)


def test_a_day_before_shows_the_round_of_that_day(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    """Registration, slip and samples are those of the last round; of the day itself those of the new one."""
    rows = ("Đăng ký", "Phiếu", "Mẫu")
    ocop("show", "ca-phe", "--as-of", "2026-11-20")
    before = capsys.readouterr()
    assert ocop("renew", "ca-phe", "--kind", "nâng hạng", "--on", "21/11/2026") == 0
    capsys.readouterr()
    ocop("show", "ca-phe", "--as-of", "2026-11-20")
    after = capsys.readouterr()
    assert after.err == before.err
    assert [line for line in after.out.splitlines() if line.startswith(rows)] == [
        line for line in before.out.splitlines() if line.startswith(rows)
    ]
    then = as_of(held(workspace, "ca-phe"), date(2026, 11, 20), load_cycle().stages)
    assert then is not None
    assert then.registration.slip is not None
    assert then.samples is not None
    ocop("show", "ca-phe", "--as-of", "2026-11-21")
    assert "Nâng hạng" in capsys.readouterr().out


def test_what_an_earlier_version_did_not_keep_is_said(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    assert ocop("renew", "ca-phe", "--kind", "nâng hạng", "--on", "21/11/2026") == 0
    file = load_dossier(Sources(workspace), "ca-phe")
    forgotten = change_of(file.source, [Remove(("registration", "earlier"))])
    (workspace / file.source.name).write_bytes(forgotten.after or b"")
    capsys.readouterr()
    for day, is_told in (("2026-11-20", True), ("2026-11-21", False)):
        assert ocop("show", "ca-phe", "--as-of", day) == 0
        assert ("chưa đăng ký lại: lần đăng ký" in capsys.readouterr().err) is is_told


@pytest.mark.parametrize("name", ["sam-day", "thit-gac-bep", "tho-cam", "ruou-ghe", "tra-day"])
def test_only_a_recognised_product_registers_anew(
    ocop: Ocop, workspace: Path, name: str, capsys: Any
) -> None:
    before = (workspace / f"dossiers/{name}.yaml").read_bytes()
    assert ocop("renew", name) == 1
    assert "chỉ sản phẩm đã được công nhận mới đăng ký lại" in capsys.readouterr().err
    assert (workspace / f"dossiers/{name}.yaml").read_bytes() == before


@pytest.mark.parametrize(("day", "told"), [("2026-07-01", "chưa tới"), ("2027-01-05", "đã quá")])
def test_outside_the_time_to_file_it_is_asked(
    ocop: Ocop, workspace: Path, day: str, told: str, capsys: Any
) -> None:
    assert ocop("renew", "mang-kho", "--as-of", day) == 2
    assert f"{told} thời gian nộp phân hạng lại" in capsys.readouterr().err.lower()
    assert held(workspace, "mang-kho").registration.kind == "first"
    assert ocop("renew", "mang-kho", "--as-of", day, "-y") == 0


def test_next_sends_a_product_whose_time_has_come_to_this_verb(ocop: Ocop, capsys: Any) -> None:
    assert ocop("next", "mang-kho") == 0
    assert "ocop renew mang-kho" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["re_ranking", "upgrade"])
@pytest.mark.parametrize("stage", ["preparing", "improving"])
def test_a_new_round_takes_nothing_of_the_old_one(kind: str, stage: str) -> None:
    dossier = renewed(kind, {"stage": "preparing", "on": "2026-11-01"}, {"stage": stage, "on": "2026-11-02"})
    assert (filed_on(dossier), dossier.evaluation, dossier.submission) == (None, None, None)
    law = applicable_ruleset(dossier, load_rulebook(), dossier.history[-1].on)
    assert law.decision.id == "26-2026"


def test_a_product_that_rests_on_its_recognition_keeps_what_led_there() -> None:
    dossier = renewed("re_ranking")
    assert (dossier.renewed_on, str(filed_on(dossier))) == (None, "2023-11-01")
    assert dossier.evaluation is not None
    assert dossier.submission is not None


def test_a_dossier_begun_for_the_new_round_keeps_its_receipt() -> None:
    history = [{"stage": "preparing", "on": "2026-09-01"}, {"stage": "received", "on": "2026-10-05"}]
    registration = {"kind": "re_ranking", "slip": {"received_on": "2026-10-03"}}
    dossier = make_dossier(registration=registration, history=history, results=[RECOGNISED])
    assert str(filed_on(dossier)) == "2026-10-03"


def test_what_changed_is_told_by_the_words_of_the_report(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    """The evaluation that led to the recognition printed words; those that would be others today are told."""
    assert ocop("evaluate", "sam-day") == 0
    file = load_dossier(Sources(workspace), "sam-day")
    decision = {"number": "9-VD", "issued_on": "2026-11-23"}
    edits: list[Edit] = [
        Set(("labour", "commune"), 17),
        Append(("results",), {"recognised": "có", "on": "2026-11-23", "star": 3, "decision": decision}),
        Append(("history",), {"stage": "certified", "on": "2026-11-23"}),
    ]
    (workspace / file.source.name).write_bytes(change_of(file.source, edits).after or b"")
    capsys.readouterr()
    assert ocop("renew", "sam-day", "--kind", "nâng hạng", "-n") == 0
    told = capsys.readouterr().out
    assert "Lao động" in told
    assert "trước “" in told
    assert "nay “" in told


def test_a_product_that_stops_registering_anew_keeps_its_certificate_in_mind(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("renew", "mang-kho") == 0
    before = (workspace / "dossiers/mang-kho.yaml").read_bytes()
    capsys.readouterr()
    assert ocop("withdraw", "mang-kho", "--reason", "chưa kịp hồ sơ") == 2
    assert "còn giấy chứng nhận đến ngày 20/4/2027" in capsys.readouterr().err
    assert (workspace / "dossiers/mang-kho.yaml").read_bytes() == before
    assert ocop("withdraw", "mang-kho", "--reason", "ngừng sản xuất", "-y") == 0
    assert ocop("withdraw", "ca-phe", "--reason", "ngừng sản xuất") == 0  # recognised, and registers nothing
