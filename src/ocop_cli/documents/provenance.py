"""Where every printed value came from, and which of it a changed fact touches."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.programme.document_record import DocumentRecord, Printed
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.viet.fields import Record
from ocop_cli.viet.personal import kinds_of_personal, masked

_COUNTED = "counted"
_NOT_KEPT = {"cite", *PrivateData.model_fields}  # personal data stays where it is


def source_hashes(dossier: Dossier, form: FormInfo) -> dict[str, str]:
    """Return the hash of every part of the dossier that a form is made of."""
    paths = sorted({path for paths in form.sources.values() for path in paths})
    parts = {path.partition(".")[0] for path in paths}
    data = dossier.model_dump(mode="json", include=parts) | {
        "submission": {"product_code": dossier.product_code}
    }
    return {path: _hash_of(_part(data, path)) for path in paths}


def facts_hash(record: Record) -> str:
    """Return the hash of everything that a record says; a field that is not stated counts for nothing."""
    return _hash_of(record.model_dump(mode="json", exclude_defaults=True))


def printed_places(values: Mapping[str, Any], form: FormInfo) -> dict[str, Printed]:
    """Return every place of a document, as ``printed_data`` has it, as a record."""
    return {name: Printed(**place) for name, place in printed_data(values, form).items()}


def printed_data(values: Mapping[str, Any], form: FormInfo) -> dict[str, dict[str, Any]]:
    """Return every place of a document with its text, its sources, its article and the dossiers it was counted from.

    What a place has none of is left out, and all places of personal data. The value ``counted`` maps places to the ids
    of dossiers; it is not printed itself.
    """
    counted = values.get(_COUNTED, {})
    printed = {key: value for key, value in values.items() if key != _COUNTED}
    found: dict[str, dict[str, Any]] = {}
    for name, text, sources, cite in _places("", printed, form, ()):
        bare = text.strip()
        if bare and name.rpartition(".")[2] not in _NOT_KEPT:
            said = {
                "text": bare,
                "sources": sources,
                "cite": cite,
                "counted": " ".join(counted.get(name, ())),
            }
            found[name] = {field: value for field, value in said.items() if value}
    return found


def values_to_print(values: Mapping[str, Any], form: FormInfo) -> dict[str, Any]:
    """Return the values of a document without personal data that its form does not declare: they are masked.

    A number that somebody typed into a description would stand on every list and letter else.
    """
    return {
        name: value if name in form.personal or name == _COUNTED else _masked(value)
        for name, value in values.items()
    }


def kinds_masked(values: Mapping[str, Any], form: FormInfo) -> list[str]:
    """Return in Vietnamese the kinds of personal data that ``values_to_print`` masks, each once."""
    undeclared = {name: value for name, value in values.items() if name not in {*form.personal, _COUNTED}}
    return list(
        dict.fromkeys(kind for _, text in _leaves("", undeclared) for kind in kinds_of_personal(text))
    )


def _masked(value: Any) -> Any:
    if type(value) is str:  # nearly all that is printed
        return masked(value)
    if isinstance(value, Mapping):
        return {key: _masked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_masked, value)) if type(value) in (list, tuple) else value
    return masked(value) if isinstance(value, str) else value


def changed_sources(record: DocumentRecord, dossier: Dossier, form: FormInfo) -> list[str]:
    """Return the parts of the dossier that have changed since a document was made."""
    now = source_hashes(dossier, form)
    return [path for path, before in record.made.sources.items() if now.get(path) != before]


def places_touched(record: DocumentRecord, changed: Sequence[str]) -> list[str]:
    """Return the places of a document that rest on changed parts."""
    return [name for name, place in record.printed.items() if set(place.sources) & set(changed)]


def places_with(record: DocumentRecord, words: str) -> dict[str, Printed]:
    """Return the places whose text holds the words, letter case and spaces aside."""
    wanted = _plain(words)
    return {name: place for name, place in record.printed.items() if wanted in _plain(place.text)}


def _plain(text: str) -> str:
    return "".join(text.lower().split())


def _leaves(prefix: str, value: Any) -> Iterator[tuple[str, str]]:
    if type(value) is str:
        yield prefix, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(f"{prefix}.{key}" if prefix else str(key), inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _leaves(f"{prefix}.{number}", inner)
    elif value is not None and not isinstance(value, bool):
        yield prefix, str(value)


def _places(
    name: str, value: Any, form: FormInfo, sources: tuple[str, ...], cite: str | None = None
) -> Iterator[tuple[str, str, tuple[str, ...], str | None]]:
    """Yield every place with its text, the sources of the longest declared name that it lies in, and the article beside it."""
    sources = form.sources.get(name) or sources
    if type(value) is str:
        yield name, value, sources, cite
    elif isinstance(value, Mapping):
        beside = str(value["cite"]) if value.get("cite") else None
        for key, inner in value.items():
            yield from _places(f"{name}.{key}" if name else str(key), inner, form, sources, beside)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _places(f"{name}.{number}", inner, form, sources)
    elif value is not None and not isinstance(value, bool):
        yield name, str(value), sources, cite


def _part(data: Any, path: str) -> Any:
    for step in path.split("."):
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def _hash_of(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return short_hash(text.encode())
