"""Read one YAML file into one model, with every fault placed at its line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from ocop_cli.findings import Finding, has_errors
from ocop_cli.store.yaml.source import Source, load, locate_all
from ocop_cli.viet.error_messages import explain_faults
from ocop_cli.viet.fields import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[R]):
    """A file as read: the record if it is usable, its source text, and all its faults."""

    source: Source
    record: R | None
    findings: tuple[Finding, ...]


def load_record(root: Path, name: str, model: type[R]) -> Loaded[R]:
    """Read ``name`` (relative to ``root``) as ``model``; never raises for bad data."""
    return read_record(load(root / name, root), model)


def read_record(source: Source, model: type[R]) -> Loaded[R]:
    """Validate a source that is already read: its own faults and those of its fields are told together."""
    if source.root is None:
        return Loaded(source, None, source.findings)
    try:
        record = model.model_validate(_without_blanks(source.data))
    except ValidationError as error:
        faults = locate_all(source, explain_faults(error, model, source.name))
        return Loaded(source, None, (*source.findings, *faults))
    return Loaded(source, None if has_errors(source.findings) else record, source.findings)


def _without_blanks(data: object) -> object:
    """Drop keys that are written but left empty: on paper an empty box is an unanswered one."""
    if isinstance(data, dict):
        return {key: _without_blanks(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_blanks(value) for value in data]
    return data
