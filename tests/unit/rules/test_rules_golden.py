"""What is read from rule data, and what is said of wrong rule data, as it was last approved."""

import json
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from itertools import pairwise
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.rules.consistency import check_rulebook
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.differ import diff_decisions
from ocop_cli.rules.differ_words import difference_table
from ocop_cli.rules.load import build_rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW, OLD
from support.full_law import AMENDMENT, FULL_LAW

Approved = Callable[[str, str], None]
Path = tuple[Any, ...]


def test_every_key_is_read_as_approved(approved: Approved) -> None:
    loaded = build_rulebook({"7-2031": {"all.yaml": FULL_LAW, "b.yaml": AMENDMENT}})
    assert loaded.findings == ()
    assert {finding.code for finding in check_rulebook(loaded.rulebook)} <= {"R011"}
    first, second = (_blocks(text) for text in loaded.rulebook.texts)
    changed = {key: value for key, value in second.items() if value != first[key]}
    dumped = (json.dumps(text, ensure_ascii=False, indent=1, default=_plain) for text in (first, changed))
    approved("full-law", "\n".join(dumped) + "\n")


def _blocks(value: Any) -> Any:
    """Return values with names as blocks, all the way down."""
    if not isinstance(value, tuple):
        return value
    inner = [_blocks(part) for part in value]
    names = getattr(value, "_fields", None)
    return dict(zip(names, inner, strict=True)) if names else inner


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


def test_what_differs_beside_the_sets_is_told_as_approved(approved: Approved) -> None:
    book = load_rulebook()
    texts = [*book.texts_of(OLD), *book.texts_of(NEW)]
    tables = [
        difference_table(diff_decisions(before, after), f"{before.cite} → {after.cite}", ("trước", "sau"))
        for before, after in [*pairwise(texts), *pairwise(reversed(texts))]
    ]
    lines = [line for table in tables for line in (table.title, *map(" | ".join, table.rows), *table.notes)]
    approved("differences", "\n".join(lines) + "\n")


def test_a_day_without_one_law_is_refused_as_approved(approved: Approved) -> None:
    book = load_rulebook()
    first, second, third = *book.texts_of(OLD), *book.texts_of(NEW)
    lines = []
    for texts in ((first, third), (second, third._replace(effective_from=second.text_from)), (first,), ()):
        for on in (date(2023, 2, 1), date(2025, 7, 6), date(2026, 6, 1)):
            try:
                told = pick_decision(Rulebook(texts), on).cite
            except OcopError as refused:
                told = f"{refused.code} {refused.exit_code} {refused} {refused.hint}"
            lines.append(f"{on}: {told}")
    approved("calendar", "\n".join(lines) + "\n")
