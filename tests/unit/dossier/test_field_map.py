"""The field map and the models say the same: every fact that a file can hold is in the map, or written by a verb."""

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from ocop_cli.app.table import TABLE
from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.dossier.field_names import field_named
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.viet.field_titles import found_in
from ocop_cli.viet.read_option import read_as
from ocop_cli.viet.text import fold

MAP = load_field_map()
FORMS = ("Mẫu 01", "Mẫu 02", "Mẫu 03")
every_field = pytest.mark.parametrize("field", MAP.fields, ids=lambda field: field.path)


def paths(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Yield the path of every value that a model can hold, down to what a verb writes as a whole."""
    for name, info in model.model_fields.items():
        path = f"{before}{info.alias or name}"
        inner = found_in(info.annotation, BaseModel)
        if path in MAP.written or path in MAP.unasked or inner is None:
            yield path
        elif path != "producer" or before:
            yield from paths(inner, f"{path}[]." if info.default == () else f"{path}.")


def test_the_map_holds_every_path_of_the_models_and_no_other() -> None:
    held = {*paths(Dossier), *paths(ProducerRecord, "producer."), *paths(PrivateData, "private.")}
    assert {*(field.path for field in MAP), *MAP.written, *MAP.unasked} == held
    assert not {field.path for field in MAP} & {*MAP.written, *MAP.unasked}


def test_what_a_verb_writes_names_a_verb_that_is_there() -> None:
    verbs = {name for verb in TABLE for name in (verb.name, *(f"{verb.name} {v.name}" for v in verb.verbs))}
    assert {verb for said in MAP.written.values() for verb in said.split(", ")} <= verbs


def test_no_two_fields_share_a_name() -> None:
    names = Counter(fold(name) for field in MAP for name in field.names)
    assert [name for name, count in names.items() if count > 1] == []


@every_field
def test_every_example_is_read(field: Field) -> None:
    read = read_as([field.example] if field.kind is FieldKind.CODES else _code(field), field.owner, field.key)
    assert read.findings == ()


def _code(field: Field) -> str:
    codes = {words: code for code, words in field.choices.items()}
    return codes[field.example] if field.choices else field.example


@every_field
def test_every_field_says_where_it_comes_from(field: Field) -> None:
    assert field.source == "riêng" or all(part.startswith(FORMS) for part in field.source.split("; "))
    assert field.question.endswith("?")
    assert {*field.only} <= {*RegistrationKind}
    assert field.path.startswith(f"{field.group.path}[].") if field.group.path else "[]" not in field.path


@every_field
def test_a_field_is_found_by_each_of_its_names(field: Field) -> None:
    for name in (field.path, *field.names, field.name.upper(), fold(field.name)):
        assert field_named(MAP, name).field == field


@pytest.mark.parametrize(
    ("words", "path", "row"),
    [
        ("lao động trong xã", "labour.commune", ""),
        ("doanh thu 2025", "business.years[].revenue", "2025"),
        ("doanh thu năm 2025", "business.years[].revenue", "2025"),
        ("tỷ lệ 2", "materials[].share", "2"),
        ("nguyên liệu Sâm dây tươi: tỷ lệ", "materials[].share", "Sâm dây tươi"),
        ("materials[Sâm dây tươi].share", "materials[].share", "Sâm dây tươi"),
        ("business.years[2].profit", "business.years[].profit", "2"),
        ("giấy tờ dkkd: số trang", "papers[].pages", "dkkd"),
    ],
)
def test_a_row_of_a_table_is_named_beside_its_field(words: str, path: str, row: str) -> None:
    named = field_named(MAP, words)
    assert (named.field and named.field.path, named.row) == (path, row)


@pytest.mark.parametrize(
    ("words", "near"), [("lao đông trong sã", "labour.commune"), ("đăng ký kinh", "producer.licence.number")]
)
def test_a_name_that_is_not_known_has_near_ones(words: str, near: str) -> None:
    named = field_named(MAP, words)
    assert named.field is None
    assert near in [field.path for field in named.near]
