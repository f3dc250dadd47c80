"""The interview that fills a dossier in: one question a field, row by row in a table; what is there is shown and kept."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from ocop_cli.dossier.field_map import PRIVATE, Field, FieldKind, Group
from ocop_cli.dossier.field_names import Named
from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.read_fact import read_fact
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import fold, upper_first

_CHOSEN = (FieldKind.CHOICE, FieldKind.CODES, FieldKind.YES_NO)
_EXAMPLE = "Ví dụ:"
_YES_NO = {"có": "có", "không": "không"}
Stated = dict[str, str | None]


def ask_facts(session: Session, facts: DossierFacts, wanted: Sequence[Named]) -> Stated:
    """Ask for facts, group by group; return what was stated, as ``take`` takes it. An empty answer states nothing."""
    stated: Stated = {}
    for group, asked in groupby(wanted, key=lambda named: named.field.group if named.field else None):
        if group is not None:
            interview = _Group(session, facts, group)
            interview.ask([*asked], stated)
    return stated


class _Group:
    """The questions under one heading."""

    def __init__(self, session: Session, facts: DossierFacts, group: Group) -> None:
        self._session, self._facts, self._group = session, facts, group
        self._is_begun = False

    def ask(self, wanted: Sequence[Named], stated: Stated) -> None:
        fields = [named.field for named in wanted if named.field]
        if not self._group.path:
            for field in fields:
                self._state(field, None, field.path, stated)
            return
        rows = self._facts.rows(self._group)
        for named in wanted:
            if named.field and named.row:
                row = self._facts.row_number(self._group, named.row)
                self._state(named.field, row, _cell(named.field, named.row), stated)
        whole = [named.field for named in wanted if named.field and not named.row]
        for row in range(len(rows)) if whole else ():
            for field in whole:
                self._state(field, row, _cell(field, str(row + 1)), stated)
        if self._group.key in [field.path for field in whole]:
            self._ask_new_rows(whole, len(rows), stated)

    def _ask_new_rows(self, fields: Sequence[Field], there: int, stated: Stated) -> None:
        """Ask for rows to add until none is named."""
        key = self._facts.fields[self._group.key]
        others = [field for field in fields if field is not key]
        for row in count(there + 1):
            more = f"Thêm {self._group.row} nữa (Enter: không thêm)" if row > 1 else ""
            if not self._state(key, None, _cell(key, str(row)), stated, more):
                return
            for field in others:
                self._state(field, None, _cell(field, str(row)), stated)

    def _state(self, field: Field, row: int | None, address: str, stated: Stated, words: str = "") -> str:
        """Ask for one field and keep what is stated; what another answer or the dossier leaves open is not asked."""
        if address in stated or (field.kind is FieldKind.CODES and not self._facts.choices(field)):
            return ""
        is_new = field.listed and row is None
        before = "" if is_new else self._facts.shown(field, row)
        notes = [*self._heading(), *([] if words else _notes(self._facts, field, before))]
        answer = self._session.ask(
            f"{words}: {field.name}" if words else field.question,
            option=f'ocop set "{field.typed_as}=…"',
            choices=_choices(self._facts, field),
            check=lambda text: _check(self._session, self._facts, field, text),
            optional=True,
            notes=notes,
            personal=field.path.startswith(f"{PRIVATE}."),
        )
        if not answer:
            return ""
        stated |= _as_stated(field, address, answer)
        return answer

    def _heading(self) -> Iterator[str]:
        if not self._is_begun:
            self._is_begun = True
            yield f"\n— {self._group.title} —"


def _cell(field: Field, row: str) -> str:
    return field.path.replace("[]", f"[{row}]")


def _choices(facts: DossierFacts, field: Field) -> dict[str, str] | None:
    if field.kind is FieldKind.YES_NO:
        return _YES_NO
    choices = facts.choices(field) if field.kind is FieldKind.CHOICE and not facts.is_open(field) else {}
    return {words: words for words in choices.values()} or None


def _as_stated(field: Field, address: str, answer: str) -> Stated:
    """Return an answer as ``take`` takes it; one that holds a name and a title answers both questions."""
    name, rest = split_title(answer) if field.rest else (answer, "")
    return {address: name, field.rest: rest} if rest else {address: answer}


def _notes(facts: DossierFacts, field: Field, before: str) -> Iterator[str]:
    """Say what the field means, what there is to choose from or an example, and what is there already."""
    if field.kind is FieldKind.CODES:
        yield f"  Giấy tờ của hồ sơ: {'; '.join(facts.choices(field).values())} (cách nhau bằng dấu chấm phẩy)"
    elif field.meaning and field.kind is not FieldKind.CHOICE:
        yield f"  {field.meaning}"
    if field.kind not in _CHOSEN and not before and _EXAMPLE not in field.meaning:
        yield f"  {_EXAMPLE} {field.example}"
    if before:
        yield f"  Đang ghi: {before} (Enter để giữ)"


def _check(session: Session, facts: DossierFacts, field: Field, text: str) -> None:
    """Refuse an answer that the field does not take; say back what was understood of another."""
    reading = read_fact(facts, field, text)
    if reading.problem:
        raise OcopError(f"{reading.problem}.", f"{upper_first(reading.cure)}.")
    understood = facts.in_words(field, reading.value)
    if fold(understood) != fold(text):
        session.console.note(f"  Hiểu là: {understood}")
