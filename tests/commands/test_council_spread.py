"""What the panel says of members who score far apart, a check says too."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def test_a_check_tells_members_who_are_far_apart(ocop: Ocop, printed: Printed) -> None:
    assert ocop("check", "ruou-ghe", "--json") == 0
    (found,) = [f for f in printed()["findings"] if f["code"] == "E043"]
    assert found["file"] == "dossiers/ruou-ghe.yaml"
    assert found["line"] > 1
    assert "16 điểm" in found["message"]


def test_the_limit_is_the_communes_own(ocop: Ocop, printed: Printed, workspace: Any) -> None:
    profile = workspace / "ocop.yaml"
    text = profile.read_text(encoding="utf-8").replace("settings:\n", "settings:\n  score_spread: 20\n", 1)
    profile.write_text(text, encoding="utf-8")
    assert ocop("check", "ruou-ghe", "--json") == 0
    assert "E043" not in [f["code"] for f in printed()["findings"]]


def test_nobody_counts_twice_in_an_average(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    path = workspace / "dossiers/ruou-ghe.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("by: Y Chấm Mẫu", "by: A Chấm Mẫu"), encoding="utf-8")
    assert ocop("panel", "ruou-ghe") == 1
    told = capsys.readouterr()
    assert "E047" in told.err
    assert "Trung bình" not in told.out


def test_check_tells_copied_choices_once(workspace: Path, ocop: Ocop, capsys: Any) -> None:
    assert ocop("score", "mang-kho", "--like", "ot-rung", "--yes") in (0, 1)
    capsys.readouterr()
    ocop("check", "mang-kho")
    assert capsys.readouterr().out.count("mức chép từ hồ sơ khác") == 1


def test_a_member_who_is_the_producer_is_told(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        (("--scorer", "thành viên", "--by", "y sâm mẫu"), True),
        (("--scorer", "thành viên", "--by", "y sâm mẫu", "--abstain"), False),
        (("--scorer", "thành viên", "--by", "A Khác Mẫu"), False),
        ((), False),  # the producer scores its own product before anybody else does
    ):
        capsys.readouterr()
        ocop("score", "sam-day", "--practice", *words)
        assert ("trùng tên người đại diện" in capsys.readouterr().err) is told
