"""What is read from rule data, and what is said of wrong rule data, as it was last approved."""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import asdict
from typing import Any

from full_law import AMENDMENT, FULL_LAW

from ocop_cli.rules.load import build_rulebook
from ocop_cli.rules.verify import check_rulebook

Approved = Callable[[str, str], None]
Path = tuple[Any, ...]


def test_every_key_is_read_as_approved(approved: Approved) -> None:
    loaded = build_rulebook({"7-2031": {"all.yaml": FULL_LAW, "b.yaml": AMENDMENT}})
    assert loaded.findings == ()
    assert {finding.code for finding in check_rulebook(loaded.rulebook)} <= {"R011"}
    first, second = (asdict(text) for text in loaded.rulebook.texts)
    changed = {key: value for key, value in second.items() if value != first[key]}
    dumped = (json.dumps(text, ensure_ascii=False, indent=1, default=_plain) for text in (first, changed))
    approved("full-law", "\n".join(dumped) + "\n")


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def test_every_wrong_value_is_told_as_approved(approved: Approved) -> None:
    lines = [
        *UNCHANGED,
        *(line for path in places(FULL_LAW) for change in CHANGES for line in told(path, change)),
    ]
    approved("faults", "\n".join(lines) + "\n")


def places(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value, blocks before what they hold."""
    entries = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


def _removed(holder: Any, key: Any) -> None:
    del holder[key]


def _text(holder: Any, key: Any) -> None:
    holder[key] = "@"


def _block(holder: Any, key: Any) -> None:
    holder[key] = {"@": "@"}


def _list(holder: Any, key: Any) -> None:
    holder[key] = ["@"]


def _renamed(holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder["@"] = holder.pop(key)


CHANGES = (_removed, _text, _block, _list, _renamed)


def told(path: Path, change: Callable[[Any, Any], None]) -> Iterator[str]:
    """Yield what is said of the law with one value changed, beyond what is said of it unchanged."""
    data: Any = deepcopy(FULL_LAW)
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    yield f"{change.__name__[1:]} {'.'.join(map(str, path))}"
    yield from (f"  {fault}" for fault in faults(data) if fault not in UNCHANGED)


def faults(data: Any) -> list[str]:
    """Return every finding as one line."""
    loaded = build_rulebook({"7-2031": {"all.yaml": data}})
    found = dict.fromkeys([*loaded.findings, *check_rulebook(loaded.rulebook)])
    return [f"{f.code} {'.'.join(map(str, f.place.field))}: {f.message} {f.hint}".strip() for f in found]


UNCHANGED = faults(FULL_LAW)
