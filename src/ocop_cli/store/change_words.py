"""What a change does, in the words of screens and papers: fields by their titles, documents by their lines."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ocop_cli.dossier.vocabulary import words
from ocop_cli.programme.document_record import SCHEMA, DocumentRecord
from ocop_cli.store.data_places import model_of
from ocop_cli.store.dossiers import PRIVATE_FOLDER
from ocop_cli.store.files.changes import Change
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.source import parse
from ocop_cli.store.yaml.tree import filled
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.field_titles import list_at, titles_of
from ocop_cli.viet.fields import Record

_LONGEST = 90  # letters of one value
_MOST = 30  # fields of one file
_STAGES = ("stage", "from", "from_stage")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_HIDDEN = "(dữ liệu cá nhân)"  # screens are shared
_OF_DOCUMENT = ("form", "title", "symbol", "made", "printed")
"""What a record says of its document."""
Path = tuple[str, ...]


def change_lines(change: Change) -> list[str]:
    """Return the lines that tell one change; of the record beside a document none that follows from the document."""
    if _is_record(change) and (change.before is None or not any(_field_lines(change))):
        return []
    if change.after is None:
        return [f"Xóa tệp {change.path}"]
    fields = [f"  {line}" for line in _field_lines(change)] if change.path.endswith(".yaml") else []
    more = [f"  … và {len(fields) - _MOST} mục khác"] if len(fields) > _MOST else []
    return [f"{'Sửa' if change.before is not None else 'Tệp mới'} {change.path}", *fields[:_MOST], *more]


def _is_record(change: Change) -> bool:
    """Say whether a file is the record of a document, wherever ``--out`` has put it."""
    return (change.after or change.before or b"").startswith(f"schema: {SCHEMA}".encode())


def _field_lines(change: Change) -> Iterator[str]:
    """Yield each field whose value is another: its titles, the old value and the new."""
    before, after = _leaves(change, change.before), _leaves(change, change.after)
    model, left_out = (DocumentRecord, _OF_DOCUMENT) if _is_record(change) else (model_of(change.path), ())
    for path in [*before, *(path for path in after if path not in before)]:
        old, new = before.get(path), after.get(path)
        if old == new or path == ("schema",) or path[0] in left_out:
            continue
        title = titles_of(model, path) if model else ", ".join(path)
        if change.path.startswith(f"{PRIVATE_FOLDER}/"):
            old, new = (_HIDDEN if old else old), (_HIDDEN if new else new)
        was, now = _shown(model, path, old), _shown(model, path, new)
        yield f"{title}: {now}" if old is None else f"{title}: {was} → {now}"


def _in_words(model: type[Record] | None, path: Path, value: str) -> str:
    """Return the Vietnamese word for a code of a list or of the cycle; any other value stands as it is."""
    if path[-1] in _STAGES:
        return load_cycle().name(value)
    if _DAY.match(value):
        return show_date(parse_date(value))
    kind = list_at(model, path) if model else None
    return words(kind).get(value, value) if kind else value


def _leaves(change: Change, content: bytes | None) -> dict[Path, str]:
    source = parse(content, change.path) if content is not None else None
    return dict(_flat((), filled(source.root))) if source and source.root else {}


def _flat(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat((*path, str(key)), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flat((*path, str(number)), inner)
    elif value is not None:
        yield path, str(value)


def _shown(model: type[Record] | None, path: Path, value: str | None) -> str:
    if value is None:
        return "(bỏ)"
    line = " ".join(_in_words(model, path, value).split())
    return f"“{line if len(line) <= _LONGEST else line[:_LONGEST].rstrip() + '…'}”"
