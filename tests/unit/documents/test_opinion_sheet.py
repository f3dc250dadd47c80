"""A unit is asked only about the contents that it can judge and that the law leaves to the commune."""

from datetime import date

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.opinion_sheet import contents_of, opinion_sheet_values
from ocop_cli.errors import OcopError
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from support.dossiers import make_dossier
from support.profiles import make_profile

CULTURE, OTHER = "Phòng Văn hóa - Xã hội", "Công an xã"
TOURISM = 26


def _profile(*contents: str) -> Profile:
    consulted = [{"name": CULTURE, "code": "VHXH", "contents": list(contents)}]
    return make_profile(office={"consulted": consulted})


def _items(unit: str, product_set: int, *contents: str, on: date = date(2026, 10, 5)) -> list[str]:
    dossier = make_dossier(product={"set": str(product_set)})
    meeting = Meeting.model_validate(
        {
            "schema": "ocop/meeting@1",
            "title": "Họp lấy ý kiến",
            "on": "2026-10-05",
            "starts": "08:00",
            "place": "Hội trường",
            "chair": {"name": "A Ví Dụ", "title": "Chủ tịch"},
            "secretary": {"name": "Y Mẫu", "title": "Công chức"},
            "dossiers": ["mau"],
        }
    )
    law = pick_ruleset(load_rulebook(), product_set, on)
    values = opinion_sheet_values(
        unit,
        "hop-2026-10-05",
        meeting,
        {"mau": (dossier, law)},
        _profile(*contents),
        load_form("opinion-sheet"),
    )
    head, *rows, general = values["items"]
    assert values["meeting_code"] == "hop-2026-10-05"
    assert head["code"] == ", mã mau"
    assert (general["content"], general["agree"]) == ("Ý kiến chung về hồ sơ", "☐")
    return [row["content"] for row in rows]


def test_a_unit_without_settings_is_asked_about_everything() -> None:
    assert len(_items(OTHER, 9, "local_identity")) == len(CommuneContent)


def test_a_unit_is_asked_only_about_its_own_contents() -> None:
    assert _items(CULTURE, 9, "local_identity") == ["Bản sắc, trí tuệ địa phương"]


def test_every_content_is_asked_about_whether_or_not_the_set_gives_points_for_it() -> None:
    assert len(_items(OTHER, TOURISM)) == len(CommuneContent)
    assert _items(CULTURE, TOURISM, "local_identity") == ["Bản sắc, trí tuệ địa phương"]


def test_nobody_is_asked_about_what_the_decision_leaves_to_others() -> None:
    before = _items(OTHER, TOURISM, on=date(2025, 7, 5))
    assert "Bản sắc, trí tuệ địa phương" not in before
    assert _items(CULTURE, TOURISM, "local_identity", on=date(2025, 7, 5)) == [
        "Không có nội dung cần ý kiến của đơn vị"
    ]


def test_a_content_that_the_law_does_not_know_is_refused() -> None:
    with pytest.raises(OcopError, match="colour"):
        contents_of(CULTURE, _profile("colour"))
