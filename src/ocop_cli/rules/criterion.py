"""A criterion of a decision: its options, their points and the star minima."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ocop_cli.rules.provenance import Source


class Content(StrEnum):
    """The four contents that the commune evaluates (nội dung đánh giá cấp xã)."""

    LOCAL_ORIGIN = "local_origin"
    LOCAL_LABOUR = "local_labour"
    IDEA_ORIGIN = "idea_origin"
    LOCAL_IDENTITY = "local_identity"


class Kind(StrEnum):
    """The closed list of ways in which a criterion is answered."""

    SHARE = "share"  # a share of one hundred falls into the band of an option
    COUNT = "count"  # a number falls into the band of an option
    CHOICE = "choice"  # a person chooses the option and gives reasons


class Basis(StrEnum):
    """The area whose share counts."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of numbers: per cent for shares and points, units for counts. ``None`` is no bound."""

    lower: Decimal | None
    upper: Decimal | None
    lower_included: bool = True
    upper_included: bool = False

    def holds(self, value: Decimal) -> bool:
        """Say whether a number lies in the band."""
        return self._above_lower(value) and self._below_upper(value)

    def _above_lower(self, value: Decimal) -> bool:
        return self.lower is None or value > self.lower or (self.lower_included and value == self.lower)

    def _below_upper(self, value: Decimal) -> bool:
        return self.upper is None or value < self.upper or (self.upper_included and value == self.upper)


@dataclass(frozen=True, slots=True)
class Option:
    """One level of a criterion.

    ``id`` keeps its meaning across sets and decisions, because dossiers store it. ``min_star`` is the star that
    asks for at least this option. ``source`` is set only where it differs from the criterion's.
    """

    id: str
    label: str
    points: Decimal
    min_star: int | None = None
    band: Band | None = None
    source: Source | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
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
    content: Content | None = None
    basis: Basis | None = None
    floor: Option | None = None
    min_star: int | None = None
    alternative: str = ""
    province_only: bool = False
    note: str = ""
    suspect: str = ""

    def placed(self, part: str, group: int, code: str, cite: str) -> "Criterion":
        """Return this criterion as one product set carries it.

        Written out, not ``dataclasses.replace``: it runs for every criterion of every set, and is twice as fast.
        """
        return Criterion(
            self.id, part, group, code, self.name, self.max, self.kind, self.options, self.source, cite, self.content,
            self.basis, self.floor, self.min_star, self.alternative, self.province_only, self.note, self.suspect,
        )  # fmt: skip

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

    def option_for(self, value: Decimal) -> Option | None:
        """Return the level whose band holds a share (per cent) or a count."""
        return next((o for o in self.levels if o.band and o.band.holds(value)), None)
