"""What an editor marks red, the reader refuses: the schemas take what is read."""

import json
import math
import re
from typing import Annotated, Any

import pytest
from pydantic import Field as PydanticField
from pydantic import TypeAdapter, ValidationError

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.workspace.schemas import schema_files
from ocop_cli.viet import fields, number_fields
from ocop_cli.viet.believed import Believed

FILES = {name: json.loads(content) for name, content in schema_files().items()}


def of(file: str, model: str, field: str) -> dict[str, Any]:
    schema = FILES[file]
    holder = schema["$defs"][model] if model else schema
    found: dict[str, Any] = holder["properties"][field]
    return next((part for part in found.get("anyOf", []) if part.get("type") != "null"), found)


def takes(schema: dict[str, Any], value: Any) -> bool:
    """Say whether a schema takes a value as a YAML editor reads it."""
    kinds = {str: "string", bool: "boolean", int: "number", float: "number"}
    kind = kinds[type(value)]
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if kind == "string":
        return kind in allowed and bool(re.search(schema.get("pattern", ""), value))
    least, most = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    return kind in allowed and (kind == "boolean" or least <= value <= most)


def as_an_editor_reads(text: str) -> Any:
    """Return a plain value of YAML 1.2, the version of editors."""
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch("0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


FIELDS: dict[str, Any] = {
    name: {**vars(fields), **vars(number_fields)}[name]
    for name in [
        "Line",
        "Prose",
        "Identifier",
        "TaxCode",
        "Clock",
        "Day",
        "Money",
        "Amount",
        "Percent",
        "Growth",
        "Count",
        "People",
        "Places",
        "Pages",
        "Units",
        "Year",
        "SetNumber",
        "YesNo",
    ]
} | {"Star": Annotated[number_fields.Star, PydanticField(ge=1, le=5)]}
TYPED = """
0 1 3 5 6 12 62 100 101 501 10000 10001 100001 2026 1944 1945 2100 2101 12,5 12.5 12.55 12.555 1.200 1.234.567 1,234 1,5 -1 +1
0012 0912345678 20.000 1e3 1e400 .5 5. 2026.0 4.0 0x7EA 0o17 99999999999999999999999 1/2 ½ 10^15 ４ ２０２６ １２ 1|200 1~200
30/02/2023 29/02/2024 29/02/2023 31/04/2026 32/01/2026 01/13/2026 1/1/2026 01.02.2026 2026-02-30 2026-02-28 2026-13-01 2026-2-3
23/11/26 23-11-2026 ngày|5|tháng|9|năm|2026 5|tháng|9,|năm|2026 NGÀY|5|THÁNG|9|NĂM|2026 31|tháng|4|năm|2026 năm|2026 2026|năm
có Có CÓ yes No Yes true True FALSE co khong đung đúng x X ✓ chưa sai y có|lẽ 08:00 8h 8h30 24:00 25:00 7|giờ|30|phút 8:5 08.00
3|sao 3* *** ****** hạng|3 ba|sao 6|sao 10|người 10~người 10|lao|động 5|trang 5|tờ 12|hộp bộ|4 bộ|sản|phẩm|số|4 8,5|điểm
15% 15|% 15|phần|trăm 101% 100,00% tăng|12% tăng|600% giảm|5% 1,2|tỷ 320|triệu|đồng 1.500.000đ 1|tỷ|200|triệu 20tr -5|triệu 12.|5
0,5 ab-c Ab-c a a_b 1abc ab|c 0123456787 0123456787-001 012345678901 123456787 NA -- con
"""


def reading(field: Any, text: str) -> str:
    """Return how the reader takes a value: ``read``, ``doubted`` or ``refused``."""
    try:
        value = TypeAdapter(field).validate_python(text)
    except ValidationError:
        return "refused"
    marks = [mark for mark in field.__metadata__ if isinstance(mark, Believed)]
    return "read" if all(mark.is_sound(value) for mark in marks) else "doubted"


def cannot_be_told(field: Any, text: str, value: Any) -> bool:
    """Say whether no schema could refuse a value: the same number is right in another spelling, or a calendar is needed."""
    if isinstance(value, str):
        return text == "29/02/2023" or reading(field, text) == "doubted"
    others = [str(value).lower(), f"{value:.3f}", *(f"{value:0{width}.0f}" for width in (1, 2, 10, 12, 13))]
    return value in (math.inf, 12.555) or any(reading(field, other) == "read" for other in others)


@pytest.mark.parametrize("name", FIELDS)
def test_the_editor_and_the_reader_agree(name: str) -> None:
    field = FIELDS[name]
    schema = TypeAdapter(field).json_schema()
    red, green = [], []
    for text in TYPED.replace("~", "\u00a0").split(" "):
        for typed in filter(None, (part.replace("|", " ") for part in text.split("\n"))):
            value = as_an_editor_reads(typed)
            how, is_green = reading(field, typed), takes(schema, value)
            red += [typed] if how == "read" and not is_green else []
            green += [typed] if how != "read" and is_green and not cannot_be_told(field, typed, value) else []
    assert (red, green) == ([], [])


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in ("Line", "Prose")])
def test_no_field_takes_a_number_of_thousands_of_digits(name: str) -> None:
    """It could not be printed: Python makes no text of it."""
    for unit in ("", " triệu", ",5", " %"):
        assert reading(FIELDS[name], "9" * 5_000 + unit) == "refused"


def test_the_patterns_of_editors_know_digits_of_ours_only() -> None:
    """``\\d`` is another set of digits in every language that reads a schema."""
    for name, schema in FILES.items():
        assert "\\\\d" not in json.dumps(schema), name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (("dossier.json", "Licence", "number"), 312345678),
        (("private.json", "", "citizen_id"), 12345678901),
        (("dossier.json", "Producer", "women_led"), "Có"),
        (("dossier.json", "Producer", "women_led"), "KHÔNG"),
        (("dossier.json", "Producer", "women_led"), True),
        (("dossier.json", "Business", "growth_percent"), "22,5%"),
        (("dossier.json", "Product", "name"), "Mật ong"),
    ],
)
def test_an_editor_takes_what_is_read(field: tuple[str, str, str], value: Any) -> None:
    assert takes(of(*field), value)


def test_an_editor_marks_what_is_no_answer() -> None:
    assert not takes(of("dossier.json", "Producer", "women_led"), "có lẽ")


@pytest.mark.parametrize("field", load_field_map().fields, ids=lambda field: field.path)
def test_every_field_that_people_state_shows_its_example(field: Field) -> None:
    """The editor of the file that holds it offers it, and does not mark it."""
    whole = field.model.__name__
    file = {"Dossier": "dossier.json", "ProducerRecord": "producer.json", "PrivateData": "private.json"}[
        whole
    ]
    model = "" if field.owner is field.model else field.owner.__name__
    schema = FILES[file]["$defs"][model] if model else FILES[file]
    held = schema["properties"][field.key]
    wanted = [field.example] if field.kind is FieldKind.CODES else field.example
    assert wanted in held["examples"]
    pattern = of(file, model, field.key).get("pattern")
    assert pattern is None or re.search(pattern, field.example)
    if whole == "ProducerRecord" and not field.listed and not model:
        assert wanted in FILES["dossier.json"]["$defs"]["Producer"]["properties"][field.key]["examples"]
