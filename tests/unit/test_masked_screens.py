"""Whatever a screen shows is masked, on a terminal and in a pipe, unless somebody has asked for personal data."""

import sys
from collections.abc import Callable

import pytest

from ocop_cli.console import Console
from ocop_cli.tables import Column, Table

SECRETS = ("0912345678", "001234567890", "y.mau@thu.example")
TABLE = Table(
    f"Của {SECRETS[0]}",
    (Column("Mục"), Column("Nội dung")),
    (("Mã số thuế", "0300588569"), ("Liên hệ", f"gọi {SECRETS[0]}, {SECRETS[2]}"), ("Ngày", "05/03/2026")),
    ("Tổng", SECRETS[1]),
    (f"Ghi chú {SECRETS[1]}",),
)
WAYS: dict[str, Callable[[Console, str], None]] = {
    "say": lambda console, text: console.say(text),
    "note": lambda console, text: console.note(text),
    "result": lambda console, text: console.result(text),
    "json": lambda console, text: console.json("ocop/x@1", {"text": text}),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_word_shows_personal_data(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    WAYS[way](Console(), " và ".join(SECRETS))
    shown = "".join(capsys.readouterr())
    assert " và " in shown
    assert not [secret for secret in SECRETS if secret in shown]


def test_what_a_person_decides_on_is_said_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    Console().say(f"có phải {SECRETS[0]}?", personal=True)
    assert f"có phải {SECRETS[0]}?" in capsys.readouterr().out


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_table_is_masked_cell_by_cell_and_keeps_its_columns(
    is_terminal: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    Console().table(TABLE)
    shown = capsys.readouterr().out
    assert "0300588569" in shown  # a tax code is a business's
    assert "05/03/2026" in shown
    assert "Tổng" in shown
    assert "*******678" in shown
    assert not [secret for secret in SECRETS if secret in shown]
    Console().table(TABLE._replace(personal=True))
    shown = capsys.readouterr().out
    assert not [secret for secret in SECRETS if secret not in shown]
