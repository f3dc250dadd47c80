"""What a change does, in the words of screens and papers: fields by their titles, documents by their lines."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ocop_cli.programme.document_record import SCHEMA, DocumentRecord
from ocop_cli.rules.wording_file import WordingFile
from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER
from ocop_cli.store.files.changes import AnyChange, BigChange, Change
from ocop_cli.store.value_words import FieldPath, FileValues
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.field_titles import titles_of
from ocop_cli.viet.text import shortened

_LONGEST = 90  # letters of one value
_MOST = 30  # fields of one file
_HIDDEN = "(dữ liệu cá nhân)"  # screens are shared
_OF_DOCUMENT = ("form", "title", "symbol", "made", "printed")
"""What a record says of its document."""


def change_lines(root: Path, change: AnyChange) -> list[str]:
    """Return the lines that tell one change; of the record beside a document none that follows from the document."""
    if isinstance(change, BigChange):
        return [_what_happens(change)]
    if _is_record(change) and (change.before is None or not any(_field_lines(root, change))):
        return []
    if change.after is None:
        return [_what_happens(change)]
    is_told = (
        change.path.endswith(".yaml") and model_of(change.path) is not WordingFile
    )  # its verb shows a table
    fields = [f"  {line}" for line in _field_lines(root, change)] if is_told else []
    more = [f"  … và {len(fields) - _MOST} mục khác"] if len(fields) > _MOST else []
    return [_what_happens(change), *fields[:_MOST], *more]


def _what_happens(change: AnyChange) -> str:
    if change.after is None:
        return f"Xóa tệp {change.path}"
    return f"{'Sửa' if change.before is not None else 'Tệp mới'} {change.path}"


def _is_record(change: Change) -> bool:
    """Say whether a file is the record of a document, wherever ``--out`` has put it."""
    return (change.after or change.before or b"").startswith(f"schema: {SCHEMA}".encode())


def _field_lines(root: Path, change: Change) -> Iterator[str]:
    """Yield each field whose value is another: its titles, the old value and the new."""
    before, after = _leaves(change, change.before), _leaves(change, change.after)
    model, left_out = (DocumentRecord, _OF_DOCUMENT) if _is_record(change) else (model_of(change.path), ())
    earlier, later = FileValues(root, model, before), FileValues(root, model, after)
    for path in [*before, *(path for path in after if path not in before)]:
        old, new = before.get(path), after.get(path)
        if old == new or path == ("schema",) or path[0] in left_out:
            continue
        title = titles_of(model, path) if model else ", ".join(path)
        was = _shown(change, old and earlier.words_of(path, old))
        now = _shown(change, new and later.words_of(path, new))
        if was or now:
            yield (
                f"{title}: {now or '(bỏ)'}" if old is None or not was else f"{title}: {was} → {now or '(bỏ)'}"
            )


def _leaves(change: Change, content: bytes | None) -> dict[FieldPath, str]:
    source = parse(content, change.path) if content is not None else None
    return dict(flat_values((), source.filled)) if source else {}


def flat_values(path: FieldPath, value: Any) -> Iterator[tuple[FieldPath, str]]:
    """Yield the single values of plain data, each with its way; list places by their number."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from flat_values((*path, str(key)), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from flat_values((*path, str(number)), inner)
    elif value is not None:
        yield path, str(value)


def _shown(change: Change, value: str | None) -> str:
    """Return a value for a screen, which is shared; nothing for none."""
    is_hidden = value and change.path.startswith(f"{PRIVATE_FOLDER}/")
    line = _HIDDEN if is_hidden else shortened(value or "", _LONGEST)
    return f"“{line}”" if line else ""
