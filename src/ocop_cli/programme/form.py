"""What the templates' own data say of a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form: its name, the symbol of its kind, its source, who receives it, its legal grounds per decision.

    ``is_numbered``: văn thư gives it a number. ``sources`` names, for each variable, the parts of the dossier that it is made of.
    """

    id: str
    name: str
    symbol: str
    cite: str
    copies: tuple[str, ...]
    grounds: Mapping[str, tuple[str, ...]]
    is_numbered: bool = False
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
