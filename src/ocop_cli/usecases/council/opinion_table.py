"""The opinions of a meeting as one table, unit by content of every dossier: handed out, and read when it comes back."""

from collections.abc import Iterator, Mapping

from ocop_cli.documents.opinion_sheet import asked_contents
from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.errors import not_taken
from ocop_cli.intake.table_sheet import SheetColumn, TableSheet
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.usecases.council.opinion import CONTENTS, GENERAL, content_of
from ocop_cli.usecases.council.opinion_rows import HEADINGS, NEEDED, NO_ANSWER, OpinionDesk, OpinionTaker
from ocop_cli.usecases.council.table_taking import TableTaking, rows_of
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import upper_first

_COLUMNS = {
    "number": SheetColumn(HEADINGS["number"], 5),
    "dossier": SheetColumn(HEADINGS["dossier"], 11),
    "product": SheetColumn(HEADINGS["product"], 16),
    "unit": SheetColumn(HEADINGS["unit"], 18),
    "content": SheetColumn(HEADINGS["content"], 21),
    "stance": SheetColumn(
        HEADINGS["stance"],
        13,
        is_answer=True,
        options=(*map(upper_first, words(Stance).values()), upper_first(NO_ANSWER)),
    ),
    "text": SheetColumn(HEADINGS["text"], 30, is_answer=True),
    "by": SheetColumn(HEADINGS["by"], 18, is_answer=True),
    "on": SheetColumn(HEADINGS["on"], 11, is_answer=True),
}
_NOTES = (
    "Mỗi dòng là ý kiến của một đơn vị về một nội dung. Đơn vị chưa trả lời thì để trống: ô trống không phải là nhất trí. "
    "Không nhất trí hoặc đề nghị chỉnh sửa thì ghi lời ý kiến.",
)


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
        hint = f"Dùng bảng lập bằng `ocop meeting sheet {desk.id}`."
        raise not_taken(f"Bảng trong tệp không phải của cuộc họp {desk.id}", hint)
    taker = OpinionTaker(desk, answered)
    rows = tuple(taker.take(row) for row in rows_of(received.grids, HEADINGS, NEEDED))
    return TableTaking(rows, tuple(taker.changes()))
