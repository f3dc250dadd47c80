"""The standing duties of a commune's OCOP year: what every plan says, as data."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple


class Mark(StrEnum):
    """What stands before the duties of a section."""

    DASH = "dash"
    NUMBER = "number"
    NONE = "none"


class Duty(NamedTuple):
    """One duty; ``text`` holds slots in braces."""

    id: str
    text: str
    sub: tuple["Duty", ...] = ()


class Section(NamedTuple):
    """A heading with its duties; an activity of the year when it has a ``name``, a time and a lead unit."""

    id: str
    title: str = ""
    point: bool = False
    mark: Mark = Mark.DASH
    name: str = ""
    when: str = ""
    lead: str = ""
    partners: str = ""
    duties: tuple[Duty, ...] = ()


class Part(NamedTuple):
    """A part of the plan with a Roman numeral."""

    id: str
    title: str
    sections: tuple[Section, ...]


class StandingPlan(NamedTuple):
    """The whole plan before a year fills it in."""

    opening: str
    closing: str
    parts: tuple[Part, ...]
    check_before_signing: tuple[str, ...]

    @property
    def sections(self) -> Iterator[Section]:
        """Every section, in order."""
        return (section for part in self.parts for section in part.sections)

    @property
    def activity_ids(self) -> tuple[str, ...]:
        """The sections that are activities of the year."""
        return tuple(section.id for section in self.sections if section.name)

    @property
    def duties(self) -> Iterator[Duty]:
        """Every duty and sub-duty, in order."""
        for section in self.sections:
            for duty in section.duties:
                yield duty
                yield from duty.sub

    @property
    def duty_ids(self) -> tuple[str, ...]:
        """The ids of all duties, in order."""
        return tuple(duty.id for duty in self.duties)


def build_standing(data: Mapping[str, Any]) -> StandingPlan:
    """Build the standing plan from its data file. Raises ``KeyError`` or ``TypeError`` when our own data are wrong."""
    return StandingPlan(
        opening=data["opening"],
        closing=data["closing"],
        parts=tuple(_part(part) for part in data["parts"]),
        check_before_signing=tuple(data["check_before_signing"]),
    )


def _part(part: Mapping[str, Any]) -> Part:
    return Part(part["id"], part["title"], tuple(_section(section) for section in part["sections"]))


def _section(section: Mapping[str, Any]) -> Section:
    given = dict(section)
    given["point"] = given.pop("style", "") == "point"
    given["mark"] = Mark(given.pop("mark", Mark.DASH))
    given["duties"] = tuple(_duty(duty) for duty in given.get("duties", ()))
    return Section(**given)


def _duty(duty: Mapping[str, Any]) -> Duty:
    return Duty(duty["id"], duty["text"], tuple(_duty(sub) for sub in duty.get("sub", ())))
