"""What the commune states of itself, by Vietnamese names: each setting with its place in the profile and an example.

The data stand in ``programme/data/settings.yaml``; targets take their names from their fields.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from ocop_cli.findings import FieldPath
from ocop_cli.programme.targets import Targets
from ocop_cli.viet.text import fold, lower_first

_NEAR = 0.6


class Setting(NamedTuple):
    """One setting: its name as it is typed, its place, an example. ``listed``: it holds several values, each is added."""

    name: str
    place: FieldPath
    example: str
    listed: bool = False


_TARGETS = {f"chỉ tiêu {lower_first(info.title or key)}": key for key, info in Targets.model_fields.items()}


class Settings:
    """Every setting that a person states by its name."""

    def __init__(self, lasting: Iterable[Setting]) -> None:
        self._lasting = tuple(lasting)

    def of(self, year: int) -> tuple[Setting, ...]:
        """Return every setting, the targets as those of one year."""
        targets = (
            Setting(f"{name} {year}", ("targets", str(year), key), "3") for name, key in _TARGETS.items()
        )
        return (*self._lasting, *targets)

    def named(self, said: str, year: int) -> Setting | None:
        """Return the setting that a person names; a target may name its own year: ``chỉ tiêu … 2027``."""
        head, _, tail = said.strip().rpartition(" ")
        meant = int(tail) if len(tail) == len(str(year)) and tail.isdecimal() else year
        wanted = fold(said if head == "" or meant == year else f"{head} {meant}")
        return next(
            (each for each in self.of(meant) if fold(each.name) in (wanted, f"{wanted} {meant}")), None
        )

    def near(self, said: str, year: int) -> Iterator[str]:
        """Yield the names that come near what was typed."""
        names = {fold(each.name): each.name for each in self.of(year)}
        yield from (names[found] for found in get_close_matches(fold(said), names, n=3, cutoff=_NEAR))


def build_settings(data: Iterable[Mapping[str, Any]]) -> Settings:
    """Return the settings of the program's data."""
    return Settings(
        Setting(each["name"], tuple(each["place"].split(".")), each["example"], each.get("listed", False))
        for each in data
    )
