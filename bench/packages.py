"""What `ocop submit` and `send` cost with large scans, against bagit and `zip -0` over the same files in the same run.

usage: python bench/packages.py [MEBIBYTES]    (200 by default; needs `zip`)

Prints CPU seconds and peak memory of each, and the ratios. The pages of the scans have been counted before, by the submit
that made the draft; that one loads a library for PDF. Wanted: at most 1.1 times bagit + zip -0 in CPU, and a peak of at
most 1.3 times that of `ocop show`, and of the same command without scans.
"""

import compileall
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

PROJECT = Path(__file__).resolve().parent.parent
DOSSIER, DAY = "sam-day", "2026-11-30"
REPORT = f"documents/2026/{DOSSIER}-evaluation-report.docx"
LETTER = "documents/2026/de-nghi-01-request-letter.docx"
ROUNDS = 3
MEASURED = {
    "submit": ("submit", DOSSIER),
    "send": ("send", DOSSIER, "--way", "trục liên thông", "--to", "UBND tỉnh"),
}


class Cost(NamedTuple):
    """CPU seconds of a child process, and its peak memory in MiB."""

    cpu: float
    peak: float


def main() -> int:
    """Run and print."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    compileall.compile_dir(PROJECT / "src", quiet=1)
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        root = prepared(Path(folder) / "xa", size)
        floor = min(peer(root, Path(folder) / f"bag-{number}") for number in range(ROUNDS))
        start = min(ocop(root, "show", DOSSIER) for _ in range(ROUNDS))
        print(f"{size} MiB; bagit + zip -0: {told(floor)}; ocop show: {told(start)}")
        bare = prepared(Path(folder) / "xa-0", 0)
        for name, words in MEASURED.items():
            cost, without = (min(taken_back(each, words) for _ in range(ROUNDS)) for each in (root, bare))
            ratios = (
                f"{cost.cpu / floor.cpu:.2f} x the CPU of bagit + zip -0, {cost.peak / start.peak:.2f} x the peak of show,"
                f" {cost.peak / without.peak:.2f} x its own without scans"
            )
            print(f"{name}: {told(cost)}: {ratios}")
            for each in (root, bare):
                ocop(each, *words)
    return 0


def told(cost: Cost) -> str:
    """Say a cost in words."""
    return f"{cost.cpu:.2f} s of CPU, {cost.peak:.0f} MiB"


def prepared(root: Path, size: int) -> Path:
    """Return a workspace with a dossier whose papers are large scans, with all its documents signed."""
    shutil.copytree(PROJECT / "examples", root)
    papers = sorted((root / "papers" / DOSSIER).glob("*.pdf"))
    file = root / "dossiers" / f"{DOSSIER}.yaml"
    text = file.read_text(encoding="utf-8")
    for path in papers:
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_bytes(scan(size * 2**20 // len(papers)))
        text = text.replace(before, hashlib.sha256(path.read_bytes()).hexdigest())
    file.write_text(text, encoding="utf-8")
    ocop(root, "evaluate", DOSSIER)
    ocop(root, "submit", DOSSIER)
    for number, document in enumerate((REPORT, LETTER), 31):
        (root / f"papers/ky-{number}.pdf").write_bytes(f"%PDF-1.7 {number}".encode())
        ocop(root, "docs", "number", document, "--number", str(number), "--on", "30/11/2026")
        ocop(root, "docs", "sign", document, "--scan", str(root / f"papers/ky-{number}.pdf"))
    for draft in (root / "packages").iterdir():
        draft.unlink()
    return root


def scan(size: int) -> bytes:
    """Return a PDF of one page that holds so many bytes, which no program can make fewer."""
    writer, held, buffer = PdfWriter(), DecodedStreamObject(), io.BytesIO()
    held.set_data(os.urandom(size))
    writer.add_blank_page(595, 842)[NameObject("/Thumb")] = writer._add_object(held)
    writer.write(buffer)
    return buffer.getvalue()


def taken_back(root: Path, words: tuple[str, ...]) -> Cost:
    """Run a command line and undo what it did."""
    cost = ocop(root, *words)
    ocop(root, "-y", "undo")
    return cost


def ocop(root: Path, *words: str) -> Cost:
    """Run a command line in a fresh process."""
    return child([sys.executable, "-m", "ocop_cli", "-C", str(root), "--as-of", DAY, "--no-input", *words])


def peer(root: Path, bag: Path) -> Cost:
    """Make a bag of the scans in place and zip it without deflating."""
    shutil.copytree(root / "papers" / DOSSIER, bag)
    made = child([sys.executable, "-m", "bagit", "--quiet", str(bag)])
    zipped = child(["zip", "-0", "-q", "-r", f"{bag}.zip", bag.name], cwd=bag.parent)
    return Cost(made.cpu + zipped.cpu, max(made.peak, zipped.peak))


def child(words: list[str], cwd: Path | None = None) -> Cost:
    """Return what a process cost; a lean one starts it, for a child begins with the memory of its parent.

    Raises ``RuntimeError`` when it fails.
    """
    done = subprocess.run(
        [sys.executable, "-S", "-c", _RUNNER, *words],
        capture_output=True,
        env=_ENVIRONMENT,
        text=True,
        cwd=cwd,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")
    cpu, peak = done.stderr.split()[-2:]
    return Cost(float(cpu), float(peak))


_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
_RUNNER = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(done.returncode)
"""


if __name__ == "__main__":
    raise SystemExit(main())
