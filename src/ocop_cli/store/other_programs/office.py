"""Other programs that are started: LibreOffice, for PDF."""

import shutil
import subprocess
from collections.abc import Collection, Sequence
from itertools import chain, count
from pathlib import Path, PurePosixPath

from ocop_cli.errors import OcopError
from ocop_cli.store.at_work import waits_for
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.files.temporary import temporary_folder
from ocop_cli.store.other_programs.outside import outside_environment

_OFFICE_NAMES = ("soffice", "libreoffice")
_PDF_A = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'  # PDF/A-2b; unknown before 7.4
)
_PICTURES = 20  # pages that are shown
_LONGEST = 300  # seconds; the first start of a fresh profile is slow


def plan_pdf(root: Path, documents: Sequence[str], kept: Collection[str] = ()) -> list[Change]:
    """Return the changes that write a PDF beside each Word document; beside one that is ``kept``, under another name.

    LibreOffice is asked for PDF/A-2b, which archives take; what it wrote is for the caller to look at.
    Kept are the files of these paths, and every PDF that is signed digitally or that LibreOffice did not make. Raises
    ``OcopError`` when LibreOffice is not there, or made nothing.
    """
    program = office_program()
    if program is None:
        raise OcopError(
            "Chưa có LibreOffice nên chưa xuất được PDF; văn bản Word đã ghi đủ.",
            "Cài LibreOffice (libreoffice.org, hoặc gói libreoffice-writer), hoặc mở bằng Word rồi Lưu thành PDF.",
        )
    return [_export(root, program, document, kept) for document in documents]


def office_program() -> str | None:
    """Return LibreOffice where it is on the path."""
    return next((found for name in _OFFICE_NAMES if (found := shutil.which(name))), None)


def _export(root: Path, program: str, document: str, kept: Collection[str]) -> Change:
    made = pdf_of(program, root / document, document)
    target = _free_for_export(root, PurePosixPath(document).with_suffix(""), kept)
    return plan_write(root, target, made)


def pdf_of(program: str, path: Path, name: str) -> bytes:
    """Return a Word file as PDF; ``name`` is what people call it. Raises ``OcopError`` when LibreOffice makes nothing."""
    waits_for(f"Đang xuất PDF: {name}")
    with temporary_folder() as folder:
        words = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        run = subprocess.run(  # noqa: S603 - the program was found on the path, the file is ours
            [*words, "--convert-to", _PDF_A, "--outdir", str(folder), str(path.absolute())],
            capture_output=True,
            env=outside_environment(),
            timeout=_LONGEST,
            check=False,
        )
        made = folder / f"{path.stem}.pdf"
        if run.returncode or not made.is_file():
            raise OcopError(f"LibreOffice không chuyển được {name}.", "Mở tệp bằng Word rồi Lưu thành PDF.")
        return made.read_bytes()


def page_pictures(pdf: bytes) -> tuple[bytes, ...]:
    """Return the first pages of a PDF as PNG, small; none where poppler's pdftoppm is not there or makes nothing."""
    program = shutil.which("pdftoppm")
    if program is None:
        return ()
    with temporary_folder() as folder:
        words = [program, "-r", "70", "-gray", "-l", str(_PICTURES), "-png", "-", str(folder / "p")]
        subprocess.run(  # noqa: S603 - the program was found on the path, the file is ours
            words, input=pdf, capture_output=True, env=outside_environment(), timeout=_LONGEST, check=False
        )
        return tuple(picture.read_bytes() for picture in sorted(folder.glob("p-*.png")))


def _free_for_export(root: Path, stem: PurePosixPath, kept: Collection[str]) -> str:
    """Return where an export goes: never over a signed scan, nor over a PDF that somebody else made."""
    names = chain([f"{stem}.pdf"], (f"{stem}-xuat-{number}.pdf" for number in count(1)))
    return next(name for name in names if name not in kept and _is_own_export(root / name))


def _is_own_export(path: Path) -> bool:
    """Say whether a file is absent, or a PDF as LibreOffice makes it that nobody has signed."""
    if not path.exists():
        return True
    from ocop_cli.store.foreign.pdf import read_pdf  # with pypdf, which is slow to load

    facts = read_pdf(path) if path.is_file() else None
    return facts is not None and facts.producer.startswith("LibreOffice") and not facts.signatures
