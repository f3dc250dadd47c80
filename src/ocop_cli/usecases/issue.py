"""What issuing a document changes: the dossier that rests on it, the scan beside it."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.documents.provenance import short_hash
from ocop_cli.dossier.conclusions import DocumentRef
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.document_register import RegisterEntry
from ocop_cli.store.document_records import DocumentFile, list_documents
from ocop_cli.store.dossiers import load_dossiers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.files.paths import inside
from ocop_cli.store.yaml.edit import Set, change_of


def entries_of(root: Path, year: int | None = None) -> list[RegisterEntry]:
    """Return the documents of a year as the register sees them."""
    return [
        RegisterEntry(p.document, p.record, file_hash(root, p.document)) for p in list_documents(root, year)
    ]


def file_hash(root: Path, name: str) -> str | None:
    """Return the short hash of a file of the workspace, or ``None`` when it is not there."""
    path = inside(root, name)
    return short_hash(path.read_bytes()) if path.is_file() else None


def workspace_path(root: Path, file: Path) -> str:
    """Return a file's path in the workspace, from where the person stands or from its top.

    Raises ``OcopError`` for a file outside, or none at all.
    """
    for candidate in (file, root / file):
        path = candidate.resolve()
        if path.exists() and path.is_relative_to(root.resolve()):
            return path.relative_to(root.resolve()).as_posix()
    raise OcopError(f"Không thấy {file} trong thư mục làm việc.", "Xem `ocop docs list`.", exit_code=MISUSE)


def dossier_numbers(root: Path, paper: DocumentFile, number: str, on: date) -> list[Change]:
    """Return the changes that write a document's number into the dossiers that name it as their own."""
    changes = []
    for file in load_dossiers(root)[0]:
        held = {
            ("evaluation", "report"): file.dossier.evaluation.report if file.dossier.evaluation else None,
            ("submission", "letter"): file.dossier.submission.letter if file.dossier.submission else None,
        }
        edits = [
            edit for field, ref in held.items() if _is(ref, paper.document)
            for edit in (Set((*field, "number"), number), Set((*field, "issued_on"), on))
        ]  # fmt: skip
        if edits:
            changes.append(change_of(file.source, edits))
    return changes


def scan_record(root: Path, scan: Path, on: date) -> dict[str, Any]:
    """Return the record of a signed scan. Raises ``OcopError`` when it does not lie in the workspace."""
    name = workspace_path(root, scan)
    return {"file": name, "sha256": hashlib.sha256(inside(root, name).read_bytes()).hexdigest(), "on": on}


def _is(ref: DocumentRef | None, document: str) -> bool:
    return ref is not None and ref.file == document
