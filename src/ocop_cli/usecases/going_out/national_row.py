"""One product in the tables of the ministry's data standards: the values that fill their columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.programme.national_data import NationalColumn, NationalData, NationalTable
from ocop_cli.reports.public import is_person
from ocop_cli.reports.summary import summarise
from ocop_cli.reports.typed_sheet import Row, TypedColumn, TypedSheet, Value
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.going_out.register_row import standing_words
from ocop_cli.usecases.registers.imported import Register
from ocop_cli.viet.numbers import rounded
from ocop_cli.viet.tax_code import is_personal

_MILLION = 1_000_000
_OF_THE_COMMUNE = ("commune", "year")
VALUES = (
    "dossier", "product", "producer", "kind", "organisation", "since",
    "code", "star", "score", "issuer", "decided", "revenue", "standing",
)  # fmt: skip
"""What a row holds, in order; the tables name these values, and those of the commune."""
VALUE_COLUMNS = tuple(TypedColumn(name, name, is_name=name in {"product", "producer"}) for name in VALUES)


def national_row(register: Register, file: DossierFile) -> tuple[Value, ...]:
    """Return the values of a recognised product in the order of ``VALUES``; of any other an empty row."""
    dossier = file.dossier
    summary = summarise(file.id, dossier, register.law, register.today)
    result = dossier.result
    if result is None or summary.standing is None:
        return ()
    decision, revenue = result.decision, summary.revenue
    found: dict[str, Value] = {
        "dossier": file.id,
        "product": summary.product,
        "producer": summary.producer,
        "kind": word(summary.producer_kind) if summary.producer_kind else None,
        "organisation": _organisation(dossier),
        "since": min(summary.years),
        "code": dossier.submissions[-1].product_code if dossier.submissions else None,
        "star": f"{result.star}*" if result.star else None,
        "score": result.score,
        "issuer": decision.issuer if decision else None,
        "decided": (decision and decision.issued_on) or result.on,
        "revenue": rounded(revenue[max(revenue)] / Decimal(_MILLION)) if revenue else None,
        "standing": standing_words(summary.standing),
    }
    return tuple(found[name] for name in VALUES)


def _organisation(dossier: Dossier) -> str | None:
    """Return the tax code of an organisation; that of a household is its owner's."""
    code, kind = dossier.producer.tax_code, dossier.producer.kind
    return None if code is None or is_person(kind) or is_personal(code) else code


def national_sheets(data: NationalData, rows: Iterable[Row], commune: str, year: int) -> Iterator[TypedSheet]:
    """Yield a sheet for each table; ``commune`` is the code of the commune."""
    own: dict[str, Value] = dict(zip(_OF_THE_COMMUNE, (commune, year), strict=True))
    products = [{**own, **dict(zip(VALUES, row, strict=True))} for row in rows if row]
    for table in data.tables:
        told = (f"{column.name}: {column.told}" for column in table.columns if column.told)
        columns = tuple(TypedColumn(column.name, column.name) for column in table.columns)
        notes = (data.unread, *told)
        yield TypedSheet(
            table.name, f"{table.name} ({table.standard})", notes, columns, _rows(table, products)
        )


def _rows(table: NationalTable, products: Sequence[Mapping[str, Value]]) -> tuple[Row, ...]:
    rows = (_cells(table.columns, product) for product in products)
    return tuple(dict.fromkeys(rows)) if table.once else tuple(rows)


def _cells(columns: Iterable[NationalColumn], product: Mapping[str, Value]) -> Row:
    return tuple(product[column.value] for column in columns)
