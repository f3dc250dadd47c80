"""Look at every document as it prints: LibreOffice makes PDFs, and what stands on the pages is checked.

usage: PYTHONPATH=tests python tools/seen.py    (the sample documents are in tests/support)

Plays the demo, makes the documents that the demo does not, and converts them all. Fails when a page holds only the
signature block, when words are lost or added, when a place is left unfilled, when a text comes back changed, or when
the project's own checker finds an error. Page images go to ``pages/`` (not in git). Without LibreOffice it says so
loudly and passes, but never in CI.
"""

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docx import Document

from ocop_cli.lint.blocks import Table, inside
from ocop_cli.lint.components import WordDocument
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.report import report_violations
from ocop_cli.ooxml.package import open_package
from ocop_cli.store.built_in.packaged import load_standard
from support.office import through_office
from support.sample_documents import fill, sample_values

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "pages"
STANDARD = load_standard()
DAY = {**os.environ, "OCOP_AS_OF": "2026-11-27", "OCOP_NO_INPUT": "1"}
MORE = (
    "rules sheet 26-2026 14", "rules sheet 148-2023 26", "rules sheet 26-2026 21", "score ruou-ghe --print",
    "plan 2026", "plan 2027", "paper tu-danh-gia mat-ong", "paper tiep-nhan mat-ong", "paper kiem-tra-the-thuc gao-do",
    "paper kiem-soat sam-day", "paper huong-dan gao-do --due 04/12/2026", "paper nhac-han mang-kho", "inspect mang-kho --stopped-on 20/11/2026",
    "paper ngung-san-xuat mang-kho", "inspect gui-tre", "report --kind selection",
)  # fmt: skip
NASTY = (
    "A & B < C > D",
    "“ngoặc” 'đơn' \"kép\"",
    "{{ x }} {% y %}",
    "50 % – 25 ‰",
    "Ộ Ữ Ẵ ỹ ợ đ Đ",
    "Mắm\u00a0ruốc",
    "10²×3½",
    "α±β",
    "Tên dài " * 20,
)


def main() -> int:
    """Make, convert, look; return 1 when something is wrong."""
    programs = [name for name in ("soffice", "pdftotext", "pdftoppm") if shutil.which(name) is None]
    if programs:
        print(f"!!! NOT SEEN: {', '.join(programs)} not installed; no document was looked at !!!")
        return 1 if os.environ.get("CI") else 0
    with tempfile.TemporaryDirectory() as folder:
        documents = make_documents(Path(folder) / "xa")
        convert(documents, Path(folder) / "pdf")
        violations = [
            violation for document in documents for violation in look_at(document, Path(folder) / "pdf")
        ]
        violations += lost_texts(Path(folder))
    print("\n".join(violations))
    print(f"{len(documents)} documents seen, {len(violations)} faults; page images in pages/")
    return 1 if violations else 0


def make_documents(root: Path) -> list[Path]:
    """Play the demo and the verbs beside it; return every Word document."""
    _ocop("demo", str(root), cwd=ROOT)
    for words in MORE:
        done = _ocop(*words.split(), cwd=root, check=False)
        if done.returncode:
            print(f"(not made: ocop {words}: {done.stderr.strip().splitlines()[:1]})")
    return sorted((root / "documents").rglob("*.docx"))


def convert(documents: list[Path], out: Path) -> None:
    """Make PDFs of all documents in one start of LibreOffice, and pictures of their pages."""
    through_office(documents, "pdf", out)
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir()
    for pdf in sorted(out.glob("*.pdf")):
        subprocess.run(["pdftoppm", "-r", "50", "-png", str(pdf), str(PAGES / pdf.stem)], check=True)


def look_at(document: Path, folder: Path) -> Iterator[str]:
    """Yield what is wrong with a document as it prints."""
    content, name = document.read_bytes(), document.name
    pages = _pages(folder / f"{document.stem}.pdf")
    paper = parse_document(open_package(content), STANDARD)
    printed, meant = _letters(" ".join(pages)), _letters(_text(paper))
    if lost := meant - printed:
        yield f"{name}: letters lost on the page: {dict(lost)}"
    again = sum((printed - meant).values())
    if again > (len(pages) - 1) * (len(_headings(paper)) + len(str(len(pages)))):
        yield f"{name}: {again} letters more on the page than in the file"
    if "{{" in " ".join(pages) or "{%" in " ".join(pages):
        yield f"{name}: a place is left unfilled"
    if not pages:
        yield f"{name}: no page"
    yield from (f"{name}: page {number} holds only the signature" for number in _lonely(pages, paper))
    for violation in report_violations(content, STANDARD).violations:
        if STANDARD.rules[violation.rule].severity in "EW":
            yield f"{name}: {violation.rule} {violation.place}: {violation.found}"


def lost_texts(folder: Path) -> Iterator[str]:
    """Yield texts that do not come back from the library or from LibreOffice character by character."""
    for number, nasty in enumerate(NASTY):
        path = folder / f"nasty-{number}.docx"
        path.write_bytes(fill("idea-slip", sample_values(nasty)["idea-slip"]))
        read = "\n".join(p.text for p in Document(io.BytesIO(path.read_bytes())).paragraphs)
        if nasty.strip() not in read:
            yield f"{nasty!r} does not come back from the library"
    paths = [folder / f"nasty-{number}.docx" for number in range(len(NASTY))]
    through_office(paths, "txt:Text (encoded):UTF8", folder)
    for number, nasty in enumerate(NASTY):
        if nasty.strip() not in (folder / f"nasty-{number}.txt").read_text(encoding="utf-8-sig"):
            yield f"{nasty!r} does not come back from LibreOffice"


def _pages(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    return [page for page in done.stdout.decode().split("\f") if page.strip()]


def _text(paper: WordDocument) -> str:
    return " ".join(p.raw for p in inside(paper.blocks))


def _letters(text: str) -> Counter[str]:
    """Count letters and digits: where lines break and fonts change, words are cut, but no letter may be lost."""
    return Counter(character for character in text if character.isalnum())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _headings(paper: WordDocument) -> str:
    """Return the headings of tables: they print again on every page."""
    tables = [block for block in paper.blocks if isinstance(block, Table) and block.rows]
    return "".join(p.raw for table in tables for cell in table.rows[0] for p in cell.paragraphs)


def _lonely(pages: list[str], paper: WordDocument) -> Iterator[int]:
    """Yield the pages after the first that hold nothing but copies and signature."""
    closing = {
        word
        for p in [*paper.copies, *paper.powers, *([paper.signer] if paper.signer else [])]
        for word in _words(p.raw)
    }
    if paper.foot is None:
        return
    for number, page in enumerate(pages[1:], 2):
        words = [word for word in _words(page) if word != str(number)]
        if words and set(words) <= closing:
            yield number


def _ocop(*words: str, cwd: Path, check: bool = True) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from ocop_cli.app import main; main()", *words]
    return subprocess.run(command, cwd=cwd, env=DAY, check=check, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main())
