"""One data file of two copies, merged as text: our file with the other's changes, line by line as it stood."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ocop_cli.merging.remarks import Anchor, Around, merge_remarks
from ocop_cli.merging.three_way import Conflict, Side, merge
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.edit import edit
from ocop_cli.store.yaml.remarks import remarks_of, with_remarks
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.usecases.merge.edits import edits_to
from ocop_cli.viet.fields import Record


class MergedFile(NamedTuple):
    """Our file with what the other copy changed, and what nobody has chosen yet; ``model`` reads it.

    ``strays`` are remarks whose line is gone: they stand at the next one. ``lost`` are those for which there is no room.
    """

    source: Source
    conflicts: tuple[Conflict, ...]
    model: type[Record] | None
    strays: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def with_remarks(self, before: Source | None, mine: Source, other: Source) -> "MergedFile":
        """Return the file with the remarks of both copies."""
        were = remarks_of(before, self.model) if before else dict[Anchor, Around]()
        there = [*remarks_of(self.source, self.model)]
        said = merge_remarks(were, remarks_of(mine, self.model), remarks_of(other, self.model), there)
        source, lost = with_remarks(self.source, self.model, said.around)
        return self._replace(source=source, strays=said.strays, lost=tuple(lost))


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
    before = before if before and before.data is not None else None
    model = model_of(name)
    merged = merge(model, before.filled if before else None, mine.filled, other.filled, chosen)
    after = edit(mine, list(edits_to(model, mine.filled, merged.data)))
    if not any("#" in each.text for each in (mine, other)):
        return MergedFile(after, merged.conflicts, model)
    return MergedFile(after, merged.conflicts, model).with_remarks(before, mine, other)


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
