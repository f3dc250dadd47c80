"""Every finding about the province and the commune that a profile names."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.checks.commune import check_commune, check_signers
from ocop_cli.findings import Finding
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.built_in.places import load_places
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.workspace import PROFILE_FILE


def commune_findings(sources: Sources, today: date) -> Iterator[Finding]:
    """Yield where the profile and the list of administrative units of the day do not agree."""
    profile = load_profile(sources).record
    if profile:
        yield from sources.placed(check_commune(PROFILE_FILE, profile, load_places(today)))
        yield from sources.placed(check_signers(PROFILE_FILE, profile, _powers_to_sign))


def _powers_to_sign() -> str:
    return load_standard().word("powers_to_sign")
