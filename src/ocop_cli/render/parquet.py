"""Open data as Parquet, for those who query many communes with tools that read columns."""

import io
from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec

from ocop_cli.reports.open_columns import OPEN_COLUMNS, OpenColumn, OpenRow, OpenType


def can_write_parquet() -> bool:
    """Say whether the library is installed: it comes with the extra ``open``."""
    return find_spec("pyarrow") is not None


def open_parquet(rows: Iterable[OpenRow]) -> bytes:
    """Return rows under a schema of their own, never a guessed one: codes stay text, days are dates, counts 64-bit."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {OpenType.TEXT: pa.string(), OpenType.WHOLE: pa.int64(), OpenType.DAY: pa.date32()}
    fields = [pa.field(c.name, types[c.type], nullable=not c.is_needed) for c in OPEN_COLUMNS]
    columns: dict[str, list[object]] = {column.name: [] for column in OPEN_COLUMNS}
    for row in rows:
        for column in OPEN_COLUMNS:
            columns[column.name].append(_typed(column, row[column.name]))
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns, schema=pa.schema(fields)), stream)
    return stream.getvalue()


def _typed(column: OpenColumn, value: object) -> object:
    return date.fromisoformat(str(value)) if column.type is OpenType.DAY and value is not None else value
