"""What reading costs: one dossier as a ratio to libyaml's own events, the law in a fresh process beside its bare data.

usage: python bench/reading.py [ROUNDS]

CPU seconds of this process (a dossier) and of fresh children (the law), byte code compiled, in turn; what counts are the
medians of the ratios, round by round. A dossier is wanted at 1.4 times the events or less, the law at 15 ms or less.
"""

import compileall
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from ocop_cli.store.yaml.compose import compose
from ocop_cli.store.yaml.parsed import tree_of
from ocop_cli.store.yaml.source import parse_once

ROOT = Path(__file__).resolve().parent.parent
RAWS = [path.read_bytes() for path in sorted((ROOT / "examples/dossiers").glob("*.yaml"))]
TEXTS = [raw.decode() for raw in RAWS]
MOST_TIMES, MOST_MS = 1.4, 15
LAW = """
import json, time
from datetime import date
import ocop_cli.rules.load, ocop_cli.rules.pick, ocop_cli.store.built_in.compiled, ocop_cli.store.law.rulebook as law
begun = time.process_time()
for file in law.compiled_law.__globals__["LAW"].glob("*.json"): json.loads(file.read_bytes())
floor = time.process_time()
book = law.load_rulebook()
days = time.process_time()
found = ocop_cli.rules.pick.pick_ruleset(book, 14, date(2026, 11, 28))
sum(1 for each in found.product_set.criteria)
print(floor - begun, days - floor, time.process_time() - floor)
"""


def events() -> None:
    for raw in RAWS:
        loader = yaml.CBaseLoader(raw)
        while loader.check_event():
            loader.get_event()


def composed() -> None:
    for text in TEXTS:
        compose(text, "x.yaml", hides=False)


def parsed() -> None:
    for raw in RAWS:
        parse_once(raw, "x.yaml")


def with_a_place() -> None:
    for raw in RAWS:
        assert parse_once(raw, "x.yaml").place(("producer", "name")).line


def for_an_edit() -> None:
    tree_of.cache_clear()
    for raw in RAWS:
        assert parse_once(raw, "x.yaml").root


def seconds(job: Callable[[], None], times: int = 5) -> float:
    gc.collect()
    begun = time.process_time()
    for _ in range(times):
        job()
    return (time.process_time() - begun) / times / len(RAWS)


def law() -> list[float]:
    done = subprocess.run([sys.executable, "-c", LAW], check=True, capture_output=True, text=True)
    return [float(part) * 1000 for part in done.stdout.split()]


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(ROOT / "src", quiet=1)
    jobs = {
        "data and findings of a text": composed,
        "from bytes": parsed,
        "with a place": with_a_place,
        "as edits need it": for_an_edit,
    }
    ratios: dict[str, list[float]] = {name: [] for name in jobs}
    floors, laws = [], []
    for _ in range(rounds):
        floor = seconds(events)
        floors.append(floor * 1000)
        for name, job in jobs.items():
            ratios[name].append(seconds(job) / floor)
        laws.append(law())
    print(f"events of one dossier (libyaml): {statistics.median(floors):.3f} ms, {len(RAWS)} dossiers")
    for name, values in ratios.items():
        print(f"  {name}: {statistics.median(values):.2f} × events, {min(values):.2f} at best")
    bare, days, one_set = (statistics.median(each) for each in zip(*laws, strict=True))
    print(
        f"the law, first load: {days:.1f} ms, with one product set {one_set:.1f} ms; its bare data {bare:.1f} ms"
    )
    wanted = statistics.median(ratios["data and findings of a text"]) <= MOST_TIMES and one_set <= MOST_MS
    print("as wanted" if wanted else f"wanted: {MOST_TIMES} ×, {MOST_MS} ms")
    return 0 if wanted else 1


if __name__ == "__main__":
    sys.exit(main())
