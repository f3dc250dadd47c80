"""How the cost of checking grows with the dossiers of a workspace, in ratios to floors and peers of the same run.

usage: python bench/growth.py [ROUNDS]

Workspaces of 1, 200 and 2,000 dossiers are made from the examples, each dossier with its own id, product, producer,
slip, idea and story (random words from a fixed seed) and with the right marks of the facts it was evaluated on; one in ten was
once returned. Figures are CPU seconds (user and system) of finished processes, run in turn; what counts are the medians of ratios, round by round.
The floor reads the same files as parser events and validates them as dossiers, and does nothing else.
"""

import compileall
import math
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.facts_hash import facts_hashes
from ocop_cli.store.records import read_record
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import Source, parse

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
SEED = 2026
SMALL, LARGE = 200, 2_000
DAY = "2026-11-23"
OURS = "from ocop_cli.app import main; main()"
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
WANTED = {
    "check FILE with 300 findings, text ÷ --json": 1.3,
    f"check ID ÷ show ID, {LARGE} dossiers": 1.3,
    f"check of {LARGE} ÷ (events + Pydantic)": 5.0,
    f"growth of check, {SMALL} to {LARGE}: n to the power of": 1.1,
}


def main() -> int:
    """Print each ratio with what is wanted of it; return 1 when one is too large."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: make_workspace(Path(folder) / str(size), size) for size in (1, SMALL, LARGE)}
        faulty = make_faulty(Path(folder) / "faulty")
        measured = [list(ratios(roots, faulty)) for _ in range(rounds)]
    medians = dict(zip(WANTED, map(statistics.median, zip(*measured, strict=True)), strict=True))
    for name, ratio in medians.items():
        print(f"{name:55} {ratio:.2f}   wanted: at most {WANTED[name]}")
    return 1 if any(ratio > WANTED[name] for name, ratio in medians.items()) else 0


def ratios(roots: dict[int, Path], faulty: Path) -> Iterator[float]:
    """Yield the ratios of one round, in the order of ``WANTED``."""
    one = next(
        (roots[LARGE] / "dossiers").glob("mang-kho-*.yaml")
    ).stem  # in preparation: compared in every way
    yield ocop(faulty, "check") / ocop(faulty, "check", "--json")
    yield ocop(roots[LARGE], "check", one) / ocop(roots[LARGE], "show", one)
    large, small, start = (ocop(roots[size], "check") for size in (LARGE, SMALL, 1))
    yield large / cpu_seconds(FLOOR, str(roots[LARGE]))
    yield math.log((large - start) / (small - start)) / math.log(LARGE / SMALL)


def ocop(root: Path, *words: str) -> float:
    """Return the CPU seconds of a command line on a workspace."""
    return cpu_seconds(OURS, "-C", str(root), "--as-of", DAY, *words)


def cpu_seconds(program: str, *words: str) -> float:
    """Run a Python program to its end and return the CPU seconds it took. Raises ``SystemExit`` when it breaks."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words], env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:  # 1 tells of findings
        sys.exit(f"failed, so nothing was measured: {words or 'the floor'}")
    return usage.ru_utime + usage.ru_stime


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
    return edit(example, edits)


def own_text(draft: Source, number: int, chance: random.Random) -> bytes:
    """Return the file of a dossier, with the marks of the facts that its evaluation rests on."""
    own = {"@PRODUCT@": f"{words(chance, 3)} {number}", "@PRODUCER@": f"Hộ {words(chance, 3)}"}
    own |= {"@STORY@": f"{words(chance, chance.randint(15, 40))}.", "@SLIP@": f"{number:05}/2026"}
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
