"""``ocop verify``: is everything that was issued, sent or concluded as it was?"""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.typed.document import named_document
from ocop_cli.session.writing.writing import export_pdf
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.usecases.papers.issue import workspace_path
from ocop_cli.usecases.verify.folder import FolderCheck, verify_folder
from ocop_cli.usecases.verify.package import PackageCheck, package_json, verify_package
from ocop_cli.usecases.verify.pdf import PdfCheck, pdf_json, verify_pdf
from ocop_cli.usecases.verify.verify import (
    Verification,
    verification_json,
    verify_all,
    verify_document,
)
from ocop_cli.usecases.verify.words import folder_words, summary_line, verification_lines

_MORE = " Xem từng văn bản: `ocop verify TỆP`."


def verify(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(help="Văn bản, gói .zip, tệp .pdf ký số; bỏ trống: tất cả.", metavar="VĂN_BẢN"),
    ] = None,
    roots: Annotated[
        list[Path] | None,
        typer.Option("--roots", help="Chứng thư số của nơi cấp mà xã tin cậy (.pem, .cer)."),
    ] = None,
    signatures: Annotated[int, typer.Option("--signatures", help="Tệp .pdf phải có mấy chữ ký số.")] = 1,
) -> int:
    """Tell which of dossier, template and document has changed since a paper was made."""
    rulebook, profile = session.rulebook, session.workspace.profile
    if file is None:
        papers = verify_all(session.sources, rulebook, profile)
        return _verify_all(session, papers, verify_folder(session.sources))
    if file.suffix.lower() == ".zip":
        return _verify_package(session, verify_package(session.sources, workspace_path(session.root, file)))
    if file.suffix.lower() == ".pdf":
        name = workspace_path(session.root, file)
        return _verify_pdf(session, verify_pdf(session.root, name, roots or (), signatures))
    paper = load_document(session.sources, named_document(session, file))
    found = verify_document(session.sources, paper, rulebook, profile)
    if session.options.json:
        session.json("ocop/verify@1", verification_json(found))
    session.say("\n".join(verification_lines(paper.record, found)))
    if session.options.pdf:
        export_pdf(session, [paper.document])
    return 0 if found.is_unchanged else 1


def _verify_all(session: Session, found: list[Verification], folder: FolderCheck) -> int:
    """Name the papers that would read otherwise today, and every file that is not what its witnesses say."""
    stale = [line for each in found if (line := summary_line(each))]
    if session.options.json:
        touched = {e.document: [c.name for c in e.differences] for e in found if e.differences}
        missing = [each.document for each in found if each.dossier]
        papers = {"papers": len(found), "touched": touched, "without_dossier": missing}
        noticed = [each._asdict() for each in folder.noticed]
        session.json("ocop/verify-all@1", {**papers, "noticed": noticed, "unsealed": folder.unsealed})
    for line in [*stale, *folder_words(folder)]:
        session.say(line)
    session.say(f"{len(found)} văn bản, {len(stale)} văn bản cần xem lại." + _MORE * bool(stale))
    return 1 if stale or folder.noticed else 0


def _verify_package(session: Session, found: PackageCheck) -> int:
    """Say whether a package is still what was assembled."""
    if session.options.json:
        session.json("ocop/verify-package@1", package_json(found))
    session.say("\n".join(found.lines()))
    return 1 if found.faults else 0


def _verify_pdf(session: Session, found: PdfCheck) -> int:
    """Say who signed a PDF, and whether it still holds."""
    if session.options.json:
        session.json("ocop/verify-pdf@1", pdf_json(found))
    session.say("\n".join(found.lines()))
    return 1 if found.faults else 0
