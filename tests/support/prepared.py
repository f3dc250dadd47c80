"""The folder of the demo on the day before a dossier is sent: what command lines of ``support.command_lines`` are run on."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.rules.pick import force_decision
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.demo import STEPS, copy_example
from support.annex import annex_rows, as_html
from support.filled_tables import acts_of_one_kind, opinions_of_one_unit, register_of_one_product

TODAY = "2026-12-01"
Fresh = Callable[[], Path]
ANSWERS = {
    "ocop-answers": 1,
    "stamp": {
        "ocop-form": 1,
        "form": "lao-dong",
        "dossier": "sam-day",
        "made": "",
        "printed": {},
        "rows": {},
    },
    "answers": {"labour.total": "", "labour.women": "15", "labour.commune": "17"},
}
"""What the page of a form saves: one answer as before, one that is asked about, one left empty."""


def prepare_folder(root: Path) -> Path:
    """Lay out the folder of the demo with a dossier that is ready to be sent, a meeting that was called and a scan."""
    copy_example(root)
    more = ("meeting", "invite", "mat-ong", "--on", "30/11/2026", "--starts", "8:00", "--place", "Hội trường",
            "--participant", "Phòng Y Mẫu", "-y")  # fmt: skip
    steps = [(step.on, step.words) for step in takewhile(lambda step: step.words[0] != "send", STEPS)]
    looked = ("inspect", "mang-kho", "--request", "Dán lại tem: 15/12/2026")
    for on, words in [*steps, ("2026-11-28", more), ("2026-11-28", looked)]:
        if words[0] not in {"select", "advance"}:  # an idea is left to be chosen
            assert run(["-C", str(root), "--as-of", on, "--no-input", *words]) in {0, 1}, words
    annex = force_decision(load_rulebook(), "26-2026").sets[5:6]
    (root / "papers/phu-luc.html").write_bytes(as_html(annex_rows(annex)))
    (root / "papers/scan.pdf").write_text("%PDF-1.7\n", encoding="utf-8")
    (root / "lao-dong.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    (root / "y-kien.xlsx").write_bytes(opinions_of_one_unit())
    (root / "so-cu.xlsx").write_bytes(register_of_one_product())
    (root / "viec.xlsx").write_bytes(acts_of_one_kind())
    lay_other_copy(root)
    return root


def lay_other_copy(root: Path) -> None:
    """Lay another official's folder, with one producer more, into a workspace: ``may-hai``."""
    (root / "may-hai/producers").mkdir(parents=True)
    shutil.copy(root / "ocop.yaml", root / "may-hai/ocop.yaml")
    new = "schema: ocop/producer@1\nname: Hộ Y Mẫu Hai\n"
    (root / "may-hai/producers/ho-mau-hai.yaml").write_text(new, encoding="utf-8")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the prepared folder."""
    return prepare_folder(tmp_path_factory.mktemp("prepared") / "xa")


@pytest.fixture
def fresh(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fresh:
    """Lay a fresh copy of the prepared folder out, as often as it is called; commands run in it on its day."""
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.setenv("OCOP_AS_OF", TODAY)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "xa"

    def lay_out() -> Path:
        make_like(prepared, folder)
        os.chdir(folder)
        return folder

    return lay_out


def make_like(source: Path, target: Path) -> None:
    """Make a folder what another is; only what is seen to differ is laid anew, by kind, rights, size and time of change."""
    if not target.exists():
        target.mkdir()
        shutil.copymode(source, target)
    wanted, kept = {each.name: each for each in os.scandir(source)}, set[str]()
    for each in os.scandir(target):
        if each.name in wanted and _look(each) == _look(wanted[each.name]):
            kept.add(each.name)
        else:
            shutil.rmtree(each) if each.is_dir(follow_symlinks=False) else Path(each).unlink()
    for name, each in wanted.items():
        if each.is_dir():
            make_like(Path(each), target / name)
        elif name not in kept:
            shutil.copy2(each, target / name)


def _look(entry: os.DirEntry[str]) -> tuple[int, ...]:
    seen = entry.stat(follow_symlinks=False)
    is_folder = entry.is_dir(follow_symlinks=False)
    return (seen.st_mode,) if is_folder else (seen.st_mode, seen.st_size, seen.st_mtime_ns)


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name, backups aside."""
    return {name: content_of(root, name) for name in files_of(root, but=".ocop")}


def content_of(root: Path, name: str) -> bytes:
    with open(f"{root}/{name}", "rb") as file:  # noqa: PTH123 - asked of a hundred files a hundred thousand times
        return file.read()


def files_of(root: Path, but: str = "") -> Iterator[str]:
    """Yield the name of every file of a folder; folders of one name are passed by."""
    for place, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != but]
        above = place[len(str(root)) + 1 :].replace(os.sep, "/")
        yield from (f"{above}/{name}".lstrip("/") for name in names)
