"""The opinions of a meeting as one table, unit by content of every dossier: handed out, and read when it comes back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ocop_cli.documents.opinion_sheet import asked_contents
from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.opinions import OpinionGiven, opinion_record
from ocop_cli.intake.stamp import Stamp
from ocop_cli.intake.table_sheet import FoundRow, SheetColumn, TableSheet
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.units import units_meant
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.usecases.opinion import (
    CONTENTS,
    GENERAL,
    check_opinion,
    content_of,
    note_opinions,
    opinion_day,
    opinion_there,
)
from ocop_cli.usecases.table_taking import CellTaken, TableTaking, rows_of, wrong_text
from ocop_cli.usecases.take_form import Answered
from ocop_cli.usecases.taken import Outcome
from ocop_cli.usecases.which_form import refuse_opinion_sheet
from ocop_cli.viet.choices import meant
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import fold, upper_first

OPINION_TABLE = "bang-y-kien"
"""What the table calls itself in its stamp."""
NO_ANSWER = "chưa trả lời"
_COLUMNS = {
    "number": SheetColumn("TT", 5),
    "dossier": SheetColumn("Mã hồ sơ", 11),
    "product": SheetColumn("Sản phẩm", 16),
    "unit": SheetColumn("Đơn vị", 18),
    "content": SheetColumn("Nội dung", 21),
    "stance": SheetColumn(
        "Ý kiến", 13, is_answer=True, options=(*map(upper_first, words(Stance).values()), upper_first(NO_ANSWER))
    ),
    "text": SheetColumn("Lời ý kiến", 30, is_answer=True),
    "by": SheetColumn("Người cho ý kiến (họ tên, chức vụ)", 18, is_answer=True),
    "on": SheetColumn("Ngày", 11, is_answer=True),
}  # fmt: skip
_HEADINGS = {key: column.heading for key, column in _COLUMNS.items()}
_NEEDED = ("dossier", "unit", "content", "stance")
_SAID = ("stance", "text", "by", "on")
_NOTES = (
    "Mỗi dòng là ý kiến của một đơn vị về một nội dung. Đơn vị chưa trả lời thì để trống: ô trống không phải là nhất trí. "
    "Không nhất trí hoặc đề nghị chỉnh sửa thì ghi lời ý kiến.",
)


@dataclass(frozen=True)
class OpinionDesk:
    """A meeting with the dossiers brought before it, their laws, and the units that were invited with their codes."""

    id: str
    meeting: Meeting
    files: Mapping[str, DossierFile]
    laws: Mapping[str, Ruleset | None]
    units: Mapping[str, str]
    profile: Profile
    today: date

    @property
    def stamp(self) -> Stamp:
        """What the table of this meeting says of itself."""
        return Stamp(OPINION_TABLE, self.id)


def opinion_table(desk: OpinionDesk) -> TableSheet:
    """Return the table with a row for every answer that is asked for, and the answers that were given already."""
    rows = [row for file in desk.files.values() for row in _rows(desk, file)]
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    title = f"{desk.meeting.title}, ngày {show_date(desk.meeting.on)} ({desk.id})"
    return TableSheet("Ý kiến", masked(title), _NOTES, tuple(_COLUMNS.values()), numbered)


def _rows(desk: OpinionDesk, file: DossierFile) -> Iterator[tuple[str, ...]]:
    given = [o for o in file.dossier.opinions if o.meeting == desk.id]
    head = (file.id, masked(file.dossier.product.name))
    for unit in desk.units:
        for code in (*asked_contents(unit, desk.profile, desk.laws[file.id]), GENERAL):
            there = next((o for o in given if (o.unit, o.content) == (unit, content_of(code))), None)
            yield (*head, masked(unit), upper_first(CONTENTS[code]), *_answer(there))
            given = [o for o in given if o is not there]
    for other in given:
        yield (*head, masked(other.unit), upper_first(CONTENTS[other.content or GENERAL]), *_answer(other))


def _answer(given: Opinion | None) -> tuple[str, ...]:
    if given is None:
        return ("", "", "", "")
    day = show_date(given.on) if given.on else ""
    stance = upper_first(words(Stance)[given.stance]) if given.stance else ""
    return stance, given.text or "", given.by or "", day


def take_opinions(desk: OpinionDesk, received: ReceivedForm, answered: Mapping[str, str]) -> TableTaking:
    """Take the answers of a table that came back as ``ocop meeting reply`` would; ``answered`` maps cells to what was meant.

    Raises ``OcopError`` (misuse) for a table of another meeting and for a file without one.
    """
    if received.stamp and received.stamp[:2] != desk.stamp[:2]:
        raise OcopError(
            f"Bảng trong tệp không phải của cuộc họp {desk.id}; chưa ghi gì.",
            f"Dùng bảng lập bằng `ocop meeting sheet {desk.id}`.",
            exit_code=MISUSE,
        )
    refuse_opinion_sheet(received)
    taker = _Taker(desk, answered)
    rows = tuple(taker.take(row) for row in rows_of(received.grids, _HEADINGS, _NEEDED))
    changes = [note_opinions(desk.files[id_], desk.id, given) for id_, given in taker.given.items()]
    return TableTaking(rows, tuple(changes))


class _Unusable(Exception):  # noqa: N818 - what became of a cell, no error of the program
    def __init__(self, key: str, why: str, options: Mapping[str, str] | None = None) -> None:
        self.key, self.why, self.options = key, why, options or {}


@dataclass
class _Taker:
    """Takes row after row: what an earlier row said counts for a later one."""

    desk: OpinionDesk
    answered: Mapping[str, str]
    given: dict[str, list[OpinionGiven]] = field(default_factory=dict)

    def take(self, row: FoundRow) -> CellTaken:
        place, said = row.place_of("stance"), "; ".join(filter(None, map(row.text, _SAID)))
        name = ", ".join(filter(None, map(row.text, ("dossier", "unit", "content"))))
        same = CellTaken(place, name, Outcome.SAME)
        if self._says_nothing(row):
            return same
        try:
            file, given = self._read(row)
            there = opinion_there(given, self.desk.id, self._opinions(file))
            if there and self._repeats(row, given, there):
                return same._replace(read=said, before=said)
            try:
                check_opinion(given, self.desk.id, _with(file, self._opinions(file)))
            except OcopError as error:
                raise _Unusable("text" if there is None else "stance", error.message) from error
        except _Unusable as found:
            outcome = Outcome.ASKED if found.options else Outcome.REFUSED
            return CellTaken(row.place_of(found.key), name, outcome, said, "", found.why, found.options)
        self.given.setdefault(file.id, []).append(given)
        other = "" if given.unit == row.text("unit") else f"ghi cho {given.unit}"
        return CellTaken(place, name, Outcome.TAKEN, said, why=other)

    def _says_nothing(self, row: FoundRow) -> bool:
        left = any(self.answered.get(row.place_of(key)) == Answered.KEEP for key in ("stance", "unit"))
        stance = "" if fold(self._text(row, "stance")) == fold(NO_ANSWER) else self._text(row, "stance")
        return left or not (stance or any(map(row.text, _SAID[1:])))

    def _text(self, row: FoundRow, key: str) -> str:
        return self.answered.get(row.place_of(key), row.text(key))

    def _read(self, row: FoundRow) -> tuple[DossierFile, OpinionGiven]:
        """Return the opinion of a row with its dossier. Raises ``_Unusable`` for the cell that cannot be read."""
        for key in (*_NEEDED, *_SAID):
            if key in row.cells and row.cells[key].trouble:
                raise _Unusable(key, f"ô “{_HEADINGS[key]}” báo lỗi {row.cells[key].trouble}")
        file, unit, content = self._file(row), self._unit(row), self._content(row)
        stance = meant(self._text(row, "stance"), words(Stance))
        if stance is None:
            typed = row.text("stance")
            why = f"“{typed}” không nói rõ ý kiến nào" if typed else "có lời nhưng chưa ghi ý kiến"
            raise _Unusable("stance", why, {code: f"ghi: {text}" for code, text in words(Stance).items()})
        for key in ("text", "by"):
            if why := row.text(key) and wrong_text(row.text(key), Opinion, key):
                raise _Unusable(key, why)
        try:
            day = opinion_day(row.text("on"), self.desk.meeting, self.desk.today)
        except OcopError as error:
            raise _Unusable("on", error.message.removeprefix("--on ")) from error
        text, by = row.text("text") or None, row.text("by") or None
        return file, OpinionGiven(unit, content_of(content), stance, day, text, by)

    def _file(self, row: FoundRow) -> DossierFile:
        typed = row.text("dossier")
        named = [
            f
            for f in self.desk.files.values()
            if typed == f.id or fold(typed) == fold(f.dossier.product.name)
        ]
        if len(named) != 1:
            raise _Unusable("dossier", f"hồ sơ “{typed}” không đưa ra cuộc họp này")
        return named[0]

    def _unit(self, row: FoundRow) -> str:
        typed = self._text(row, "unit")
        found = units_meant(typed, self.desk.units) or [u for u in self.desk.units if masked(u) == typed]
        if len(found) > 1:
            raise _Unusable("unit", f"“{typed}” có thể là nhiều đơn vị", {name: name for name in found})
        if not found:
            raise _Unusable("unit", f"“{typed}” không được mời họp" if typed else "chưa ghi đơn vị nào")
        return found[0]

    def _content(self, row: FoundRow) -> str:
        typed = row.text("content")
        if content := meant(typed, CONTENTS):
            return content
        raise _Unusable("content", f"không có nội dung “{typed}”" if typed else "chưa ghi nội dung nào")

    def _opinions(self, file: DossierFile) -> Sequence[Opinion]:
        mine = (opinion_record(given, self.desk.id) for given in self.given.get(file.id, ()))
        return (*file.dossier.opinions, *map(Opinion.model_validate, mine))

    @staticmethod
    def _repeats(row: FoundRow, given: OpinionGiven, there: Opinion) -> bool:
        """Say whether whatever a row says is what is there already."""
        pairs = {"text": (given.text, there.text), "by": (given.by, there.by), "on": (given.on, there.on)}
        same = all(_plain(one) == _plain(other) for key, (one, other) in pairs.items() if row.text(key))
        return same and given.stance == there.stance


def _plain(value: object) -> str:
    return " ".join(str(value or "").split())


def _with(file: DossierFile, opinions: Sequence[Opinion]) -> DossierFile:
    return file._replace(dossier=file.dossier.model_copy(update={"opinions": tuple(opinions)}))
