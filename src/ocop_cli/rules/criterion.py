"""A criterion of a decision: its options, their points and the star minima."""

from decimal import Decimal
from enum import StrEnum
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
    asks for at least this option. ``needs`` are the facts without which nobody may claim the option. ``source`` is
    set only where it differs from the criterion's.
    """

    id: str
    label: str
    points: Decimal
    min_star: int | None = None
    band: Band | None = None
    source: Source | None = None
    note: str = ""
    needs: tuple[Need, ...] = ()

    def is_open(self, known: Known) -> bool:
        """Say whether the known facts leave room for this option."""
        return all(need.verdict(known) is not Verdict.UNMET for need in self.needs)

    def is_proven(self, known: Known) -> bool:
        """Say whether the option asks for facts and all of them are known to hold."""
        return bool(self.needs) and all(need.verdict(known) is Verdict.MET for need in self.needs)


class Criterion(NamedTuple):
    """One criterion as a product set carries it.

    ``floor`` is what lies below the lowest printed option: no points, worked out by us, not in the decision.
    ``province_only``: the decision wants everything grown or raised in the province. ``min_star``: the star for
    which the criterion as a whole must be met. ``alternative`` names the group of criteria of which one is chosen.
    ``suspect`` says why the printed value looks like a slip.
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
    province_only: bool = False
    note: str = ""
    suspect: str = ""

    @property
    def choose_one(self) -> bool:
        """Say whether only one criterion of its group of alternatives counts."""
        return bool(self.alternative)

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, the floor included."""
        return next((o for o in self.levels if o.id == option_id), None)

    @property
    def levels(self) -> tuple[Option, ...]:
        """Every level from low to high: the floor, if any, and the printed options."""
        return (self.floor, *self.options) if self.floor else self.options

    def open_levels(self, known: Known) -> tuple[Option, ...]:
        """Return the levels that the known facts leave open; exactly one means that the facts decide.

        An option whose facts all hold decides when no other printed option is left. The level below all printed
        options is open as long as nothing is decided.
        """
        left = tuple(option for option in self.options if option.is_open(known))
        if len(left) == 1 and left[0].is_proven(known):
            return left
        return (self.floor, *left) if self.floor else left

    def option_for(self, value: Decimal) -> Option | None:
        """Return the level whose band holds a share (per cent)."""
        return next((o for o in self.levels if o.band and o.band.holds(value)), None)
