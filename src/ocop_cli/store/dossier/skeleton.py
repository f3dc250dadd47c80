"""A new dossier as people find it: what is known, and in its place every other field as a comment with an example."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from ocop_cli.dossier.field_map import PRIVATE, PRODUCER, Field, FieldKind
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit_lines import lines_of
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.store.yaml.tree import Mapping as Tree

_INTRO = """
# Các phần dưới đây ghi khi có số liệu: `ocop fill {id}`, hoặc `ocop set {id} "tên mục=giá trị"`, không phải sửa tệp này.
# Ai quen sửa tệp thì bỏ dấu # và dấu cách ở đầu dòng rồi thay ví dụ; `ocop check` kiểm tra từng dòng.
"""
_OF_RECORD = f"{PRODUCER}.labour"  # a producer's own record has them, no dossier


def with_every_field(data: Mapping[str, Any], dossier_id: str) -> str:
    """Return the text of a dossier with the fields that it does not hold as comments.

    Taken out of the comment, an example is read by the model. What is stated later takes its place: ``settled``.
    """
    parts = _parts()
    held = [dump({part: value}) + _lacking(value, parts.get(part, ())) for part, value in data.items()]
    later = [_block(inside) for part, inside in parts.items() if part not in data]
    return "".join([*held, _INTRO.format(id=dossier_id), *later])


def settled(change: Change) -> Change:
    """Return a change of a new dossier in which what it adds stands where its example stood as a comment.

    Only an example that is still as the program wrote it gives way; one that a person has changed stays.
    """
    mark = _INTRO.strip().partition("{")[0].encode()
    if change.before is None or change.after is None or mark not in change.after:
        return change
    before, after = parse(change.before, change.path), parse(change.after, change.path)
    text = after.text
    for part, fields in _parts().items():
        text = _settled_part(before, after, part, fields, text)
    if text == after.text:
        return change
    if not any(_is_example(line) for line in text.splitlines()):
        text = text.replace(_INTRO.format(id=PurePath(change.path).stem), "")
    raw = after.encoded(text)
    return change._replace(after=raw) if parse(raw, change.path).data == after.data else change


def _is_example(line: str) -> bool:
    return line.lstrip().startswith("# ") and "   # " in line


def _settled_part(before: Source, after: Source, part: str, fields: list[Field], text: str) -> str:
    """Return a text with the examples gone whose fields of one part are there now and were not before."""
    was, now = before.data.get(part), after.data.get(part)
    if now is not None and was is None:
        return _in_place(text, part, now, fields)
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for key in now.keys() - was.keys():
            stated = [f for f in fields if _steps(f)[1:2] == (key,)]
            text = text.replace(_set_in(stated), "", 1) if stated else text
    return text


def _in_place(text: str, part: str, value: Any, fields: list[Field]) -> str:
    """Put a part where its example stands, with examples of what it still lacks."""
    example, root = _block(fields), parse(text.encode(), part).root
    if text.count(example) != 1 or not isinstance(root, Tree):
        return text
    start, end = lines_of(text, root.entries[part])
    written = f"{text[start:end].rstrip()}\n{_lacking(value, fields)}"
    return f"{text[:start]}{text[end:]}".replace(example, written)


def _parts() -> dict[str, list[Field]]:
    """Return the fields of a dossier by the part of its file that holds them."""
    fields = [f for f in load_field_map() if not f.path.startswith((f"{PRIVATE}.", _OF_RECORD))]
    return {
        part: [f for f in fields if _steps(f)[0] == part]
        for part in dict.fromkeys(_steps(f)[0] for f in fields)
    }


def _lacking(value: Any, fields: Iterable[Field]) -> str:
    """Return the comment lines of the fields that a part lacks, set in as far as those that it holds."""
    if not isinstance(value, Mapping):
        return ""
    return _set_in([field for field in fields if _steps(field)[1] not in value])


def _set_in(fields: list[Field]) -> str:
    """Return the example of fields of a part that is there, as comment lines inside it."""
    return "".join(f"  # {line}\n" for line in _lines(fields, 1)) if fields else ""


def _block(fields: list[Field]) -> str:
    titles = "; ".join(dict.fromkeys(field.group.title for field in fields))
    return "".join([f"#\n# — {titles} —\n", *(f"# {line}\n" for line in _lines(fields, 0))])


def _lines(fields: list[Field], above: int) -> Iterator[str]:
    """Yield the lines of an example with the name of each field behind it; ``above`` counts the steps that stand already."""
    names = iter(fields)
    for line in dump(_example(fields, above)).splitlines():
        yield line if line.endswith(":") else f"{line}   # {next(names).name}"


def _example(fields: Iterable[Field], above: int) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for field in fields:
        *way, key = _steps(field)[above:]
        here = tree
        for number, step in enumerate(way, 1):
            is_table = field.listed and number == len(way)
            inner = here.setdefault(step, [{}] if is_table else {})
            here = inner[0] if is_table else inner
        here[key] = _value(field)
    return tree


def _value(field: Field) -> Any:
    if field.kind is FieldKind.CODES:
        return [field.example]
    return (
        int(field.example)
        if field.example.isdecimal() and field.kind is not FieldKind.LINE
        else field.example
    )


def _steps(field: Field) -> tuple[str, ...]:
    """Return the way to a field in a dossier that holds its producer itself."""
    return (PRODUCER, *field.steps) if field.path.startswith(f"{PRODUCER}.") else field.steps
