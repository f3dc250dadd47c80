"""A new dossier as people find it: what is known, and in its place every other field as a comment with an example."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ocop_cli.dossier.field_map import PRIVATE, PRODUCER, Field, FieldKind
from ocop_cli.store.packaged import load_field_map
from ocop_cli.store.yaml.dump import dump

_INTRO = """
# Các phần dưới đây ghi khi có số liệu: `ocop fill {id}`, hoặc `ocop set {id} "tên mục=giá trị"`, không phải sửa tệp này.
# Ai quen sửa tệp thì bỏ dấu # và dấu cách ở đầu dòng rồi thay ví dụ; `ocop check` kiểm tra từng dòng.
"""
_OF_RECORD = f"{PRODUCER}.labour"  # a producer's own record has them, no dossier


def with_every_field(data: Mapping[str, Any], dossier_id: str) -> str:
    """Return the text of a dossier with the fields that it does not hold as comments.

    Taken out of the comment, an example is read by the model. What is stated later is written above the comments.
    """
    fields = [f for f in load_field_map() if not f.path.startswith((f"{PRIVATE}.", _OF_RECORD))]
    parts = {
        part: [f for f in fields if _steps(f)[0] == part]
        for part in dict.fromkeys(_steps(f)[0] for f in fields)
    }
    held = [dump({part: value}) + _lacking(value, parts.get(part, ())) for part, value in data.items()]
    later = [_block(inside) for part, inside in parts.items() if part not in data]
    return "".join([*held, _INTRO.format(id=dossier_id), *later])


def _lacking(value: Any, fields: Iterable[Field]) -> str:
    """Return the comment lines of the fields that a part lacks, set in as far as those that it holds."""
    if not isinstance(value, Mapping):
        return ""
    return "".join(f"  # {line}\n" for line in _lines([f for f in fields if _steps(f)[1] not in value], 1))


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
