"""What goes out against its peers in the same run: workbook, page, roll-up of open data and of folders.

usage: pip install -e '.[engines]' && python bench/going_out.py [ROUNDS]

Figures are CPU seconds (user and system) of finished processes, run in turn; what counts are the medians of ratios, round by
round. The workbook has 20,000 rows of 22 columns; both writers read the same rows as the index keeps them. The page has
1,000 products. The open data are those of 100 communes of 60 dossiers, and of 3,321 communes for the country; DuckDB asks
Parquet for the same sums. The folders are 20 communes of 60 dossiers; their floor reads the same files as parser events
and validates them as dossiers. How soon the page answers is told by Chromium itself.
"""

import compileall
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communes import make_communes
from growth import DAY, FLOOR, OURS, ROOT, SEED, Cost, cost, make_workspace, ocop

from ocop_cli.render.parquet import open_parquet
from ocop_cli.reports.open_columns import open_lines
from ocop_cli.reports.typed_sheet import row_text

ROWS, COLUMNS = 20_000, 22
PRODUCTS = 1_000
COMMUNES, DOSSIERS, COUNTRY = 100, 60, 3_321
FOLDERS = 20
WANTED = {
    f"workbook of {ROWS} x {COLUMNS} ÷ openpyxl, both with reading": 0.65,
    f"page of {PRODUCTS} products ÷ list --json": 3.0,
    f"page of {PRODUCTS} products: MB": 2.0,
    f"page of {PRODUCTS} products: seconds until it answers": 1.0,
    f"roll-up of the open data of {COMMUNES} x {DOSSIERS} ÷ DuckDB over Parquet": 1.2,
    f"roll-up of {FOLDERS} folders of {DOSSIERS} ÷ (events + Pydantic)": 1.5,
    f"roll-up of the country, {COUNTRY} x {DOSSIERS}: CPU seconds": 6.0,
    f"roll-up of the country, {COUNTRY} x {DOSSIERS}: MiB": 150.0,
}
READ = """
import io, sys
from ocop_cli.reports.typed_sheet import TypedColumn, TypedSheet, rows_of_text
rows = rows_of_text(open(sys.argv[1], encoding="utf-8").read().splitlines())
"""
WORKBOOK = f"""{READ}
from ocop_cli.render.typed_workbook import typed_workbook
columns = tuple(TypedColumn(str(n), f"Cột {{n}}") for n in range(len(rows[0])))
typed_workbook([TypedSheet("Sổ", "Sổ", ("a",), columns, tuple(rows))])
"""
OPENPYXL = f"""{READ}
import openpyxl
book = openpyxl.Workbook()
for row in rows: book.active.append(row)
book.save(io.BytesIO())
"""
DUCKDB = """
import sys, duckdb
keys = "commune", "product_group", "product_set", "star", "late > 0"
query = "SELECT {keys}, count(*) FROM read_parquet('{files}') GROUP BY GROUPING SETS ({sets})"
sets = ", ".join(f"({key})" for key in keys)
print(len(duckdb.sql(query.format(keys=", ".join(keys), files=sys.argv[1], sets=sets)).fetchall()))
"""


def main() -> int:
    """Print each figure with what is wanted of it; return 1 when one is too large."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        laid = lay_out(Path(folder))
        measured = [list(figures(laid)) for _ in range(rounds)]
    medians = dict(zip(WANTED, map(median, zip(*measured, strict=True)), strict=True))
    for name, figure in medians.items():
        told = f"{figure:.2f}" if figure is not None else "not measured, its peer is not installed"
        print(f"{name:72} {told}   wanted: at most {WANTED[name]}")
    return 1 if any(figure is None or figure > WANTED[name] for name, figure in medians.items()) else 0


def median(figures: Iterable[float | None]) -> float | None:
    """Return the median of the rounds of a figure, ``None`` where it was not measured."""
    known = [figure for figure in figures if figure is not None]
    return statistics.median(known) if known else None


def lay_out(root: Path) -> Path:
    """Write everything that is measured."""
    chance = random.Random(SEED)
    texts = (row_text(_cells(number, chance)) for number in range(ROWS))
    (root / "rows.jsonl").write_text("\n".join(texts), encoding="utf-8")
    make_workspace(root / "page", PRODUCTS)
    make_communes(root / "folders", FOLDERS, DOSSIERS)
    for name, communes in (("open", COMMUNES), ("country", COUNTRY)):
        (root / name).mkdir()
        for number in range(communes):
            rows = [_row(10_000 + number, each, chance) for each in range(DOSSIERS)]
            (root / name / f"{number}.jsonl").write_bytes(open_lines(rows))
            if name == "open":
                (root / name / f"{number}.parquet").write_bytes(open_parquet(rows))
    return root


def figures(root: Path) -> Iterator[float | None]:
    """Yield the figures of one round in the order of ``WANTED``, ``None`` for one whose peer is not installed."""
    rows = str(root / "rows.jsonl")
    yield cost(WORKBOOK, rows).seconds / cost(OPENPYXL, rows).seconds
    yield ocop(root / "page", "dashboard", "--no-input") / ocop(root / "page", "list", "--json")
    page = root / "page/trang-ocop.html"
    yield page.stat().st_size / 1e6
    yield seconds_until_it_answers(page)
    opened = rolled(root / "open").seconds
    yield opened / cost(DUCKDB, f"{root}/open/*.parquet").seconds if find_spec("duckdb") else None
    floor = sum(cost(FLOOR, str(folder)).seconds for folder in (root / "folders").iterdir())
    start = cost(FLOOR, str(root)).seconds  # each floor but one starts a process of its own
    yield rolled(root / "folders").seconds / (floor - start * (FOLDERS - 1))
    country = rolled(root / "country")
    yield country.seconds
    yield country.memory


def rolled(folder: Path) -> Cost:
    """Return what the roll-up of a folder takes."""
    return cost(OURS, "--as-of", DAY, "roll-up", str(folder), "--json")


def seconds_until_it_answers(page: Path) -> float | None:
    """Return how long after its opening the page has listed its products, by Chromium's own clock."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None or find_spec("playwright") is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        shown = browser.new_page()
        shown.goto(page.as_uri())
        shown.wait_for_selector("#danh-sach summary")
        milliseconds: float = shown.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
        browser.close()
    return milliseconds / 1000


def _cells(number: int, chance: random.Random) -> list[Any]:
    words = [f"chữ {chance.randrange(500)} {column}" for column in range(COLUMNS - 6)]
    days = [date(2026, 1, 1 + chance.randrange(28)) for _ in range(3)]
    return [number, *words, *days, chance.randrange(10**9), 2026]


def _row(commune: int, number: int, chance: random.Random) -> dict[str, Any]:
    star = chance.choice([None, 3, 3, 4, 5])
    return {
        "schema": "ocop/open@1", "province": "51", "commune": str(commune), "commune_name": f"xã {commune}",
        "as_of": DAY, "rows": DOSSIERS, "unread": 0, "id": f"san-pham-{number}", "product": f"Sản phẩm {number}",
        "product_set": 1 + number % 26, "product_group": f"Ngành hàng {number % 6}", "producer_kind": "cooperative",
        "producer": f"HTX {number}", "track": "new", "year": 2026, "stage": "certified", "late": chance.randrange(2),
        "star": star, "standing": "in_force" if star else None, "recognised_on": DAY if star else None,
        "expires_on": DAY if star else None, "labour": 20, "local_labour": 16, "revenue_year": 2025,
        "revenue_vnd": 10**8 + number,
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
