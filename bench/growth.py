"""How the cost of reading and checking grows with the dossiers of a workspace, in ratios to floors of the same run.

usage: python bench/growth.py [ROUNDS [DOSSIERS]]

Workspaces of 1, 200 and 2,000 dossiers are made from the examples, each dossier with its own id, product, producer,
slip, idea and story (random words from a fixed seed) and with the right marks of the facts it was evaluated on; one in ten was
once returned. Figures are CPU seconds (user and system) of finished processes, run in turn; what counts are the medians of ratios, round by round.
The cold floor reads the same files as parser events and validates them as dossiers, and does nothing else; the warm
floor starts an empty command, looks at every file of the dossiers and fetches as many short rows from SQLite. `again`
is a command that was run before on a folder that has lain still since; all others begin without an index. Commands are
plain ones, without ``--as-of``, as officials type them: the later, the more of the dossiers is overdue. DOSSIERS is the
size of the large workspace, 2,000 unless it is given: 20,000 are those of a province. ``bench/table.py`` runs this and
all other benchmarks of the table of speeds.
"""

import compileall
import math
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.facts_hash import facts_hashes
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import Source, parse

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SEED = 2026
SMALL = 200
LARGE = int(sys.argv[2]) if sys.argv[2:] else 2_000
BATCH = 30
SECONDS_AT_REST = 2.5  # more than the coarsest disk counts in
DAY = "2026-11-23"  # of the other benchmarks that work on these dossiers
OURS = """
import atexit, resource, sys
told = lambda: print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
atexit.register(told)
from ocop_cli.app import main
main()
"""
ALONE = f"import os; os.cpu_count = lambda: 1\n{OURS}"  # as on a computer with one core: no other process is started
FLOOR = """
import sys, yaml
from pathlib import Path
from ocop_cli.dossier.model import Dossier
def build(event, following):
    if type(event) is yaml.ScalarEvent: return event.value
    if type(event) is yaml.MappingStartEvent:
        data = {}
        while type(key := following()) is not yaml.MappingEndEvent: data[key.value] = build(following(), following)
        return data
    items = []
    while type(item := following()) is not yaml.SequenceEndEvent: items.append(build(item, following))
    return items
for path in Path(sys.argv[1]).glob("dossiers/*.yaml"):
    loader = yaml.CBaseLoader(path.read_bytes())
    loader.get_event(), loader.get_event()
    Dossier.model_validate(build(loader.get_event(), loader.get_event))
"""
WARM_FLOOR = """
import os, sqlite3, sys, typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def nothing(root: str, index: str):
    with os.scandir(f"{root}/dossiers") as entries:
        seen = [(e.name, (s := e.stat()).st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for e in entries]
    rows = sqlite3.connect(index).execute("SELECT * FROM rows").fetchall()
    assert len(rows) == len(seen)
app()
"""
MEASURED = """
import os, sys, time
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
begun = time.perf_counter()
_, status, usage = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent), 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss, time.perf_counter() - begun)
"""  # from a small process: what it starts is never told smaller than itself
ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x"
RIMES = "a á ai ay anh ăn âu ê en ích o ôi ơn ong ông ua ủ ui ươi ương ưu yên iêng oan uất"
SYLLABLES = [onset + rime for onset in ONSETS.split() for rime in RIMES.split()]
RETURNED = (
    b"history:\n",
    """history:
  - stage: idea
    on: 2024-01-01
    kind: return
    reasons:
      - Thiếu hợp đồng nguyên liệu
""".encode(),
)
WARM = {
    "list": ("list", "--json"),
    "next": ("next", "--json"),
    "report": ("report", "--json"),
}
WANTED = {
    "check FILE with 300 findings, text ÷ --json": 1.3,
    f"check ID ÷ show ID, {LARGE} dossiers": 1.3,
    f"list of {LARGE}, cold, one process ÷ (events + Pydantic)": 1.3,
    f"list of {LARGE}, cold, all processes ÷ (events + Pydantic)": 1.3,
    f"list of {LARGE}, cold: MiB of the largest process": 60.0,
    f"list of {LARGE}, cold: time of one process ÷ that of two": 1.8,
    f"check of {LARGE} ÷ (events + Pydantic)": 2.0,
    f"check of {LARGE}, time ÷ that of (events + Pydantic)": 1.3,
    f"growth of check, {SMALL} to {LARGE}: n to the power of": 1.1,
    **{f"{name} of {LARGE}, again ÷ (empty command + stat + SQLite)": 1.5 for name in WARM},
    f"search of {LARGE} for what was not sought before ÷ the same": 1.5,
    **{f"{name} of {LARGE}, again: memory ÷ that of the same": 3.0 for name in WARM},
    f"check of {LARGE}, again ÷ list, again": 2.0,
    f"check of {LARGE}, one file changed ÷ (events + Pydantic)": 0.5,
    "evaluate of many: ms a further dossier": 15.0,
}
AT_LEAST = {f"list of {LARGE}, cold: time of one process ÷ that of two"}


class Cost(NamedTuple):
    """What a process took: CPU seconds, the largest memory in MiB of it and of those it started, seconds by the clock."""

    seconds: float
    memory: float
    time: float


def main() -> int:
    """Print each ratio with what is wanted of it; return 1 when one is too large."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: make_workspace(Path(folder) / str(size), size) for size in (1, SMALL, LARGE)}
        faulty = make_faulty(Path(folder) / "faulty")
        measured = [
            [*ratios(roots, faulty), *warm_ratios(roots[LARGE]), further(roots[SMALL])] for _ in range(rounds)
        ]
    medians = dict(zip(WANTED, map(statistics.median, zip(*measured, strict=True)), strict=True))
    missed = [name for name, ratio in medians.items() if (ratio < WANTED[name]) is (name in AT_LEAST)]
    for name, ratio in medians.items():
        bound = "at least" if name in AT_LEAST else "at most"
        print(
            f"{name:70} {ratio:.2f}   wanted: {bound} {WANTED[name]}{'   MISSED' if name in missed else ''}"
        )
    return 1 if missed else 0


def ratios(roots: dict[int, Path], faulty: Path) -> Iterator[float]:
    """Yield the ratios of one round that begin without an index, in the order of ``WANTED``."""
    one = next(
        (roots[LARGE] / "dossiers").glob("mang-kho-*.yaml")
    ).stem  # in preparation: compared in every way
    yield ocop(faulty, "check") / ocop(faulty, "check", "--json")
    yield ocop(roots[LARGE], "check", one) / ocop(roots[LARGE], "show", one)
    floor = cost(FLOOR, str(roots[LARGE]))
    alone, together = (cold(roots[LARGE], "list", "--json", program=each) for each in (ALONE, OURS))
    yield alone.seconds / floor.seconds
    yield together.seconds / floor.seconds
    yield max(alone.memory, together.memory)
    yield alone.time / together.time
    large, small, start = (cold(roots[size], "check") for size in (LARGE, SMALL, 1))
    yield large.seconds / floor.seconds
    yield large.time / floor.time
    grown = (large.seconds - start.seconds) / (small.seconds - start.seconds)
    yield math.log(grown) / math.log(LARGE / SMALL)


def warm_ratios(root: Path) -> Iterator[float]:
    """Yield the ratios of one round on a folder that has lain still and was asked before."""
    index = root.parent / "floor.sqlite"
    make_floor_index(index, len(list((root / "dossiers").iterdir())))
    forget(root)
    time.sleep(SECONDS_AT_REST)
    floor = cost(WARM_FLOOR, str(root), str(index))
    again = {name: asked_again(root, *words) for name, words in WARM.items()}
    yield from (each.seconds / floor.seconds for each in again.values())
    yield cost(OURS, "-C", str(root), "list", "--json", "ong").seconds / floor.seconds
    yield from (each.memory / floor.memory for each in again.values())
    yield asked_again(root, "check").seconds / again["list"].seconds
    next((root / "dossiers").glob("sam-day-*.yaml")).touch()
    cold = cost(FLOOR, str(root)).seconds
    yield cost(OURS, "-C", str(root), "check").seconds / cold


def further(root: Path) -> float:
    """Return the milliseconds that an evaluation of many takes for each dossier after the first."""
    trial = Path(
        tempfile.mkdtemp(dir=root.parent)
    )  # a new one: a disk gives places that were just freed slowly
    shutil.copytree(root, trial, dirs_exist_ok=True)
    ids = sorted(path.stem for path in (trial / "dossiers").glob("*.yaml"))
    ready = [each for each in ids if each.startswith(("homestay-", "sam-day-"))][:BATCH]
    (trial / "private").mkdir()
    for each in ready:
        shutil.copy(EXAMPLES / f"private/{each.rpartition('-')[0]}.yaml", trial / f"private/{each}.yaml")
    one = ocop(trial, "evaluate", ready[0], "--no-input")
    return 1000 * (ocop(trial, "evaluate", *ready[1:], "--no-input") - one) / (len(ready) - 2)


def make_floor_index(path: Path, rows: int) -> None:
    """Write a database of so many short rows."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as index:
        index.execute("CREATE TABLE rows (id TEXT, name TEXT, stage TEXT)")
        index.executemany(
            "INSERT INTO rows VALUES (?, ?, ?)", ((str(n), f"Sản phẩm {n}", "idea") for n in range(rows))
        )


def forget(root: Path) -> None:
    """Delete what earlier runs have left of themselves."""
    shutil.rmtree(root / ".ocop", ignore_errors=True)


def asked_again(root: Path, *words: str) -> Cost:
    """Return what a command line takes when it was run on the same folder before."""
    line = ("-C", str(root), *words)
    cost(OURS, *line)
    return cost(OURS, *line)


def ocop(root: Path, *words: str) -> float:
    """Return the CPU seconds of a command line on a workspace without an index."""
    return cold(root, *words).seconds


def cold(root: Path, *words: str, program: str = OURS) -> Cost:
    """Return what a command line takes on a workspace without an index."""
    forget(root)
    return cost(program, "-C", str(root), *words)


def cost(program: str, *words: str) -> Cost:
    """Run a Python program to its end and return what it took. Raises ``SystemExit`` when it breaks."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    line = [sys.executable, "-S", "-c", MEASURED, sys.executable, "-c", program, *words]
    done = subprocess.run(line, env=environment, capture_output=True, check=True, text=True)
    status, seconds, memory, clock = (float(part) for part in done.stdout.split())
    is_ours = program in {OURS, ALONE}
    others = done.stderr.split()[-1:] if is_ours else ["0"]
    if status not in ({0, 1} if is_ours else {0}):  # 1 of ours tells of findings, of a peer that it broke
        sys.exit(f"failed, so nothing was measured: {words or 'the floor'}")
    return Cost(seconds, max(memory, *map(float, others)) / 1024, clock)


def make_workspace(root: Path, size: int) -> Path:
    """Write a workspace of so many dossiers, made from the examples in turn; their evidence is shared."""
    chance = random.Random(SEED)
    shutil.copytree(EXAMPLES, root, ignore=shutil.ignore_patterns(".ocop", "dossiers", "private"))
    (root / "dossiers").mkdir()
    examples = [
        parse(path.read_bytes(), path.name) for path in sorted((EXAMPLES / "dossiers").glob("*.yaml"))
    ]
    drafts = {example.name: with_marks(example) for example in examples}
    for number in range(size):
        example = examples[number % len(examples)]
        text = own_text(drafts[example.name], number, chance)
        text = text.replace(*RETURNED) if number % 10 == 0 else text
        (root / "dossiers" / f"{Path(example.name).stem}-{number:05}.yaml").write_bytes(text)
    return root


def with_marks(example: Source) -> Source:
    """Return an example with marks in the places of what each dossier has of its own."""
    named = not isinstance(
        example.data["producer"], dict
    )  # by the id of a record: here each has one of its own
    producer = Set(("producer",), {"name": "@PRODUCER@", "kind": "cooperative"})
    edits = [
        Set(("product", "name"), "@PRODUCT@"),
        producer if named else Set(("producer", "name"), "@PRODUCER@"),
    ]
    edits += [Set(("identity", "story"), "@STORY@")]
    if example.data.get("idea"):
        edits.append(Set(("idea", "narrative"), "@IDEA@"))
    if "slip" in example.data["registration"]:
        edits.append(Set(("registration", "slip", "number"), "@SLIP@"))
    edits += [
        Set(("submissions", number, "product_code"), "@CODE@")
        for number, _ in enumerate(example.data.get("submissions") or ())
    ]
    return edit(example, edits)


def own_text(draft: Source, number: int, chance: random.Random) -> bytes:
    """Return the file of a dossier, with the marks of the facts that its evaluation rests on."""
    own = {"@PRODUCT@": f"{words(chance, 3)} {number}", "@PRODUCER@": f"Hộ {words(chance, 3)}"}
    own |= {"@STORY@": f"{words(chance, chance.randint(15, 40))}.", "@SLIP@": f"{number:05}/2026"}
    own["@CODE@"] = f"51-23356-{number:02}-2025"
    own["@IDEA@"] = f"{words(chance, 9)} {number}."
    raw = draft.raw
    for mark, text in own.items():
        raw = raw.replace(mark.encode(), text.encode())
    source = parse(raw, draft.name)
    dossier = read_record(source, Dossier).record
    assert dossier is not None, f"{draft.name}: no dossier is left"
    contents = dossier.evaluation.contents if dossier.evaluation else ()
    for conclusion in contents:
        right = facts_hashes(dossier)[CommuneContent(conclusion.content)]
        raw = raw.replace(conclusion.facts.encode(), right.encode())
    return raw


def words(chance: random.Random, count: int) -> str:
    """Return so many random syllables, the first one with a capital."""
    return " ".join(chance.choice(SYLLABLES) for _ in range(count)).capitalize()


def make_faulty(root: Path) -> Path:
    """Write a workspace of one dossier on which a check has 300 remarks."""
    make_workspace(root, 1)
    (path,) = (root / "dossiers").glob("*.yaml")
    source = parse(path.read_bytes(), path.name)
    materials = [{"name": f"Nguyên liệu {words(random.Random(n), 4)}"} for n in range(300)]
    path.write_bytes(edit(source, [Set(("materials",), materials)]).raw)
    return root


if __name__ == "__main__":
    sys.exit(main())
