"""Whatever is typed wrong, the message is a sentence: every verb and option of the table, with bad input of each sort."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ocop_cli.app import run
from support.command_lines import VERBS, NamedVerb, options_of
from support.messages import codes_quoted, faults, has_columns
from support.prepared import TODAY
from support.runs import runs

BAD = ("zzz", "31/2/2027", "-1", "“2026”")


def bad_lines(each: NamedVerb) -> Iterator[tuple[str, ...]]:
    """Yield lines that lack their arguments, name what is not there, or give an option what it does not take."""
    yield each.words
    for position, value in enumerate(each.given):
        if not value.startswith("-"):
            yield (*each.words, *each.given[:position], "khong-co", *each.given[position + 1 :])
    words = dict.fromkeys(option.word for option in options_of(each.verb) if option.values)
    for place, word in enumerate(words):
        tried = [BAD[(place + n) % len(BAD)] for n in range(runs(1, len(BAD)))]
        yield from ((*each.words, *each.given, f"{word}={value}") for value in tried)
    yield (*each.words, *each.given, "thua", "--khong-co")


@pytest.fixture(scope="module")
def folder(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay the prepared folder out once: trial runs change nothing."""
    return shutil.copytree(prepared, tmp_path_factory.mktemp("messages") / "xa")


@pytest.mark.parametrize("each", VERBS, ids=lambda each: each.name)
def test_every_message_is_a_sentence(
    each: NamedVerb, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.setenv("OCOP_AS_OF", TODAY)
    monkeypatch.chdir(folder)
    found = {}
    for words in bad_lines(each):
        os.chdir(folder)
        status = run([*words, "-n"])
        told = capsys.readouterr()
        sentences = [line for line in told.out.splitlines() if not has_columns(line)]
        said = "\n".join([told.err, *sentences])
        if wrong := [*dict.fromkeys([*faults(said), *codes_quoted(said, " ".join(words))])]:
            found[words] = wrong
        assert status in {0, 1, 2, 3}, words
    assert not found


_MACHINES_OWN = re.compile(r"\b[0-9a-f]{16,}\b|“\d+\.\d+”|“(true|false)”|@[0-9]")


@pytest.mark.parametrize("each", VERBS, ids=lambda each: each.name)
def test_a_trial_speaks_in_the_words_of_screens_and_papers(
    each: NamedVerb, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.setenv("OCOP_AS_OF", TODAY)
    monkeypatch.chdir(folder)
    run([*each.words, *each.given, "-n"])
    told = capsys.readouterr().out
    changed = told[found.start() :] if (found := re.search(r"(?m)^(Sửa|Tệp mới|Xóa tệp) ", told)) else ""
    lines = [line for line in changed.splitlines() if "“" in line]
    assert not [*codes_quoted("\n".join(lines), "")]
    assert not [line for line in lines if _MACHINES_OWN.search(line)]


_BROKEN = sorted((Path(__file__).parent / "broken").glob("*/expected.txt"))
_NAMES_KEYS = ("R", "F305", "P002", "S001", "S002", "S003")
"""Findings on the data of a decision, the placeholders of a form, the keys of a file: what is written there is named."""


@pytest.mark.parametrize("expected", _BROKEN, ids=lambda path: path.parent.name)
def test_every_finding_names_things_by_their_words(expected: Path) -> None:
    if expected.parent.name.startswith(_NAMES_KEYS):
        pytest.skip("names what is written in a file")
    told = expected.read_text(encoding="utf-8")
    typed = "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in expected.parent.rglob("*.yaml")
    )
    assert not [*faults(told), *codes_quoted(told, typed)]


@pytest.mark.parametrize(
    "message",
    [
        "Tiêu chí packaging được chấm hai lần trong một phiếu.",
        "Không có năm ““2026””.",
        "Không có bước đó; hoặc dùng: .",
        "Từ đây chỉ có: .",
        "Có phải “producer”?.",
        "Không có  hồ sơ.",
        "Địa bàn xã xã Xốp.",
        "Lệnh chạy chạy lại.",
        "   Sửa:    sửa giá trị tại dòng này.  Xem thêm: ocop explain S012",
        "Hồ sơ đang ở bước received.",
        "Loại ideas không có chỉ tiêu.",
        "Thiếu None.",
    ],
)
def test_a_message_that_is_no_sentence_is_found(message: str) -> None:
    assert [*faults(message)]


@pytest.mark.parametrize(
    "message",
    [
        "Không có hồ sơ nào khớp “khong-co”.",
        "Chọn một trong: agree (nhất trí); amend (đề nghị chỉnh sửa); disagree (không nhất trí).",
        "Bỏ --why, hoặc dùng --kind periodic.",
        "Tiếp: `ocop advance sam-day --to received`",
        "Ghi dạng 2025-10, 2025 hoặc 01/10/2025..31/10/2025.",
    ],
)
def test_a_sentence_is_let_be(message: str) -> None:
    assert not [*faults(message)]
