"""The day of an act is not the day of typing: both are kept, and deadlines, law and reports go by the act's."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.sending import send

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def read(workspace: Path, name: str) -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


def test_a_move_keeps_both_days_and_where_it_starts(workspace: Path, ocop: Ocop) -> None:
    assert ocop("return", "sam-day", "--reason", "Thiếu ảnh", "--on", "22/11/2026") == 0
    move = read(workspace, "sam-day").history[-1]
    assert (move.on, move.recorded_on, move.start) == (date(2026, 11, 22), date(2026, 11, 23), "received")


def test_a_move_of_today_keeps_one_day(workspace: Path, ocop: Ocop) -> None:
    assert ocop("return", "sam-day", "--reason", "Thiếu ảnh") == 0
    move = read(workspace, "sam-day").history[-1]
    assert (move.on, move.recorded_on) == (date(2026, 11, 23), None)


def test_an_idea_is_taken_in_on_its_day(workspace: Path, ocop: Ocop) -> None:
    words = ("register", "--name", "Măng le", "--producer", "Hộ Y Mẫu", "--kind", "household", "--set", "7")
    assert ocop(*words, "--on", "28/12/2025") == 0
    taken = read(workspace, "mang-le")
    assert (taken.history[0].on, taken.history[0].recorded_on) == (date(2025, 12, 28), date(2026, 11, 23))
    assert taken.registration.year == 2025


@pytest.mark.parametrize(
    "words", [("withdraw", "lan-rung", "--reason", "x"), ("select", "--choose", "lan-rung: x")]
)
def test_no_act_is_dated_in_the_future(workspace: Path, ocop: Ocop, words: tuple[str, ...]) -> None:
    before = (workspace / "dossiers/lan-rung.yaml").read_bytes()
    assert ocop(*words, "--on", "24/11/2026") == 2
    assert (workspace / "dossiers/lan-rung.yaml").read_bytes() == before


def test_a_day_before_the_last_move_is_refused(ocop: Ocop) -> None:
    assert ocop("return", "sam-day", "--reason", "x", "--on", "01/01/2020") == 1


def preparing(workspace: Path, received: str) -> Path:
    """Put sam-day back to where its papers are gathered, never received, with a day of receipt typed or not."""
    path = workspace / "dossiers/sam-day.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("history:"))
    end = next((n for n in range(start + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
    history = "history:\n  - {stage: preparing, on: 2026-08-01}\n"
    text = "".join([*lines[:start], history, *lines[end:]])
    path.write_text(text.replace("received_on: 2026-11-09", f"received_on: {received}"), encoding="utf-8")
    return path


def test_the_day_of_receipt_that_was_typed_stays(workspace: Path, ocop: Ocop) -> None:
    preparing(workspace, "10/9/2026")
    assert ocop("advance", "sam-day", "--to", "received") == 0
    dossier = read(workspace, "sam-day")
    assert dossier.registration.slip is not None
    assert dossier.registration.slip.received_on == date(2026, 9, 10) == dossier.history[-1].on


def test_a_day_given_with_the_act_wins_over_the_typed_one(workspace: Path, ocop: Ocop) -> None:
    preparing(workspace, "10/9/2026")
    assert ocop("advance", "sam-day", "--to", "received", "--on", "12/9/2026") == 0
    slip = read(workspace, "sam-day").registration.slip
    assert slip is not None
    assert slip.received_on == date(2026, 9, 12)


def test_a_second_receipt_is_another_day(workspace: Path, ocop: Ocop) -> None:
    assert ocop("return", "sam-day", "--reason", "Thiếu ảnh", "--on", "21/11/2026") == 0
    assert ocop("advance", "sam-day", "--to", "received", "--note", "ảnh đã có trong hồ sơ") == 0
    slip = read(workspace, "sam-day").registration.slip
    assert slip is not None
    assert slip.received_on == date(2026, 11, 23)


def test_a_result_counts_on_the_day_of_the_decision(
    ocop: Ocop, workspace: Path, printed: Printed, capsys: Any
) -> None:
    asked = ("--star", "3", "--score", "66,5", "--number", "11/QĐ-UBND", "--issuer", "UBND tỉnh")
    send(ocop, workspace, "gui-tre", "--force", "--yes", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý")
    assert ocop("result", "gui-tre", *asked, "--on", "31/12/2026", "--as-of", "2027-01-05") == 0
    capsys.readouterr()
    for period, count in (("2026-12-01..2026-12-31", "1"), ("2027-01-01..2027-01-05", "0")):
        assert ocop("report", "--period", period, "--json", "--as-of", "2027-01-05") == 0
        rows = printed()["tables"][0]["rows"]
        assert ["Sản phẩm được công nhận trong kỳ", count] in [row[:2] for row in rows]


@pytest.mark.parametrize(("asked", "day"), [((), "2026-11-23"), (("--on", "20/11/2026"), "2026-11-20")])
def test_an_opinion_is_dated_when_it_was_given(
    workspace: Path, ocop: Ocop, asked: tuple[str, ...], day: str
) -> None:
    called = (
        "--on",
        "27/11/2026",
        "--starts",
        "8:00",
        "--place",
        "UBND xã",
        "--secretary",
        "Y Mẫu, Công chức",
    )
    assert ocop("meeting", "invite", "sam-day", *called) == 0
    given = ("meeting", "reply", "hop-2026-11-27", "sam-day", "--unit", "Văn phòng HĐND và UBND")
    assert ocop(*given, "--stance", "agree", "--on", "24/11/2026") == 2
    assert ocop(*given, "--stance", "agree", *asked) == 0
    assert str(read(workspace, "sam-day").opinions[-1].on) == day
