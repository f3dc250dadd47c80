"""Names that are typed with words which papers print by themselves: “xã xã Ia Tơ Ver”, “Y Mẫu, chủ hộ”."""

from collections.abc import Iterator

from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.fields import Record
from ocop_cli.viet.leaves import Marks, leaves
from ocop_cli.viet.name_fields import Alone

_KEPT = ("history", "evaluations")  # what an act has kept stays as it was


def check_names_alone(case: Case) -> Iterator[Finding]:
    """P052: a name of the dossier, or of its own producer, is typed with words that papers print by themselves."""
    shared = ("producer",) if isinstance(case.dossier.producer, SharedProducer) else ()
    for finding in names_with_words(case.name, case.dossier):
        if finding.place.field[0] not in (*_KEPT, *shared):
            yield finding


def names_with_words(file: str, record: Record) -> Iterator[Finding]:
    """P052: yield a warning for each name of a record that is typed with words which papers print by themselves."""
    for field, value, marks, *_ in leaves(record, Alone, _is_alone):
        name = _alone(value, marks)
        rest = value.removeprefix(name).removesuffix(name).strip(" ,")
        message, hint = f"“{value}” ghi cả “{rest}”", f"chỉ ghi “{name}”"
        why = "văn bản in chữ này hai lần, hoặc in vào chỗ họ tên"
        yield Finding("P052", Severity.WARNING, message, Place(file, field), why=why, hint=hint)


def _is_alone(value: str, marks: Marks, _: Record) -> bool:
    return _alone(value, marks) == value


def _alone(value: str, marks: Marks) -> str:
    return marks.of(Alone)[0].of(value)
