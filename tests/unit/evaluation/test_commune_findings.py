"""What the commune is told when a content cannot be scored: place, reason, what to add, and the article."""

from collections.abc import Callable
from typing import Any

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.evaluation.commune import Decided, score_commune_contents
from ocop_cli.findings import Finding
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.decisions import NEW
from support.dossiers import make_dossier

RULEBOOK = load_rulebook()
LAW = force(RULEBOOK, NEW, 14)
LACKING: dict[str, dict[str, Any]] = {
    "nothing": {},
    "no share": {"materials": [{"name": "Ngô", "origin": "commune"}]},
    "no whole": {"materials": [{"name": "Ngô", "share": "60", "origin": "commune"}]},
    "a whole but for rounding": {"materials": [{"name": "Ngô", "share": "99.95", "origin": "commune"}]},
    "unknown origin": {
        "materials": [
            {"name": "Ngô", "share": "60", "origin": "commune"},
            {"name": "Men", "share": "40", "origin": "unknown"},
        ]
    },
    "no local workers": {"labour": {"total": "4"}},
    "too many local workers": {"labour": {"total": "4", "commune": "5"}},
    "no such level": {"idea": {"choice": {"option": "golden", "reason": "x"}}},
    "no reason": {"identity": {"choice": {"option": "none"}}},
}


def _words(finding: Finding) -> str:
    place, asked = finding.place, ", ".join(finding.asks.fields) if finding.asks else ""
    return f"{finding.code} {place.file} {place.field} | {finding.message} | {finding.why} | {asked} | {finding.cite}"


def _told(facts: dict[str, Any], decided: dict[CommuneContent, Decided] | None = None) -> str:
    made = score_commune_contents(make_dossier(**facts), LAW, "mau.yaml", decided)
    lines = [f"{line.content} {line.status} {line.points}: {line.reason}" for line in made.lines]
    return "\n".join([*lines, *map(_words, made.findings)])


def test_every_lack_is_told(approved: Callable[[str, str], None]) -> None:
    approved("commune-findings", "\n\n".join(f"# {name}\n{_told(facts)}" for name, facts in LACKING.items()))


@pytest.mark.parametrize("option", ["golden", "from_75"])
def test_an_official_decides_only_on_a_level_of_the_law(
    option: str, approved: Callable[[str, str], None]
) -> None:
    decided = {CommuneContent.LOCAL_ORIGIN: Decided(option, "đã xác minh tại cơ sở")}
    approved(f"commune-decided-{option}", _told({}, decided))
