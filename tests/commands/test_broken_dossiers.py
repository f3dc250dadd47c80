"""One broken folder for each finding code, with what the program says of it: an official reads exactly this.

A folder of ``tests/broken`` may hold

- ``dossier.yaml``: the broken part of ``dossiers/hong.yaml``; what a sound dossier has besides is added below it, so
  that lines are the part's own;
- ``workspace/``: files laid over the workspace; ``NAME.docx.txt`` becomes a Word file of these paragraphs;
- ``command``: command lines, one a line, without ``ocop``; what the last one says is expected. ``check hong`` without it;
- ``how``: words for what files cannot say, the keys of ``HOW`` below.

``expected.txt`` is the screen from the first finding on: what is printed, what is noted beside it, the exit status.
"""

import errno
import json
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import docx
import pytest
from filelock import FileLock

from ocop_cli.app import run
from ocop_cli.checks.every import CHECKS, COMPARISONS
from ocop_cli.codes import CODES
from ocop_cli.commands import explain
from ocop_cli.store.files import changes, lock
from support.dossiers import PERSON, SOUND, dossier_yaml
from support.parts import to_yaml, with_parts
from support.paths import EXAMPLES
from support.workspaces import write_workspace

BROKEN = Path(__file__).parent.parent / "broken"
FOLDERS = sorted(folder for folder in BROKEN.iterdir() if folder.is_dir())
TODAY = "2026-08-10"
FINDING = re.compile(r"^\S.*  [A-Z][0-9]{3}  ", re.MULTILINE)
EVIDENCE = "papers/hong/giay.pdf"
HELD = {
    "registration_slip": "Phiếu đăng ký",
    "self_assessment": "Báo cáo tự đánh giá",
    "business_registration": "Đăng ký kinh doanh",
}
SENDABLE = with_parts(
    SOUND,
    {
        "product": {"name": "Gùi tre Mẫu", "set": "21"},
        "papers": [
            {"id": kind, "kind": kind, "title": title, "file": EVIDENCE, "pages": "1"}
            for kind, title in HELD.items()
        ],
        "samples": {"units": "5"},
        "evaluations": [
            {"decision": "26-2026", "on": "2026-06-20", "by": "Y Mẫu", "report": {"file": EVIDENCE}}
        ],
        "history": [
            {"stage": "received", "on": "2026-06-01"},
            {"stage": "evaluated", "on": "2026-06-20"},
        ],
    },
)
"""A dossier that may be sent to the province."""
NEIGHBOUR = """\
product: {name: Rượu gạo Mẫu, set: 14}
identity:
  story: Ngày xưa, người già trong bản nấu mẻ rượu đầu tiên bên bếp lửa.
history:
  - {stage: received, on: 2026-05-01}
  - {stage: preparing, on: 2026-05-10, kind: return, reasons: [Thiếu hợp đồng nguyên liệu]}
"""
Patch = pytest.MonkeyPatch


def large(root: Path, _: Patch) -> None:
    """A file beyond the size that is read."""
    with (root / "dossiers/hong.yaml").open("ab") as file:
        file.write(b"# x\n" * 300_000)


def folder(root: Path, _: Patch) -> None:
    """A folder has the name of the dossier."""
    (root / "dossiers/hong.yaml").unlink()
    (root / "dossiers/hong.yaml").mkdir()


def locked(root: Path, patch: Patch) -> None:
    """Another command writes and does not come to an end."""
    patch.setattr(lock, "WAITS", ((0.05, 0.01),))
    (root / ".ocop").mkdir()
    held = FileLock(root / ".ocop/lock-file")
    held.acquire()
    patch.setattr(lock, "held by another", held, raising=False)  # let go of when the test ends


def full(_: Path, patch: Patch) -> None:
    """The disk is full."""

    def refuse(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    patch.setattr(os, "fsync", refuse)


def meanwhile(root: Path, patch: Patch) -> None:
    """The dossier is edited between reading and writing."""

    def edit(*_: object) -> None:
        with (root / "dossiers/hong.yaml").open("a", encoding="utf-8") as file:
            file.write("# sửa tay\n")

    patch.setattr(changes, "refuse_read_only", edit)


def bug(_: Path, patch: Patch) -> None:
    """The program itself is wrong."""
    patch.setattr(explain, "CODES", None)


def examples(root: Path, _: Patch) -> None:
    """The workspace is the example's."""
    shutil.copytree(EXAMPLES, root, dirs_exist_ok=True)


def cloned(root: Path, _: Patch) -> None:
    """A clone: what stands in the settings of the repository it comes from is not in its own."""
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)


HOW: dict[str, Callable[[Path, Patch], None]] = {
    each.__name__: each for each in (large, folder, locked, full, meanwhile, bug, examples, cloned)
}


def make_workspace(root: Path, folder: Path, patch: Patch) -> None:
    """Lay out the workspace of a folder."""
    wanted = (folder / "how").read_text(encoding="utf-8").split() if (folder / "how").is_file() else []
    part = folder / "dossier.yaml"
    text = part.read_text(encoding="utf-8") if part.is_file() else ""
    dossiers = {
        "lang-gieng": dossier_yaml(NEIGHBOUR),
        "hong": dossier_yaml(text, SENDABLE if "sendable" in wanted else SOUND),
    }
    write_workspace(root, dossiers)
    (root / EVIDENCE).parent.mkdir(parents=True)
    (root / EVIDENCE).write_text("%PDF-1.7\n", encoding="utf-8")
    (root / "private").mkdir(exist_ok=True)
    (root / "private/hong.yaml").write_text(to_yaml(PERSON), encoding="utf-8")
    if (folder / "workspace").is_dir():
        shutil.copytree(folder / "workspace", root, dirs_exist_ok=True)
    for source in list(root.rglob("*.docx.txt")):
        word_file(source)
    for how in wanted:
        if how != "sendable":
            HOW[how](root, patch)


def word_file(source: Path) -> None:
    document = docx.Document()
    for line in source.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(source.with_suffix("")))
    source.unlink()


def last_run(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[str, str, int]:
    """Run the command lines of a folder; return what the last one prints, what it notes, and its exit status."""
    own = folder / "command"
    lines = own.read_text(encoding="utf-8").splitlines() if own.is_file() else ["check hong"]
    for line in lines:
        capsys.readouterr()
        status = run([*shlex.split(line), *more])
    return (*capsys.readouterr(), status)


def screen(root: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the last command line of a folder shows, from the first finding on."""
    printed, noted, status = last_run(folder, capsys)
    shown = f"{printed}{noted}[{status}]\n".replace(str(root), "…")
    first = FINDING.search(shown)
    return shown[first.start() :] if first else shown


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: Patch) -> Iterator[Callable[[Path], Path]]:
    monkeypatch.setenv("OCOP_AS_OF", TODAY)
    monkeypatch.setenv("OCOP_NO_INPUT", "1")

    def prepare(folder: Path) -> Path:
        root = tmp_path / "xa"
        make_workspace(root, folder, monkeypatch)
        monkeypatch.chdir(root)
        return root

    yield prepare
    monkeypatch.undo()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_folder_is_described_in_full(
    folder: Path, prepared: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = screen(prepared(folder), folder, capsys)
    expected = folder / "expected.txt"
    if os.environ.get("OCOP_APPROVE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_folder_gives_its_code(
    folder: Path, prepared: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The screen names the code of a finding; that of a refusal is for other software."""
    if f"  {folder.name}  " in (folder / "expected.txt").read_text(encoding="utf-8"):
        return
    prepared(folder)
    assert json.loads(last_run(folder, capsys, "--json")[0])["code"] == folder.name


def test_a_sound_dossier_has_no_finding(
    prepared: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing").mkdir()
    assert screen(prepared(tmp_path / "nothing"), tmp_path / "nothing", capsys) == "Không có lỗi nào.\n[0]\n"


def test_a_dossier_that_may_be_sent_lacks_nothing(
    prepared: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sendable"
    folder.mkdir()
    (folder / "how").write_text("sendable", encoding="utf-8")
    (folder / "command").write_text("submit hong --dry-run", encoding="utf-8")
    assert "Chạy thử: chưa ghi gì." in screen(prepared(folder), folder, capsys)


def test_every_check_says_which_codes_it_finds() -> None:
    codes = {
        code
        for check in (*CHECKS, *COMPARISONS)
        for code in (check.__doc__ or "").partition(":")[0].split(", ")
    }
    assert codes <= set(CODES)


def test_codes_folders_and_the_list_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--list"]) == 0
    listed = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(CODES)
    assert [folder.name for folder in FOLDERS] == listed
