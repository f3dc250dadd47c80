"""On a terminal every verb that writes asks for what it needs; none ends with the name of an option."""

from itertools import takewhile
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.programme.inspections import usable_inspection
from ocop_cli.store.reading.sources import Sources
from support.command_lines import NOT_RUN, WRITING_LINES
from support.prepared import Fresh
from support.terminal import type_answers

REFUSED = {"submit"}  # for what this dossier lacks, before anything is asked


@pytest.mark.parametrize("verb", sorted({*WRITING_LINES, "fill"} - (NOT_RUN - {"fill"})))
def test_a_verb_without_its_options_asks(
    verb: str, fresh: Fresh, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(fresh())
    monkeypatch.delenv("OCOP_NO_INPUT")
    type_answers(monkeypatch)  # leaves at the first question
    named = takewhile(lambda word: not word.startswith("-"), WRITING_LINES.get(verb, ("sam-day",)))
    status = run([*verb.split(), *named])
    told = capsys.readouterr().err
    assert status in ((1,) if verb in REFUSED else (0, 130)), told


def test_an_inspection_is_asked_for_and_wrong_answers_lose_nothing(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        "31/2/2026", "25/12/2026", "20/11/2026", "8h30", "8 giờ", "10:00", "", "A Mẫu", "A Mẫu, Trưởng phòng", "", "",
        "Đang sấy.", "có lẽ", "đạt", "", "", "Tem mờ.", "2", *[""] * 4, "có", "Dán lại tem", "30/2", "30/11/2026", "", "",
        "Còn duy trì.",
    ]  # fmt: skip
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    type_answers(monkeypatch, *said)
    assert run(["inspect", "mang-kho"]) == 0
    asked = capsys.readouterr().err
    assert asked.count("Ngày kiểm tra [") == 3
    assert asked.count("Giờ kết thúc") == 3
    record = usable_inspection(Sources(workspace), "mang-kho-2026-11-20")
    assert [(o.content, o.result, o.kept) for o in record.observations if o.result] == [
        ("production", "Đang sấy.", True), ("label", "Tem mờ.", False),
    ]  # fmt: skip
    assert [remedy.words for remedy in record.requests] == ["Dán lại tem; xong trước ngày 30/11/2026"]
    assert (record.starts, record.ends, record.producing) == ("08:30", "10:00", True)
    assert [person.name for person in record.team] == ["A Mẫu"]


def test_a_blank_inspection_asks_nothing(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    type_answers(monkeypatch)  # leaves at the first question
    assert run(["inspect", "mang-kho", "--blank"]) == 0
    assert usable_inspection(Sources(workspace), "mang-kho-2026-11-23").is_open
