"""Personal data planted in every text of a dossier that a person can type reach no shared output."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.store.reading.read_file import read_file
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.usecases.request.packing import Enclosed, enclosed_file
from ocop_cli.viet.leaves import leaves
from support import scans
from support.runs import runs

Ocop = Callable[..., int]
DOSSIER = "sam-day"
PLANTED = ("0912345678", "001234567890", "y.mau@thu.example")
VERBS = (
    ("check",),
    ("check", "--json"),
    ("show", DOSSIER, "--json"),
    ("list", "--json"),
    ("next", "--json"),
    ("evaluate", DOSSIER),
    ("paper", "phieu-tiep-nhan", DOSSIER),
    ("report", "--period", "2026"),
    ("report", "--kind", "ideas"),
    ("undo", "--list"),
)
SHARED = ("check", "--json", "--list")


def texts(source: Source) -> Iterator[FieldPath]:
    """Yield the field of every text of a dossier that may hold words of a person besides what it says."""
    record = read_record(source, Dossier).record
    assert record is not None
    yield from (leaf.field for leaf in leaves(record) if isinstance(leaf.value, str) and not leaf.on_key)


def planted(source: Source) -> tuple[Source, int]:
    """Return a dossier with a value of each kind, in turn, behind every text that still reads with it."""
    count = 0
    for number, field in list(enumerate(texts(source)))[:: runs(8, 1)]:
        value: Any = source.data
        for part in field:
            value = value.get(part) if isinstance(value, dict) else value[part] if value else None
        if not isinstance(value, str) or field[0] in ("stage", "history"):
            continue
        tried = edit(source, [Set(field, f"{value} {PLANTED[number % len(PLANTED)]}")])
        if read_record(tried, Dossier).record is not None:
            source, count = tried, count + 1
    return source, count


def readable(path: Path) -> str:
    """Return a file's name and what stands in it, those of its parts where it is an archive."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    return f"{path.name}\n{content.decode(errors='replace')}"


def test_nothing_planted_reaches_git_documents_json_or_the_journals_words(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    own = workspace / f"dossiers/{DOSSIER}.yaml"
    source, count = planted(parse(own.read_bytes(), own.name))
    assert count > runs(4, 30)
    own.write_bytes(source.raw)
    git(workspace, "init", "-q")
    capsys.readouterr()
    said = ""
    for words in VERBS:
        assert ocop(*words) in (0, 1), words
        shown = capsys.readouterr()
        said += shown.err + (shown.out if words[-1] in SHARED else "")  # a table shows a dossier as it is
    objects = git(workspace, "cat-file", "--batch-all-objects", "--batch")
    journal = [path.read_text(encoding="utf-8") for path in workspace.glob(".ocop/journal/*/entry.json")]
    everything = {"said": said, "git": objects, "journal": "".join(journal)} | {
        path.name: readable(path) for path in (workspace / "documents").rglob("*") if path.is_file()
    }
    assert len(everything) > 8
    assert leaks(everything) == []


def leaks(everything: dict[str, str]) -> list[str]:
    """Return where a planted value stands, with the words around it."""
    return [
        f"{name}: …{text[max(text.index(value) - 60, 0) : text.index(value) + 30]}"
        for name, text in everything.items()
        for value in PLANTED
        if value in text
    ]


def git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_goes_into_a_package_without_its_place(tmp_path: Path, kind: str) -> None:
    path, content = tmp_path / "anh", scans.photo(kind)
    path.write_bytes(content)
    enclosed = enclosed_file(read_file(path), "papers/anh")
    assert enclosed is not None
    assert isinstance(enclosed.content, bytes)
    assert b"DIENTHOAI" in content
    assert b"DIENTHOAI" not in enclosed.content
    assert path.read_bytes() == content
    with pytest.raises(OcopError, match="vừa đổi"):
        enclosed_file(read_file(path)._replace(sha256=sha256(b"other").hexdigest()), "papers/anh")
    path.write_bytes(enclosed.content)
    clean = read_file(path)
    assert enclosed_file(clean, "papers/anh") == Enclosed(clean, clean.sha256, "papers/anh")
