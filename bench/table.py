"""Every line of the table of speeds, each with what is wanted of it: runs the benchmarks one after another.

usage: python bench/table.py [ROUNDS [DOSSIERS]]

DOSSIERS is the size of the large workspaces: 2,000 unless it is given, 20,000 for those of a province (an hour).
"""

import os
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent


def main() -> int:
    """Run the benchmarks; return 1 when one of them misses what is wanted."""
    rounds = sys.argv[1] if sys.argv[1:] else "3"
    dossiers = sys.argv[2] if sys.argv[2:] else "2000"
    lines = (
        ("reading.py", rounds),
        ("startup.py", rounds),
        ("growth.py", rounds, dossiers),
        ("doorstop.py", rounds),
        ("packages.py",),
    )
    missed = []
    for script, *words in lines:
        print(f"── {script} {' '.join(words)}   load {os.getloadavg()[0]:.1f}", flush=True)
        if subprocess.run([sys.executable, BENCH / script, *words], check=False).returncode:
            missed.append(script)
    print(f"missed: {', '.join(missed)}" if missed else "all as wanted")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
