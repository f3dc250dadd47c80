"""What the workbook holds of each dossier, kept in the index: rows of the register, of the dossiers, of the ministry's tables."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.documents.provenance import facts_hash
from ocop_cli.dossier.as_of import as_of
from ocop_cli.dossier.field_map import PRIVATE, Field
from ocop_cli.dossier.scores import Scorer
from ocop_cli.reports.typed_sheet import Row as Cells
from ocop_cli.reports.typed_sheet import row_text, rows_of_text, without_personal
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.dossiers import DossierFile, list_ids, producer_files
from ocop_cli.store.index.maker import RowMaker, RowsOf
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.gaps import Gap, GapTaker
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.going_out.dossier_row import DOSSIER_COLUMNS, dossier_row
from ocop_cli.usecases.going_out.national_row import VALUE_COLUMNS, national_row
from ocop_cli.usecases.going_out.register_row import register_columns, register_row
from ocop_cli.usecases.next import step_context
from ocop_cli.usecases.registers.imported import Register
from ocop_cli.viet.collation import sort_bytes
from ocop_cli.viet.personal import masked

if TYPE_CHECKING:
    from ocop_cli.store.index.index import Index


class Exported(NamedTuple):
    """The rows of every dossier, by name of product. ``scored`` are the ids of those that a council has scored."""

    register: list[Cells]
    dossiers: list[Cells]
    national: list[Cells]
    scored: list[str]


EXPORTED = View("exported", Exported._fields, ("dossiers", "producers"))


def register_fields(*, personal: bool) -> list[Field]:
    """Return the fields of the register; telephone numbers and the like only where they are asked for."""
    fields = load_field_map()
    return [fields[path] for path in fields.register if personal or not path.startswith(f"{PRIVATE}.")]


def exported(index: "Index", take: GapTaker, root: Path, on: date, *, personal: bool) -> Exported:
    """Return the rows of every dossier as it stood on a day. Those with personal data are made anew and kept nowhere."""
    if not personal:
        sources = Sources(root)
        under = f"{on} {facts_hash(load_workspace(sources).profile)}"  # its days off move what is due
        make = RowMaker(sources, partial(_exporting, on, personal=False))
        return _opened([*index.rows(EXPORTED, under, make, take, EXPORTED.columns)])
    rows: list[Row] = []
    for each in RowMaker(Sources(root), partial(_exporting, on, personal=True))(list_ids(root)):
        if isinstance(each, Gap):
            take(each)
        elif each.values:
            rows.append(each)
    return _opened([row.values or () for row in sorted(rows, key=lambda row: row.sort)])


def _opened(rows: Sequence[Sequence[str | int | None]]) -> Exported:
    columns = ([str(row[n]) for row in rows if row[n]] for n in range(len(EXPORTED.columns)))
    register, dossiers, national, scored = columns
    return Exported(rows_of_text(register), rows_of_text(dossiers), rows_of_text(national), scored)


def _exporting(on: date, sources: Sources, *, personal: bool) -> RowsOf:
    return partial(map, _Rows(sources, on, personal=personal).of)


class _Rows:
    """The rows of one dossier after another."""

    def __init__(self, sources: Sources, on: date, *, personal: bool) -> None:
        self.register = Register(sources, load_rulebook(sources.root), on)
        self.context = step_context(load_workspace(sources).calendar, on, self.register.rulebook)
        self.fields = register_fields(personal=personal)
        self.columns = tuple(register_columns(self.fields))[1:]
        self.personal = personal

    def of(self, file: DossierFile) -> Row:
        """Return the rows of one dossier; without values where it began later."""
        dossier = as_of(file.dossier, self.context.today, self.context.cycle.stages)
        sort = sort_bytes(masked(file.dossier.product.name)) + file.id.encode()
        values = self._values(file._replace(dossier=dossier)) if dossier else None
        return Row(file.id, producer_files(file.source), sort, values)

    def _values(self, file: DossierFile) -> tuple[str, ...]:
        """Return the columns of ``EXPORTED``."""
        rows = (
            (self.columns, tuple(register_row(self.register, file, self.fields))),
            (DOSSIER_COLUMNS, tuple(dossier_row(self.register, file, self.context))),
            (VALUE_COLUMNS, national_row(self.register, file)),
        )
        texts = [
            row_text(row if self.personal or not row else without_personal(columns, row))
            for columns, row in rows
        ]
        is_scored = any(sheet.scorer is Scorer.COUNCIL for sheet in file.dossier.scores)
        return (*texts, file.id if is_scored else "")
