"""Make a folder with ``ocop`` and all it needs, Python too: it is copied to a machine of the same system and runs.

usage: python tools/make_bundle.py FOLDER

The bundle is ``FOLDER/ocop``, its program ``ocop`` (``ocop.exe``) in it. It fits the system that runs this.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START = """from multiprocessing import freeze_support

from ocop_cli.app import main

if __name__ == "__main__":
    freeze_support()
    main()
"""
HIDDEN = ("shellingham.posix", "shellingham.nt")  # loaded by name, for completion
WHOLE = ("ocop_cli", "docx", "docxtpl")  # verbs are loaded by name; data lie beside the modules


def main(folder: Path) -> int:
    """Install into an environment of its own, so that nothing else is packed, and bundle from there."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
        python = work / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = [python, "-m", "pip", "install", "--quiet", "--constraint", ROOT / "constraints.txt"]
        subprocess.run([*pip, f"{ROOT}[bundle]"], check=True)
        (work / "start.py").write_text(START, encoding="utf-8")
        words = ["--onedir", "--noconfirm", "--name", "ocop", "--log-level", "WARN"]
        words += [word for name in WHOLE for word in ("--collect-all", name)]
        words += [word for name in HIDDEN for word in ("--hidden-import", name)]
        places = ["--distpath", folder.resolve(), "--workpath", work / "build", "--specpath", work]
        build = [python, "-m", "PyInstaller", *words, *places, work / "start.py"]
        return subprocess.run(build, cwd=work, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) if sys.argv[1:] else __doc__)
