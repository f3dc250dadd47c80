"""What a record says that nobody would believe: values by the marks of their fields, parts that are more than their whole."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.viet.believed import Believed, PartOf
from ocop_cli.viet.field_titles import title_at
from ocop_cli.viet.fields import Record
from ocop_cli.viet.leaves import Marks, leaves, marks_of
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.old_encodings import WRITE_UNICODE, is_in_old_encoding
from ocop_cli.viet.text import lower_first

_COUNTS = "số lao động quyết định điểm và vào báo cáo"
_COUNT_AGAIN = "đối chiếu danh sách lao động rồi sửa số sai"
_PRINTED = "số liệu này in lên văn bản, tính vào điểm và báo cáo"
_JUDGED = (Believed, PartOf)
_IN_UNICODE = Believed(
    lambda value: not (isinstance(value, str) and is_in_old_encoding(value)), WRITE_UNICODE, "Y009"
)


class Doubt(NamedTuple):
    """One value that nobody would believe: its place, what is wrong and what to write instead.

    ``whole`` is the place of the field that a part is more than.
    """

    field: FieldPath
    value: Any
    problem: str
    wanted: str
    code: str
    whole: FieldPath = ()


def doubts(record: Record) -> Iterator[Doubt]:
    """Yield every value of a record that nobody would believe, those of its parts included."""
    model = type(record)
    for leaf in leaves(record, _JUDGED, _is_believed):
        place = leaf.field
        if mark := _unsound(leaf.value, leaf.marks.of(Believed)):
            problem = f"“{title_at(model, place)}”: {mark.wanted}"
            yield Doubt(place, leaf.value, problem, mark.wanted, mark.told_as)
        elif exceeded := _exceeded(leaf.value, leaf.marks, leaf.of):
            whole = (*place[:-1], exceeded)
            values = ((place, leaf.value), (whole, getattr(leaf.of, exceeded)))
            part, more = (f"{title_at(model, at)} ({show_number(value)})" for at, value in values)
            yield Doubt(
                place, leaf.value, f"{part} nhiều hơn {lower_first(more)}", "sửa số sai", "D011", whole
            )


def doubtful_values(file: str, record: Record) -> Iterator[Finding]:
    """D037, D011: yield a finding for each of them that no check of its own tells; ``file`` is where the record stands."""
    for doubt in doubts(record):
        place, whole = Place(file, doubt.field), (Place(file, doubt.whole),)
        if doubt.whole:
            yield Finding("D011", Severity.ERROR, doubt.problem, place, _COUNTS, _COUNT_AGAIN, related=whole)
        elif doubt.code == "D037":
            problem = f"{title_at(type(record), doubt.field)}: giá trị khó có thật"
            yield Finding("D037", Severity.WARNING, problem, place, _PRINTED, doubt.wanted)


def value_doubt(value: Any, model: type[Record], field: str) -> Believed | None:
    """Return the mark that a value which a field of a record took does not meet, with its cure; of every text that it is
    written in Unicode."""
    info = model.model_fields[field]
    marks = (*Marks((*info.metadata, *marks_of(info.annotation))).of(Believed), _IN_UNICODE)
    values = value if isinstance(value, tuple) else (value,)
    return next(filter(None, (_unsound(each, marks) for each in values if each is not None)), None)


def _unsound(value: Any, believed: Iterable[Believed]) -> Believed | None:
    for mark in believed:  # asked of every value of every file
        if not mark.is_sound(value):
            return mark
    return None


def _exceeded(value: Any, marks: Marks, of: Record) -> str:
    """Return the name of the whole that a number is more than, if it is a part of one."""
    told = (name for mark in marks.of(PartOf) for name in mark.wholes if getattr(of, name) is not None)
    whole = next(told, "")
    return whole if whole and value > getattr(of, whole) else ""


def _is_believed(value: Any, marks: Marks, of: Record) -> bool:
    for mark in marks.of(Believed):  # asked of every value of every file
        if not mark.is_sound(value):
            return False
    return not (marks.of(PartOf) and _exceeded(value, marks, of))
