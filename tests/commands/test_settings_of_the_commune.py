"""What the commune states of itself without opening a file: every setting by its name, and what is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.programme.profile import Profile
from ocop_cli.programme.settings_named import Setting, settings_of
from ocop_cli.store.profile import load_profile
from ocop_cli.store.sources import Sources
from ocop_cli.usecases.commune_settings import shown

Ocop = Callable[..., int]
EVERY = settings_of(2026)


def profile(root: Path) -> Profile:
    found = load_profile(Sources(root)).record
    assert found
    return found


@pytest.mark.parametrize("setting", EVERY, ids=lambda setting: setting.name)
def test_every_setting_is_stated_by_its_name(ocop: Ocop, workspace: Path, setting: Setting) -> None:
    before = (workspace / "ocop.yaml").read_text(encoding="utf-8")
    kept = shown(profile(workspace), setting) if setting.listed else ""
    assert ocop("set", "xã", f"{setting.name}={setting.example}") == 0
    now = shown(profile(workspace), setting)
    assert now.startswith(kept)
    assert now.endswith(setting.example)
    lines = (workspace / "ocop.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if "#" in line] == [line for line in lines if "#" in line]


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("nguoi ki=A Mẫu", "Có phải: người ký"),
        ("người ký=1", "ghi họ và tên bằng chữ"),
        ("ngày làm bù=abc", "ghi ngày có thật"),
        ("đơn vị lấy ý kiến=Trạm Y tế", "Trạm Y tế (TYT)"),
        ("ngày nghỉ thêm=26/3/2027", "Ngày hội của xã"),
        ("nhắc trước hạn=-1", "không âm"),
        ("thôn= ; ", "chưa có giá trị"),
        ("người ký=", "chưa có giá trị"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    ocop: Ocop, workspace: Path, capsys: Any, fact: str, told: str
) -> None:
    before = (workspace / "ocop.yaml").read_bytes()
    assert ocop("set", "xã", fact) == 2
    noted = capsys.readouterr().err
    assert told in noted
    assert "ocop.yaml:" not in noted
    assert (workspace / "ocop.yaml").read_bytes() == before


def test_a_target_may_name_its_own_year(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    assert ocop("set", "xã", "chỉ tiêu số hồ sơ xã đánh giá 2027=4") == 0
    assert profile(workspace).targets["2027"].evaluated == 4
    assert ocop("set", "xã", "--json") == 0
    assert "chỉ tiêu số hồ sơ xã đánh giá" in capsys.readouterr().out
