"""What is built of the program's own data: the cycle, the field map, the duties, the efforts, the acts, the calendar, the rules on form.

The classes behind each are imported when it is first asked for: a verb pays for what it uses.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from ocop_cli.store.built_in.compiled import compiled

if TYPE_CHECKING:
    from datetime import date

    from ocop_cli.dossier.field_map import FieldMap
    from ocop_cli.evaluation.effort import Effort
    from ocop_cli.lint.standard import Standard
    from ocop_cli.programme.calendar import Calendar, CalendarDay, OwnDays
    from ocop_cli.programme.log_kind import LogKinds
    from ocop_cli.programme.national_data import NationalData
    from ocop_cli.programme.scan_standard import ScanStandard
    from ocop_cli.programme.settings_named import Settings
    from ocop_cli.programme.standing import StandingPlan
    from ocop_cli.rules.acts import Act
    from ocop_cli.rules.second_hand import SecondHand
    from ocop_cli.workflow.cycle import Cycle
    from ocop_cli.workflow.inspection_order import Reason


@cache
def load_cycle() -> "Cycle":
    """Read the OCOP cycle."""
    from ocop_cli.workflow.cycle import build_cycle

    return build_cycle(compiled("cycle"))


@cache
def load_field_map() -> "FieldMap":
    """Read the field map: every fact that a person states."""
    from ocop_cli.dossier.field_map import build_field_map

    return build_field_map(compiled("fields"))


@cache
def load_forms() -> dict[str, Any]:
    """Read the forms that people fill in and send back, as data of ``intake.layout``."""
    data: dict[str, Any] = compiled("returned_forms")
    return data


@cache
def load_standing() -> "StandingPlan":
    """Read the standing duties of every year's plan."""
    from ocop_cli.programme.standing import build_standing

    return build_standing(compiled("plan"))


@cache
def load_log_kinds() -> "LogKinds":
    """Read the kinds of acts that a year is made of."""
    from ocop_cli.programme.log_kind import build_log_kinds

    return build_log_kinds(compiled("activities"))


@cache
def load_inspection_contents() -> dict[str, str]:
    """Read what an inspection looks at: ids with their words."""
    data = compiled("inspection")
    return {content["id"]: content["text"] for content in data}


def load_inspection_order() -> "dict[str, Reason]":
    """Read the reasons for inspecting one product before another, by id."""
    from ocop_cli.workflow.inspection_order import read_reasons

    return read_reasons(compiled("inspection_order"))


def load_calendar(own: "OwnDays") -> "Calendar":
    """Read the working days, with the commune's own days on top."""
    from ocop_cli.programme.calendar import build_calendar

    return build_calendar(_calendar_data(), own)


def load_proposed_days(year: int) -> "dict[date, CalendarDay]":
    """Read the days off that are likely in a year without a notice."""
    from ocop_cli.programme.proposed_days import propose_days

    return propose_days(_calendar_data(), year)


@cache
def _calendar_data() -> Any:
    return compiled("calendar")


@cache
def load_acts() -> "tuple[Act, ...]":
    """Read the acts that documents cite besides the decisions on the criteria."""
    from ocop_cli.rules.acts import build_acts

    return build_acts(compiled("acts"))


@cache
def load_second_hand() -> "tuple[SecondHand, ...]":
    """Read what of the law was not read in the signed text."""
    from ocop_cli.rules.second_hand import build_second_hand

    return build_second_hand(compiled("second_hand"), compiled("acts"))


@cache
def load_everyday_words() -> Mapping[str, list[str]]:
    """Read the words that people say for products: ours, for finding a product set only."""
    words: dict[str, list[str]] = compiled("everyday_words")
    return words


@cache
def load_standard() -> "Standard":
    """Read the rules on official documents."""
    from ocop_cli.lint.standard import build_standard

    return build_standard(compiled("nd30"))


def load_settings() -> "Settings":
    """Read what the commune states of itself by Vietnamese names."""
    from ocop_cli.programme.settings_named import build_settings

    return build_settings(compiled("settings"))


def load_scan_standard() -> "ScanStandard":
    """Read what a scan should be like."""
    from ocop_cli.programme.scan_standard import build_scan_standard

    return build_scan_standard(compiled("scan_standard"))


def load_paper_words() -> Mapping[str, Sequence[str]]:
    """Read what people call each kind of paper."""
    found: Mapping[str, Sequence[str]] = compiled("paper_words")
    return found


@cache
def load_national_data() -> "NationalData":
    """Read the tables of the ministry's data standards, as far as they are known."""
    from ocop_cli.programme.national_data import build_national_data

    return build_national_data(compiled("national_data"))


def load_effort(own: Mapping[str, int]) -> "Effort":
    """Return what it takes to raise criteria: our estimates, with those of the workspace profile on top."""
    from ocop_cli.evaluation.effort import build_effort

    return build_effort(compiled("effort"), own)
