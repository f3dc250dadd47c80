"""The sums of `ocop roll-up` beside those of DuckDB, pandas and PySpark in local mode over the same open data.

usage: pip install -e '.[engines]' && python bench/engines.py [COMMUNES [DOSSIERS]]

Folders of communes are made (100 of 60 dossiers), each gives away its open data, and beside the folders lie one hostile
and three broken ones. Roll-up reads the folders, then the JSON lines; the engines read Parquet and JSON lines unchanged.
Returns 1 where any sum differs, or where a broken folder is not told. PySpark needs a Java runtime.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communes import make_broken, make_communes
from growth import DAY, OURS

COLUMNS = ("commune", "product_group", "product_set", "star")
Sums = dict[str, dict[Any, int]]


def main() -> int:
    """Compare the sums; print what each engine says."""
    communes = int(sys.argv[1]) if sys.argv[1:] else 100
    size = int(sys.argv[2]) if sys.argv[2:] else 60
    with tempfile.TemporaryDirectory() as folder:
        return compare(Path(folder), communes, size)


def compare(root: Path, communes: int, size: int) -> int:
    """Lay everything out under a folder and compare."""
    folders = make_communes(root / "xa", communes, size)
    data = root / "data"
    data.mkdir()
    for each in folders:
        ocop("-C", str(each), "export", "--open", "mo.jsonl")
        for ending in ("jsonl", "parquet"):
            (each / f"mo.{ending}").rename(data / f"{each.name}.{ending}")
    of_files = ocop("roll-up", str(data))
    broken = make_broken(root / "xa", folders[0])
    of_folders = ocop("roll-up", str(root / "xa"))
    told = {Path(each["source"]).name for each in of_folders["left_out"]}
    ours = sums_of(of_files)
    found = {"roll-up of folders": sums_of(of_folders), **dict(engines(data))}
    for name, sums in found.items():
        print(f"{name:20} {'equal' if sums == ours else f'DIFFERS: {sums} instead of {ours}'}")
    untold = {path.name for path in broken.values()} - told
    print(f"{len(of_files['communes'])} communes, {of_files['dossiers']} dossiers; told: {sorted(told)}")
    return 1 if untold or any(sums != ours for sums in found.values()) else 0


def ocop(*words: str) -> dict[str, Any]:
    """Run a command line and return its JSON document."""
    line = [sys.executable, "-c", OURS, "--as-of", DAY, *words, "--json"]
    told: dict[str, Any] = json.loads(subprocess.run(line, check=True, capture_output=True).stdout)
    return told


def sums_of(told: dict[str, Any]) -> Sums:
    """Return the sums of a roll-up as the engines give them."""
    return {
        "commune": {each["code"]: each["dossiers"] for each in told["communes"]},
        "product_group": {each["product_group"]: each["dossiers"] for each in told["groups"]},
        "product_set": {each["product_set"]: each["dossiers"] for each in told["sets"]},
        "star": {each["star"]: each["dossiers"] for each in told["stars"]},
        "late": {True: told["late"], False: told["dossiers"] - told["late"]},
        "lapsed": {"lapsed": told["lapsed"]},
    }


def engines(data: Path) -> Iterator[tuple[str, Sums]]:
    """Yield what each engine sums up of each kind of file."""
    yield "DuckDB, Parquet", duckdb_sums(f"read_parquet('{data}/*.parquet')")
    yield "DuckDB, JSON lines", duckdb_sums(f"read_json('{data}/*.jsonl')")
    yield "pandas, JSON lines", pandas_sums(data)
    yield from spark_sums(data)


LIVE = "CASE WHEN coalesce(standing, 'in_force') IN ('in_force', 'in_grace') THEN star END"
QUERIES = {
    **{name: f"SELECT {name}, count(*) FROM {{rows}} GROUP BY 1" for name in COLUMNS[:-1]},
    "star": f"SELECT {LIVE}, count(*) FROM {{rows}} GROUP BY 1",
    "late": "SELECT late > 0, count(*) FROM {rows} GROUP BY 1",
    "lapsed": "SELECT 'lapsed', count(*) FROM {rows} WHERE standing = 'lapsed'",
}


def duckdb_sums(rows: str) -> Sums:
    """Return the sums that DuckDB finds."""
    import duckdb

    return {
        name: filled(name, dict(duckdb.sql(query.format(rows=rows)).fetchall()))
        for name, query in QUERIES.items()
    }


def pandas_sums(data: Path) -> Sums:
    """Return the sums that pandas finds, the codes read as text."""
    import pandas

    kinds = {"commune": "str", "province": "str"}
    files = sorted(data.glob("*.jsonl"))
    rows = pandas.concat(pandas.read_json(file, lines=True, dtype=kinds) for file in files)
    rows["star"] = rows["star"].where(
        rows["standing"].isna() | rows["standing"].isin(["in_force", "in_grace"])
    )
    rows["late"] = rows["late"] > 0
    counts = {name: rows[name].value_counts(dropna=False) for name in (*COLUMNS, "late")}
    found = {name: {plain(key): int(n) for key, n in series.items()} for name, series in counts.items()}
    found["lapsed"] = {"lapsed": int((rows["standing"] == "lapsed").sum())}
    return {name: filled(name, found[name]) for name in QUERIES}


def spark_sums(data: Path) -> Iterator[tuple[str, Sums]]:
    """Yield the sums that PySpark finds in local mode."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    kinds = {
        "Parquet": spark.read.parquet(f"{data}/*.parquet"),
        "JSON lines": spark.read.json(f"{data}/*.jsonl"),
    }
    for kind, rows in kinds.items():
        rows.createOrReplaceTempView("opened")
        found = {name: spark.sql(query.format(rows="opened")).collect() for name, query in QUERIES.items()}
        yield f"PySpark, {kind}", {name: filled(name, dict(map(tuple, told))) for name, told in found.items()}
    spark.stop()


def filled(name: str, counts: dict[Any, int]) -> dict[Any, int]:
    """Give both answers of a yes-or-no question."""
    return {True: counts.get(True, 0), False: counts.get(False, 0)} if name == "late" else counts


def plain(key: Any) -> Any:
    """Return a key of pandas as the others give it: it has floats where a column has gaps."""
    if key is None or key != key:  # noqa: PLR0124 - only NaN differs from itself
        return None
    return int(key) if isinstance(key, float) else key


if __name__ == "__main__":
    sys.exit(main())
