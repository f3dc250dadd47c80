"""The text of an option, read as the field of a record that it will be written to."""

from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.viet.error_messages import explain_errors
from ocop_cli.viet.fields import Record


def read_option(text: str, option: str, model: type[Record], field: str) -> Any:
    """Return what a field makes of a text, its bounds included: ``72,5`` for a score.

    Raises ``OcopError`` (misuse) that names the option, its text and what the field takes.
    """
    info = model.model_fields[field]
    kind: Any = Annotated[info.annotation, info]
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        wanted = explain_errors(error, model, info.title or field)[0].message
        raise OcopError(
            f"{option} {text}: {wanted}.", f"Sửa {option} rồi chạy lại.", exit_code=MISUSE
        ) from error
