"""Every folder that a landed version wrote is read by every verb that only reads.

``tests/folders/VERSION`` is the demo's folder as that version wrote it. The golden file of a version says how each
command line ends and what ``ocop check`` finds; neither may get worse.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.app.table import TABLE
from support.paths import ROOT

FOLDERS = sorted((ROOT / "tests/folders").iterdir())
TODAY = dict.fromkeys(
    ("0.1.0", "0.2.0", "0.3.0", "0.4.0", "0.5.0", "0.6.0", "0.7.0", "0.8.0", "0.9.0", "0.10.0"), "2026-12-31"
)
"""The last day of each version's demo."""
MAKE_A_NEW_FOLDER = {"demo", "init"}
RUN_ANOTHER = {"do"}
WRITE_WHEN_ASKED = {"panel"}
READING = {
    " ".join(dict.fromkeys((entry.name, verb.name)))
    for entry in TABLE
    for verb in entry.verbs or (entry,)
    if not verb.writes
} - MAKE_A_NEW_FOLDER - RUN_ANOTHER | WRITE_WHEN_ASKED
Lines = dict[str, list[tuple[str, ...]]]


def arguments(root: Path) -> Lines:
    """Return what each reading verb is asked of a folder: every dossier, every document."""
    dossiers: list[tuple[str, ...]] = [(path.stem,) for path in sorted((root / "dossiers").glob("*.yaml"))]
    documents = [path.relative_to(root).as_posix() for path in sorted(root.glob("documents/*/*.docx"))]
    return {
        "next": [(), *dossiers],
        "inspect order": [()],
        "handover": [()],
        "due": [(), *dossiers],
        "privacy find": [("A Mẫu",)],
        "list": [()],
        "show": [*dossiers, *((*dossier, "--internal") for dossier in dossiers)],
        "producers": [()],
        "roll-up": [(".",)],
        "panel": dossiers,
        "advise": [(*dossier, "--to", "3") for dossier in dossiers],
        "docs list": [()],
        "lint": [tuple(documents)],
        "templates list": [()],
        "templates check": [()],
        "verify": [(), *((document,) for document in documents)],
        "why": [(document, "OCOP") for document in documents],
        "check": [(), *dossiers],
        "explain": [("D010",), ("ND-01",)],
        "rules list": [()],
        "rules show": [("26-2026",), ("26-2026", "14")],
        "rules export": [("26-2026",)],
        "rules diff": [("148-2023", "26-2026", "--impact")],
        "rules check": [()],
    }


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def landed(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a version's folder, on the last day of its demo."""
    folder: Path = request.param
    root = tmp_path / folder.name
    shutil.copytree(folder, root)
    monkeypatch.setenv("OCOP_AS_OF", TODAY[folder.name])
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.chdir(root)
    return root


def test_every_reading_verb_is_asked(landed: Path) -> None:
    assert set(arguments(landed)) == READING


def endings(root: Path) -> Iterator[str]:
    """Run every command line and say how each one ends, those alike in one line."""
    yield f"ocop [{run([])}]"
    for verb, asked in arguments(root).items():
        statuses: dict[int, list[str]] = {}
        for words in asked:
            statuses.setdefault(run([*verb.split(), *words]), []).append(words[0] if words else "")
        for status, named in statuses.items():
            yield f"ocop {verb} [{status}] {' '.join(dict.fromkeys(named))}".rstrip()


def test_a_landed_folder_is_read(
    landed: Path, capsys: pytest.CaptureFixture[str], approved: Callable[[str, str], None]
) -> None:
    before = {path: path.read_bytes() for path in landed.rglob("*") if path.is_file()}
    lines = list(endings(landed))
    capsys.readouterr()
    run(["check", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    told = [f"{f['file']}:{f['line']} {f['severity']} {f['code']} {f['message']}" for f in found]
    assert all(" [0]" in line or " [1]" in line for line in lines)
    approved(f"landed-{landed.name}", "\n".join([*lines, *told, ""]))
    assert {path: path.read_bytes() for path in before} == before
