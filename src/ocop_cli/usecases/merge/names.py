"""Names for files that both copies have under one name, and what points to them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import FieldPath
from ocop_cli.programme.removal import Removals
from ocop_cli.store.dossier.dossiers import dossier_name, list_ids
from ocop_cli.store.merge.common_past import Past
from ocop_cli.store.papers.drafts import free_file
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.plan import Copies
from ocop_cli.viet.ids import id_of_file
from ocop_cli.viet.text import slug

_OF_DOSSIERS = ("dossier", "dossiers")
"""The keys under which files of the programme name dossiers by their ids."""


def beside_name(root: Path, name: str, whose: str, content: bytes) -> str:
    """Return a free name beside a file that says whose the other one is; the one that holds this content already."""
    path = PurePosixPath(name)
    return free_file(root, str(path.with_name(f"{path.stem}-cua-{slug(whose)}{path.suffix}")), content)


def renamed_in(raw: bytes, files: Mapping[str, str], ids: Mapping[str, str]) -> bytes:
    """Return a data file in which files and dossiers that are called otherwise now stand under their new names."""
    if files:
        ways = b"|".join(re.escape(old.encode()) for old in sorted(files, key=len, reverse=True))
        found = re.compile(rb"(?<![\w/.-])(?:" + ways + rb")(?![\w/-])")
        raw = found.sub(lambda match: files[match[0].decode()].encode(), raw)
    source = parse(raw, "theirs") if ids else None
    if source is None or source.data is None:
        return raw
    return edit(source, [Set(field, ids[old]) for field, old in _ids_in(source.data) if old in ids]).raw


def renamed_dossiers(copies: Copies) -> dict[str, str]:
    """Map the ids of the other copy to ours for dossiers that one of the two has renamed since: the product tells."""
    theirs = {id_of_file(name) for name in copies.other.names() if model_of(name) is Dossier}
    ours = {*list_ids(copies.root)}
    only_theirs = {one: product_of(copies.other.read(dossier_name(one)) or b"", one) for one in theirs - ours}
    only_ours = {
        one: product_of((copies.root / dossier_name(one)).read_bytes(), one) for one in ours - theirs
    }
    return {
        there: here
        for there, product in only_theirs.items()
        for here, other in only_ours.items()
        if product == other and product[0] and _is_one_known(copies.past, there, here)
    }


def known_id(root: Path, name: str, theirs: bytes) -> str:
    """Return the id under which a dossier of another copy was taken before; empty where it was not."""
    start, product = id_of_file(name), product_of(theirs, name)
    ids = (other for other in list_ids(root) if other.startswith(f"{start}-"))
    return next(
        (one for one in ids if product_of((root / dossier_name(one)).read_bytes(), name) == product), ""
    )


def removed_dossiers(sources: Sources) -> frozenset[str]:
    """Return the files of the dossiers that were removed here."""
    name = "programme/removed.yaml"
    if not (sources.root / name).is_file():
        return frozenset()
    record = read_record(sources.read(name), Removals).record
    return frozenset(dossier_name(each.dossier) for each in record.removed) if record else frozenset()


def _is_one_known(past: Past, *ids: str) -> bool:
    """Say whether both copies had a dossier under one of two ids, and not under the other."""
    return sum(isinstance(past.before(dossier_name(one)), bytes) for one in ids) == 1


def _ids_in(data: Any, field: FieldPath = (), *, names: bool = False) -> Iterator[tuple[FieldPath, str]]:
    """Yield the places of a file that name a dossier, each with its id."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _ids_in(value, (*field, key), names=key in _OF_DOSSIERS)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _ids_in(item, (*field, number), names=names)
    elif names and isinstance(data, str):
        yield field, data


def product_of(raw: bytes, name: str) -> tuple[str, ...]:
    """Return the product and the producer that a dossier is about, as it says; of one that cannot be read nothing."""
    data = parse(raw, name).filled
    product, producer = (data.get(part) or {} for part in ("product", "producer"))
    named = producer if isinstance(producer, str) else producer.get("name", "")
    return (product.get("name", "") if isinstance(product, Mapping) else "", named)
