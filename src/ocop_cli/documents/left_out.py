"""What a paper over many dossiers says of those that it does without, and how its record keeps that."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.viet.text import upper_first

_SEPARATOR = ": "


def with_left_out(values: Mapping[str, Any], said: str) -> dict[str, Any]:
    """Return the values of a paper with what it does without: behind its total, or before its last sentence."""
    if not said:
        return dict(values)
    if "total" in values:
        return {**values, "total": f"{values['total']}; {said}"}
    return {**values, "closing": f"{upper_first(said)}. {values['closing']}"}


def asked_without(without: Mapping[str, str]) -> dict[str, str]:
    """Return as plain words, for the record of a paper, which dossiers it does without and why; nothing for none."""
    lines = "\n".join(f"{name}{_SEPARATOR}{reason}" for name, reason in without.items())
    return {"without": lines} if lines else {}


def read_without(asked: Mapping[str, str]) -> dict[str, str]:
    """Return by id the reasons that a record keeps."""
    lines = (line.partition(_SEPARATOR) for line in asked.get("without", "").splitlines())
    return {name: reason for name, _, reason in lines}
