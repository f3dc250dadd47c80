"""The desk that a person presses: numbered, taken by number at the prompt or with ``ocop do``."""

import json
import re
from collections.abc import Callable

import pytest

from ocop_cli.app.aliases import ALIASES
from ocop_cli.app.lazy import VerbGroup
from ocop_cli.app.table import TABLE
from support.terminal import Terminal

Ocop = Callable[..., int]
Capture = pytest.CaptureFixture[str]
NUMBERED = re.compile(r"^ *(\d+) +(\S+) ", re.MULTILINE)


def at_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("ocop_cli.console.Console.is_terminal", True)
    monkeypatch.setattr("ocop_cli.console.Console._boxed", lambda self, table: self.result(plain(table)))
    monkeypatch.delenv("OCOP_NO_INPUT", raising=False)


def plain(table: object) -> str:
    from ocop_cli.console import plain_table

    return plain_table(table)  # type: ignore[arg-type]  # a table


def desk_lines(ocop: Ocop, capsys: Capture) -> dict[str, str]:
    """Return the dossier of each number of the desk."""
    assert ocop() == 0
    return dict(NUMBERED.findall(capsys.readouterr().out))


def commands(ocop: Ocop, capsys: Capture) -> dict[str, str]:
    """Return the command of each dossier on the desk, as other software reads it."""
    assert ocop("--json") == 0
    buckets = json.loads(capsys.readouterr().out)
    return {
        step["dossier"]: step["command"]
        for name, steps in buckets.items()
        if name != "schema"
        for step in steps
    }


def test_every_number_of_the_desk_begins_the_command_of_its_line(ocop: Ocop, capsys: Capture) -> None:
    lines, known = desk_lines(ocop, capsys), commands(ocop, capsys)
    assert list(lines) == [str(n) for n in range(1, len(known) + 1)]
    assert set(lines.values()) == set(known)
    for number, dossier in lines.items():
        for work in (number, dossier):
            assert ocop("do", work, "-n", "--no-input") in {0, 1, 2}
            begun = capsys.readouterr().out.splitlines()[0]
            assert begun.startswith(f"{dossier}: ")
            assert f"'{known[dossier]}'" in begun.replace("`", "'")


def test_a_number_typed_at_the_prompt_begins_its_work(
    ocop: Ocop, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = desk_lines(ocop, capsys)
    number = next(n for n, dossier in lines.items() if dossier == "sam-day")
    at_terminal(monkeypatch, f"99\nkhông có\n{number}\n")
    assert ocop("-n") in {0, 1}
    said = capsys.readouterr()
    assert "Không có việc số 99" in said.err
    assert "sam-day: " in said.out
    assert "Chạy thử" in said.out + said.err  # the options of the run hold for the work too


def test_enter_leaves_the_desk_as_it_is(ocop: Ocop, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    at_terminal(monkeypatch, "\n")
    assert ocop() == 0
    assert "Lệnh:" not in capsys.readouterr().out


def test_without_a_terminal_nothing_is_asked(ocop: Ocop, capsys: Capture) -> None:
    assert ocop() == 0
    assert "Gõ số" not in capsys.readouterr().err


@pytest.mark.parametrize(("work", "said"), [("0", "Không có việc số 0"), ("99", "từ 1 đến"), ("lien-xo", "")])
def test_what_is_no_work_is_refused(work: str, said: str, ocop: Ocop, capsys: Capture) -> None:
    assert ocop("do", work) in {2, 3}
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Lệnh:" not in shown.out


def test_each_verb_is_known_by_its_vietnamese_name_with_and_without_marks(
    ocop: Ocop, capsys: Capture
) -> None:
    assert ocop("list") == 0
    expected = capsys.readouterr().out
    for word in ("danh-sách", "danh-sach", "Danh-Sách", "danhsach"):
        assert ocop(word) == 0
        assert capsys.readouterr().out == expected
    for words in (("quy-định", "xem", "26-2026", "14"), ("rules", "xem", "26-2026", "14")):
        assert ocop(*words) == 0
        assert "Rượu trắng" in capsys.readouterr().out


@pytest.mark.parametrize("path", ALIASES)
def test_the_help_of_each_verb_names_its_vietnamese_name(path: str, ocop: Ocop, capsys: Capture) -> None:
    *group, alias = [*path.split()[:-1], ALIASES[path]]
    assert ocop(*path.split(), "-h") == 0
    by_name = capsys.readouterr().out
    assert alias in by_name
    assert ocop("help", *group, alias) == 0
    assert capsys.readouterr().out == by_name


def test_the_names_of_the_table_stay_what_they_are() -> None:
    assert VerbGroup(name="ocop").list_commands(None) == [verb.name for verb in TABLE]


def test_all_that_is_missing_is_named_where_one_dossier_is_asked_for(ocop: Ocop, capsys: Capture) -> None:
    assert ocop("set", "gao-do", "bộ=17") == 0
    assert ocop("advance", "gao-do", "--to", "preparing") == 0
    capsys.readouterr()
    assert ocop("next", "gao-do") == 0
    told = capsys.readouterr().out
    assert ocop("next", "gao-do", "--json") == 0
    (step,) = json.loads(capsys.readouterr().out)["items"]
    assert len(step["missing"]) > 5
    assert [each for each in step["missing"] if each not in told] == []


def test_a_product_that_has_its_star_lacks_nothing(ocop: Ocop, capsys: Capture) -> None:
    assert ocop("next", "ca-phe") == 0
    told = capsys.readouterr().out
    assert "lần đầu" not in told  # registering anew is the work of a verb, years from now
    assert "ocop fill" not in told
    assert ocop("advance", "ca-phe", "--to", "preparing") == 1
    refused = capsys.readouterr().err
    assert "ocop renew ca-phe" in refused
    assert "ocop set" not in refused
