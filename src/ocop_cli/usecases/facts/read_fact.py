"""The text of one fact, read as its field reads it; the words of a choice in place of its code."""

from typing import Any, NamedTuple

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.errors import OcopError
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.field_titles import marks_at
from ocop_cli.viet.fields import Coming
from ocop_cli.viet.read_option import read_stated
from ocop_cli.viet.text import clean, forbidden_character

_SHOWN = 12  # choices that an answer names


class Reading(NamedTuple):
    """What a text means for a field: its value, or the problem with its cure; ``options`` where it may mean several."""

    value: Any = None
    problem: str = ""
    cure: str = ""
    options: tuple[str, ...] = ()


def read_fact(facts: DossierFacts, field: Field, text: str) -> Reading:
    """Read a text as a field reads it, with the choices that the dossier and its law leave."""
    typed = clean(text).strip()
    if forbidden_character(typed):
        return Reading(
            problem=f"{field.name}: có ký tự điều khiển ẩn", cure="gõ lại phần đó, thường do dán từ nơi khác"
        )
    if field.kind is FieldKind.CODES:
        return _codes(facts, field, typed)
    if field.kind is FieldKind.CHOICE:
        return _choice(facts, field, typed)
    reading = _value(field, typed)
    if field.kind is FieldKind.DAY and reading.value and reading.value > facts.today and not _may_come(field):
        return Reading(
            problem=f"{field.name}: ngày {show_date(reading.value)} chưa tới; đã nhập “{typed}”",
            cure="ghi ngày trên giấy, hoặc ghi sau khi đã có",
        )
    return reading


def _may_come(field: Field) -> bool:
    return any(isinstance(mark, Coming) for mark in marks_at(field.owner, (field.key,)))


def _value(field: Field, typed: Any) -> Reading:
    read = read_stated(typed, field.owner, field.key)
    if not read.findings:
        return Reading(read.value)
    return Reading(problem=f"{read.findings[0].message}; đã nhập “{typed}”", cure=f"ví dụ: {field.example}")


def _choice(facts: DossierFacts, field: Field, typed: str) -> Reading:
    choices = facts.choices(field)
    found = chosen(typed, choices)
    if len(found) == 1:
        return _value(field, found[0])
    if field.path == "product.set" and not typed.isdecimal():
        return _by_everyday_words(facts, field, typed, tuple(choices[code] for code in found))
    if len(found) > 1:
        words = tuple(choices[code] for code in found)
        return Reading(
            problem=f"{field.name}: “{typed}” có thể là nhiều mức",
            cure=f"ghi rõ: {'; '.join(words)}",
            options=words,
        )
    if facts.is_open(field) and not read_stated(typed, field.owner, field.key).findings:
        return _value(field, typed)
    if not choices:
        return Reading(
            problem=f"{field.name}: chưa biết bộ sản phẩm nên chưa có mức để chọn",
            cure="ghi bộ sản phẩm trước",
        )
    listed = "; ".join([*choices.values()][:_SHOWN])
    return Reading(problem=f"{field.name}: không có lựa chọn “{typed}”", cure=f"chọn một trong: {listed}")


def _by_everyday_words(facts: DossierFacts, field: Field, typed: str, inside: tuple[str, ...]) -> Reading:
    """Read a product set by what people call its products; else ask for one of those whose name holds the words."""
    try:
        return _value(field, str(facts.meant_set(typed)))
    except OcopError as error:
        return Reading(problem=error.message.rstrip("."), cure=error.hint.rstrip("."), options=inside)


def _codes(facts: DossierFacts, field: Field, typed: str) -> Reading:
    """Read the papers that a fact rests on: ids or names, with a comma or a semicolon between them."""
    papers, found = facts.choices(field), []
    for part in (part.strip() for part in typed.replace(";", ",").split(",")):
        meant = chosen(part, papers)
        if len(meant) != 1:
            listed = "; ".join([papers[code] for code in meant or papers][:_SHOWN])
            cure = f"ghi một trong: {listed}" if papers else "ghi giấy tờ vào hồ sơ trước"
            return Reading(problem=f"{field.name}: hồ sơ không có đúng một giấy tờ “{part}”", cure=cure)
        found += meant
    return _value(field, found)
