"""Values of the year plan: the standing duties filled with the year's data, part by part."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.basis import NO_BASIS, Basis
from ocop_cli.documents.frame import annexed_to, as_list, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.left_out import with_left_out
from ocop_cli.documents.plan_annexes import (
    YearDossiers,
    lead_and_partners,
    product_rows,
    schedule_rows,
    time_of,
)
from ocop_cli.documents.plan_slots import plan_slots
from ocop_cli.documents.report_sections import NO_ACTS, ReportActs, act_rows
from ocop_cli.programme.budget import budget_words
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.standing import Duty, Mark, Section, StandingPlan
from ocop_cli.programme.targets import Targets
from ocop_cli.rules.acts import Act, programme_of
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.text import lower_first

OBJECTIVES, MONEY = "II", "IV"  # the sections that the year's own objectives and budget lines join


class PlanData(NamedTuple):
    """Everything that a plan is made of."""

    year: int
    standing: StandingPlan
    own: YearPlan
    profile: Profile
    decision: Decision
    steps: int
    dossiers: YearDossiers
    acts: tuple[Act, ...]
    basis: Basis = NO_BASIS
    left_out: str = ""
    logged: ReportActs = NO_ACTS

    @property
    def slots(self) -> dict[str, str]:
        """The words for the slots of the standing duties."""
        listed = bool(product_rows(self.dossiers, self.year))
        slots = plan_slots(self.year, self.profile, self.decision, self.steps, listed=listed)
        return {**slots, "programme": self.programme or "các chương trình mục tiêu quốc gia"}

    @property
    def programme(self) -> str:
        """The national target programme of the year; empty where no known act approves one."""
        return programme_of(self.year, self.acts)


def plan_values(data: PlanData, form: FormInfo, on: date) -> dict[str, Any]:
    """Return the values of the plan: every standing duty, the year's own data, and two annexes.

    Keys: those of ``frame``; ``opening``, ``closing``, ``annex_of`` (texts); ``grounds`` (lines); ``parts``
    (rows: title, blocks, which are rows: style, text); ``products`` (rows: strong, number, product, producer,
    note); ``schedule`` (rows: number, name, time, lead, partners); ``activities`` (rows: number, day, kind, text), those of
    the year that are written down already and those of before that go on.
    """
    slots = data.slots
    subject = (
        f"Triển khai Chương trình Mỗi xã một sản phẩm (OCOP) năm {data.year}\ntrên địa bàn {slots['commune']}"
    )
    values = {
        **frame(data.profile, form, subject, on),
        "grounds": as_list([*grounds(form, data.decision, data.acts, data.year), *data.own.grounds]),
        "opening": f"{data.standing.opening.format(**slots)}:",
        "parts": [
            {
                "title": f"{part.id}. {part.title}",
                "blocks": [block for section in part.sections for block in _section(section, data, slots)],
            }
            for part in data.standing.parts
        ],
        "closing": data.standing.closing.format(**slots),
        "annex_of": annexed_to(data.profile, form, on),
        "products": product_rows(data.dossiers, data.year),
        "schedule": schedule_rows(data.standing, data.own, data.decision, data.year, slots),
        "activities": act_rows(data.logged),
    }
    return with_left_out(values, data.left_out)


def duty_rows(data: PlanData) -> tuple[tuple[str, str], ...]:
    """Return every duty of the year with its id, in the words that the plan prints."""
    said, slots = {duty.id: duty.text for duty in data.own.duties}, data.slots
    return tuple((duty.id, _text(duty, said, slots)) for duty in data.standing.duties)


def _section(section: Section, data: PlanData, slots: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Yield the blocks of a section: its heading, its duties, its time and its units."""
    if section.title:
        yield {"style": "point" if section.point else "item", "text": section.title.format(**slots)}
    lines = [*_duties(section, data, slots), *_own_lines(section, data)]
    for number, line in enumerate(lines, 1):
        yield _line(line if line.startswith("+ ") else f"{_mark(section, number)}{line}")
    if section.name:
        lead, partners = lead_and_partners(section, data.own, slots)
        units = f"{lead} chủ trì, phối hợp với {partners}" if partners else lead
        yield _line(f"- Thời gian thực hiện: {time_of(section, data.own, data.year, slots)}.")
        yield _line(f"- Đơn vị thực hiện: {units}.")


def _duties(section: Section, data: PlanData, slots: Mapping[str, str]) -> Iterator[str]:
    said = {duty.id: duty.text for duty in data.own.duties}
    for duty in section.duties:
        yield _text(duty, said, slots)
        yield from (f"+ {_text(sub, said, slots)}" for sub in duty.sub)


def _text(duty: Duty, said: Mapping[str, str], slots: Mapping[str, str]) -> str:
    """The commune's own words stand as they are; only ours have slots."""
    return said.get(duty.id) or duty.text.format(**slots)


def _own_lines(section: Section, data: PlanData) -> Iterator[str]:
    """Yield what the year adds to a section: objectives, targets, budget lines, tasks."""
    if section.id == OBJECTIVES:
        yield from data.own.objectives
        yield from _targets(data.profile.targets.get(str(data.year)), data.year)
    if section.id == MONEY:
        yield from (f"{budget_words(line)}." for line in data.own.budget)
    activity = data.own.activity(section.id)
    yield from activity.tasks if activity else ()


def _targets(targets: Targets | None, year: int) -> Iterator[str]:
    named = {
        field.title or name: getattr(targets, name, None) for name, field in Targets.model_fields.items()
    }
    told = [f"{lower_first(title)}: {n:02d}" for title, n in named.items() if n is not None]
    if told:
        yield f"Chỉ tiêu cụ thể năm {year}: {'; '.join(told)}."


def _mark(section: Section, number: int) -> str:
    return {Mark.DASH: "- ", Mark.NUMBER: f"{number}. ", Mark.NONE: ""}[section.mark]


def _line(text: str) -> dict[str, str]:
    return {"style": "line", "text": text}
