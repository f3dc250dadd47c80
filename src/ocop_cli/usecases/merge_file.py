"""One data file of two copies, merged as text: our file with the other's changes, line by line as it stood."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ocop_cli.merging.three_way import Conflict, Side, merge
from ocop_cli.store.data_places import model_of
from ocop_cli.store.yaml.edit import edit
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.usecases.merge_edits import edits_to
from ocop_cli.viet.fields import Record


class MergedFile(NamedTuple):
    """Our file with what the other copy changed, and what nobody has chosen yet; ``model`` reads it."""

    source: Source
    conflicts: tuple[Conflict, ...]
    model: type[Record] | None


def merge_file(
    name: str, base: bytes | None, ours: bytes, theirs: bytes, chosen: Mapping[str, Side] | None = None
) -> MergedFile | None:
    """Merge a file by its path in the workspace; ``None`` where one of the copies cannot be read.

    ``base`` is what both copies were; ``None``, and one that cannot be read, means that nobody knows.
    """
    mine, other = parse(ours, name), parse(theirs, name)
    if mine.data is None or other.data is None:
        return None
    before = parse(base, name) if base is not None else None
    known = before.filled if before and before.data is not None else None
    model = model_of(name)
    merged = merge(model, known, mine.filled, other.filled, chosen)
    return MergedFile(edit(mine, list(edits_to(model, mine.filled, merged.data))), merged.conflicts, model)


def with_value(source: Source, model: Any, field: tuple[str | int, ...], value: Any) -> Source:
    """Return a file with a field as the other copy has it; ``None`` takes it away."""
    return edit(source, list(edits_to(model, source.filled, _put(source.filled, field, value))))


def _put(data: Any, field: tuple[str | int, ...], value: Any) -> Any:
    if not field:
        return value
    step, rest = field[0], field[1:]
    if isinstance(data, list):
        changed = [_put(item, rest, value) if n == step else item for n, item in enumerate(data)]
        return [item for item in changed if item is not None]
    held = dict(data or {})
    put = _put(held.get(str(step)), rest, value)
    if put is None:
        held.pop(str(step), None)
    else:
        held[str(step)] = put
    return held
