"""A product that is here already is told before it is taken in a second time."""

from collections.abc import Callable
from pathlib import Path

import pytest

Ocop = Callable[..., int]
NEW = ("register", "--kind", "household", "--producer", "Hộ Y Mẫu")
SAME = ("register", "--kind", "cooperative", "--name", "SAM DAY SAY XOP", "--producer", "htx duoc lieu vi du")


def test_the_same_product_however_it_is_spelt_is_asked_about(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted((workspace / "dossiers").iterdir())
    assert ocop(*SAME) == 2
    told = capsys.readouterr().err
    assert "sam-day" in told
    assert "-y" in told
    assert sorted((workspace / "dossiers").iterdir()) == before
    assert ocop(*SAME, "-y") == 0


def test_the_same_words_of_an_idea_are_asked_about(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    idea = ("--idea", "Bánh nướng từ củ mì, ăn vào mùa mưa.")
    assert ocop(*NEW, "--name", "Bánh củ mì", *idea) == 0
    assert ocop(*NEW, "--name", "Bánh mì nướng", *idea) == 2
    assert "lời ý tưởng giống hệt hồ sơ banh-cu-mi" in capsys.readouterr().err.lower()


def test_another_product_of_the_producer_is_no_twin(ocop: Ocop) -> None:
    assert ocop(*NEW, "--name", "Bánh củ mì") == 0
    assert ocop(*NEW, "--name", "Bánh lá") == 0


def test_a_set_that_the_decision_does_not_have_is_refused_with_near_ones(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*NEW, "--name", "Mật ong rừng", "--set", "27") == 2
    told = capsys.readouterr().err
    assert "--set 27" in told
    assert "từ 1 đến 26" in told
    assert "ong" in told
    assert not (workspace / "dossiers/mat-ong-rung.yaml").exists()


def test_the_same_product_registered_again_keeps_its_own_story(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (workspace / "dossiers/ca-phe.yaml").read_text(encoding="utf-8")
    assert "story:" in text
    (workspace / "dossiers/ca-phe-2.yaml").write_text(text, encoding="utf-8")
    ocop("check", "ca-phe")
    assert "D013" not in capsys.readouterr().out
