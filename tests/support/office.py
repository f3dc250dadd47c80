"""LibreOffice as a person has it who never changed its settings: files opened and saved, or printed."""

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

_SECONDS = 600


def through_office(files: Iterable[Path], into: str, folder: Path) -> Path:
    """Have LibreOffice save files as another kind (``docx``, ``pdf``) into a folder, all in one start; return the folder."""
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = ["soffice", own, "--headless", "--convert-to", into, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=_SECONDS)
    return folder
