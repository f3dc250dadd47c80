"""What ``ocop check`` costs beside doorstop's own check of as many items.

usage: python bench/doorstop.py [ROUNDS [DOSSIERS]]

Doorstop (requirements as YAML files, LGPL) is installed from PyPI, pinned, into an environment of its own in a temporary
folder; where that cannot be done the line says so and nothing is judged. Its items are smaller than dossiers (half a
kilobyte against four). CPU seconds of finished processes, in turn; what counts is the median of the ratios.
"""

import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import growth

PINNED = "doorstop==3.1"
WANTED = 0.5
ITEM = """active: true
derived: false
header: ''
level: {number}
links: []
normative: true
ref: ''
reviewed: null
text: |
  {text}
"""
CHECK = "from doorstop.cli.main import main; main([])"


def main() -> int:
    """Print the ratio with what is wanted of it; return 1 when it is too large."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 3
    size = int(sys.argv[2]) if sys.argv[2:] else 1_000
    with tempfile.TemporaryDirectory() as folder:
        python = installed(Path(folder) / "env")
        if python is None:
            print(f"check of {size} ÷ doorstop: not measured, {PINNED} cannot be installed here")
            return 0
        items, root = make_items(Path(folder) / "items", size), Path(folder) / "ours"
        growth.make_workspace(root, size)
        ratios = [growth.ocop(root, "check") / doorstop(python, items) for _ in range(rounds)]
    ratio = statistics.median(ratios)
    missed = "   MISSED" if ratio > WANTED else ""
    print(
        f"{f'check of {size} ÷ doorstop check of as many items':70} {ratio:.2f}   wanted: at most {WANTED}{missed}"
    )
    return int(bool(missed))


def installed(place: Path) -> Path | None:
    """Install doorstop into an environment of its own and return its Python; ``None`` where that fails."""
    venv.create(place, with_pip=True)
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = subprocess.run(
        [python, "-m", "pip", "install", "-q", PINNED, "setuptools<81"], capture_output=True, check=False
    )
    return python if done.returncode == 0 else None


def make_items(root: Path, size: int) -> Path:
    """Write a document of so many items, in a repository as doorstop wants one."""
    folder = root / "reqs"
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", root], check=True)
    (folder / ".doorstop.yml").write_text("settings:\n  digits: 5\n  prefix: REQ\n  sep: ''\n")
    words = growth.random.Random(growth.SEED)
    for number in range(1, size + 1):
        text = growth.words(words, 40)
        (folder / f"REQ{number:05}.yml").write_text(ITEM.format(number=number, text=text), encoding="utf-8")
    return root


def doorstop(python: Path, root: Path) -> float:
    """Return the CPU seconds of doorstop's check of a repository."""
    line = [sys.executable, "-S", "-c", growth.MEASURED, str(python), "-c", CHECK]
    told = subprocess.run(line, cwd=root, capture_output=True, check=True, text=True).stdout.split()
    if int(told[0]):
        sys.exit("doorstop failed, so nothing was measured")
    return float(told[1])


if __name__ == "__main__":
    sys.exit(main())
