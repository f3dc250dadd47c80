"""A criterion of a decision: its options, their points and the star minima."""

from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.band import Band
from ocop_cli.rules.need import Known, Need, Verdict
from ocop_cli.rules.provenance import Source


class Kind(StrEnum):
    """The closed list of ways in which a criterion is answered."""

    SHARE = "share"  # a share of one hundred falls into the band of an option
    CHOICE = "choice"  # a person chooses the option and gives reasons


class Basis(StrEnum):
    """The area whose share counts."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


class Option(NamedTuple):
    """One level of a criterion.

    ``id`` keeps its meaning across sets and decisions, because dossiers store it. ``min_star`` is the star that
    asks for at least this option. ``needs`` are the facts without which nobody may claim the option. ``stops``:
    nothing after it is assessed. ``source`` is set only where it differs from the criterion's. ``label`` is a short
    word of ours, ``words`` the decision's own, where the commune has taken them out of its text.
    """

    id: str
    label: str
    points: Decimal
    min_star: int | None = None
    band: Band | None = None
    source: Source | None = None
    note: str = ""
    needs: tuple[Need, ...] = ()
    stops: bool = False
    words: str = ""

    @property
    def named(self) -> str:
        """The level as people see it: the decision's words in quotation marks, else our label without any."""
        return f"“{self.words}”" if self.words else self.label

    def is_open(self, known: Known) -> bool:
        """Say whether the known facts leave room for this option."""
        return all(need.verdict(known) is not Verdict.UNMET for need in self.needs)

    def is_proven(self, known: Known) -> bool:
        """Say whether the option asks for facts and all of them are known to hold."""
        return bool(self.needs) and all(need.verdict(known) is Verdict.MET for need in self.needs)


_AS_ABOVE = "Như trên"


class OnlyIf(NamedTuple):
    """A criterion counts only while another one is not on one of ``lost_at``; else it stands on ``level``."""

    criterion: str
    lost_at: frozenset[str]
    level: Option


class Requires(NamedTuple):
    """The whole product must come from ``area``; else no option of the criterion applies and it stands on ``level``."""

    area: Basis
    level: Option


class Criterion(NamedTuple):
    """One criterion as a product set carries it.

    ``floor`` is what lies below the lowest printed option: no points, worked out by us, not in the decision.
    ``stop`` and ``exempt`` are levels that the decision's words make: a person finds what ends the assessment, or
    that the criterion does not bind this product, which brings all its points. ``only_if`` and ``requires`` are its
    conditions. ``min_star``: the star for which the criterion as a whole must be met. ``alternative`` names the group
    of criteria of which one is chosen. ``suspect`` says why the printed value looks like a slip.
    ``beside`` are kinds of paper that the decision wants together with those that prove the criterion.
    """

    id: str
    part: str
    group: int
    code: str
    name: str
    max: Decimal
    kind: Kind
    options: tuple[Option, ...]
    source: Source
    cite: str
    content: CommuneContent | None = None
    basis: Basis | None = None
    floor: Option | None = None
    min_star: int | None = None
    alternative: str = ""
    only_if: OnlyIf | None = None
    requires: Requires | None = None
    stop: Option | None = None
    exempt: Option | None = None
    note: str = ""
    suspect: str = ""
    beside: tuple[str, ...] = ()

    def alone(self, option: Option) -> str:
        """Return a level as it is named where no other stands above it: “Như trên” gives way to the level it means."""
        above = next((low for low, high in pairwise(self.options) if high == option), None)
        if option.words or above is None or not option.label.startswith(_AS_ABOVE):
            return option.named
        return f"{self.alone(above)}{option.label.removeprefix(_AS_ABOVE)}"

    @property
    def choose_one(self) -> bool:
        """Say whether only one criterion of its group of alternatives counts."""
        return bool(self.alternative)

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, the floor included."""
        return next((o for o in self.levels if o.id == option_id), None)

    @property
    def levels(self) -> tuple[Option, ...]:
        """Every level that a person may choose, from low to high: those that words make, and the printed options."""
        return (*self._beneath, *self.options, *([self.exempt] if self.exempt else []))

    @property
    def _beneath(self) -> tuple[Option, ...]:
        """The levels without points that the decision does not print."""
        broken = self.requires.level if self.requires else None
        return tuple(level for level in (self.stop, broken, self.floor) if level)

    def open_levels(self, known: Known) -> tuple[Option, ...]:
        """Return the levels that the known facts leave open; exactly one means that the facts decide.

        An option whose facts all hold decides when no other printed option is left. The level below all printed
        options is open as long as nothing is decided.
        """
        left = tuple(option for option in self.options if option.is_open(known))
        if len(left) == 1 and left[0].is_proven(known):
            return left
        return (*self._beneath, *left, *([self.exempt] if self.exempt else []))

    def option_for(self, value: Decimal) -> Option | None:
        """Return the level whose band holds a share (per cent)."""
        return next((o for o in self.levels if o.band and o.band.holds(value)), None)
