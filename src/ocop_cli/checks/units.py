"""Names of units: one unit is written in one way, wherever a record names it."""

from collections.abc import Collection, Iterator, Sequence

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.units import other_spelling


def check_unit_names(
    file: str, units: Sequence[tuple[str, FieldPath]], known: Collection[str]
) -> Iterator[Finding]:
    """P051: a unit stands in a file under another name than in the commune's list, or under two names.

    ``units`` are names with their places; ``known`` are the names that hold, the commune's own first.
    """
    names = [*known]
    for unit, field in units:
        if own := other_spelling(unit, names):
            message, why = f"“{unit}” là “{own}” ghi cách khác", "văn bản sẽ in như hai đơn vị"
            place, hint = Place(file, field), f"ghi “{own}” ở mọi chỗ"
            yield Finding("P051", Severity.WARNING, message, place, why=why, hint=hint)
        else:
            names.append(unit)
