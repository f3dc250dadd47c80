"""What a verb writes is sealed with it; a part that another hand had changed keeps its seal, so that it is told."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.seal import SCHEMA, Resealed, Seal
from ocop_cli.store.files.changes import AnyChange, Change, real_changes
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.document_records import document_of, record_name
from ocop_cli.store.papers.seals import (
    ANSWERS,
    DOCUMENT,
    SEALED,
    answers_hash,
    answers_hold,
    document_part,
    load_seal,
    parts_now,
    seal_name,
    sealed_parts,
    wants_seal,
)
from ocop_cli.store.programme.plans import plan_name
from ocop_cli.store.programme.report_words import report_words_name
from ocop_cli.store.reading.records import Loaded, read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.usecases.papers.issue import workspace_path

_YEAR_PLAN = "year-plan"


def seal_changes(
    sources: Sources, changes: Sequence[AnyChange], left: Mapping[str, Loaded[Any]]
) -> list[Change]:
    """Return the changes of seals that go with what a verb is about to write; ``left`` are its data files as they will read.

    An issued document seals what it was made from as well: plan, acts, meeting, inspections, the report's words.
    """
    small = [change for change in real_changes(changes) if isinstance(change, Change)]
    wanted = [change for change in small if model_of(change.path) in SEALED]
    written = {change.path for change in wanted}
    behind = {file for change in wanted for file in _behind_issued(left, change.path)} - written
    found = [made for change in wanted if (made := _of_change(sources, change, left, small))]
    return [*found, *(reseal(sources, file) for file in sorted(behind) if _is_unsealed(sources, file))]


def reseal(sources: Sources, file: str, answer: Resealed | None = None) -> Change:
    """Return the change that seals a file as it is now; ``answer`` names who answers for what was changed."""
    return _written(load_seal(sources, file), file, parts_now(sources, file), answer)


def file_to_seal(root: Path, file: Path) -> str:
    """Return the data file that a person names, itself or by its document. Raises ``OcopError`` (misuse) for any other."""
    name = workspace_path(root, file)
    name = record_name(name) if name.endswith(".docx") else name
    if model_of(name) not in SEALED or not inside(root, name).is_file():
        raise OcopError(
            f"{name} không phải tệp có dấu niêm.",
            "Nêu tệp trong dossiers/, programme/ hoặc văn bản trong documents/.",
            exit_code=MISUSE,
        )
    return name


def broken_seals(sources: Sources, names: Sequence[str]) -> dict[str, list[str]]:
    """Map those files whose seal is broken to the parts that are others than it says, its answers among them."""
    seals = {name: seal for name in names if (loaded := load_seal(sources, name)) and (seal := loaded.record)}
    found = {
        name: [*broken_parts(sources, seal), *([] if answers_hold(seal) else [ANSWERS])]
        for name, seal in seals.items()
    }
    return {name: parts for name, parts in found.items() if parts}


def broken_parts(sources: Sources, seal: Seal) -> list[str]:
    """Return the parts of a file that are others than its seal says, those that are gone, and those that came."""
    return unlike_parts(seal, parts_now(sources, seal.file))


def unlike_parts(seal: Seal, now: Mapping[str, str]) -> list[str]:
    """Return the parts that are others than a seal says, those that are gone, and those that came."""
    return [name for name in dict.fromkeys([*seal.parts, *now]) if seal.parts.get(name) != now.get(name)]


def _of_change(
    sources: Sources, change: Change, left: Mapping[str, Loaded[Any]], changes: Sequence[Change]
) -> Change | None:
    """Return the change of the seal of one file that is to be written; a file that goes takes its seal along.

    One that is left unreadable is not sealed.
    """
    before = load_seal(sources, change.path)
    if change.after is None:
        return Change(seal_name(change.path), before.source.raw, None) if before else None
    record = left[change.path].record
    if record is None or not (before or wants_seal(record)) or (before and before.record is None):
        return None
    old = before.record.parts if before and before.record else {}
    parts = _carried(old, change, left[change.path].source)
    if isinstance(record, DocumentRecord):
        parts |= _document(sources, change, record, changes)
    return None if parts == old else _written(before, change.path, parts)


def _carried(old: Mapping[str, str], change: Change, after: Source) -> dict[str, str]:
    """Return the parts of a seal after a verb: what another hand had changed, put in or taken out stays as it was sealed."""
    was = sealed_parts(change.path, parse(change.before, change.path)) if old and change.before else {}
    now = sealed_parts(change.path, after)
    by_hand = {name for name in old if name != DOCUMENT and was.get(name) != old[name]}
    put_in = {name for name in was if name not in old}
    fresh = {name: digest for name, digest in now.items() if name not in put_in | by_hand}
    return fresh | {name: old[name] for name in by_hand}


def _document(
    sources: Sources, change: Change, record: DocumentRecord, changes: Sequence[Change]
) -> dict[str, str]:
    """Return the part of the Word file: as it was when the paper got its number, anew when it got its signed scan."""
    old, was = load_seal(sources, change.path), _record_before(change)
    newly_signed = record.signed is not None and not (was and was.signed)
    if old and old.record and DOCUMENT in old.record.parts and not newly_signed:
        return {DOCUMENT: old.record.parts[DOCUMENT]}
    name = document_of(change.path)
    return document_part(sources, change.path, next((c.after for c in changes if c.path == name), None))


def _behind_issued(left: Mapping[str, Loaded[Any]], name: str) -> Iterator[str]:
    """Yield the files of the programme that an issued document was made from."""
    record = left[name].record if name in left else None
    if not isinstance(record, DocumentRecord) or not record.is_issued:
        return
    yield from (file for file in record.made.records if file.startswith("programme/"))
    asked = record.made.asked
    if record.current_form == _YEAR_PLAN:
        yield plan_name(int(asked["year"]))
    if "first" in asked:
        from ocop_cli.usecases.year.report import ReportRequest  # with the reports, which few verbs need

        yield report_words_name(ReportRequest.again(asked).name)


def _is_unsealed(sources: Sources, file: str) -> bool:
    return inside(sources.root, file).is_file() and not inside(sources.root, seal_name(file)).is_file()


def _written(
    before: Loaded[Seal] | None, file: str, parts: Mapping[str, str], answer: Resealed | None = None
) -> Change:
    """Return the change of a seal; the hash of answers that another hand had changed stays, until somebody answers again."""
    kept = before.record if before else None
    answers = [*(kept.resealed if kept else ()), *([answer] if answer else ())]
    harmed = kept if kept and not answer and not answers_hold(kept) else None
    data = {
        "schema": SCHEMA,
        "file": file,
        "parts": dict(sorted(parts.items())),
        "resealed": [each.model_dump(mode="json") for each in answers] or None,
        "answers": harmed.answers if harmed else answers_hash(answers),
    }
    return Change(seal_name(file), before.source.raw if before else None, dump(data).encode())


def _record_before(change: Change) -> DocumentRecord | None:
    """Return the record that a file held before."""
    was = change.before
    return None if was is None else read_record(parse(was, change.path), DocumentRecord).record
