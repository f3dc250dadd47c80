"""A scan is read, taken, attached, deleted and brought back in pieces: what memory holds does not grow with it."""

import shutil
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from support import scans
from support.runs import LONG, runs

Ocop = Callable[..., int]
SIZE = runs(4, 64) << 20
NEW = ("register", "--name", "Bánh lá", "--producer", "HTX Mẫu", "--kind", "cooperative", "--idea", "x")
SCAN = "papers/banh-la/quet.pdf"
REPORT = "documents/2026/sam-day-evaluation-report.docx"


def lay_large_pdf(path: Path) -> None:
    """Write a sound PDF of one page and many bytes; where the disk knows holes, it takes no room."""
    head, _, rest = scans.pdf(1, "QUYET DINH").partition(b"startxref")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(head)
        file.seek(SIZE)
        file.write(b"\nstartxref" + rest)


@pytest.fixture
def large(ocop: Ocop, workspace: Path, tmp_path: Path) -> Path:
    """A folder with a large scan; in the workspace a mistaken dossier with another, and a report to be signed."""
    lay_large_pdf(tmp_path / "nop/Bản công bố.pdf")
    assert ocop(*NEW) == 0
    if LONG:
        assert ocop("evaluate", "sam-day", "-y") == ocop("docs", "number", REPORT, "--number", "7") == 0
    lay_large_pdf(workspace / SCAN)
    shutil.rmtree(workspace / ".ocop")
    return tmp_path / "nop"


@pytest.fixture
def nothing_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody read a large file as one."""
    read = Path.read_bytes

    def guarded(path: Path) -> bytes:
        assert path.stat().st_size < SIZE, f"{path} is read whole"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)


def most_held(act: Callable[[], int]) -> int:
    """Return how many bytes a run held at most; nobody counts where that would take too long."""
    if LONG:
        tracemalloc.start()
    try:
        assert act() in (0, 1), "there is no signature"
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.usefixtures("nothing_whole")
def test_memory_stays_flat(ocop: Ocop, large: Path, workspace: Path) -> None:
    lines: dict[str, tuple[str, ...]] = {
        "verify": ("verify", SCAN),
        "sign": ("docs", "sign", REPORT, "--scan", SCAN, "-y"),
        "receive": ("receive", "ot-rung", "--from", str(large), "--papers-only", "--on", "20/11/2026"),
        "check": ("check", "ot-rung"),
        "remove": ("remove", "banh-la", "--reason", "đăng ký trùng"),
        "undo": ("undo",),
    }
    if not LONG:
        lines = {name: lines[name] for name in ("receive", "remove", "undo")}
    before = (workspace / SCAN).stat().st_size
    for name, words in lines.items():
        assert most_held(partial(ocop, *words)) < SIZE // 3, name
        assert (workspace / SCAN).exists() == (name != "remove")
    assert (workspace / SCAN).stat().st_size == before
    assert (workspace / "papers/ot-rung/ban-cong-bo.pdf").stat().st_size == before
