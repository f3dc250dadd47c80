"""A register that others keep, row by row: what each cell means, what it changes, what is not clear."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossiers import DossierFile, usable_dossiers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.foreign.workbook import CellKind, SheetCell
from ocop_cli.store.ids import taken_ids
from ocop_cli.store.sources import Sources
from ocop_cli.usecases.adopt import (
    law_of_recognition,
    plan_adoption,
    window_words,
    without_needless_end,
)
from ocop_cli.usecases.dossier_facts import DossierFacts
from ocop_cli.usecases.known_producer import find_record
from ocop_cli.usecases.sheet_result import other_result, recorded, row_result
from ocop_cli.usecases.sheet_set import proposed_set, tells_no_set
from ocop_cli.usecases.sheet_table import (
    ID,
    NAME,
    PRODUCER,
    RESULT,
    SERIAL,
    SHOWN,
    STANDING,
    WITHDRAWN,
    SheetColumn,
    SheetTable,
)
from ocop_cli.usecases.take import take
from ocop_cli.usecases.taken import Outcome
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.text import fold
from ocop_cli.workflow.outcome import RankingOutcome

_LOST_ZERO = 9  # digits of a telephone number whose zero a spreadsheet has taken


class RowOutcome(StrEnum):
    """What becomes of a row, in words for the person who reads the list."""

    NEW = "mới"
    CHANGED = "đổi"
    SAME = "giữ nguyên"
    ASKED = "hỏi lại"
    REFUSED = "không nhận"


class ImportedRow(NamedTuple):
    """A row: where it stands, what becomes of it, one line for each cell that tells something, and its changes."""

    place: str
    name: str
    outcome: RowOutcome
    lines: tuple[str, ...]
    changes: tuple[Change, ...] = ()


class Register(NamedTuple):
    """What every row is held against: the folder, the law, today."""

    sources: Sources
    rulebook: Rulebook
    today: date

    @property
    def law(self) -> Decision:
        """The decision of today."""
        return pick_decision(self.rulebook, self.today)


class KnownProducts(NamedTuple):
    """The dossiers of the folder, by id and by what they are called."""

    by_id: dict[str, DossierFile]
    by_name: dict[tuple[str, str], DossierFile]

    @classmethod
    def of(cls, sources: Sources) -> "KnownProducts":
        """Read the dossiers of a workspace."""
        files = list(usable_dossiers(sources))
        names = {_key(file.dossier.product.name, file.dossier.producer.name): file for file in files}
        return cls({file.id: file for file in files}, names)

    def find(self, dossier_id: str, name: str, producer: str) -> DossierFile | None:
        """Return the dossier that a row means: by its id where the register holds one, else by product and producer."""
        return self.by_id.get(dossier_id.strip()) or self.by_name.get(_key(name, producer))


def import_rows(register: Register, table: SheetTable) -> Iterator[ImportedRow]:
    """Yield what becomes of every row that holds anything; a product that is told twice is asked about."""
    known = KnownProducts.of(register.sources)
    seen: dict[Any, str] = {}
    taken = set(taken_ids(register.sources.root))
    for cells in table.rows:
        filled = [(c, cell) for c, cell in zip(table.columns, cells, strict=False) if cell.text.strip()]
        if filled:
            yield _row(register, filled, known, seen, taken)


def _row(
    register: Register,
    filled: Sequence[tuple[SheetColumn, SheetCell]],
    known: KnownProducts,
    seen: dict[Any, str],
    taken: set[str],
) -> ImportedRow:
    first = filled[0][1]
    by_path = {column.path: cell for column, cell in filled if column.path}
    if NAME not in by_path or PRODUCER not in by_path:
        words = "; ".join(cell.text for _, cell in filled)
        if NAME in by_path or PRODUCER in by_path:
            lack = "tên chủ thể" if NAME in by_path else "tên sản phẩm"
            return ImportedRow(first.place, words, RowOutcome.ASKED, (f"thiếu {lack}, chưa ghi dòng này",))
        why = f"dòng không có đủ tên sản phẩm và chủ thể (“{words}”): dòng nhóm, dòng tổng hoặc ghi chú"
        return ImportedRow(first.place, words, RowOutcome.REFUSED, (why,))
    name, producer = (" ".join(by_path[path].text.split()) for path in (NAME, PRODUCER))
    file = known.find(by_path[ID].text if ID in by_path else "", name, producer)
    key = file.id if file else _key(name, producer)
    if key in seen:
        why = f"sản phẩm và chủ thể này đã có ở {seen[key]}: giữ một dòng"
        return ImportedRow(first.place, name, RowOutcome.ASKED, (why,))
    seen[key] = by_path[NAME].place
    bad = list(_bad_cells(filled))
    if file:
        return _known_row(register, file, filled, first.place, bad)
    try:
        return _new_row(register, (name, producer), filled, bad, taken)
    except OcopError as error:
        told = (*bad, *(f.message for f in error.findings), f"{error.message} {error.hint}".strip())
        return ImportedRow(first.place, name, RowOutcome.ASKED, told)


def _new_row(
    register: Register,
    names: tuple[str, str],
    filled: Sequence[tuple[SheetColumn, SheetCell]],
    bad: list[str],
    taken: set[str],
) -> ImportedRow:
    place, (name, producer) = filled[0][1].place, names
    said_result = row_result(filled)
    result, told = said_result.values, (*said_result.lines, *said_result.unread)
    lacks = [
        words
        for path, words in (("on", "ngày quyết định"), ("number", "số quyết định"), ("star", "hạng sao"))
        if path not in result
    ]
    if lacks:
        why = (
            f"thiếu {', '.join(lacks)} nên chưa ghi là đã công nhận; chưa công nhận thì dùng `ocop register`"
        )
        return ImportedRow(place, name, RowOutcome.ASKED, (*bad, *told, why))
    if any(c.path == STANDING and fold(cell.text) == fold(WITHDRAWN) for c, cell in filled):
        why = f"kết quả {WITHDRAWN} nên chưa ghi là đã công nhận: `ocop adopt`, rồi `ocop result --revoked`"
        return ImportedRow(place, name, RowOutcome.ASKED, (*bad, *told, why))
    law = law_of_recognition(register.rulebook, result["on"])
    outcome = without_needless_end(RankingOutcome(**result, note=_note(register.law, filled)), law)
    record = find_record(register.sources, producer, {})
    said = {"name": name, "producer": producer, "record": record.id if record else None}
    found = plan_adoption(register.sources, said, outcome, law, taken, register.today)
    taken.add(found.file.id)
    changes = {change.path: change for change in found.changes}
    lines, more, asked = _facts(register, found.file, filled)
    changes |= {change.path: change for change in more}
    window = window_words(found.expiry, register.law, register.today)
    unclear = (*bad, *asked)
    verdict = RowOutcome.REFUSED if found.refusals else RowOutcome.NEW
    kept = () if found.refusals else tuple(changes.values())
    shown = (*told, *lines, window, *unclear, *(f.message for f in found.refusals))
    return ImportedRow(place, name, verdict, shown, kept)


def _known_row(
    register: Register,
    file: DossierFile,
    filled: Sequence[tuple[SheetColumn, SheetCell]],
    place: str,
    bad: list[str],
) -> ImportedRow:
    """Hold a row against the dossier that is there: facts are taken, another result is asked about."""
    lines, changes, asked = _facts(register, file, filled)
    result = row_result(filled)
    other = other_result(recorded(file.dossier, register.law), result)
    unclear = (*bad, *asked, *result.unread, *other)
    verdict = RowOutcome.ASKED if unclear else RowOutcome.CHANGED if changes else RowOutcome.SAME
    return ImportedRow(
        place, file.dossier.product.name, verdict, (*lines, *unclear, *_unplaced(filled)), changes
    )


def _facts(
    register: Register, file: DossierFile, filled: Sequence[tuple[SheetColumn, SheetCell]]
) -> tuple[list[str], tuple[Change, ...], list[str]]:
    """Take the facts of a row: lines of what is taken, the changes, and what is not clear, each with its cell."""
    facts = DossierFacts(register.sources, file, None, register.law, register.today)
    cells = {
        column.path: cell
        for column, cell in filled
        if column.path
        and column.path != SERIAL
        and not column.path.startswith((RESULT, SHOWN))
        and not _doubt(column, cell)
        and not tells_no_set(register.law, column, cell)
    }
    takings = take(facts, {path: cell.text for path, cell in cells.items()})
    lines = [] if file.dossier.product.set else list(_proposed(register, file, filled))
    asked = []
    for row in takings.rows:
        cell = cells.get(row.said)
        where = cell.short_place if cell else ""
        if row.outcome is Outcome.TAKEN:
            lines.append(f"{where}  {row.name}: {row.before or '(chưa có)'} → {row.understood}")
        elif row.outcome is not Outcome.SAME:
            asked.append(f"{where}  {row.problem}; {row.cure}; chưa ghi ô này")
    return lines, takings.changes, asked


def _proposed(
    register: Register, file: DossierFile, filled: Sequence[tuple[SheetColumn, SheetCell]]
) -> Iterator[str]:
    for column, cell in filled:
        if tells_no_set(register.law, column, cell):
            yield proposed_set(register.law, file.dossier.product.name, file.id, cell)


def _bad_cells(filled: Sequence[tuple[SheetColumn, SheetCell]]) -> Iterator[str]:
    for column, cell in filled:
        if doubt := _doubt(column, cell):
            yield f"{cell.short_place}  {column.heading}: {doubt}"


def _doubt(column: SheetColumn, cell: SheetCell) -> str:
    """Say why a cell cannot be taken as it stands; empty where it can."""
    if cell.kind is CellKind.ERROR:
        return f"ô báo lỗi {cell.text}, chưa ghi"
    digits = cell.text.replace(" ", "")
    if column.path == "private.phone" and cell.kind is CellKind.NUMBER and len(digits) == _LOST_ZERO:
        return f"{digits}: có phải 0{digits}? bảng tính làm mất số 0 đầu, chưa ghi"
    return ""


def _note(law: Decision, filled: Sequence[tuple[SheetColumn, SheetCell]]) -> str | None:
    """Return what the result keeps of a row beside its own fields: what no field takes, groups, earlier results."""
    last = {column.path: column.number for column, _ in filled if column.path}
    kept = [
        f"{column.heading or 'cột không tên'}: {cell.text}"
        for column, cell in filled
        if not column.path
        or (column.path.startswith(RESULT) and last[column.path] != column.number)
        or tells_no_set(law, column, cell)
    ]
    return f"Theo sổ: {'; '.join(kept)}" if kept else None


def _unplaced(filled: Sequence[tuple[SheetColumn, SheetCell]]) -> Iterator[str]:
    """Tell the cells of columns that no field takes."""
    for column, cell in filled:
        if not column.path:
            where = cell.short_place
            yield f"{where}  {column.heading or 'cột không tên'}: “{cell.text}” chưa có mục để ghi; thêm --column"


def count_line(rows: Sequence[ImportedRow]) -> str:
    """Say how many rows came in and what became of them: the parts add up."""
    counts = [(outcome, sum(row.outcome is outcome for row in rows)) for outcome in RowOutcome]
    parts = " + ".join(f"{number} {outcome.value}" for outcome, number in counts)
    return f"{show_number(len(rows))} dòng = {parts}."


def _key(name: str, producer: str) -> tuple[str, str]:
    return fold(name), fold(producer)
