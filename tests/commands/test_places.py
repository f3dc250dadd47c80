"""Places that exist: found by any spelling, asked about when old or misspelt, named as on the day of the paper."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ocop_cli.programme.places import FormerPlace, Place, Places
from ocop_cli.store.built_in.places import load_former_places, load_places, profile_on
from ocop_cli.usecases.find_commune import find_communes, likely_communes
from ocop_cli.viet.text import fold, new_tone_marks
from support.profiles import make_profile

Ocop = Callable[..., int]
TODAY = date(2026, 11, 27)
HOME = "51"
SIGNER = ("--signer", "A Văn Mẫu")

MISSPELT = {
    "Sóp": "23356",
    "Binh Sonn": "Bình Sơn",
    "Mộ Đứcc": "Mộ Đức",
    "Sơn Tịn": "Sơn Tịnh",
    "Đăk Pét": "Đăk Pék",
    "Trà Bồnh": "Trà Bồng",
    "Sa Thấy": "Sa Thầy",
    "Măng Đênh": "Măng Đen",
    "Lý Sởn": "Lý Sơn",
    "Vạn Từơng": "Vạn Tường",
    "Tịnh Kcê": "Tịnh Khê",
}


@cache
def today() -> Places:
    return load_places(TODAY)


@cache
def former() -> tuple[FormerPlace, ...]:
    return load_former_places()


def first_three(name: str, province: str) -> list[str]:
    found = find_communes(today(), name, province)
    return list(likely_communes(found, today(), name, province, former()))[:3]


def spellings(name: str) -> set[str]:
    return {name, name.upper(), new_tone_marks(name), f"  {name} ", name.replace("’", "'")}


def test_the_table_has_every_unit_of_july_2025() -> None:
    provinces = today().provinces
    assert (len(provinces), len(today().communes())) == (34, 3321)
    kinds = Counter(place.kind for place in today().communes())
    assert kinds == {"phường": 709, "xã": 2599, "đặc khu": 13}
    before = Counter(place.kind for place in load_places(date(2025, 7, 1)).communes())
    assert before == {"phường": 687, "xã": 2621, "đặc khu": 13}
    assert sum(p.kind == "thành phố" for p in provinces) == 9
    assert sum(p.kind == "thành phố" for p in load_places(date(2025, 7, 1)).provinces) == 6


@pytest.mark.parametrize("commune", today().communes(HOME), ids=lambda place: place.code)
def test_a_commune_of_quang_ngai_is_taken_without_a_question(commune: Place) -> None:
    for name in spellings(commune.name):
        for province in ("Quảng Ngãi", "tỉnh quang ngai"):
            assert find_communes(today(), name, province) == [commune]
    assert commune in find_communes(today(), fold(commune.name), "Quảng Ngãi")


@pytest.mark.parametrize("province", ["TP. HCM", "TPHCM", "hcm", "Thành phố Hồ Chí Minh"])
def test_a_province_is_known_by_what_people_write_for_it(province: str) -> None:
    (commune,) = find_communes(today(), "Thủ Đức", province)
    assert (commune.kind, commune.province) == ("phường", "79")


def test_there_are_96_of_them() -> None:
    assert len(today().communes(HOME)) == 96


@pytest.mark.parametrize("on", [date(2026, 4, 29), date(2026, 9, 1), TODAY])
def test_a_hundred_communes_elsewhere_have_the_kind_of_the_day(on: date) -> None:
    places = load_places(on)
    others = [place for place in places.communes() if place.province != HOME]
    for place in random.Random(2026).sample(others, 100):
        found = find_communes(places, place.name, places.by_code[place.province].name)
        assert place in found
        assert found == [place] or find_communes(
            places, place.name, places.by_code[place.province].name, place.kind
        ) == [place]


def old_communes() -> list[FormerPlace]:
    """Twenty old communes of Kon Tum that went whole into one of today, none of whose names is one of today's."""
    names = {fold(place.name) for place in today().communes(HOME)}
    gone = [f for f in former() if "Kon Tum" in f.province and len(f.now) == 1 and fold(f.name) not in names]
    return random.Random(2026).sample(gone, 20)


@pytest.mark.parametrize("old", old_communes(), ids=lambda old: old.name)
def test_an_old_commune_is_asked_about(old: FormerPlace) -> None:
    for province in ("Kon Tum", "Quảng Ngãi"):
        assert find_communes(today(), old.name, province) == []
        assert old.now[0] in first_three(old.name, province)


def test_an_old_name_is_never_answered_in_silence() -> None:
    assert find_communes(today(), "Xốp", "Kon Tum") == []
    assert first_three("Đăk Choong", "Kon Tum")[0] == "23356"


@pytest.mark.parametrize(("name", "meant"), MISSPELT.items())
def test_a_misspelt_commune_is_asked_about(name: str, meant: str) -> None:
    (right,) = [p.code for p in today().communes(HOME) if meant in {p.name, p.code}]
    assert find_communes(today(), name, "Quảng Ngãi") in ([], [today().by_code[right]])
    assert right in first_three(name, "Quảng Ngãi")


def test_init_fills_codes_and_kinds(ocop: Ocop, tmp_path: Path) -> None:
    root = tmp_path / "moi"
    assert ocop("init", str(root), "--commune", "trang bom", "--province", "dong nai", *SIGNER) == 0
    text = (root / "ocop.yaml").read_text(encoding="utf-8")
    for line in ("name: Đồng Nai", "kind: thành phố", "name: Trảng Bom", "kind: phường", "place: Trảng Bom"):
        assert f"  {line}\n" in text
    assert ocop("-C", str(root), "check") == 0


def test_init_proposes_and_writes_nothing(
    ocop: Ocop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "moi"
    words = ("init", str(root), "--commune", "Đăk Choong", "--province", "Kon Tum", *SIGNER)
    assert ocop(*words) == 2
    assert "23356: xã Xốp, tỉnh Quảng Ngãi" in capsys.readouterr().err
    assert not (root / "ocop.yaml").exists()
    assert ocop(*words, "--commune-code", "23356") == 0
    assert "  name: Xốp\n" in (root / "ocop.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("on", "province", "commune"),
    [(date(2026, 4, 29), "tỉnh", "xã"), (date(2026, 4, 30), "thành phố", "phường")],
)
def test_a_paper_names_the_kind_of_its_day(on: date, province: str, commune: str) -> None:
    profile = make_profile(
        province={"name": "Đồng Nai", "code": "75"}, commune={"name": "Trảng Bom", "code": "26248"}
    )
    dated = profile_on(profile, on)
    assert (dated.province.kind, dated.commune.kind) == (province, commune)
    assert profile_on(make_profile(), on) == make_profile()
