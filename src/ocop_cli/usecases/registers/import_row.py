"""One row of a register: a recognised product becomes a dossier, a known one is held against its own."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.adopt import law_of_recognition, plan_adoption, window_words, without_needless_end
from ocop_cli.usecases.facts.known_producer import find_record
from ocop_cli.usecases.registers.imported import ImportedRow, Register, RowLine, RowOutcome, about_cell
from ocop_cli.usecases.registers.register_headings import STANDING, WITHDRAWN
from ocop_cli.usecases.registers.row_facts import (
    FilledCells,
    kept_words,
    note_of,
    noted,
    row_facts,
    unread_words,
)
from ocop_cli.usecases.registers.sheet_result import other_result, recorded, row_result
from ocop_cli.viet.text import fold
from ocop_cli.workflow.outcome import RankingOutcome

_NEEDED = {"on": "ngày quyết định", "number": "số quyết định", "star": "hạng sao"}
"""What a result must say before a product is recorded as recognised."""


def new_row(
    register: Register,
    names: tuple[str, str],
    filled: FilledCells,
    bad: list[RowLine],
    taken: set[str],
) -> ImportedRow:
    """Make a recognised product a dossier, with the facts of its row; one whose result the row does not tell is asked about.

    ``names`` are those of product and producer; ``taken`` holds the ids that are given away, and gets that of the dossier.
    """
    place, (name, producer) = filled[0][1].place, names
    said_result = row_result(filled)
    result, told = said_result.values, (*said_result.lines, *said_result.unread)
    if why := _why_not_recognised(result, filled):
        return ImportedRow(place, name, RowOutcome.ASKED, (*bad, *told, RowLine(why)))
    law = law_of_recognition(register.rulebook, result["on"])
    note = note_of(kept_words(register.law, filled))
    outcome = without_needless_end(RankingOutcome(**result, note=note), law)
    record = find_record(register.sources, producer, {})
    said = {"name": name, "producer": producer, "record": record.id if record else None}
    found = plan_adoption(register.sources, said, outcome, law, taken, register.today)
    taken.add(found.file.id)
    facts = row_facts(register, found.file, filled)
    changes = {change.path: change for change in found.changes}
    changes |= {change.path: change for change in facts.changes}
    written, _ = noted(found.file, tuple(changes.values()), unread_words(facts.unread))
    window = window_words(found.expiry, register.law, register.today)
    verdict = RowOutcome.REFUSED if found.refusals else RowOutcome.NEW
    kept = () if found.refusals else written
    refusals = (RowLine(f.message) for f in found.refusals)
    lines = (*told, *facts.lines, RowLine(window), *bad, *facts.unclear, *refusals)
    return ImportedRow(place, name, verdict, lines, kept)


def _why_not_recognised(result: Mapping[str, Any], filled: FilledCells) -> str:
    """Say why a row does not make its product a recognised one; empty where it does."""
    if lacks := [words for path, words in _NEEDED.items() if path not in result]:
        return (
            f"thiếu {', '.join(lacks)} nên chưa ghi là đã công nhận; chưa công nhận thì dùng `ocop register`"
        )
    if any(c.path == STANDING and fold(cell.text) == fold(WITHDRAWN) for c, cell in filled):
        return f"kết quả {WITHDRAWN} nên chưa ghi là đã công nhận: `ocop adopt`, rồi `ocop result --revoked`"
    return ""


def known_row(
    register: Register, file: DossierFile, filled: FilledCells, place: str, bad: list[RowLine]
) -> ImportedRow:
    """Hold a row against the dossier that is there: facts are taken, another result is asked about.

    What no field takes is kept in the note of its result, and told with its cell while it is not there.
    """
    facts = row_facts(register, file, filled)
    result = row_result(filled)
    other = other_result(recorded(file.dossier, register.law), result)
    unclear = (*bad, *facts.unclear, *result.unread, *other)
    words = [*kept_words(register.law, filled), *unread_words(facts.unread)]
    changes, is_kept = noted(file, facts.changes, words)
    where = (
        "giữ trong ghi chú của kết quả" if is_kept else "hồ sơ chưa có kết quả để ghi chú, còn trong tệp sổ"
    )
    strange = [
        about_cell(column, cell, f"“{cell.text}” chưa có mục để ghi, {where}")
        for column, cell in filled
        if not column.path and (changes != facts.changes or not is_kept)
    ]
    verdict = RowOutcome.ASKED if unclear else RowOutcome.CHANGED if changes else RowOutcome.SAME
    return ImportedRow(place, file.dossier.product.name, verdict, (*facts.lines, *unclear, *strange), changes)
