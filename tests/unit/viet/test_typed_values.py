"""Values as officials write them: one table a type, over every field of that type, however the value comes in."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, get_args

import pytest

from ocop_cli.app import run
from ocop_cli.dossier import vocabulary
from ocop_cli.dossier.vocabulary import Origin, ProducerKind, RegistrationKind, Stance, Track, Trend, word
from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.given import GlobalOptions
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet import fields, number_fields
from ocop_cli.viet.fields import Record
from ocop_cli.viet.leaves import marks_of
from ocop_cli.viet.read_option import read_option
from support.terminal import Terminal

TYPES = {**vars(vocabulary), **vars(fields), **vars(number_fields)}
TABLE: dict[str, dict[str, object]] = {
    "Money": {
        "1,2 tỷ": 1_200_000_000,
        "1.2 tỷ đồng": 1_200_000_000,
        "1 tỷ 200 triệu": 1_200_000_000,
        "12 triệu": 12_000_000,
        "1.234.567đ": 1_234_567,
        "320 triệu đồng": 320_000_000,
        "20tr": 20_000_000,
        "500 nghìn": 500_000,
        "0,235 Tỷ": 235_000_000,
        "1.500.000 VNĐ": 1_500_000,
        "1.500.000": 1_500_000,
    },
    "Amount": {"72,5": Decimal("72.5"), "72,5 điểm": Decimal("72.5"), "7": 7},
    "Percent": {
        "62,5 %": Decimal("62.5"),
        "62,5%": Decimal("62.5"),
        "70 phần trăm": 70,
        "66.67": Decimal("66.67"),
    },
    "Growth": {"22,5%": Decimal("22.5"), "22,5 %": Decimal("22.5"), "tăng 22,5%": Decimal("22.5"), "8": 8},
    "Count": {"1": 1, "2": 2},
    "People": {"10 người": 10, "1.200 người": 1200, "10 lao động": 10, "10": 10, "8 Người": 8},
    "Places": {"5 đại lý": 5, "12 điểm bán": 12, "3": 3},
    "Pages": {"12 trang": 12, "12": 12},
    "Units": {"5 đơn vị": 5, "5 mẫu": 5, "5": 5, "5 chai": 5, "12 hộp": 12, "5 lọ": 5},
    "Year": {"2026": 2026, "Năm 2026": 2026},
    "SetNumber": {"4": 4, "bộ 4": 4, "Bộ sản phẩm số 4": 4},
    "Star": {"3": 3, "3 sao": 3, "***": 3, "hạng 4 sao": 4, "5*": 5},
    "Day": {
        "5/10/2026": date(2026, 10, 5),
        "05.10.2026": date(2026, 10, 5),
        "5-10-2026": date(2026, 10, 5),
        "ngày 5/10/2026": date(2026, 10, 5),
        "ngày 5 tháng 10 năm 2026": date(2026, 10, 5),
        "Ngày 05 tháng 10 năm 2026": date(2026, 10, 5),
        "2026-10-05": date(2026, 10, 5),
    },
    "YesNo": {"có": True, "Không": False, "x": True, "X": True, "khong": False, "✓": True, "chưa": False},
    "OriginWord": {
        "xã": Origin.COMMUNE,
        "Trong xã": Origin.COMMUNE,
        "tỉnh": Origin.PROVINCE,
        "tỉnh khác": Origin.ELSEWHERE,
        "Ngoài tỉnh": Origin.ELSEWHERE,
        "nhập khẩu": Origin.IMPORT,
        "nhap khau": Origin.IMPORT,
    },
    "ProducerWord": {
        "htx": ProducerKind.COOPERATIVE,
        "Hợp tác xã": ProducerKind.COOPERATIVE,
        "hộ": ProducerKind.HOUSEHOLD,
    },
    "TrackWord": {"mới": Track.NEW, "nâng hạng": Track.UPGRADE, "Sản phẩm hiện có": Track.EXISTING},
    "RegistrationWord": {"lần đầu": RegistrationKind.FIRST, "Nâng hạng": RegistrationKind.UPGRADE},
    "TrendWord": {"tăng": Trend.RISING, "Ổn định": Trend.STABLE},
    "StanceWord": {"đồng ý": Stance.AGREE, "không nhất trí": Stance.DISAGREE},
}
REFUSED: dict[str, dict[str, tuple[str, ...]]] = {
    "Money": {
        "1,500": ("1.500 đồng", "1,500 với đơn vị"),
        "1.500 triệu": ("1.500.000.000 đồng", "1.500.000 đồng"),
        "1.234,5": ("lẻ",),
        "khoảng 5 triệu": ("320 triệu đồng",),
        "10 người": ("1.500.000",),
        "-5 triệu": (),
    },
    "Amount": {"1.234": ("1234", "1,234")},
    "Percent": {"150%": ("0 đến 100",), "62,555": ()},
    "Growth": {"700": ("500%",), "-5%": ("giảm",), "giảm 5%": ("giảm",), "−5": ("giảm",)},
    "People": {"12,5": ("12",), "10 trang": (), "10 triệu": (), "-3": (), "99999999": ("100.000",)},
    "Count": {"10 người": (), "1,2": ()},
    "Year": {"20266": ("1945 đến 2100",), "-2026": ()},
    "Star": {"ba sao": ("3 sao",)},
    "Day": {
        "5/10/26": ("ngày có thật",),
        "31/11/2026": ("ngày có thật",),
        "tháng 10 năm 2026": (),
        "5/10/9999": ("2100",),
    },
    "YesNo": {"có lẽ": ("có hoặc không",)},
    "OriginWord": {"trong": ("trong xã", "tỉnh khác"), "rừng": ("trong xã",)},
}


class Place(NamedTuple):
    model: type[Record]
    name: str

    @property
    def key(self) -> str:
        return self.model.model_fields[self.name].alias or self.name


def models(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for info in model.model_fields.values():
        for inner in inner_models(info.annotation):
            yield from models(inner)


def inner_models(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from inner_models(part)


@cache
def places_of(kind: str) -> tuple[Place, ...]:
    """Return every field of a type in the data files of a workspace, taken from the models; lists are left out."""
    reads = get_args(TYPES[kind])[1]
    found = {
        Place(model, name): None
        for place in DATA_PLACES
        for model in models(place.model)
        for name, info in model.model_fields.items()
        if "tuple" not in str(info.annotation) and "dict" not in str(info.annotation)
        if any(mark is reads for mark in (*info.metadata, *marks_of(info.annotation)))
    }
    return tuple(found)


def lines(table: dict[str, dict[str, Any]]) -> list[Any]:
    return [
        pytest.param(place, text, meant, id=f"{place.model.__name__}.{place.name}-{text}")
        for kind, texts in table.items()
        for place in places_of(kind)
        for text, meant in texts.items()
    ]


@pytest.mark.parametrize("kind", TABLE)
def test_every_type_of_the_table_has_fields(kind: str) -> None:
    assert places_of(kind)


def test_every_type_that_reads_text_is_in_the_table() -> None:
    names = {*vars(fields), *vars(number_fields)}
    readers = {name for name in names if name[0].isupper() and "PlainValidator" not in name and _reads(name)}
    assert readers - TABLE.keys() == {
        "Clock",
        "ComingDay",
    }  # hours have their own test; a coming day is a day


def _reads(name: str) -> bool:
    marks = get_args(TYPES[name])[1:]
    return any(
        getattr(getattr(mark, "func", None), "__qualname__", "").startswith("reader.") for mark in marks
    )


def within(place: Place, text: str) -> bool:
    """Say whether a value lies within the bounds of its field, which other tests look at."""
    number = int(re.sub("[^0-9]", "", text) or 3)
    marks = place.model.model_fields[place.name].metadata
    return all(number >= getattr(m, "ge", 0) and number <= getattr(m, "le", 10**12) for m in marks)


@pytest.mark.parametrize(("place", "text", "meant"), lines(TABLE))
def test_a_value_means_the_same_in_yaml_by_option_and_to_an_editor(
    place: Place, text: str, meant: object
) -> None:
    if not within(place, text):
        pytest.skip("beyond the bounds of this field")
    typed = f'"{text}"' if text.startswith("*") else text  # YAML has a meaning of its own for the sign
    source = parse(f"{place.key}: {typed}\n".encode(), "x.yaml")
    assert source.findings == ()
    assert read_option(source.data[place.key], place.key, place.model, place.name) == meant
    assert read_option(f" {text} ", "--x", place.model, place.name) == meant
    assert takes(schema_of(place.model), place.key, text)


@pytest.mark.parametrize(("place", "text", "told"), lines(REFUSED))
def test_what_is_not_clear_is_refused_with_what_it_may_mean(
    place: Place, text: str, told: tuple[str, ...]
) -> None:
    with pytest.raises(OcopError) as error:
        read_option(text, "--x", place.model, place.name)
    assert [words for words in told if words not in error.value.message] == []


@cache
def schema_of(model: type[Record]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def takes(schema: dict[str, Any], key: str, value: str) -> bool:
    """Say whether the schema of a model takes a text at a key."""

    def fits(part: dict[str, Any]) -> bool:
        if "anyOf" in part:
            return any(map(fits, part["anyOf"]))
        if "$ref" in part:
            return fits(schema["$defs"][part["$ref"].rpartition("/")[2]])
        kinds = part["type"] if isinstance(part.get("type"), list) else [part.get("type")]
        return (
            "string" in kinds
            and value in part.get("enum", [value])
            and bool(re.search(part.get("pattern", ""), value))
        )

    holder = (
        schema if key in schema.get("properties", {}) else schema["$defs"][schema["$ref"].rpartition("/")[2]]
    )
    return fits(holder["properties"][key])


@pytest.mark.parametrize("kind", REFUSED)
def test_an_interview_asks_again_and_says_back_what_it_understood(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    place = next(place for place in places_of(kind))
    wrong, right = next(iter(REFUSED[kind])), next(text for text in TABLE[kind] if within(place, text))
    monkeypatch.setattr(sys, "stdin", Terminal(f"{wrong}\n{right}\n"))
    session = Session(GlobalOptions(workspace=tmp_path), run_line=run)
    answer = session.ask(
        "Giá trị", option="--x", check=lambda text: read_option(text, "Giá trị", place.model, place.name)
    )
    told = capsys.readouterr().err
    assert answer == right
    assert told.count("Giá trị: ") == 2  # asked again, and why
    assert f"“{place.model.model_fields[place.name].title}”" in told
    if kind in {"Money", "Percent", "Growth", "People"}:
        assert "Hiểu là: " in told


def test_no_schema_uses_a_class_that_dialects_read_differently() -> None:
    for place in DATA_PLACES:
        if place.schema:
            assert not re.search(r"\\\\[dwsb]", str(place.model.model_json_schema()))


def test_every_word_of_every_list_is_read_back_as_its_member() -> None:
    for name in dir(vocabulary):
        if name.endswith("Word"):
            for place in places_of(name):
                kind = get_args(getattr(vocabulary, name))[0]
                for member in kind:
                    for text in (member.value, word(member), word(member).upper()):
                        assert read_option(text, "--x", place.model, place.name) is member
