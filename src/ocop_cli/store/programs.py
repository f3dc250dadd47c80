"""Other programs that are started: LibreOffice for PDF, and our own command line for the demo."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.store.files.temporary import temporary_folder

ProgramResult = subprocess.CompletedProcess[bytes]
"""Exit status and what a program printed, as bytes."""

_OCOP = "from ocop_cli.app import main; main()"
_OFFICE_NAMES = ("soffice", "libreoffice")
_LONGEST = 300  # seconds; the first start of a fresh profile is slow


def export_pdf(root: Path, documents: Sequence[str]) -> list[str]:
    """Write a PDF beside each Word document and return their paths.

    Raises ``OcopError`` when LibreOffice is not there, or made nothing.
    """
    program = next((found for name in _OFFICE_NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise OcopError(
            "Chưa có LibreOffice nên chưa xuất được PDF; văn bản Word đã ghi đủ.",
            "Cài LibreOffice (libreoffice.org, hoặc gói libreoffice-writer), hoặc mở bằng Word rồi Lưu thành PDF.",
        )
    made = []
    for document in documents:
        target = root / document
        with temporary_folder() as profile:
            command = [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
            ]
            run = subprocess.run(  # noqa: S603 - the program was found on the path, the file is ours
                [*command, "--outdir", str(target.parent), str(target)],
                capture_output=True,
                timeout=_LONGEST,
                check=False,
            )
        if run.returncode or not target.with_suffix(".pdf").is_file():
            raise OcopError(
                f"LibreOffice không chuyển được {document}.", "Mở tệp bằng Word rồi Lưu thành PDF."
            )
        made.append(target.with_suffix(".pdf").relative_to(root).as_posix())
    return made


def run_ocop(words: Sequence[str]) -> ProgramResult:
    """Run one of our own command lines in its own process, as a person would type it."""
    return subprocess.run([sys.executable, "-P", "-c", _OCOP, *words], capture_output=True, check=False)  # noqa: S603 - our own command
