"""What is told twice on one command line with two values is refused: no value is dropped unseen."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
CODES = re.compile(r"label|local_labour|packaging")
LEVELS = ("Đóng gói thông thường, bao bì đơn giản", "Đóng gói sáng tạo, bao bì đẹp")
SHARES = ("Lao động trên địa bàn cấp xã từ 50% đến 75%", "Lao động trên địa bàn cấp xã từ 75% trở lên")


@pytest.mark.parametrize(
    "words",
    [
        ("set", "sam-day", "lao động nữ=3", "lao động nữ=4"),
        ("set", "sam-day", "lao động nữ=3", "lao động nữ="),
        ("set", "xã", "người ký=A Mẫu", "nguoi ky=B Mẫu"),
        ("score", "sam-day", "--set", f"2.2={LEVELS[0]}", "--set", f"packaging={LEVELS[1]}"),
        ("score", "sam-day", "--reason", "2.2=Hộp giấy", "--reason", "2.2=Túi vải"),
        ("evaluate", "sam-day", *(w for s in SHARES for w in ("--override", f"lao động={s}", "--reason", s))),
        ("select", "--choose", "lan-rung: có vườn", "--choose", "lan-rung: có người mua"),
        ("inspect", "mang-kho", "--seen", "bao bì: đủ", "--seen", "bao bì: thiếu"),
        ("receive", "sam-day", "--promise", "câu chuyện=1/12/2026", "--promise", "câu chuyện=2/12/2026"),
    ],
    ids=lambda words: " ".join(words[:3]),
)
def test_two_values_of_one_thing_are_refused(
    ocop: Ocop, workspace: Path, capsys: Any, words: tuple[str, ...]
) -> None:
    before = {file: file.read_bytes() for file in workspace.rglob("*.yaml")}
    assert ocop(*words) == 2
    told = capsys.readouterr().err
    assert "ghi hai lần: “" in told
    assert not CODES.search(told)
    assert before == {file: file.read_bytes() for file in workspace.rglob("*.yaml")}


def test_the_same_value_twice_is_said_once(ocop: Ocop, capsys: Any) -> None:
    assert ocop("set", "sam-day", "lao động nữ=14", "lao động nữ=14", "-n") == 0
    assert capsys.readouterr().out.count("→ 14") == 1


def test_a_list_takes_every_value_and_none_that_it_holds(ocop: Ocop, capsys: Any) -> None:
    unit = "đơn vị lấy ý kiến"
    assert ocop("set", "xã", f"{unit}=Trạm Y tế (TYT)", f"{unit}=Công an xã (CA); Trạm Y tế (TYT)") == 0
    told = capsys.readouterr().out
    assert told.count("Trạm Y tế (TYT)") == 1
    assert "Công an xã (CA)" in told
    assert ocop("set", "xã", f"{unit}=Trạm Y tế (TYT)", "-n") == 0
    assert "(giữ nguyên)" in capsys.readouterr().out
    assert ocop("set", "xã", f"{unit}=Trạm Y tế (YT)") == 2
    assert "đã ghi là “Trạm Y tế (TYT)”" in capsys.readouterr().err


def test_a_list_is_emptied_only_when_that_is_confirmed(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    assert ocop("set", "xã", "thôn=") == 2
    assert "Xóa thôn" in capsys.readouterr().err
    assert ocop("-y", "set", "xã", "thôn=") == 0
    assert "villages" not in (workspace / "ocop.yaml").read_text(encoding="utf-8")
