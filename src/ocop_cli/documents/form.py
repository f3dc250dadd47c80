"""What the templates' own data say of a form."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form: its name, the symbol of its kind, its source, who receives it, its legal grounds per decision."""

    id: str
    name: str
    symbol: str
    cite: str
    copies: tuple[str, ...]
    grounds: Mapping[str, tuple[str, ...]]
