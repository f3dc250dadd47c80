"""Findings about the names of units in meetings and in opinions, beside the commune's own list."""

from collections.abc import Iterator, Sequence

from ocop_cli.checks.units import check_unit_names
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Finding
from ocop_cli.programme.meeting import Meeting
from ocop_cli.store.programme.meetings import has_meeting, load_meeting
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources


def guest_findings(sources: Sources, file: str, meeting: Meeting) -> Iterator[Finding]:
    """Yield a finding for each invited unit that the commune's list, or the invitation itself, names otherwise."""
    units = [(guest.unit, ("participants", at, "unit")) for at, guest in enumerate(meeting.participants)]
    yield from check_unit_names(file, units, _consulted(sources))


def opinion_findings(sources: Sources, file: str, dossier: Dossier) -> Iterator[Finding]:
    """Yield a finding for each unit that gave an opinion under another name than it was invited or listed under."""
    units = [(opinion.unit, ("opinions", at, "unit")) for at, opinion in enumerate(dossier.opinions)]
    held = {opinion.meeting for opinion in dossier.opinions if opinion.meeting}
    known = [*_consulted(sources), *_invited(sources, sorted(held))]
    yield from check_unit_names(file, units, known)


def _consulted(sources: Sources) -> list[str]:
    profile = load_profile(sources).record
    return [unit.name for unit in profile.office.consulted] if profile else []


def _invited(sources: Sources, meetings: Sequence[str]) -> Iterator[str]:
    for meeting_id in meetings:
        meeting = load_meeting(sources, meeting_id).record if has_meeting(sources.root, meeting_id) else None
        yield from (guest.unit for guest in meeting.participants) if meeting else ()
