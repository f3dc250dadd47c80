"""A command that dies, or is refused by the disk, at every single touch of it in turn."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from ocop_cli.errors import CANNOT_GO_ON
from ocop_cli.store.files import disk
from ocop_cli.store.files.changes import apply_changes, plan_write
from ocop_cli.store.files.undo import plan_undo

OLD = {"dossiers/a.yaml": b"old", "documents/b.docx": None}
NEW = {"dossiers/a.yaml": b"new", "documents/b.docx": b"new"}

WRITE_TWO_FILES = """
import os, sys
from pathlib import Path
from ocop_cli.errors import OcopError
from ocop_cli.store.files.changes import apply_changes, plan_write
root, left, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree"}
def watch(event, arguments):
    global left
    if event in TOUCHES and str(root) in str(arguments[0]):
        left -= 1
        if left == 0 and way == "die":
            os.kill(os.getpid(), 9)
        if left == 0:
            raise OSError(28, "No space left on device")
changes = [plan_write(root, path, b"new") for path in ("dossiers/a.yaml", "documents/b.docx")]
sys.addaudithook(watch)
try:
    apply_changes(root, changes, "hai tệp")
except OcopError as error:
    print(error.message)
    sys.exit(error.exit_code)
print("untouched" if left > 0 else "overcome")
"""


def runs(folder: Path, way: str) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    """Yield a workspace and what became of the command there, for its first touch, its second, and so on."""
    for touch in count(1):
        root = folder / str(touch)
        (root / "dossiers").mkdir(parents=True)
        (root / "dossiers/a.yaml").write_bytes(b"old")
        command = [sys.executable, "-X", "utf8", "-c", WRITE_TWO_FILES, str(root), str(touch), way]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if done.stdout == "untouched\n":
            break
        yield root, done
    assert touch > 30


def state(root: Path) -> dict[str, bytes | None]:
    return {path: plan_write(root, path, b"").before for path in OLD}


def stays_usable(root: Path) -> None:
    """The files are whole, undo gives back the old ones, and the next command finds nothing to clean by hand."""
    assert all(found in (OLD[path], NEW[path]) for path, found in state(root).items())
    if state(root) != OLD:
        planned = plan_undo(root)
        apply_changes(root, planned.changes, "hoàn tác", planned.reverses)
    assert state(root) == OLD
    apply_changes(root, [plan_write(root, path, b"new") for path in NEW], "làm lại")
    assert state(root) == NEW
    assert not list(root.rglob(f"{disk.TEMPORARY}*"))
    assert all((entry / "entry.json").exists() for entry in (root / ".ocop/journal").iterdir())


def test_killed_at_every_touch(tmp_path: Path) -> None:
    for root, done in runs(tmp_path, "die"):
        assert done.returncode == -signal.SIGKILL
        stays_usable(root)


def test_refused_at_every_touch(tmp_path: Path) -> None:
    for root, done in runs(tmp_path, "refuse"):
        if done.returncode == 0:
            assert state(root) == NEW
            continue
        assert done.returncode == CANNOT_GO_ON, done.stderr
        assert "ổ đĩa đã hết chỗ" in done.stdout
        stays_usable(root)
