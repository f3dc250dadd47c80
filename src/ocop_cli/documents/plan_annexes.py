"""The two annexes of the year plan: the products of the year, and the schedule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import Track, word
from ocop_cli.programme.activity import months_words
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.standing import Section, StandingPlan
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import upper_first


@dataclass(frozen=True, slots=True)
class YearDossiers:
    """The dossiers that a year's plan lists. Notes say what is done about a product, and by when."""

    by_track: Mapping[Track, Sequence[Dossier]] = field(default_factory=dict)
    carried: Sequence[tuple[Dossier, str]] = ()
    re_ranked: Sequence[tuple[Dossier, str]] = ()
    inspected: Sequence[tuple[Dossier, str]] = ()
    stage_names: Mapping[str, str] = field(default_factory=dict)

    def stage(self, dossier: Dossier) -> str:
        """Return where a dossier stands, in words."""
        return self.stage_names.get(dossier.stage, dossier.stage)


def product_rows(dossiers: YearDossiers, year: int) -> list[dict[str, Any]]:
    """Return the rows of annex I: products by track, those carried over, those to re-rank, those to inspect."""
    groups: list[tuple[str, list[tuple[Dossier, str]]]] = [
        (word(track), [(d, dossiers.stage(d)) for d in dossiers.by_track.get(track, ())]) for track in Track
    ]
    groups.append(("Sản phẩm chuyển tiếp từ năm trước", list(dossiers.carried)))
    groups.append((f"Sản phẩm phân hạng lại trong năm {year}", list(dossiers.re_ranked)))
    groups.append(
        (f"Sản phẩm đã được công nhận còn thời hạn, kiểm tra trong năm {year}", list(dossiers.inspected))
    )
    listed = [group for group in groups if group[1]]
    return [row for number, group in enumerate(listed, 1) for row in _group(number, *group)]


def schedule_rows(
    standing: StandingPlan, own: YearPlan, decision: Decision, year: int, slots: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the rows of annex II: every activity with time and units, then the province's rounds."""
    rows = [_activity(section, own, year, slots) for section in standing.sections if section.name]
    rows += [
        {
            "name": f"Gửi đề nghị cấp tỉnh, đợt {r.number}",
            "time": f"Trước ngày {show_date(r.request_before.in_year(year))}",
            "lead": f"UBND {slots['commune']}",
            "partners": f"{slots['unit']} tham mưu",
        }
        for r in decision.procedure.province_rounds
    ]
    return [{"number": str(number), **row} for number, row in enumerate(rows, 1)]


def lead_and_partners(section: Section, own: YearPlan, slots: Mapping[str, str]) -> tuple[str, str]:
    """Return who leads an activity and who works with them: the year's own, else the standing ones."""
    activity = own.activity(section.id)
    lead = activity.lead if activity and activity.lead else section.lead.format(**slots)
    partners = ", ".join(activity.partners) if activity else ""
    return lead, partners or section.partners.format(**slots)


def time_of(section: Section, own: YearPlan, year: int, slots: Mapping[str, str]) -> str:
    """Return when an activity takes place: the year's own months, else the standing words."""
    activity = own.activity(section.id)
    if activity and activity.months:
        return months_words(activity.months, year)
    return section.when.format(**slots)


def _activity(section: Section, own: YearPlan, year: int, slots: Mapping[str, str]) -> dict[str, str]:
    lead, partners = lead_and_partners(section, own, slots)
    name = section.name.format(**slots)
    return {
        "name": name,
        "time": time_of(section, own, year, slots),
        "lead": lead,
        "partners": upper_first(partners) or "–",
    }


def _group(number: int, title: str, members: list[tuple[Dossier, str]]) -> Iterator[dict[str, Any]]:
    yield {"strong": True, "number": str(number), "product": title, "producer": "", "note": ""}
    named = sorted(members, key=lambda member: collation_key(member[0].product.name))
    for position, (dossier, note) in enumerate(named, 1):
        yield {
            "strong": False,
            "number": f"{number}.{position}",
            "product": dossier.product.name,
            "producer": dossier.producer.name,
            "note": note,
        }
