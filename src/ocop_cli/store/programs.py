"""PDF by LibreOffice, where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ocop_cli.errors import OcopError

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST = 300  # seconds; the first start of a fresh profile is slow


def export_pdf(root: Path, documents: Sequence[str]) -> list[str]:
    """Write a PDF beside each Word document and return their paths.

    Raises ``OcopError`` when LibreOffice is not there, or made nothing.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise OcopError(
            "Chưa có LibreOffice nên chưa xuất được PDF; văn bản Word đã ghi đủ.",
            "Cài LibreOffice (libreoffice.org, hoặc gói libreoffice-writer), hoặc mở bằng Word rồi Lưu thành PDF.",
        )
    made = []
    for document in documents:
        target = root / document
        with tempfile.TemporaryDirectory() as profile:
            command = [
                program,
                f"-env:UserInstallation={Path(profile).as_uri()}",
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
