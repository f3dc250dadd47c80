"""Name a level of a criterion as a person types it."""

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.text import fold


def read_level(criterion: Criterion, text: str) -> Option:
    """Return the level that a text names by its id, its label, the decision's words, or a part of these that no other has.

    Signs and capitals do not matter; a bare number names none, for it may be meant as points.
    Raises ``OcopError`` (misuse) naming the levels when it names none, or several.
    """
    found = next((o for o in criterion.levels if fold(text) in _names(o)), None) or _by_part(criterion, text)
    if found is None:
        listed = "; ".join(o.named for o in criterion.levels)
        raise OcopError(
            f"Tiêu chí {criterion.code} {criterion.name} không có mức “{text}”.",
            f"Chọn một trong: {listed}.",
            exit_code=MISUSE,
        )
    return found


def _by_part(criterion: Criterion, text: str) -> Option | None:
    if not any(map(str.isalpha, text)):
        return None
    found = chosen(text, {o.id: " · ".join(filter(None, (o.label, o.words))) for o in criterion.levels})
    return next((o for o in criterion.levels if [o.id] == found), None)


def _names(option: Option) -> set[str]:
    return {fold(name) for name in (option.id, option.label, option.words) if name}
