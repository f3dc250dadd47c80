"""What the templates' own data say of a form."""

from collections.abc import Mapping
from dataclasses import dataclass, field

RENAMED_FORMS: Mapping[str, str] = {"score-sheet": "commune-points", "criteria-sheet": "full-score-sheet"}
"""Ids that earlier versions gave to forms, with the ids they have now. An old id never gets another meaning."""


def current_form_id(form_id: str) -> str:
    """Return the id that a form has now; it may be read under its old one in records, settings and own templates."""
    return RENAMED_FORMS.get(form_id, form_id)


def ids_of_form(form_id: str) -> tuple[str, ...]:
    """Return every id under which a form may be named, the one it has now first."""
    return (form_id, *(old for old, new in RENAMED_FORMS.items() if new == form_id))


@dataclass(frozen=True, slots=True)
class FormInfo:
    """A form: its name, the symbol of its kind, its source, who receives it, its legal grounds.

    ``grounds`` are numbers of acts, and ``decision`` for the decision applied, in the order on paper. ``is_numbered``: văn thư gives it a number. ``printed`` is the id of the form of the law that it is, if it is one. ``sources`` names, for each variable, the parts of the dossier that it is made of. ``personal`` names the fields of ``private/`` that it prints: who files, packs or records the document obeys it. ``answer_limit`` is the limit of the decision within which it is answered.
    """

    id: str
    name: str
    symbol: str
    cite: str
    copies: tuple[str, ...]
    grounds: tuple[str, ...]
    is_numbered: bool = False
    printed: str = ""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    personal: tuple[str, ...] = ()
    answer_limit: str = ""
