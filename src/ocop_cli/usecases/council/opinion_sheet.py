"""The opinion sheet of a unit that came back in Word: of which meeting it is, and what becomes of each row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ocop_cli.documents.opinion_sheet import GENERAL_WORDS
from ocop_cli.dossier.vocabulary import Stance, word
from ocop_cli.errors import not_taken
from ocop_cli.intake.grid import Cell
from ocop_cli.intake.labels import plain
from ocop_cli.intake.opinion_sheet import OpinionSheet, SheetRow, read_opinion_sheet
from ocop_cli.intake.read_word import read_word
from ocop_cli.intake.table_sheet import FoundRow
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.papers.forms import template_path
from ocop_cli.store.programme.meetings import MeetingFile, gather_meetings, has_meeting
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.council.opinion import CONTENTS, GENERAL
from ocop_cli.usecases.council.opinion_rows import OpinionDesk, OpinionTaker, SheetWay
from ocop_cli.usecases.council.table_taking import CellTaken, TableTaking
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.viet.choices import meant
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import fold, upper_first

FORM = "opinion-sheet"
_CODE = re.compile(r",\s*mã\s+([a-z0-9-]+)\s*$", re.IGNORECASE)
_FILLED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_SUBJECT = "ve cac noi dung danh gia .*"
_SURE = 0.92  # how alike a label and the words of a content are: one is the other retyped
_DISSENTS = {word(Stance.AMEND), word(Stance.DISAGREE)}
_ELSEWHERE = "viết ngoài các ô của phiếu; đọc trong tệp, ghi bằng `ocop meeting reply` nếu là ý kiến"


def opinion_sheet_in(root: Path, received: ReceivedForm) -> OpinionSheet | None:
    """Return the opinion sheet that a file is; ``None`` for every other file."""
    if received.medium != "word" or received.stamp:
        return None
    return read_opinion_sheet(received.grids, received.loose, _own_lines(root))


def _own_lines(root: Path) -> list[str]:
    """Return patterns, plain, of the lines that the template prints by itself: they are nobody's opinion."""
    grids, _, loose = read_word(template_path(root, FORM).read_bytes())
    cells = (*loose, *(cell for grid in grids for row in grid.rows for cell in row))
    pieces = [list(map(plain, _FILLED.split(cell.text))) for cell in cells]
    return [_SUBJECT, *(".*".join(map(re.escape, each)) for each in pieces if any(each))]


def meeting_meant(sources: Sources, sheet: OpinionSheet, wanted: str) -> str:
    """Return the meeting of a sheet: the code that it prints, else the meeting on the day that it names.

    ``wanted`` is what a person named, or nothing. Raises ``OcopError`` (misuse) where that cannot be told.
    """
    own = sheet.outside.meeting
    if own and wanted and own != wanted:
        raise not_taken(
            f"Phiếu của cuộc họp {own}, không phải {wanted}", f"Ghi {own}, hoặc bỏ mã cuộc họp trước tên tệp."
        )
    if own and not wanted and not has_meeting(sources.root, own):
        raise not_taken(
            f"Phiếu của cuộc họp {own}, thư mục này không có",
            "Xem programme/meetings; phiếu của cuộc họp khác thì ghi mã trước tên tệp: `ocop meeting take CUỘC_HỌP TỆP`.",
        )
    return wanted or own or _by_day(sources, sheet)


def _by_day(sources: Sources, sheet: OpinionSheet) -> str:
    day = _day(sheet.outside.called)
    found = [_id(file) for file in gather_meetings(sources).rest(sources.leave_out) if file.record.on == day]
    if day is None or len(found) != 1:
        among = f": {', '.join(found)}" if found else ""
        when = f"; ngày {show_date(day)} có {len(found)} cuộc họp{among}" if day else ""
        hint = "Ghi mã trước tên tệp: `ocop meeting take CUỘC_HỌP TỆP`."
        raise not_taken(f"Phiếu không ghi mã cuộc họp{when}", hint)
    return found[0]


def _id(file: MeetingFile) -> str:
    return Path(file.source.name).stem


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def take_opinion_sheet(
    desk: OpinionDesk, sheet: OpinionSheet, answered: Mapping[str, str], *, replaces: bool
) -> TableTaking:
    """Take what a sheet says; a row on which nothing was ticked or written says nothing and is left out.

    ``answered`` maps places to what a person meant; ``replaces``: an opinion takes the place of the unit's earlier one.
    """
    rows, lacking = _with_closing(_found_rows(desk, sheet), sheet, answered)
    offered = frozenset(row.place_of("text") for row in lacking)
    taker = OpinionTaker(desk, answered, SheetWay(replaces, sheet.outside.closing.text, offered))
    taken = [taker.take(row) for row in rows if row.text("stance") or row.text("text")]
    strange = [
        CellTaken(cell.place, "(ngoài các ô)", Outcome.REFUSED, cell.text, why=_ELSEWHERE)
        for cell in sheet.outside.strange
    ]
    return TableTaking((*taken, *strange), tuple(taker.changes()))


def sheet_words(desk: OpinionDesk, sheet: OpinionSheet) -> str:
    """Return whose opinions a sheet holds, of which meeting, on which day, and who signed."""
    outside, usual = sheet.outside, show_date(min(desk.meeting.on, desk.today))
    unit = outside.unit.text or "đơn vị chưa ghi tên"
    day = f"ngày {outside.day.text}" if outside.day.text else f"phiếu không ghi ngày, lấy ngày {usual}"
    signed = f"người ký {outside.by.text}" if outside.by.text else "không ghi tên người ký"
    return f"ý kiến của {unit} tại {desk.id}; {day}; {signed}"


def _found_rows(desk: OpinionDesk, sheet: OpinionSheet) -> list[FoundRow]:
    """Return the rows as a table has them: each with its dossier, its content, who spoke and when."""
    only = next(iter(desk.files)) if len(desk.files) == 1 else ""
    product, rows, told = Cell(only, ""), [], set[str]()
    for row in sheet.rows:
        content = _content(row.label.text)
        if content is None and (found := _product(desk, row)):
            product, told = found, set()
            content = CONTENTS[GENERAL] if row.text.text and not row.stance.text else ""
        elif content in told:  # the line of the next product is gone: nobody says whose rows these are
            product, told = Cell("", ""), set()
        told.add(content or "")
        rows.append(_as_found(sheet, row, product, row.label.text if content is None else content))
    return rows


def _product(desk: OpinionDesk, row: SheetRow) -> Cell | None:
    """Return the dossier that a line with a product names; ``None`` where the line names none."""
    label = " ".join(row.label.text.split())
    code = _CODE.search(label)
    names = {file.id: masked(file.dossier.product.name) for file in desk.files.values()}
    bare = fold(label[: code.start()] if code else label)
    named = [id_ for id_, name in names.items() if bare == fold(name) or bare.startswith(f"{fold(name)} (")]
    coded = [code[1]] if code and code[1] in desk.files else []
    if coded and (not named or coded[0] in named):
        return row.label._replace(text=coded[0])
    if not code and len(named) == 1:
        return row.label._replace(text=named[0])
    return row.label._replace(text=label) if code or named or row.is_head else None


def _content(label: str) -> str | None:
    """Return the content that a label names, retyped or not, in the words of the table; ``None`` where it names none."""
    code = meant(label, CONTENTS)
    if code is None:
        known = {plain(text): key for key, text in CONTENTS.items()}
        code = next((known[near] for near in get_close_matches(plain(label), known, n=1, cutoff=_SURE)), None)
    return upper_first(CONTENTS[code]) if code else None


def _as_found(sheet: OpinionSheet, row: SheetRow, dossier: Cell, content: str) -> FoundRow:
    place, outside = row.label.place, sheet.outside
    cells = {
        "dossier": dossier if dossier.text else Cell("", f"{place} (hồ sơ)"),
        "unit": outside.unit if outside.unit.place else Cell("", "phần đầu phiếu"),
        "content": row.label._replace(text=content),
        "stance": row.stance,
        "text": row.text,
        "by": outside.by,
        "on": outside.day,
    }
    return FoundRow(place, cells)


def _with_closing(
    rows: Sequence[FoundRow], sheet: OpinionSheet, answered: Mapping[str, str]
) -> tuple[list[FoundRow], list[FoundRow]]:
    """Return the rows with the words under the table, and the rows without words of which these may be the reason.

    A sheet without a column for words asks for the reason under its table: of one opinion that needs a reason it is that.
    Where several need one, or the sheet has a column, a person says it. Else the words are about the dossier as a whole.
    """
    closing = sheet.outside.closing
    if not closing.text:
        return list(rows), []
    lacking = [row for row in rows if row.text("stance") in _DISSENTS and not row.text("text")]
    if len(lacking) == 1 and not sheet.has_words:
        return [_saying(row, closing) if row is lacking[0] else row for row in rows], []
    return (list(rows), lacking) if lacking else (list(_about_all(rows, sheet, answered)), [])


def _about_all(
    rows: Sequence[FoundRow], sheet: OpinionSheet, answered: Mapping[str, str]
) -> Iterator[FoundRow]:
    """Yield the rows with the words under the table where a dossier is spoken of as a whole: the only one, or as answered."""
    closing, ids = sheet.outside.closing, {row.text("dossier") for row in rows if row.text("dossier")}
    asked_at = f"{closing.place} (hồ sơ)"
    only = next((id_ for id_ in ids if len(ids) == 1 or id_ == answered.get(asked_at)), "")
    about_all = (row for row in rows if fold(row.text("content")) == fold(GENERAL_WORDS))
    general = next((row for row in about_all if only and row.text("dossier") == only), None)
    for row in rows:
        yield _saying(row, closing) if row is general else row
    if general is None:
        label = SheetRow(closing, Cell("", f"{closing.place} (ô chọn)"), closing, is_head=False)
        yield _as_found(sheet, label, Cell(only, asked_at), upper_first(GENERAL_WORDS))


def _saying(row: FoundRow, closing: Cell) -> FoundRow:
    words = "\n".join(filter(None, (row.text("text"), closing.text)))
    return row._replace(cells={**row.cells, "text": closing._replace(text=words)})
