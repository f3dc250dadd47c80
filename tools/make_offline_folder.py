"""Make a folder from which ``ocop`` is installed without a network: its wheel and those of all it needs.

usage: python tools/make_offline_folder.py FOLDER

The wheels fit the system and the Python that run this. There, in an environment of that Python:
``python -m pip install --no-index --find-links FOLDER ocop``.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path) -> int:
    """Download and build the wheels; return the exit status of pip."""
    words = ["wheel", "--quiet", "--constraint", str(ROOT / "constraints.txt"), "--wheel-dir", str(folder)]
    status = subprocess.run([sys.executable, "-m", "pip", *words, str(ROOT)], check=False).returncode
    if not status:
        size = sum(path.stat().st_size for path in folder.glob("*.whl"))
        print(f"{len(list(folder.glob('*.whl')))} wheels, {size / 1e6:.0f} MB in {folder}")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if sys.argv[1:] else __doc__)
