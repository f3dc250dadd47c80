"""What the commune states of itself without opening a file: every setting by its name, and what is wrong with it."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_origin

import pytest
from pydantic import BaseModel

from ocop_cli.programme.calendar import LimitOnDayOff
from ocop_cli.programme.choices import NumberSeries, RequestLetter, SigningMode, ToneMarks, choice_words
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.settings_named import Setting
from ocop_cli.store.built_in.packaged import load_settings
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.commune_settings import shown
from ocop_cli.viet.field_titles import found_in, list_at

Ocop = Callable[..., int]
EVERY = load_settings().of(2026)


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


BY_A_VERB = {"province", "commune.name", "commune.kind", "commune.code", "calendar.notices"}
"""What `ocop init` and `ocop calendar` write."""
BY_HAND = {"recipients", "settings.effort", "office.issues", "office.unit.contents"}
"""What goes by the codes of forms, criteria or contents: for whoever opens the file."""


def leaves(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = found_in(field.annotation, BaseModel)
        is_one = inner and get_origin(field.annotation) not in (tuple, dict)
        if inner and is_one and f"{before}{name}" not in BY_A_VERB:
            yield from leaves(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def test_every_field_of_the_profile_has_a_name() -> None:
    named = {".".join(map(str, each.place)).partition(".2026")[0] for each in EVERY}
    assert set(leaves(Profile)) - named == BY_A_VERB | BY_HAND | {"format"}


@pytest.mark.parametrize("kind", [SigningMode, RequestLetter, NumberSeries, ToneMarks, LimitOnDayOff])
def test_a_choice_is_stated_by_its_words_and_shown_in_them(
    ocop: Ocop, workspace: Path, capsys: Any, kind: type[StrEnum]
) -> None:
    """Whatever their case and marks; no code is on the screen."""
    name = next(each.name for each in EVERY if list_at(Profile, each.place) is kind)
    for code, words in choice_words(kind).items():
        ocop("set", "xã", f"{name}={words.upper()}", "-n")
        told = capsys.readouterr().out
        assert words in told or "không đổi" in told
        assert re.search(rf"\b{code}\b", told) is None
    assert ocop("set", "xã", f"{name}=bậy bạ", "-n") == 2
    assert "phải là một trong: " + "; ".join(choice_words(kind).values()) in capsys.readouterr().err


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
