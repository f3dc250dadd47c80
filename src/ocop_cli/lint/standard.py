"""The decree's rules and measures as the data file gives them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

TWIPS_PER_MM = 56.6929
TWIPS_PER_POINT = 20
SINGLE_LINE = 240
"""What a file says for lines of their own height; others are shares of it."""
LINE_OF_FONT = 1.15
"""How high the lines of a font are, in its sizes."""


class Rule(NamedTuple):
    """One rule: its id, severity (E decree, W practice, I hygiene), what must hold, the article and the fix hint.

    ``fixable`` rules can be fixed without touching words.
    """

    id: str
    severity: str
    title: str
    cite: str
    hint: str
    fixable: bool = False


class Standard(NamedTuple):
    """Every rule, and the measures that they rest on, by name."""

    decree: str
    rules: Mapping[str, Rule]
    values: Mapping[str, Any]

    def cite(self, rule_id: str) -> str:
        """Return the article of a rule; one that stands in the decree's annexes is named with the decree."""
        cite = self.rules[rule_id].cite
        return f"{self.decree}, {cite}" if cite.startswith("Phụ lục") else cite

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(self.values[name])

    def word(self, name: str) -> str:
        """Return one word or text."""
        return str(self.values[name])

    def span(self, name: str) -> tuple[float, float]:
        """Return a lower and an upper bound."""
        low, high = self.values[name]
        return float(low), float(high)

    def number(self, name: str) -> float:
        """Return one number."""
        return float(self.values[name])

    def drafting_unit(self, kind: str) -> str:
        """Return the unit that drafts OCOP papers in a commune of a kind (``phường``), where nobody names another."""
        units: Mapping[str, str] = self.values["drafting_units"]
        return units.get(kind, units["xã"])

    @property
    def kinds(self) -> Mapping[str, str]:
        """Names of kinds of documents with their abbreviations."""
        kinds: Mapping[str, str] = self.values["kinds"]
        return kinds


def build_standard(data: Mapping[str, Any]) -> Standard:
    """Build the standard from the data file's content."""
    rules = {
        name: Rule(name, r["severity"], r["title"], r["cite"], r["cure"], bool(r.get("fix")))
        for name, r in data["rules"].items()
    }
    return Standard(data["decree"], rules, data["values"])
