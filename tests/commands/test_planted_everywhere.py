"""Personal data planted in every text and file name that a person can type reach no shared output."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from ocop_cli.app import run
from ocop_cli.dossier.private import PrivateData
from ocop_cli.findings import FieldPath
from ocop_cli.programme.seal import Seal
from ocop_cli.programme.version import WrittenBy
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.viet.fields import Record
from ocop_cli.viet.leaves import leaves
from support.command_lines import VERBS
from support.prepared import Fresh
from support.runs import LONG, runs

PLANTED = ("0912345678", "001234567890", "y.mau@thu.example")
NAMED = "0912345678 cccd 001234567890"
"""What a file of a producer is called by its telephone number and citizen id."""
CLOSED = set[tuple[str, ...]]()
"""Fields that take no words beside what they say: ids, numbers, days."""
APART = (PrivateData, Seal, WrittenBy)
"""Where such data may lie, or that only the program writes."""
ALSO = (
    ("list",),
    ("show", "sam-day"),
    ("next",),
    ("check",),
    ("producers",),
    ("due", "sam-day"),
    ("docs", "list"),
    ("export", "--open"),
)
"""Verbs that print JSON as well, and what is given away."""
BEFORE = (
    ("log", "khó khăn", "1/12", "thôn Một", "thiếu tem nhãn"),
    ("inspect", "plan", "2027", "-y"),
)
"""What lays files of more kinds into the prepared folder: acts, and the year's inspections."""
QUICK = ("docs number", "meeting hold", "list", "show", "producers", "export", "dashboard", "label")
LAST = ("undo", "privacy erase", "merge", "rules wording")


def lines() -> Iterator[list[str]]:
    """Yield a line of every verb, those that take much away last; on every push of some."""
    order = sorted(VERBS, key=lambda each: each.name in LAST)
    yield from ([*each.words, *each.given] for each in order if LONG or each.name in QUICK)
    yield from ([*words, "--json"] for words in ALSO[:: runs(7, 1)])


def planted(
    source: Source, model: type[Record], shared: SharedProducers, share: int
) -> tuple[Source, list[FieldPath]]:
    """Return a file with a value of each kind, in turn, behind every text, or every so many, that still reads with it."""
    record = read_record(source._replace(shared=shared), model).record
    edits = [
        Set(leaf.field, f"{value} {PLANTED[number % len(PLANTED)]}")
        for number, leaf in list(enumerate(leaves(record) if record else ()))[::share]
        if type(leaf.value) is str and not leaf.on_key and kind(model, leaf.field) not in CLOSED and (value := text_at(source, leaf.field)) is not None
        and leaf.field[-1] not in ("stage", "file", "package", "format")
    ]  # fmt: skip
    fields: list[FieldPath] = []
    for start in range(0, len(edits), 12):  # many edits at once take longer than they are many
        source, kept = taken(source, model, shared, edits[start : start + 12])
        fields += [each.field for each in kept]
    return source, fields


def kind(model: type[Record], field: FieldPath) -> tuple[str, ...]:
    """Return what tells a field of a model, whatever the rows that it stands in."""
    return (model.__name__, *(part for part in field if isinstance(part, str)))


def taken(
    source: Source, model: type[Record], shared: SharedProducers, edits: list[Set]
) -> tuple[Source, list[Set]]:
    """Return a file with those edits with which it still reads: all, else by halves."""
    if not edits:
        return source, []
    tried = edit(source, edits)
    if read_record(tried._replace(shared=shared), model).record is not None:
        return tried, edits
    if len(edits) == 1:
        CLOSED.add(kind(model, edits[0].field))
        return source, []
    half = len(edits) // 2
    first, kept = taken(source, model, shared, edits[:half])
    both, more = taken(first, model, shared, edits[half:])
    return both, [*kept, *more]


def text_at(source: Source, field: FieldPath) -> str | None:
    value: Any = source.data
    part: Any
    for part in field:
        value = (
            value.get(part) if isinstance(value, dict) else value[part] if isinstance(value, list) else None
        )
    return value if isinstance(value, str) else None


def plant(root: Path) -> list[FieldPath]:
    """Plant in every data file, and in the names of papers, scans and documents."""
    found: list[FieldPath] = []
    for paper in sorted(root.glob("papers/sam-day/*.pdf"))[:: runs(4, 1)]:
        renamed = paper.with_name(f"{NAMED} {paper.name}")
        paper.rename(renamed)
        own = root / "dossiers/sam-day.yaml"
        old, new = (f"papers/sam-day/{path.name}" for path in (paper, renamed))
        own.write_text(
            own.read_text(encoding="utf-8").replace(f"file: {old}\n", f"file: {new}\n"), encoding="utf-8"
        )
    shared = SharedProducers(Sources(root))
    for place in DATA_PLACES:
        for number, name in enumerate(place.files(root)):
            if place.model not in APART and (LONG or number == 0 or name == "dossiers/sam-day.yaml"):
                source = parse((root / name).read_bytes(), name)
                source, fields = planted(source, place.model, shared, runs(6, 1))
                (root / name).write_bytes(source.raw)
                found += [(place.model.__name__, *field) for field in fields]
    return found


def said_by(words: list[str]) -> tuple[int, str]:
    out = StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        status = run(words)
    return status, out.getvalue()


def readable(path: Path, root: Path) -> str:
    """Return a file's name and what stands in it, those of its parts where it is an archive."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            inside = (
                b"" if path.suffix == ".zip" else b"\n".join(map(archive.read, names))
            )  # papers travel as they are
            content = "\n".join(names).encode() + inside
    return f"{path.relative_to(root)}\n{content.decode(errors='replace')}"


def made(root: Path, before: set[Path]) -> Iterator[Path]:
    """Yield what the program has made: documents, packages, exports, what it keeps for itself beside personal data."""
    for path in root.rglob("*"):
        parts = path.relative_to(root).parts
        is_data = path.suffix == ".yaml" and parts[0] != "rules"
        if path.is_file() and path not in before and parts[0] not in (".git", "private") and not is_data:
            yield path


def leaks(everything: dict[str, str]) -> list[str]:
    """Return where a planted value stands, with the words around it."""
    return [
        f"{name}: …{text[max(text.index(value) - 60, 0) : text.index(value) + 30]!r}"
        for name, text in everything.items()
        for value in PLANTED
        if value in text
    ]


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def test_what_is_planted_anywhere_reaches_no_shared_output(fresh: Fresh) -> None:
    root = fresh()
    assert [said_by(list(words))[0] for words in BEFORE] == [0, 0]
    found = plant(root)
    assert len({way[0] for way in found}) >= runs(7, 9), found
    assert len(found) > runs(25, 300)
    git(root, "init", "-q")
    before = {path for path in root.rglob("*") if path.is_file()}
    everything: dict[str, str] = {}
    for line in lines():
        status, said = said_by(line)
        assert status < 70, said
        everything[" ".join(line)] = said
    everything["git"] = git(root, "cat-file", "--batch-all-objects", "--batch") + git(
        root, "log", "--all", "--name-only", "--format=%B"
    )
    everything |= {path.relative_to(root).as_posix(): readable(path, root) for path in made(root, before)}
    assert any(name.endswith(".docx") for name in everything)
    leaked = leaks(everything)
    assert not leaked, "\n".join(leaked)
