"""What a reading verb printed is printed once more while nothing has changed, and never otherwise."""

import sqlite3
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import boundary, kept, run
from ocop_cli.app.table import TABLE
from ocop_cli.store.index import stamps
from support.paths import EXAMPLES
from support.profiles import profile_yaml
from support.workspaces import write_workspace

DOSSIER = (EXAMPLES / "dossiers/lan-rung.yaml").read_text(encoding="utf-8")
LINES = (
    (),
    ("list",),
    ("list", "--json"),
    ("list", "lan"),
    ("next",),
    ("check",),
    ("check", "--json"),
    ("report", "--json"),
)
GRANULE_SECONDS = 0.02


class Folder:
    """A workspace of two dossiers that has lain still, and the number of runs that a command line took."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.runs, self._capsys = root, 0, capsys
        original = boundary._execute

        def counted(*given: Any) -> int:
            self.runs += 1
            return original(*given)

        patch.setattr(boundary, "_execute", counted)

    def rest(self) -> None:
        time.sleep(2 * GRANULE_SECONDS)

    def told(self, *words: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        status = run([*words])
        out, err = self._capsys.readouterr()
        return status, out, err

    @property
    def in_index(self) -> str:
        """Everything that lies in the index, as text."""
        with sqlite3.connect(self.root / ".ocop/index.sqlite") as index:
            tables = [
                name for (name,) in index.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            cells = [
                cell for name in tables for row in index.execute(f"SELECT * FROM {name}") for cell in row
            ]
        return " ".join(zlib.decompress(c).decode() if str(c)[:3] == "b'x" else str(c) for c in cells)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Folder:
    monkeypatch.setattr(stamps, "GRANULE", int(GRANULE_SECONDS * 1e9))
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-23")
    root = write_workspace(
        tmp_path / "xa", {"lan-rung": DOSSIER, "mang": DOSSIER.replace("Lan rừng", "Măng khô")}
    )
    monkeypatch.chdir(root)
    found = Folder(root, monkeypatch, capsys)
    found.rest()
    return found


@pytest.mark.parametrize("words", LINES, ids=" ".join)
def test_an_answer_is_printed_again_as_it_was(folder: Folder, words: tuple[str, ...]) -> None:
    first = folder.told(*words)
    assert first[0] in {0, 1}
    assert first[1]
    assert (folder.told(*words), folder.runs) == (first, 1)


def test_only_verbs_that_write_nothing_are_kept() -> None:
    writing = {verb.name: verb.writes for verb in TABLE if not verb.verbs}
    assert not any(writing[name] for name in kept.KEPT_VERBS - {""})
    assert writing.keys() >= kept.KEPT_AS_JSON


CHANGES: dict[str, Callable[[Path], object]] = {
    "a dossier": lambda root: (root / "dossiers/mang.yaml").write_text(DOSSIER, encoding="utf-8"),
    "a dossier less": lambda root: (root / "dossiers/mang.yaml").unlink(),
    "the profile": lambda root: (root / "ocop.yaml").write_text(profile_yaml(), encoding="utf-8"),
    "any other file": lambda root: (root / "ghi-chu.txt").write_text("x", encoding="utf-8"),
    "what git knows": lambda root: (root / ".git/config").write_text("[merge]", encoding="utf-8"),
    "a touch": lambda root: (root / "dossiers/mang.yaml").touch(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_verb_runs_anew(folder: Folder, change: Callable[[Path], object]) -> None:
    (folder.root / ".git").mkdir()
    folder.told("list")
    change(folder.root)
    folder.told("list")
    assert folder.runs == 2


@pytest.mark.parametrize(
    "words",
    [("list", "--json"), ("--no-color", "list"), ("-C", ".", "list"), ("--as-of", "2026-11-22", "list")],
    ids=" ".join,
)
def test_another_question_is_another_answer(folder: Folder, words: tuple[str, ...]) -> None:
    folder.told("list")
    folder.told(*words)
    assert folder.runs == 2


@pytest.mark.parametrize(
    "words",
    [("list", "-n"), ("list", "-o", "ds.txt"), ("list", "-qn"), ("report",), ("show", "mang")],
    ids=" ".join,
)
def test_what_writes_or_shows_everything_runs_each_time(folder: Folder, words: tuple[str, ...]) -> None:
    folder.told(*words)
    folder.rest()
    folder.told(*words)
    assert folder.runs == 2


def test_the_folder_that_is_named_last_is_the_one_looked_at(folder: Folder, tmp_path: Path) -> None:
    other = write_workspace(tmp_path / "khac", {"mang": DOSSIER})
    folder.rest()
    words = ("-C", str(folder.root), "list", "-C", str(other))
    folder.told(*words)
    (other / "dossiers/them.yaml").write_text(DOSSIER, encoding="utf-8")
    folder.rest()
    assert "them" in folder.told(*words)[1]


def test_personal_data_never_come_into_the_index(folder: Folder) -> None:
    number, phone = "001088012345", "0912345678"
    path = folder.root / "dossiers/mang.yaml"
    path.write_text(
        DOSSIER.replace("Khách du lịch", f"Ông A, căn cước {number}, gọi {phone}"), encoding="utf-8"
    )
    (folder.root / "private").mkdir()
    (folder.root / "private/mang.yaml").write_text(
        f"schema: ocop/private@1\nphone: '{phone}9'\n", encoding="utf-8"
    )
    folder.rest()
    for words in LINES:
        folder.told(*words)
        folder.told(*words)
    assert number not in folder.in_index
    assert phone not in folder.in_index


def test_a_dossier_that_cannot_be_read_is_told_each_time(folder: Folder) -> None:
    (folder.root / "dossiers/mang.yaml").write_text("product: [", encoding="utf-8")
    folder.rest()
    assert "mang" in folder.told("list")[2]
    assert "mang" in folder.told("list")[2]
    assert folder.runs == 2


@pytest.mark.parametrize(
    "content", [b"", b"ocop" * 999, b"SQLite format 3\0" + bytes(9000)], ids=["empty", "words", "zeros"]
)
def test_a_damaged_index_is_no_obstacle(folder: Folder, content: bytes) -> None:
    first = folder.told("list")
    (folder.root / ".ocop/index.sqlite").write_bytes(content)
    assert folder.told("list") == first
