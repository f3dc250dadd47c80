"""What `ocop submit` and `send` cost with large scans, against bagit and `zip -0` over the same files in the same run.

usage: PYTHONPATH=tests python bench/packages.py [MEBIBYTES]    (200 by default; needs `zip`)

Prints CPU seconds and peak memory of each, and the ratios. Wanted: at most 1.1 times bagit + zip -0 in CPU, and a peak of
at most 1.3 times that of `ocop show`, whatever the size.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from support.workspaces import copy_example

DOSSIER = "ruou-ghe"
ROUNDS = 3
_FORCE = ("--force", "--reason", "đo tốc độ", "--by", "A Mẫu", "-y")
_WAY = ("--way", "trục liên thông", "--to", "UBND tỉnh")


class Cost(NamedTuple):
    """CPU seconds of a child process, and its peak memory in MiB."""

    cpu: float
    peak: float


def main() -> int:
    """Run and print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        root = prepared(Path(folder) / "xa", size)
        floor = min(peer(root, Path(folder) / f"bag-{n}") for n in range(ROUNDS))
        start = min(ocop(root, "show", DOSSIER) for _ in range(ROUNDS))
        print(
            f"{size} MiB; bagit + zip -0: {floor.cpu:.2f} s, {floor.peak:.0f} MiB; ocop show: {start.cpu:.2f} s, {start.peak:.0f} MiB"
        )
        for name, words in (("submit", ("submit", DOSSIER)), ("send", ("send", DOSSIER, *_WAY))):
            spent = [ocop(copy(root, Path(folder) / f"{name}-{n}"), *words) for n in range(ROUNDS)]
            cost = min(spent)
            print(
                f"{name:7} {cost.cpu:.2f} s, {cost.peak:.0f} MiB: {cost.cpu / floor.cpu:.2f} x the CPU of bagit + zip -0, "
                f"{cost.peak / start.peak:.2f} x the memory of the start"
            )
            if name == "submit":
                assert ocop(root, *words).cpu
    return 0


def prepared(root: Path, size: int) -> Path:
    """Return a workspace with a dossier whose papers are large scans, evaluated and signed: ready for its package."""
    copy_example(root)
    papers = sorted((root / "papers" / DOSSIER).glob("*.pdf"))
    for path in papers:
        path.write_bytes(path.read_bytes() + os.urandom(size * 2**20 // len(papers)))
    return root


def copy(root: Path, to: Path) -> Path:
    """Return a copy of a workspace, with hard links in place of its scans."""
    return shutil.copytree(root, to, copy_function=os.link)


def ocop(root: Path, *words: str) -> Cost:
    """Run a command line in a fresh process."""
    return child([sys.executable, "-m", "ocop_cli", "-C", str(root), "--no-input", *words])


def peer(root: Path, bag: Path) -> Cost:
    """Make a bag of the scans in place and zip it without deflating."""
    shutil.copytree(root / "papers" / DOSSIER, bag)
    made = child([sys.executable, "-m", "bagit", "--quiet", str(bag)])
    zipped = child(["zip", "-0", "-q", "-r", f"{bag}.zip", bag.name], cwd=bag.parent)
    return Cost(made.cpu + zipped.cpu, max(made.peak, zipped.peak))


def child(words: list[str], cwd: Path | None = None) -> Cost:
    """Return what a child process cost. Raises ``RuntimeError`` when it fails."""
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=cwd)
    said = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0,):
        raise RuntimeError(f"{words}: {said.decode()}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


if __name__ == "__main__":
    raise SystemExit(main())
