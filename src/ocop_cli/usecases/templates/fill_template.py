"""A commune's own Word template is filled, and tried, in a process of its own: it is a program that the program does not know."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.errors import OcopError
from ocop_cli.store.meanwhile import letting_others_write
from ocop_cli.store.other_programs.apart import Limits, RunAwayError, done_apart

LIMITS = Limits()
_TRIED_ON = date.max  # no day: what is filled on trial is thrown away


class Properties(NamedTuple):
    """What stands in the properties of a document: its day, its title, who made it, its record."""

    on: date
    title: str
    creator: str
    stamp: str = ""


def fill_own_template(
    template: Path,
    values: Mapping[str, Any],
    properties: Properties,
    names_kept: Sequence[str] | None,
    limits: Limits = LIMITS,
) -> bytes:
    """Return the Word file that a template of the commune makes of values.

    Raises ``OcopError`` (F301) for a template that cannot be filled, or not within the limits.
    """
    return _apart(template, limits, _filled, template, dict(values), properties, names_kept)


def tried_own(template: Path, limits: Limits = LIMITS) -> dict[str, bytes]:
    """Return what a template of the commune makes of each kind of stand-ins. Raises ``OcopError`` where it makes nothing."""
    from ocop_cli.ooxml.package import unzip  # with lxml, which a verb that fills nothing does without

    return unzip(_apart(template, limits, _tried, template))


def tried(template: Path) -> dict[str, bytes]:
    """Return what a template makes of each kind of stand-ins, in this process: for the program's own."""
    from ocop_cli.render.stand_ins import KINDS

    return {kind: _trial(template, kind) for kind in KINDS}


def _tried(template: Path) -> bytes:
    from ocop_cli.ooxml.zip import zip_parts

    return zip_parts(tried(template))


def _trial(template: Path, kind: str) -> bytes:
    from ocop_cli.render.stand_ins import IN_WORDS, KINDS, StandIn
    from ocop_cli.render.variables import variables_of

    stand_ins = {name: StandIn(name, KINDS[kind]) for name in variables_of(template)}
    try:
        return _filled(template, stand_ins, Properties(_TRIED_ON, "thử", "thử"), None)
    except OcopError as error:
        raise OcopError(f"{error.message}{IN_WORDS[kind]}", error.hint, code=error.code) from error


def _apart(template: Path, limits: Limits, work: Callable[..., bytes], *given: Any) -> bytes:
    workspace = template.parents[2]  # templates/<form>/form.docx
    try:
        with letting_others_write(workspace):
            return done_apart(work, *given, limits=limits)
    except RunAwayError as error:
        raise _unfilled(template, str(error)) from error


def _unfilled(template: Path, why: str) -> OcopError:
    return OcopError(
        f"Biểu mẫu {template.parent.name} không điền được: {why}.",
        "Bỏ vòng lặp thừa, sửa chỗ điền trong Word; hoặc xóa tệp để dùng biểu mẫu gốc.",
        code="F301",
    )


def _filled(
    template: Path, values: dict[str, Any], properties: Properties, names_kept: Sequence[str] | None
) -> bytes:
    from ocop_cli.render.word import render

    try:
        return render(template, values, **properties._asdict(), names_kept=names_kept)
    except (OcopError, RecursionError, MemoryError):
        raise
    except Exception as error:
        raise _unfilled(template, "tệp làm ra không phải văn bản Word") from error
