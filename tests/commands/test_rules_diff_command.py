"""``ocop rules diff`` and the dossiers that a corrected value touches."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
Printed = Callable[[], Any]

CORRECTION = """\
# Xã sửa theo công văn của tỉnh
criteria:
  packaging:
    options:
      simple: {points: 2, label: "Đóng gói thông thường, bao bì đơn giản (sửa)"}
"""


@pytest.fixture
def corrected(workspace: Path) -> Path:
    """The workspace with one corrected value laid over the decision in force."""
    overlay = workspace / "rules/26-2026/sua-bao-bi.yaml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(CORRECTION, encoding="utf-8")
    return overlay


def test_a_correction_names_exactly_the_dossiers_it_touches(
    ocop: Ocop, corrected: Path, printed: Printed
) -> None:
    assert ocop("rules", "diff", "26-2026", "--impact", "--json") == 0
    shown = printed()
    assert {d["key"] for d in shown["differences"]} == {"simple"}
    assert all(d["place"].startswith("2.2 ") for d in shown["differences"])
    touched = {i["dossier"]: i for i in shown["impact"]}
    assert set(touched) == {"ot-rung"}, "a sheet under the other decision chose the option too"
    impact = touched["ot-rung"]
    assert int(impact["points_after"]) == int(impact["points_before"]) + 1


def test_a_result_names_the_correction_it_rests_on(ocop: Ocop, corrected: Path, printed: Printed) -> None:
    assert ocop("score", "ot-rung", "--json") == 0
    assert "Có dùng phần sửa riêng của xã: sua-bao-bi.yaml." in printed()["scores"][0]["doubts"]
    corrected.unlink()
    assert ocop("score", "ot-rung", "--json") == 0
    assert not any("phần sửa riêng" in doubt for doubt in printed()["scores"][0]["doubts"])


def test_without_a_correction_nothing_differs(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("rules", "diff", "26-2026", "--impact") == 0
    text = capsys.readouterr().out
    assert "Không có gì khác nhau." in text
    assert "Không hồ sơ nào đổi kết quả." in text


def test_a_change_of_law_tells_old_and_new_result(ocop: Ocop, printed: Printed) -> None:
    assert ocop("rules", "diff", "148-2023", "26-2026", "--set", "13", "--impact", "--json") == 0
    shown = printed()
    assert {d["set"] for d in shown["differences"]} == {13}
    coffee = next(i for i in shown["impact"] if i["dossier"] == "ca-phe")
    assert coffee["star_before"] == 3
    assert coffee["star_after"] is None, "answers that the new decision does not know are open, not guessed"


def test_an_unknown_set_is_refused(ocop: Ocop) -> None:
    assert ocop("rules", "diff", "148-2023", "26-2026", "--set", "99") == 2
