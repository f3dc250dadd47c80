"""A commune's own Word template is filled, and tried, in a process of its own: it is a program that the program does not know."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Self

from ocop_cli.errors import OcopError
from ocop_cli.store.apart import Limits, RunAwayError, done_apart
from ocop_cli.store.meanwhile import letting_others_write

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


def try_own_template(template: Path, limits: Limits = LIMITS) -> OcopError | None:
    """Fill a template with stand-ins for every value that it asks for; return why that cannot be done."""
    try:
        _apart(template, limits, trial_document, template)
    except OcopError as error:
        return error
    return None


def filled_on_trial(template: Path, limits: Limits = LIMITS) -> bytes:
    """Return what a template makes of stand-ins for every value that it asks for. Raises ``OcopError``."""
    return _apart(template, limits, trial_document, template)


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


def trial_document(template: Path) -> bytes:
    """Return what a template makes of stand-ins, in this process: for the program's own."""
    from ocop_cli.render.variables import variables_of

    stand_ins = dict.fromkeys(variables_of(template), StandIn("chữ"))
    return _filled(template, stand_ins, Properties(_TRIED_ON, "thử", "thử"), None)


class StandIn(str):
    """Stands for any value of a document: a text, a number, a list of two, a table with every name."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        return super().__getattribute__(name) if name.startswith("_") else self

    def __iter__(self) -> Iterator[Any]:
        return iter((self, self))

    def __int__(self) -> int:
        return 1

    def __getitem__(self, key: Any) -> Self:
        return self

    def __call__(self, *_: Any, **__: Any) -> Self:
        return self

    def _same(self, _: Any) -> Self:
        return self

    def _yes(self, _: Any) -> bool:
        return True

    __add__ = __radd__ = __sub__ = __rsub__ = __mod__ = __rmod__ = __truediv__ = __floordiv__ = _same
    __mul__ = __rmul__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _yes
