"""Name a level of a criterion as a person types it."""

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.viet.text import fold


def read_level(criterion: Criterion, text: str) -> Option:
    """Return the level that a text names by its id, its label or the decision's words; signs and capitals do not matter.

    Raises ``OcopError`` (misuse) naming the levels when it names none.
    """
    found = next((o for o in criterion.levels if fold(text) in _names(o)), None)
    if found is None:
        listed = "; ".join(o.named for o in criterion.levels)
        raise OcopError(
            f"Tiêu chí {criterion.code} {criterion.name} không có mức “{text}”.",
            f"Chọn một trong: {listed}.",
            exit_code=MISUSE,
        )
    return found


def _names(option: Option) -> set[str]:
    return {fold(name) for name in (option.id, option.label, option.words) if name}
