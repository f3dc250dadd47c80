"""Seals as they lie in the folder: a second witness beside each file that something was concluded, issued or sent with.

A part of a file is a field of its head, or one entry of a list there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.programme.log_entry import YearLog
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.removal import Removals
from ocop_cli.programme.report_words import ReportWords
from ocop_cli.programme.seal import Resealed, Seal
from ocop_cli.programme.sheet_columns import SheetColumns
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import document_of
from ocop_cli.store.reading.records import Loaded, load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import SEAL_FOLDER, model_of
from ocop_cli.store.yaml.source import Source
from ocop_cli.viet.fields import Record

DOCUMENT = "document"
"""The part that stands for the Word file beside a record."""
ANSWERS = "answers"
"""What stands for the answers of a seal among the parts that are told."""

SEALED: frozenset[type[Record]] = frozenset({
    Dossier, DocumentRecord, NumberBook, Removals, SheetColumns, Meeting, Inspection, InspectionProgramme, YearPlan,
    YearLog, ReportWords,
})  # fmt: skip
ACTS = frozenset({
    "history", "evaluation", "evaluations", "submission", "submissions", "results", "extensions", "returned_forms",
})  # fmt: skip
"""What verbs write into a dossier: sealed from the first day, the facts beside it once it was sent."""


def seal_name(file: str) -> str:
    """Return where the seal of a file lies."""
    return f"{SEAL_FOLDER}/{file}"


def load_seal(sources: Sources, file: str) -> Loaded[Seal] | None:
    """Read the seal of a file; ``None`` where it has none."""
    name = seal_name(file)
    return load_record(sources, name, Seal) if inside(sources.root, name).is_file() else None


def wants_seal(record: Record) -> bool:
    """Say whether a file is to be sealed by itself: only verbs write it, or something was concluded in it."""
    match record:
        case DocumentRecord():
            return record.is_issued
        case Meeting():
            return record.held
        case Inspection():
            return not record.is_open
        case YearPlan() | YearLog() | InspectionProgramme() | ReportWords():
            # once a document that was made of them is issued; before, people work in them by hand
            return False
        case _:
            return type(record) in SEALED


def sealed_parts(file: str, source: Source) -> dict[str, str]:
    """Return the hashes of the parts of a file that a seal vouches for, by the dotted names of the parts."""
    data = source.data
    if data is None:
        return {}
    only = None if model_of(file) is not Dossier or _is_sent(data) else ACTS
    return {
        name: _hash(file, name, value)
        for key, whole in data.items()
        if key != "schema" and (only is None or key in only)
        for name, value in _entries(key, whole)
    }


def parts_now(sources: Sources, file: str) -> dict[str, str]:
    """Return the parts of a file as it lies in the folder, with the document that a record stands beside."""
    parts = sealed_parts(file, sources.load(file))
    return parts | document_part(sources, file) if model_of(file) is DocumentRecord else parts


def document_part(sources: Sources, record: str, content: bytes | None = None) -> dict[str, str]:
    """Return the hash of the document beside a record: of a content in hand, else of the file."""
    path = inside(sources.root, document_of(record))
    if content is None and path.is_file():
        content = path.read_bytes()
    return {} if content is None else {DOCUMENT: short_hash(content)}


def _is_sent(data: Mapping[str, Any]) -> bool:
    moves = data.get("history") or [{}]
    stage = moves[-1].get("stage") if isinstance(moves, list) and isinstance(moves[-1], dict) else None
    return stage_of(load_cycle().stages, str(stage)).past_sending


def _entries(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        yield from ((f"{key}.{number}", item) for number, item in enumerate(value))
    else:
        yield key, value


def _hash(file: str, part: str, value: Any) -> str:
    said = json.dumps([file, part, value], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return short_hash(said.encode())


def answers_hash(answers: Sequence[Resealed]) -> str | None:
    """Return the hash by which a seal knows who answered for changes; ``None`` where nobody had to."""
    said = [answer.model_dump(mode="json") for answer in answers]
    return short_hash(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()) if said else None


def answers_hold(seal: Seal) -> bool:
    """Say whether the answers of a seal are those it was written with; none of a version before 0.8 can be told."""
    return seal.answers == answers_hash(seal.resealed)
