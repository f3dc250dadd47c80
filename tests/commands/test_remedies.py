"""What an inspection asks to be put right is followed until it is closed: entered by one line, kept, shown, done once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.remedy import Remedy, read_remedy
from ocop_cli.store.programme.inspections import usable_inspection
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
ASKED = ("inspect", "mang-kho", "--request", "Dán lại tem: 30/11/2026", "--request", "Sửa nhãn")
FILE = "mang-kho-2026-11-23"


@pytest.mark.parametrize(
    ("said", "what", "due"),
    [
        ("Dán lại tem; xong trước ngày 30/11/2026", "Dán lại tem", "2026-11-30"),
        ("Dán lại tem: 30/11/2026", "Dán lại tem", "2026-11-30"),
        ("Dán lại tem, hạn 2026-11-30.", "Dán lại tem", "2026-11-30"),
        ("Dán lại tem trước 30-11-2026", "Dán lại tem", "2026-11-30"),
        ("Dán lại 30 tem", "Dán lại 30 tem", None),
        ("Dán lại tem trước ngày 31/11/2026", "Dán lại tem trước ngày 31/11/2026", None),
        ("Lưu hồ sơ từ ngày 01/10/2026 trở đi", "Lưu hồ sơ từ ngày 01/10/2026 trở đi", None),
    ],
)
def test_a_text_of_an_earlier_version_gives_its_day(said: str, what: str, due: str | None) -> None:
    remedy = Remedy.model_validate(said)
    assert (remedy.what, remedy.due) == (what, due and date.fromisoformat(due))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Dán lại tem: 20/11/2026", "--request 20/11/2026 trước ngày kiểm tra 23/11/2026."),
        ("Dán lại tem: 31/11/2026", "--request 31/11/2026 không phải là ngày."),
        ("Dán lại tem: 9", "--request 9 không phải là ngày."),
        ("30/11/2026", "--request chưa ghi việc phải khắc phục."),
        ("9", "--request chưa ghi việc phải khắc phục."),
    ],
)
def test_a_remedy_says_what_is_to_be_done_and_is_due_after_its_inspection(said: str, told: str) -> None:
    with pytest.raises(OcopError) as refused:
        read_remedy(said, "--request", date(2026, 11, 23))
    assert refused.value.message == told


def test_every_line_is_short_and_the_remedy_is_told_until_it_is_closed(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        'ocop inspect mang-kho --request "Dán lại tem: 30/11/2026"',
        'ocop inspect close mang-kho --proof "ảnh tem mới"',
    ]
    assert max(map(len, lines)) <= 60
    assert ocop(*ASKED[:4]) == 0
    for words in (("next", "mang-kho"), ("due", "mang-kho"), ("due",), ()):
        capsys.readouterr()
        assert ocop(*words) == 0
        assert "Dán lại tem" in capsys.readouterr().out, words
    assert ocop("inspect", "close", "mang-kho", "--proof", "ảnh tem mới") == 0
    record = usable_inspection(Sources(workspace), FILE)
    assert [(c.request, c.on, c.proof) for c in record.closings] == [(1, date(2026, 11, 23), "ảnh tem mới")]
    capsys.readouterr()
    assert ocop("due", "--json") == 0
    assert not [item for item in printed()["items"] if item["kind"] == "remedy"]
    assert ocop("inspect", "close", "mang-kho", "--proof", "ảnh") == 2


def test_one_of_several_is_named_by_its_number(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*ASKED) == 0
    for words in ((), ("3",), ("không",)):
        assert ocop("inspect", "close", "mang-kho", *words, "--proof", "ảnh") == 2
        assert "2. Sửa nhãn" in capsys.readouterr().err
    assert ocop("inspect", "close", "mang-kho", "2", "--proof", "ảnh") == 0
    assert [c.request for c in usable_inspection(Sources(workspace), FILE).closings] == [2]
    assert "còn 1 yêu cầu" in capsys.readouterr().out


def test_wrong_answers_are_told_and_nothing_is_lost(
    ocop: Ocop, answer: Callable[..., int], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ocop(*ASKED, "--on", "20/11/2026") == 0
    monkeypatch.delenv("OCOP_NO_INPUT")
    assert (
        answer(
            ["inspect", "close", "mang-kho"],
            "9",
            "dán",
            "31/2/2026",
            "25/12/2026",
            "19/11/2026",
            "22/11/2026",
            "",
            "ảnh",
        )
        == 0
    )
    record = usable_inspection(Sources(workspace), "mang-kho-2026-11-20")
    assert [(c.request, c.on) for c in record.closings] == [(1, date(2026, 11, 22))]


@pytest.mark.parametrize("on", ["19/11/2026", "24/11/2026", "31/11/2026"])
def test_no_remedy_is_closed_before_it_was_asked_or_after_today(on: str, ocop: Ocop, workspace: Path) -> None:
    assert ocop(*ASKED[:4], "--on", "20/11/2026") == 0
    before = (workspace / "programme/inspections/mang-kho-2026-11-20.yaml").read_bytes()
    assert ocop("inspect", "close", "mang-kho", "--proof", "ảnh", "--on", on) == 2
    assert (workspace / "programme/inspections/mang-kho-2026-11-20.yaml").read_bytes() == before


def test_a_closed_remedy_leaves_the_signed_minutes_as_they_are(ocop: Ocop) -> None:
    minutes = f"documents/2026/{FILE}-inspection-minutes.docx"
    assert ocop(*ASKED[:4]) == 0
    assert ocop("docs", "number", minutes, "--number", "9") == 0
    assert ocop("inspect", "close", "mang-kho", "--proof", "ảnh") == 0
    assert ocop("verify", minutes) == 0


def test_what_was_closed_later_was_open_before() -> None:
    record = Inspection.model_validate(
        {
            "schema": "ocop/inspection@1", "dossier": "mang-kho", "on": "2026-11-01", "requests": ["Dán tem"],
            "closings": [{"request": "1", "on": "2026-11-20", "proof": "ảnh"}],
        }
    )  # fmt: skip
    seen = record.as_of(date(2026, 11, 19))
    assert record.as_of(date(2026, 10, 31)) is None
    assert seen is not None
    assert [len(each.open_remedies) for each in (seen, record)] == [1, 0]
