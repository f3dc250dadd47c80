"""Rows with opinions that came back, in a table or on a sheet: each is taken as ``ocop meeting reply`` would take it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.opinions import OpinionGiven, opinion_record
from ocop_cli.intake.stamp import Stamp
from ocop_cli.intake.table_sheet import FoundRow
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.units import units_meant
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.usecases.council.opinion import (
    CONTENTS,
    check_opinion,
    content_of,
    note_opinions,
    opinion_day,
    opinion_there,
    past_opinions,
)
from ocop_cli.usecases.council.table_taking import CellTaken, wrong_text
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.usecases.forms.take_form import Answered
from ocop_cli.viet.choices import meant
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import fold, lower_first, shortened

OPINION_TABLE = "bang-y-kien"
"""What the table of a meeting calls itself in its stamp."""
NO_ANSWER = "chưa trả lời"
HEADINGS = {
    "number": "TT",
    "dossier": "Mã hồ sơ",
    "product": "Sản phẩm",
    "unit": "Đơn vị",
    "content": "Nội dung",
    "stance": "Ý kiến",
    "text": "Lời ý kiến",
    "by": "Người cho ý kiến (họ tên, chức vụ)",
    "on": "Ngày",
}
"""What a row may hold, by the headings of the table."""
NEEDED = ("dossier", "unit", "content", "stance")
SAID = ("stance", "text", "by", "on")
"""What the person who gives an opinion writes."""
REPLACE, CLOSING = "thay", "lời cuối phiếu"
"""What a person answers: the opinion takes the place of the one before; the words under the table are its reason."""
_LONGEST = 60  # letters of the words under the table in a question


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


class SheetWay(NamedTuple):
    """How the rows of a sheet differ from those of a table: words without a tick are kept as words.

    An opinion may take the place of an earlier one, where a person says so or it ``replaces``. ``closing`` are the words
    under the table, which may be the reason of the rows at the places ``offered``.
    """

    replaces: bool
    closing: str = ""
    offered: frozenset[str] = frozenset()


class _Unusable(Exception):  # noqa: N818 - what became of a cell, no error of the program
    def __init__(
        self, key: str, why: str, options: Mapping[str, str] | None = None, before: str = ""
    ) -> None:
        self.key, self.why, self.options, self.before = key, why, options or {}, before


@dataclass
class OpinionTaker:
    """Takes row after row: what an earlier row said counts for a later one. ``sheet`` is ``None`` for a table."""

    desk: OpinionDesk
    answered: Mapping[str, str]
    sheet: SheetWay | None = None
    given: dict[str, list[OpinionGiven]] = field(default_factory=dict)
    replaced: dict[str, dict[int, OpinionGiven]] = field(default_factory=dict)

    def take(self, row: FoundRow) -> CellTaken:
        """Return what becomes of a row; one that is taken is noted for ``changes``."""
        place, said = row.place_of("stance"), "; ".join(filter(None, map(row.text, SAID)))
        name = ", ".join(filter(None, map(row.text, ("dossier", "unit", "content"))))
        if self._says_nothing(row):
            return CellTaken(place, name, Outcome.SAME)
        try:
            file, given = self._read(row)
            there = opinion_there(given, self.desk.id, self._opinions(file))
            if there and self._repeats(row, given, there):
                return CellTaken(place, name, Outcome.SAME, said, said)
            before = _said_before(there) if self._note(row, file, given, there) else ""
        except _Unusable as found:
            outcome = Outcome.ASKED if found.options else Outcome.REFUSED
            return CellTaken(
                row.place_of(found.key), name, outcome, said, found.before, found.why, found.options
            )
        return CellTaken(place, name, Outcome.TAKEN, said, before, self._told(row, given, before))

    def changes(self) -> Iterator[Change]:
        """Yield the changes that write what was taken, one for each dossier."""
        for id_, file in self.desk.files.items():
            given, replaced = self.given.get(id_, []), self.replaced.get(id_, {})
            if given or replaced:
                yield note_opinions(file, self.desk.id, given, replaced)

    def _note(self, row: FoundRow, file: DossierFile, given: OpinionGiven, there: Opinion | None) -> bool:
        """Note what a row says, and say whether it takes the place of what is there.

        Raises ``_Unusable`` where it may not be noted.
        """
        kept = file.dossier.opinions
        number = next((n for n, opinion in enumerate(kept) if opinion is there), None)
        self._refuse_past(file)
        takes_place = self.sheet is not None and number is not None
        if takes_place and there:
            self._ask_to_replace(row, there)
        rest = tuple(o for o in self._opinions(file) if not (takes_place and o is there))
        self._offer_words(row, given)
        try:
            check_opinion(given, self.desk.id, _with(file, rest))
        except OcopError as error:
            raise _Unusable("text" if there is None or takes_place else "stance", error.message) from error
        if takes_place and number is not None:
            self.replaced.setdefault(file.id, {})[number] = given
        else:
            self.given.setdefault(file.id, []).append(given)
        return takes_place

    def _refuse_past(self, file: DossierFile) -> None:
        for why in past_opinions([file]):
            raise _Unusable("stance", lower_first(why))

    def _ask_to_replace(self, row: FoundRow, there: Opinion) -> None:
        """Raise ``_Unusable`` where nobody said that the earlier opinion gives way, or where it was answered."""
        before = _said_before(there)
        if there.response:
            why = "ý kiến đã ghi đã có tiếp thu, giải trình; đổi thì sửa trong hồ sơ, phần Ý kiến"
            raise _Unusable("stance", why, before=before)
        if not (self.sheet and (self.sheet.replaces or self.answered.get(row.place_of("stance")) == REPLACE)):
            why = "đơn vị đã có ý kiến khác về nội dung này; thay thì thêm --replace"
            raise _Unusable("stance", why, {REPLACE: "thay bằng ý kiến trong phiếu này"}, before)

    def _offer_words(self, row: FoundRow, given: OpinionGiven) -> None:
        if self.sheet and not given.text and row.place_of("text") in self.sheet.offered:
            why = f"chưa ghi lời ở dòng này; cuối phiếu ghi “{shortened(self.sheet.closing, _LONGEST)}”"
            raise _Unusable("text", why, {CLOSING: "lời cuối phiếu là của nội dung này"})

    def _told(self, row: FoundRow, given: OpinionGiven, before: str) -> str:
        notes = (
            "" if given.unit == row.text("unit") else f"ghi cho {given.unit}",
            "" if given.stance else "có lời, không đánh dấu ô nào: ghi lời, chưa ghi nhất trí hay không",
            "thay ý kiến đã ghi" if before else "",
        )
        return "; ".join(filter(None, notes))

    def _says_nothing(self, row: FoundRow) -> bool:
        left = any(self.answered.get(row.place_of(key)) == Answered.KEEP for key in (*NEEDED, "text", "on"))
        stance = "" if fold(self._text(row, "stance")) == fold(NO_ANSWER) else self._text(row, "stance")
        said = SAID[1:] if self.sheet is None else ("text",)  # who and when stand on a sheet for all rows
        return left or not (stance or any(map(row.text, said)))

    def _text(self, row: FoundRow, key: str) -> str:
        answer = self.answered.get(row.place_of(key), row.text(key))
        return row.text(key) if answer == REPLACE else answer

    def _read(self, row: FoundRow) -> tuple[DossierFile, OpinionGiven]:
        """Return the opinion of a row with its dossier. Raises ``_Unusable`` for the cell that cannot be read."""
        for key in (*NEEDED, *SAID):
            if key in row.cells and row.cells[key].trouble:
                raise _Unusable(key, f"ô “{HEADINGS[key]}” {row.cells[key].trouble}")
        file, unit, content = self._file(row), self._unit(row), self._content(row)
        stance = self._stance(row)
        said = {key: self._words(row, key) for key in ("text", "by")}
        for key, words_said in said.items():
            if why := words_said and wrong_text(words_said, Opinion, key):
                raise _Unusable(key, why)
        return file, OpinionGiven(
            unit, content_of(content), stance, self._day(row), said["text"] or None, said["by"] or None
        )

    def _words(self, row: FoundRow, key: str) -> str:
        """Return the words of a cell, or those under the table where a person says that they are its own."""
        is_closing = key == "text" and self.answered.get(row.place_of(key)) == CLOSING
        return self.sheet.closing if self.sheet and is_closing else row.text(key)

    def _stance(self, row: FoundRow) -> str | None:
        stance = meant(self._text(row, "stance"), words(Stance))
        typed = row.text("stance")
        if stance is None and (typed or self.sheet is None):
            why = f"“{typed}” không nói rõ ý kiến nào" if typed else "có lời nhưng chưa ghi ý kiến"
            raise _Unusable("stance", why, {code: f"ghi: {text}" for code, text in words(Stance).items()})
        return stance

    def _day(self, row: FoundRow) -> date:
        meeting, today = self.desk.meeting, self.desk.today
        try:
            return opinion_day(self._text(row, "on"), meeting, today)
        except OcopError as error:
            usual = show_date(min(meeting.on, today))
            options = {usual: f"ghi ngày {usual}"} if self.sheet else None
            raise _Unusable("on", error.message.removeprefix("--on "), options) from error

    def _file(self, row: FoundRow) -> DossierFile:
        typed = self._text(row, "dossier")
        named = [
            f
            for f in self.desk.files.values()
            if typed == f.id or fold(typed) == fold(f.dossier.product.name)
        ]
        if not typed and self.sheet:
            options = {file.id: file.dossier.product.name for file in self.desk.files.values()}
            raise _Unusable("dossier", "không rõ của hồ sơ nào", options)
        if len(named) != 1:
            raise _Unusable("dossier", f"hồ sơ “{typed}” không đưa ra cuộc họp này")
        return named[0]

    def _unit(self, row: FoundRow) -> str:
        typed, units = self._text(row, "unit"), self.desk.units
        found = units_meant(typed, units) or [u for u in units if masked(u) == typed]
        if len(found) > 1:
            raise _Unusable("unit", f"“{typed}” có thể là nhiều đơn vị", {name: name for name in found})
        if not found:
            options = {name: name for name in units} if self.sheet and not typed else None
            why = f"“{typed}” không được mời họp" if typed else "chưa ghi đơn vị nào"
            raise _Unusable("unit", why, options)
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


def _said_before(there: Opinion | None) -> str:
    if there is None:
        return ""
    stance = words(Stance)[there.stance] if there.stance else "chưa ghi thái độ"
    return "; ".join(filter(None, (stance, there.text)))


def _plain(value: object) -> str:
    return " ".join(str(value or "").split())


def _with(file: DossierFile, opinions: Sequence[Opinion]) -> DossierFile:
    return file._replace(dossier=file.dossier.model_copy(update={"opinions": tuple(opinions)}))
