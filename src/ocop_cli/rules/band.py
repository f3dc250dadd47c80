"""A stretch of numbers with its bounds."""

from decimal import Decimal
from typing import NamedTuple


class Band(NamedTuple):
    """A stretch of numbers: per cent for shares and points, units for counts. ``None`` is no bound."""

    lower: Decimal | None
    upper: Decimal | None
    lower_included: bool = True
    upper_included: bool = False

    def holds(self, value: Decimal) -> bool:
        """Say whether a number lies in the band."""
        return not self.lies_above(value) and not self.lies_below(value)

    def lies_above(self, value: Decimal) -> bool:
        """Say whether the whole band lies above a number."""
        return self.lower is not None and (
            value < self.lower or (value == self.lower and not self.lower_included)
        )

    def lies_below(self, value: Decimal) -> bool:
        """Say whether the whole band lies below a number."""
        return self.upper is not None and (
            value > self.upper or (value == self.upper and not self.upper_included)
        )
