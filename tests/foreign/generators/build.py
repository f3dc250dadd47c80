"""Build the corpus: ``build.py TOOLS [NUMBER …]``; TOOLS holds node_modules. Needs docs/README there; never run by CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import as_html
import papers
import word_xml
from documents import DOCUMENTS
from layout import LOOK, compose

HERE = Path(__file__).parent
OUT = HERE.parent
OFFICE = os.environ.get("OFFICE", "soffice --headless").split()
Job = dict[str, Any]


def _made(entry: Job, tools: Path, room: Path) -> bytes:
    paper = papers.ALL[entry["paper"]]() | entry.get("words", {})
    look = LOOK | entry.get("look", {})
    if entry.get("tags"):
        paper = paper | {k: entry["tags"][k] for k in entry["tags"]}
    blocks = compose(paper, look)
    how, _, option = entry["by"].partition(":")
    return MAKERS[how](paper, blocks, look, option, tools, room, entry)


def _raw(paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job) -> bytes:
    return word_xml.build(blocks, look, option or "word")


def _node(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    word_xml._room(blocks, look["page"][0] - look["margins"][2] - look["margins"][3])
    out, job = room / "out.docx", room / "job.json"
    todo = {"how": option, "blocks": blocks, "look": look, "out": str(out)}
    if option == "htmlToDocx":
        todo["html"] = as_html.page(blocks, look)
    if entry.get("data"):
        (room / "template.docx").write_bytes(word_xml.build(blocks, look))
        todo |= {"template": str(room / "template.docx"), "data": entry["data"]}
    job.write_text(json.dumps(todo), encoding="utf-8")
    subprocess.run(["node", str(HERE / "node.mjs"), str(job)], cwd=tools, check=True)
    return out.read_bytes()


def _through(content: bytes, steps: list[str], room: Path) -> bytes:
    """Send a file through LibreOffice from format to format."""
    path = room / "paper.docx"
    path.write_bytes(content)
    for step in steps:
        target = room / f"to-{step}"
        target.mkdir(exist_ok=True)
        if step == "abw":
            made = target / "paper.abw"
            subprocess.run(
                ["abiword", "--to=abw", "-o", str(made), str(path)], check=True, capture_output=True
            )
        elif path.suffix == ".abw":
            made = target / f"paper.{step}"
            subprocess.run(
                ["abiword", f"--to={step}", "-o", str(made), str(path)], check=True, capture_output=True
            )
        else:
            form = "docx:MS Word 2007 XML" if step == "docx" else step
            subprocess.run(
                [*OFFICE, "--convert-to", form, "--outdir", str(target), str(path)],
                check=True,
                capture_output=True,
            )
            made = target / f"paper.{step}"
        path = made
    return path.read_bytes()


def _office(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    return _through(word_xml.build(blocks, look), option.split(","), room)


def _office_html(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    (room / "paper.html").write_text(as_html.page(blocks, look), encoding="utf-8")
    target = room / "to-odt"
    for source, form in ((room / "paper.html", "odt"), (target / "paper.odt", "docx:MS Word 2007 XML")):
        more = ["--infilter=HTML (StarWriter)"] if form == "odt" else []
        subprocess.run(
            [*OFFICE, *more, "--convert-to", form, "--outdir", str(target), str(source)],
            check=True,
            capture_output=True,
        )
    return (target / "paper.docx").read_bytes()


def _pandoc(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    import pypandoc

    out = room / "out.docx"
    text, source = (
        (as_html.markdown(paper), "markdown")
        if option == "markdown"
        else (as_html.page(blocks, look), "html")
    )
    more = []
    if option == "reference":
        (room / "reference.docx").write_bytes(word_xml.build(blocks, look))
        more = [f"--reference-doc={room / 'reference.docx'}"]
    pypandoc.convert_text(text, "docx", format=source, outputfile=str(out), extra_args=more)
    return out.read_bytes()


def _pydocx(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    import with_python_docx

    out = room / "out.docx"
    with_python_docx.write(blocks, look, out, bare=option == "bare")
    return out.read_bytes()


def _htmldocx(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    from docx import Document
    from htmldocx import HtmlToDocx

    document = Document()
    HtmlToDocx().add_html_to_document(as_html.page(blocks, look), document)
    document.save(room / "out.docx")
    return (room / "out.docx").read_bytes()


def _composed(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    from docx import Document
    from docxcompose.composer import Composer

    for name, part in (("a", blocks), ("b", compose(papers.ALL[option]() | entry.get("second", {}), LOOK))):
        (room / f"{name}.docx").write_bytes(word_xml.build(part, look))
    whole = Composer(Document(room / "a.docx"))
    whole.doc.add_page_break()
    whole.append(Document(room / "b.docx"))
    whole.save(room / "out.docx")
    return (room / "out.docx").read_bytes()


def _spire(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    from spire.doc import Document, FileFormat

    (room / "in.docx").write_bytes(word_xml.build(blocks, look))
    document = Document()
    document.LoadFromFile(str(room / "in.docx"))
    document.SaveToFile(str(room / "out.docx"), FileFormat.Docx2016)
    return (room / "out.docx").read_bytes()


def _docxtpl(
    paper: Job, blocks: list[Job], look: Job, option: str, tools: Path, room: Path, entry: Job
) -> bytes:
    from docxtpl import DocxTemplate

    (room / "in.docx").write_bytes(word_xml.build(blocks, look))
    template = DocxTemplate(room / "in.docx")
    template.render(entry["data"], autoescape=True)
    template.save(room / "out.docx")
    return (room / "out.docx").read_bytes()


MAKERS = {
    "raw": _raw, "node": _node, "office": _office, "office-html": _office_html, "pandoc": _pandoc, "python-docx": _pydocx,
    "htmldocx": _htmldocx, "docxcompose": _composed, "spire": _spire, "docxtpl": _docxtpl,
}  # fmt: skip


def main() -> None:
    tools, wanted = Path(sys.argv[1]), {int(n) for n in sys.argv[2:]}
    for number, entry in enumerate(DOCUMENTS, 1):
        if wanted and number not in wanted:
            continue
        room = Path(tempfile.mkdtemp())
        try:
            (OUT / f"{number:02d}.docx").write_bytes(_made(entry, tools, room))
        except Exception as error:  # one generator that fails does not stop the others
            print(number, entry["by"], repr(error)[:300], (getattr(error, "stderr", b"") or b"")[-300:])
        shutil.rmtree(room)


if __name__ == "__main__":
    main()
