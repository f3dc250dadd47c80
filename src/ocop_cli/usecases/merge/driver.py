"""What git runs to merge one data file: by fields, no lock, no commit; what both changed stands between its signs."""

import sys
from collections.abc import Iterator
from collections.abc import Sequence as Words
from pathlib import Path, PurePosixPath
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.merging.three_way import Side
from ocop_cli.programme.seal import Seal
from ocop_cli.programme.version import WrittenBy
from ocop_cli.store.files.outside import write_new
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.workspace.written_by import is_newer
from ocop_cli.store.yaml.edit_lines import is_open, lines_of
from ocop_cli.store.yaml.source import Source
from ocop_cli.store.yaml.splice import Splice, spliced
from ocop_cli.store.yaml.tree import Mapping, Sequence, find, plain
from ocop_cli.usecases.merge.file import MergedFile, merge_file, with_value

OURS, THEIRS = "bản đang có", "bản đưa vào"
_CLEAN, _CONFLICT = 0, 1


def drive(words: Words[str]) -> int:
    """Merge as git asks: base, ours and theirs by path, then the path of the file in the repository, which tells its kind.

    Ours is written over: 0 where all is merged, 1 where a conflict is left or the disk refuses; then git asks people.
    """
    *files, name = words
    try:
        before, ours, theirs = (Path(file).read_bytes() for file in files)
        content, is_clean = merged_text(_in_workspace(name), before, ours, theirs)
        write_new(Path(files[1]), content)
    except (OSError, OcopError) as error:
        sys.stderr.write(f"{name}: chưa gộp được ({error})\n")
        return _CONFLICT
    return _CLEAN if is_clean else _CONFLICT


def _in_workspace(name: str) -> str:
    """Return the path of a data file in its workspace, which may lie deeper in the repository."""
    parts = PurePosixPath(name).parts
    tails = ("/".join(parts[n:]) for n in range(len(parts)))
    return next((tail for tail in tails if model_of(tail)), name)


def merged_text(name: str, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """Return the merged text of a file, and whether nothing is left to choose."""
    try:
        merged = merge_file(name, base, ours, theirs)
        if merged and (side := _unasked_side(merged, ours, theirs)):
            chosen = dict.fromkeys((conflict.key for conflict in merged.conflicts), side)
            merged = merge_file(name, base, ours, theirs, chosen)
    except Exception:  # whatever it is, git gets both copies whole and a person looks
        merged = None
    if merged is None or merged.lost:  # a remark without a place is for people to see
        return _both_whole(ours, theirs), ours == theirs
    if not merged.conflicts:
        return merged.source.raw, True
    return _marked(merged), False


def _unasked_side(merged: MergedFile, ours: bytes, theirs: bytes) -> Side | None:
    """Return which copy stands in a file of which no person can choose; ``verify`` tells what a seal no longer fits."""
    if merged.model is WrittenBy:
        return Side.THEIRS if is_newer(theirs, ours) else Side.OURS
    return Side.OURS if merged.model is Seal else None


def _both_whole(ours: bytes, theirs: bytes) -> bytes:
    if ours == theirs:
        return ours
    signs = (f"<<<<<<< {OURS}\n", "=======\n", f">>>>>>> {THEIRS}\n")
    first, between, last = (sign.encode() for sign in signs)
    return b"".join([first, _ended(ours), between, _ended(theirs), last])


def _ended(content: bytes) -> bytes:
    return content if not content or content.endswith(b"\n") else content + b"\n"


def _marked(merged: MergedFile) -> bytes:
    """Return the text in which each field that both changed stands twice, between the signs of a conflict."""
    source, theirs = merged.source, dict[FieldPath, Source]()
    for place, values in _regions(merged).items():
        theirs[place] = source
        for field, value in values.items():
            theirs[place] = with_value(theirs[place], merged.model, field, value)
    text = spliced(source.text, [_region(source, place, other) for place, other in theirs.items()])
    return source.encoded(text)


def _regions(merged: MergedFile) -> dict[FieldPath, dict[FieldPath, Any]]:
    """Return the entries that stand on lines of their own, each with what the other copy has in its fields."""
    values = {
        field: value
        for conflict in merged.conflicts
        for field, mine, value in zip(conflict.fields, conflict.ours, conflict.theirs, strict=True)
        if mine != value
    }
    entries = {field: _entry(merged.source, field) for field in values}
    outer = {
        field: min((other for other in entries.values() if place[: len(other)] == other), key=len)
        for field, place in entries.items()
    }
    return {
        place: {field: values[field] for field, one in outer.items() if one == place}
        for place in dict.fromkeys(outer.values())
    }


def _entry(source: Source, field: FieldPath) -> FieldPath:
    """Return the nearest entry at or above a field that has lines of its own, or would get them."""
    root = source.root
    assert root is not None
    for length in _lengths(field):
        holder = find(root, field[: length - 1])
        is_block = isinstance(holder, Mapping) and not holder.flow and (is_open(holder) or length == 1)
        if is_block and all(is_open(find(root, field[:n])) for n in range(length)):
            return field[:length]
    return field[:1]


def _lengths(field: FieldPath) -> Iterator[int]:
    return (n for n in range(len(field), 0, -1) if isinstance(field[n - 1], str))


def _region(source: Source, place: FieldPath, other: Source) -> Splice:
    alike = _alike_items(source, place, other)
    mine, theirs = _lines(source, place, alike), _lines(other, place, alike)
    start, end = mine or ((theirs[0], theirs[0]) if theirs else (0, 0))
    end_of_line = source.newline
    parts = [
        f"<<<<<<< {OURS}{end_of_line}",
        _whole_lines(source, mine),
        f"======={end_of_line}",
        _whole_lines(other, theirs),
        f">>>>>>> {THEIRS}{end_of_line}",
    ]
    at_end = start == len(source.text) and not source.text.endswith("\n")
    return Splice(start, end, (end_of_line if at_end else "") + "".join(parts))


def _alike_items(source: Source, place: FieldPath, other: Source) -> int:
    """Return how many items both copies of a list begin with: they need not stand twice."""
    lists = [find(one.root, place) for one in (source, other) if one.root]
    if not all(isinstance(one, Sequence) and is_open(one) for one in lists):
        return 0
    ours, theirs = map(plain, lists)
    pairs = zip(ours, theirs, strict=False)
    return next((n for n, (one, two) in enumerate(pairs) if one != two), min(len(ours), len(theirs)))


def _lines(source: Source, place: FieldPath, alike: int) -> tuple[int, int] | None:
    """Return where the lines of an entry begin and end, without the first items where some are alike."""
    holder = find(source.root, place[:-1]) if source.root else None
    entry = holder.entries.get(str(place[-1])) if isinstance(holder, Mapping) else None
    if entry is None:
        return None
    start, end = lines_of(source.text, entry)
    if alike and isinstance(entry.value, Sequence):
        items = entry.value.items
        start = source.text.rfind("\n", 0, items[alike].start) + 1 if alike < len(items) else end
    return start, end


def _whole_lines(source: Source, lines: tuple[int, int] | None) -> str:
    text = source.text[slice(*lines)] if lines else ""
    return text if not text or text.endswith("\n") else text + source.newline
