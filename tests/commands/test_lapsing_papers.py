"""A paper that lapses before the dossier is decided is told by check, by next and on the desk (rows §7.5)."""

from collections.abc import Callable
from pathlib import Path

import pytest

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def _lapse(workspace: Path, name: str, day: str) -> None:
    path = workspace / f"dossiers/{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "expires_on: " in text
    before = text.split("expires_on: ", 1)[1].split("\n", 1)[0]
    path.write_text(text.replace(f"expires_on: {before}", f"expires_on: {day}", 1), encoding="utf-8")


@pytest.fixture
def at_the_province(workspace: Path) -> str:
    """Send a dossier shortly before the round of the new decision, with a paper that lapses in it."""
    path = workspace / "dossiers/ruou-ghe.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in (("2025-10-22", "2026-11-20"), ("decision: 148-2023", "decision: 26-2026")):
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    _lapse(workspace, "ruou-ghe", "2026-12-20")
    return "ruou-ghe"


@pytest.mark.parametrize(
    "words", [("check", "ruou-ghe"), ("next", "ruou-ghe"), ("next",), (), ("next", "--json"), ("--json",)]
)
def test_a_paper_that_lapses_while_the_province_decides_is_told(
    at_the_province: str, ocop: Ocop, capsys: Captured, words: tuple[str, ...]
) -> None:
    ocop(*words)
    told = " ".join(capsys.readouterr().out.split())
    assert "hết hạn ngày 20/12/2026, khi cấp tỉnh còn xét" in told


@pytest.mark.parametrize("words", [("check", "sam-day"), ("next", "sam-day"), ()])
def test_a_paper_that_lapses_before_the_round_is_told(
    workspace: Path, ocop: Ocop, capsys: Captured, words: tuple[str, ...]
) -> None:
    _lapse(workspace, "sam-day", "2026-12-20")
    ocop(*words)
    assert "hết hạn ngày 20/12/2026, trước hạn đề nghị" in " ".join(capsys.readouterr().out.split())
