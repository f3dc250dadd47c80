"""What is typed for one field of a record: read as that field reads it, its bounds included."""

from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.doubts import value_doubt
from ocop_cli.viet.error_messages import explain_errors
from ocop_cli.viet.fields import Record


class Read(NamedTuple):
    """What a field makes of a value, or what is wrong with it."""

    value: Any
    findings: tuple[Finding, ...] = ()


def read_as(typed: Any, model: type[Record], field: str) -> Read:
    """Return what a field of a record makes of a value as typed; never raises for a bad one."""
    try:
        return Read(_reader(model, field).validate_python(typed))
    except ValidationError as error:
        return Read(None, tuple(explain_errors(error, model, model.model_fields[field].title or field)))


@cache  # to make one takes a hundred times as long as to ask it
def _reader(model: type[Record], field: str) -> TypeAdapter[Any]:
    """Return what reads a value as a field of a record does."""
    info = model.model_fields[field]
    kind: Any = Annotated[info.annotation, info]
    return TypeAdapter(kind)


def read_stated(typed: Any, model: type[Record], field: str) -> Read:
    """Return what a field makes of a value that a person states now: one that nobody would believe is refused."""
    read = read_as(typed, model, field)
    doubt = None if read.findings or read.value is None else value_doubt(read.value, model, field)
    if doubt is None:
        return read
    message = f"“{model.model_fields[field].title or field}”: {doubt.wanted}"
    return Read(
        None, (Finding(doubt.told_as, Severity.ERROR, message, Place("", (field,)), hint=doubt.wanted),)
    )


def read_option(text: str, option: str, model: type[Record], field: str) -> Any:
    """Return what a field makes of a text: ``72,5`` for a score.

    Raises ``OcopError`` (misuse) that names the option, its text and what the field takes.
    """
    read = read_stated(text, model, field)
    if read.findings:
        wanted = read.findings[0].message
        raise OcopError(f"{option} {text}: {wanted}.", f"Sửa {option} rồi chạy lại.", exit_code=MISUSE)
    return read.value
