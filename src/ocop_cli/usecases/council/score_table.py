"""The sheets of a council as one table, scorer by criterion for every dossier: handed out, and read when it comes back."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.errors import OcopError, not_taken
from ocop_cli.evaluation.option_answer import read_level
from ocop_cli.evaluation.ranking import Ranked, ranking_table
from ocop_cli.evaluation.sheets import Answer, SheetKey, abstaining, filled
from ocop_cli.intake.grid import Cell, Grid
from ocop_cli.intake.stamp import Stamp
from ocop_cli.intake.table_sheet import SheetColumn, TableSheet, sheet_names
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.council.score import sheets_change
from ocop_cli.usecases.council.table_taking import CellTaken, TableTaking, wrong_text
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.viet.numbers import show_rounded
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import fold

SCORE_TABLE = "bang-cham"
"""What the workbook calls itself in its stamp."""
_CODE, _NAME, _MOST = "Mã", "Tiêu chí", "Tối đa"
_ABSTAINS = "Không chấm"
_UNNAMED = "(họ tên {})"
_LEAST_COLUMNS = 3
_OF = re.compile(r"ho so: (\S+) · quyet dinh: (\S+) · vong: (\d)")
_POINTS = re.compile(r"\s*\([\d,]+ điểm\)$")
_NOTE = (
    "Mỗi thành viên một cột: ghi họ tên ở đầu cột, chọn mức của từng tiêu chí. Không chấm sản phẩm thì chọn ở dòng “Không chấm”, "
    "không phải là 0 điểm. Ô trống là chưa chấm."
)


class Judged(NamedTuple):
    """A dossier before the council with its law."""

    file: DossierFile
    law: Ruleset


def score_tables(
    judged: Sequence[Judged], number: int, names: Sequence[str], products: Sequence[Ranked]
) -> list[TableSheet]:
    """Return a sheet for each dossier with what was scored already, and the ranking as it stands.

    ``names`` are the members that get a column, besides those who have scored.
    """
    titles = [*(masked(each.file.dossier.product.name) for each in judged), "Xếp hạng"]
    scorers = _scorers(judged, names)
    *own, last = sheet_names(titles)
    sheets = [_sheet(each, number, scorers, name) for each, name in zip(judged, own, strict=True)]
    return [*sheets, _ranking(products, last)]


def score_stamp() -> Stamp:
    """Return what the workbook says of itself; each sheet says its dossier, decision and round."""
    return Stamp(SCORE_TABLE)


def _scorers(judged: Sequence[Judged], names: Sequence[str]) -> list[str]:
    """Return the members of the council, each once, and columns for those whose name is still to be written."""
    known = (
        sheet.by for each in judged for sheet in each.file.dossier.scores
        if sheet.scorer is Scorer.COUNCIL and sheet.by
    )  # fmt: skip
    found: dict[str, str] = {}
    for name in (*names, *known):
        found.setdefault(fold(name), name)
    listed = [*found.values()]
    return [*listed, *(_UNNAMED.format(n + 1) for n in range(len(listed), max(_LEAST_COLUMNS, len(listed))))]


def _sheet(each: Judged, number: int, scorers: Sequence[str], name: str) -> TableSheet:
    criteria, decision = each.law.product_set.criteria, each.law.decision
    sheets = [_key(each.file, by, number).sheet_in(each.file.dossier, decision.id) for by in scorers]
    rows = [("", _ABSTAINS, "", *(_ABSTAINS if sheet.abstains else "" for sheet in sheets))]
    for criterion in criteria:
        chosen = (_chosen(criterion, sheet) for sheet in sheets)
        rows.append((criterion.code, criterion.name, show_rounded(criterion.max), *chosen))
    columns = (
        SheetColumn(_CODE, 6), SheetColumn(_NAME, 30), SheetColumn(_MOST, 7),
        *(SheetColumn(by, max(16, 84 // len(scorers)), is_answer=True) for by in scorers),
    )  # fmt: skip
    picked = {
        (row, 3 + column): (_ABSTAINS,) if row == 0 else tuple(map(_level, criteria[row - 1].levels))
        for row in range(len(rows))
        for column in range(len(scorers))
    }
    of = f"Hồ sơ: {each.file.id} · Quyết định: {decision.id} · Vòng: {number}"
    title = f"Phiếu chấm: {each.file.dossier.product.name} ({each.file.dossier.producer.name})"
    return TableSheet(name, masked(title), (of, _NOTE), columns, tuple(rows), picked)


def _ranking(products: Sequence[Ranked], name: str) -> TableSheet:
    table = ranking_table(products, "Xếp hạng theo các phiếu đã ghi khi lập tệp này")
    widths = (14, 26, 10, 9, 9, 10, 14, 46)
    columns = tuple(SheetColumn(c.heading, width) for c, width in zip(table.columns, widths, strict=True))
    rows = tuple(tuple(map(masked, row)) for row in table.rows)
    return TableSheet(name, table.title, table.notes, columns, rows)


def _key(file: DossierFile, by: str, number: int) -> SheetKey:
    """Return whose sheet it is, under the name that the dossier has for the person."""
    known = {fold(s.by): s.by for s in file.dossier.scores if s.by and s.scorer is Scorer.COUNCIL}
    return SheetKey(Scorer.COUNCIL, known.get(fold(by), by), number)


def _level(option: Option) -> str:
    return f"{option.named} ({show_rounded(option.points)} điểm)"


def _chosen(criterion: Criterion, sheet: ScoreSheet) -> str:
    choice = sheet.choice(criterion.id)
    option = criterion.option(choice.option) if choice else None
    return _level(option) if option else ""


def take_scores(judged: Mapping[str, Judged], grids: Sequence[Grid], today: date) -> TableTaking:
    """Take the levels of a workbook that came back; of a scorer or a criterion that stands twice none is taken.

    Raises ``OcopError`` (misuse) for a workbook without such a table.
    """
    if all(_head(grid) is None for grid in grids):
        hint = f"Giữ dòng đầu bảng có các cột “{_CODE}”, “{_NAME}”."
        raise not_taken("Trong tệp không thấy bảng chấm", hint)
    rows: list[CellTaken] = []
    changed: dict[str, list[tuple[ScoreSheet, ScoreSheet]]] = {}
    for grid in grids:
        if (head := _head(grid)) is None:
            continue
        place = grid.rows[head][0].place
        said = next((m for row in grid.rows[:head] for c in row if (m := _OF.search(fold(c.text)))), None)
        problem = _not_usable(judged, said)
        if said is None or problem:
            rows.append(CellTaken(place, grid.name, Outcome.REFUSED, why=problem))
            continue
        taker = _Taker(judged[said[1]], int(said[3]), grid, head)
        pairs = [pair for column in taker.columns if (pair := taker.take(column))]
        rows += taker.rows
        changed.setdefault(said[1], []).extend(pairs)
    changes = [sheets_change(judged[id_].file, pairs, today) for id_, pairs in changed.items() if pairs]
    return TableTaking(tuple(rows), tuple(changes))


def dossiers_in(grids: Sequence[Grid]) -> Iterator[str]:
    """Yield the ids of the dossiers that the sheets of a workbook name."""
    for grid in grids:
        for row in grid.rows:
            yield from (found[1] for cell in row if (found := _OF.search(fold(cell.text))))


def _not_usable(judged: Mapping[str, Judged], said: re.Match[str] | None) -> str:
    if said is None:
        return "trang không nói của hồ sơ, quyết định, vòng nào; giữ dòng đó như khi lập"
    if said[1] not in judged:
        return f"không có hồ sơ {said[1]}"
    own = judged[said[1]].law.decision.id
    return "" if own == said[2] else f"trang lập theo quyết định {said[2]}, hồ sơ chấm theo {own}"


def _head(grid: Grid) -> int | None:
    wanted = {fold(_CODE), fold(_NAME)}
    return next((n for n, row in enumerate(grid.rows) if wanted <= {fold(c.text) for c in row}), None)


@dataclass
class _Taker:
    """Takes the columns of one sheet."""

    judged: Judged
    number: int
    grid: Grid
    head: int
    rows: list[CellTaken] = field(default_factory=list)

    def __post_init__(self) -> None:
        fixed = {fold(_CODE), fold(_NAME), fold(_MOST)}
        self.columns = [c for c in self.grid.rows[self.head] if fold(c.text) not in fixed]
        self.named = Counter(fold(c.text) for c in self.columns if c.text.strip())
        self.lines = [(self._criterion(row), row) for row in self.grid.rows[self.head + 1 :]]
        self.times = Counter(c.id for c, _ in self.lines if isinstance(c, Criterion))

    def take(self, column: Cell) -> tuple[ScoreSheet, ScoreSheet] | None:
        """Take one scorer's column; return the sheet before and after where something in it was taken."""
        said = [
            (about, cell)
            for about, row in self.lines
            if (cell := _at(row, column.column)) and cell.text.strip()
        ]
        if not said:
            return None
        name = column.text.strip()
        abstained = [cell for about, cell in said if about == _ABSTAINS]
        if why := self._unusable(name, is_mixed=bool(abstained) and len(said) > len(abstained)):
            self.rows += [self._told(cell, name, about, Outcome.REFUSED, why=why) for about, cell in said]
            return None
        key = _key(self.judged.file, name, self.number)
        before = key.sheet_in(self.judged.file.dossier, self.judged.law.decision.id)
        if abstained:
            return self._abstention(before, abstained[0], name)
        answers = {}
        for about, cell in said:
            option = self._read(before, about, cell, name)
            if option and isinstance(about, Criterion):
                answers[about.id] = Answer(option.id)
        return (before, filled(before, answers)) if answers else None

    def _unusable(self, name: str, *, is_mixed: bool) -> str:
        if not name or re.fullmatch(r"\(ho ten \d+\)", fold(name)):
            return "chưa ghi họ tên người chấm ở đầu cột"
        if self.named[fold(name)] > 1:
            return "người chấm này có hai cột; giữ một"
        if why := wrong_text(name, ScoreSheet, "by"):
            return why
        return "cột vừa ghi không chấm vừa có mức; giữ một" if is_mixed else ""

    def _abstention(self, before: ScoreSheet, cell: Cell, name: str) -> tuple[ScoreSheet, ScoreSheet] | None:
        if fold(cell.text) not in {fold(_ABSTAINS), "x"}:
            why = f"dòng này chỉ ghi “{_ABSTAINS}” hoặc để trống"
            self.rows.append(self._told(cell, name, _ABSTAINS, Outcome.REFUSED, why=why))
            return None
        try:
            after = abstaining(before)
        except OcopError as error:
            self.rows.append(self._told(cell, name, _ABSTAINS, Outcome.REFUSED, why=error.message))
            return None
        outcome = Outcome.SAME if after == before else Outcome.TAKEN
        self.rows.append(self._told(cell, name, _ABSTAINS, outcome))
        return None if after == before else (before, after)

    def _read(self, before: ScoreSheet, about: Criterion | str, cell: Cell, name: str) -> Option | None:
        """Return the level that a cell chooses anew, and tell what became of the cell."""
        held = _chosen(about, before) if isinstance(about, Criterion) else ""
        option, why = self._level(about, cell)
        if option is None:
            self.rows.append(self._told(cell, name, about, Outcome.REFUSED, held, why))
            return None
        assert isinstance(about, Criterion), "only a criterion has levels"
        is_same = held == _level(option)
        self.rows.append(self._told(cell, name, about, Outcome.SAME if is_same else Outcome.TAKEN, held))
        return None if is_same else option

    def _level(self, about: Criterion | str, cell: Cell) -> tuple[Option | None, str]:
        if cell.trouble:
            return None, f"ô {cell.trouble}"
        if not isinstance(about, Criterion):
            return None, f"bộ sản phẩm không có tiêu chí “{about}”"
        if self.times[about.id] > 1:
            return None, "tiêu chí có hai dòng; giữ một"
        found = next((o for o in about.levels if fold(_level(o)) == fold(cell.text)), None)
        try:
            return found or read_level(about, _POINTS.sub("", cell.text.strip()).strip("“”")), ""
        except OcopError as error:
            return None, f"{error.message} {error.hint}"

    def _criterion(self, row: Sequence[Cell]) -> Criterion | str:
        """Return the criterion of a row by its number and name; what is written there where the set has none."""
        heads = {fold(c.text): c.column for c in self.grid.rows[self.head]}
        code, name = ((_at(row, heads[fold(key)]) or Cell("", "")).text.strip() for key in (_CODE, _NAME))
        criteria = self.judged.law.product_set.criteria
        if fold(name) == fold(_ABSTAINS):
            return _ABSTAINS
        named = [c for c in criteria if fold(c.name) == fold(name)]
        return next(
            (c for c in named or criteria if c.code == code), named[0] if len(named) == 1 else name or code
        )

    def _told(
        self, cell: Cell, by: str, about: Criterion | str, outcome: Outcome, before: str = "", why: str = ""
    ) -> CellTaken:
        words = f"{about.code} {about.name}" if isinstance(about, Criterion) else about
        return CellTaken(
            cell.place, f"{self.judged.file.id}, {by or '?'}, {words}", outcome, cell.text, before, why
        )


def _at(row: Sequence[Cell], column: int) -> Cell | None:
    return next((cell for cell in row if cell.column == column), None)
