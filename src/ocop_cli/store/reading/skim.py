"""Look through the files of all dossiers without reading them as YAML: which may hold what is sought?

The answer may name a file too many, never one too few; whoever asks reads the files that are named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.store.dossier.dossiers import dossier_name, list_ids
from ocop_cli.store.reading.sources import file_bytes
from ocop_cli.store.yaml.decode import MAX_BYTES
from ocop_cli.viet.text import consonants

_SET = re.compile(rb"set[\"']?\s*:\s*[\"']?(\d*)")
_RECORD = re.compile(rb"producer[\"']?\s*:[ \t]*[\"']?[a-z0-9]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# An escape, or a mark that stands behind its letter: the reader makes another text of them.
_REWRITTEN = (b"\\", b"\xcc", b"\xcd")


class Sought(NamedTuple):
    """What other dossiers are sought for, by the consonants of texts.

    Both ``names``, of product and producer, or the producer's alone; the words of the ``idea``; or at least ``wanted`` of the
    ``runs``; the product ``code``; or a return of a dossier of the product set ``returned``.
    """

    names: tuple[bytes, bytes]
    idea: bytes = b""
    runs: frozenset[bytes] = frozenset()
    wanted: int = 1
    returned: int | None = None
    code: bytes = b""


def skim_dossiers(root: Path, may_hold: Callable[[bytes], bool]) -> Iterator[str]:
    """Yield the ids of the dossiers whose files may hold what a question to their bytes asks for, in order."""
    for dossier_id in list_ids(root):
        try:
            raw = file_bytes(root, dossier_name(dossier_id))
        except OSError:  # may hold anything: ``Sources.read`` tells it
            yield dossier_id
            continue
        if len(raw) > MAX_BYTES or _is_rewritten(raw) or may_hold(raw):
            yield dossier_id


def _is_rewritten(raw: bytes) -> bool:
    return raw.startswith(_UTF_16) or any(map(raw.__contains__, _REWRITTEN))


def holds_any(raw: bytes, sought: Sequence[Sought]) -> bool:
    """Say whether a file may hold any of what is sought."""
    text = consonants(raw)
    return any(_holds(raw, text, one) for one in sought)


def _holds(raw: bytes, text: bytes, one: Sought) -> bool:
    return (
        _holds_names(raw, text, one.names)
        or one.names[1] in text
        or (bool(one.idea) and one.idea in text)
        or (bool(one.code) and one.code in raw)
        or sum(map(text.__contains__, one.runs)) >= one.wanted
        or (one.returned is not None and _may_be_returned(raw, one.returned))
    )


def _holds_names(raw: bytes, text: bytes, names: tuple[bytes, bytes]) -> bool:
    """Say whether a file may hold product and producer; one that names a record has the producer's name elsewhere."""
    product, producer = names
    return product in text and (producer in text or _RECORD.search(raw) is not None)


def _may_be_returned(raw: bytes, product_set: int) -> bool:
    """Say whether a file may be that of a dossier of a product set that was returned."""
    numbers = (b"", str(product_set).encode())  # an empty one stands on another line
    return b"return" in raw and any(number.lstrip(b"0") in numbers for number in _SET.findall(raw))
