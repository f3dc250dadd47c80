"""What inspections asked to be put right and nobody closed yet, and the closing of one."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.remedy import OpenRemedy
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.inspections import gather_inspections
from ocop_cli.store.reading.records import RecordFile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.ids import id_of_file


class Followed(NamedTuple):
    """An open remedy with the inspection that asked for it."""

    file: RecordFile[Inspection]
    open: OpenRemedy

    @property
    def dossier(self) -> str:
        """The product that was inspected."""
        return self.file.record.dossier

    @property
    def id(self) -> str:
        """What names the remedy in the whole folder: its inspection and its number there."""
        return f"{id_of_file(self.file.source.name)}-{self.open.number}"

    def words(self) -> str:
        """Return what is asked, and on which inspection."""
        return f"{self.open.remedy.words} (kiểm tra ngày {show_date(self.file.record.on)})"


def open_remedies(sources: Sources, today: date, dossier_id: str | None = None) -> list[Followed]:
    """Return the remedies that are open on a day, of one product or of all, the earliest asked first."""
    return sorted(_open(sources, today, dossier_id), key=lambda one: (one.file.record.on, one.id))


def _open(sources: Sources, today: date, dossier_id: str | None) -> Iterator[Followed]:
    for file in gather_inspections(sources).rest(sources.leave_out):
        seen = file.record.as_of(today)
        if seen and dossier_id in (None, seen.dossier):
            yield from (Followed(file, remedy) for remedy in seen.open_remedies)


def numbered_remedy(found: list[Followed], number: str, dossier_id: str) -> Followed:
    """Return the open remedy of a number, counted from 1 among those of a product. Raises ``OcopError`` (misuse)."""
    if number.isdecimal() and 1 <= int(number) <= len(found):
        return found[int(number) - 1]
    there = " ".join(f"{n}. {one.words()}." for n, one in enumerate(found, 1))
    which = f"số “{number}” còn mở" if number else "nào còn mở" if not found else "được nêu"
    raise OcopError(
        f"{dossier_id} không có yêu cầu khắc phục {which}.",
        f"Còn mở, nêu số: {there}" if there else f"Mọi yêu cầu đã xong. Xem: `ocop show {dossier_id}`",
        exit_code=MISUSE,
    )


def refuse_early(remedy: Followed, on: date) -> None:
    """Raise ``OcopError`` (misuse) for a day before the inspection asked for a remedy."""
    asked = remedy.file.record.on
    if on < asked:
        message = f"Ngày xong {show_date(on)} trước ngày kiểm tra {show_date(asked)}."
        raise OcopError(message, "Xem lại ngày.", exit_code=MISUSE)


def close_remedy(remedy: Followed, on: date, proof: str, by: str | None) -> Change:
    """Return the change that closes a remedy. Raises ``OcopError`` as ``refuse_early`` does."""
    refuse_early(remedy, on)
    closing: dict[str, Any] = {"request": remedy.open.number, "on": on, "proof": proof}
    edits = [Append(("closings",), {**closing, **({"by": by} if by else {})})]
    edited(remedy.file.source, Inspection, edits)
    return change_of(remedy.file.source, edits)
