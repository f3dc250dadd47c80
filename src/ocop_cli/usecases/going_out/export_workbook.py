"""The workbook that goes out: the register first, as ``ocop import`` takes it in again, then all that stands beside it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_cli.documents.frame import commune_name
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.act_sheet import act_sheet
from ocop_cli.reports.log_list import PLANNED
from ocop_cli.reports.product_sheets import countryside_sheet, demand_sheet, help_sheet, named_products
from ocop_cli.reports.typed_sheet import Row, TypedColumn, TypedSheet, without_personal
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_log_kinds, load_national_data
from ocop_cli.store.index.index import Index
from ocop_cli.store.programme.plans import gather_plans
from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.gaps import Gap, gap_names
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.going_out.dossier_row import DOSSIER_COLUMNS
from ocop_cli.usecases.going_out.exported import exported, register_fields
from ocop_cli.usecases.going_out.national_row import national_sheets
from ocop_cli.usecases.going_out.ranking_sheet import ranking_sheet
from ocop_cli.usecases.going_out.register_row import register_columns, standing_words
from ocop_cli.usecases.going_out.year_sheets import activity_sheet, budget_sheet
from ocop_cli.usecases.registers.imported import Register
from ocop_cli.usecases.registers.register_headings import RESULT, STANDING
from ocop_cli.usecases.registers.sheet_table import PRODUCER
from ocop_cli.usecases.rows.summaries import dossiers_as_of
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold
from ocop_cli.workflow.certificate import Standing

_REGISTER = "Sổ sản phẩm OCOP"
STAR = f"{RESULT}star"


def export_workbook(
    register: Register, index: Index, profile: Profile, *, personal: bool
) -> list[TypedSheet]:
    """Return the sheets on the day: register, dossiers, acts, plan, budget, single products, ranking, the ministry's tables.

    What cannot be read is named under the title of every sheet that is without it, and at the end of the run.
    Telephone numbers and the like stand in the register, where they are asked for (``personal``).
    """
    gaps, sources, today = list[Gap](), register.sources, register.today
    rows = exported(index, gaps.append, sources.root, today, personal=personal)
    day = f"UBND {commune_name(profile)}, đến ngày {show_date(today)}"
    notes = (f"{day}: {len(rows.register)} hồ sơ.", *_lost(sources, gaps))
    numbered = [(number, *row) for number, row in enumerate(rows.register, 1)]
    columns = tuple(register_columns(register_fields(personal=personal)))
    scored = dossiers_as_of(sources, today, sorted(rows.scored)).rest(sources.leave_out)
    return [
        _sheet(_REGISTER, notes, columns, numbered),
        _sheet("Hồ sơ", notes, DOSSIER_COLUMNS, rows.dossiers),
        _acts(register, notes[0].partition(":")[0], personal=personal),
        *_year_sheets(register, profile, today),
        *_product_sheets(register, rows.register, columns, day),
        _public(ranking_sheet(scored, register.rulebook, today)),
        *national_sheets(load_national_data(), rows.national, profile.commune.code, today.year),
    ]


def _sheet(
    name: str, notes: tuple[str, ...], columns: tuple[TypedColumn, ...], rows: Iterable[Row]
) -> TypedSheet:
    return TypedSheet(name, name, notes, columns, tuple(rows))


def _public(sheet: TypedSheet) -> TypedSheet:
    return sheet._replace(rows=tuple(without_personal(sheet.columns, row) for row in sheet.rows))


def _lost(sources: Sources, gaps: Sequence[Gap]) -> list[str]:
    """Name what could not be read at the end of the run, and return it as a note of the sheet that is without it."""
    sources.leave_out(*gaps)
    return [f"Không đọc được nên không có trong trang này: {gap_names(gaps)}."] if gaps else []


def _acts(register: Register, day: str, *, personal: bool) -> TypedSheet:
    """Return what was done in the year, and what is still to come; rows that cannot be read are named."""
    sources, today, gaps = register.sources, register.today, list[Gap]()
    items = list(gather_log(sources, [today.year]).rest(gaps.append))
    coming = sum(item.entry.on > today for item in items)
    planned = f", trong đó {coming} {PLANNED}" if coming else ""
    count = f"{len(items)} hoạt động{planned}" if items else "chưa ghi hoạt động nào"
    notes = [f"{day}: {count}.", *_lost(sources, gaps)]
    return act_sheet(items, load_log_kinds(), notes, today.year, personal=personal)


def _year_sheets(register: Register, profile: Profile, today: date) -> Sequence[TypedSheet]:
    """Return what the plan of the year holds; a plan with errors is named and left out."""
    decision = pick_decision(register.rulebook, today)
    return [
        _public(sheet)
        for plan in gather_plans(register.sources, [today.year]).rest(register.sources.leave_out)
        for sheet in (activity_sheet(profile, decision, plan), budget_sheet(plan))
    ]


def _product_sheets(
    register: Register, known: Sequence[Row], columns: Sequence[TypedColumn], day: str
) -> Iterator[TypedSheet]:
    """Yield what the acts of all years say of single products, and the countryside's figures; nothing without any."""
    kinds = load_log_kinds()
    gathered = gather_log(register.sources).rest(register.sources.leave_out)
    items = [item for item in gathered if item.entry.on <= register.today]
    named = named_products(items, kinds)
    files = dossiers_as_of(register.sources, register.today, named).rest(register.sources.leave_out)
    dossiers = {file.id: file.dossier for file in files}
    for sheet in (
        help_sheet(dossiers, items, kinds, f"{day}."),
        demand_sheet(dossiers, items, f"{day}."),
        countryside_sheet(_recognised(known, columns), items, f"{day}."),
    ):
        if sheet.rows:
            yield _public(sheet)


def _recognised(rows: Iterable[Row], columns: Sequence[TypedColumn]) -> list[tuple[int, str]]:
    """Return the star and the producer of each product whose recognition holds; a row has no number yet."""
    place = {column.path: number for number, column in enumerate(columns[1:])}
    holds = {standing_words(Standing.IN_FORCE), standing_words(Standing.IN_GRACE)}
    held = [row for row in rows if row[place[STANDING]] in holds]
    return [(int(str(row[place[STAR]])), fold(str(row[place[PRODUCER]]))) for row in held if row[place[STAR]]]
