"""The annex of a decision as a commune may hold it, with invented words: rows, and files of them in three formats."""

import html
import io
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import docx

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.product_set import ProductSet

Row = tuple[str, ...]
Say = Callable[[Criterion, Option], str]


def invented(criterion: Criterion, option: Option) -> str:
    """Return words for a level that are nobody's: the criterion's name, the id of the level and a condition."""
    return f"{criterion.name}: lời văn thử của mức {option.id.replace('_', ' ')}, có minh chứng kèm theo"


def annex_rows(sets: Iterable[ProductSet], say: Say = invented) -> Iterator[Row]:
    """Yield the rows of an annex: a heading for each set, then criteria and levels with points and stars."""
    yield ("PHỤ LỤC",)
    for product_set in sets:
        yield (f"{product_set.number}. BỘ SẢN PHẨM: {product_set.name.upper()}",)
        yield ("TT", "Tiêu chí", "Điểm", "Yêu cầu")
        for criterion in product_set.criteria:
            yield (criterion.code.partition("#")[0], criterion.name, f"{criterion.max:f}", "")
            for option in criterion.options:
                yield ("", f"☐ {say(criterion, option)}", f"{option.points:f}", "*" * (option.min_star or 0))


def as_html(rows: Iterable[Row]) -> bytes:
    """Return rows as a web page, one table for all that stand in one."""
    cells = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in rows)
    blocks = (
        f"<p>{row[4:-5]}</p>" if row.count("<td>") == 1 else f"<table><tr>{row}</tr></table>" for row in cells
    )
    return f"<html><meta charset='utf-8'><title>Phụ lục</title><body>{''.join(blocks)}</body></html>".encode()


def as_word(rows: Iterable[Row]) -> bytes:
    """Return rows as a Word file with a table for each stretch of rows of several cells."""
    return _word(tuple(rows))


@cache  # an annex has a thousand rows, and many tests read the same one
def _word(rows: tuple[Row, ...]) -> bytes:
    document, table = docx.Document(), None
    for row in rows:
        if len(row) == 1:
            document.add_paragraph(row[0])
            table = None
            continue
        if table is None:
            table = document.add_table(rows=0, cols=len(row))
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
