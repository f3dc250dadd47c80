"""The letter that tells a producer the way to a star, made of the score that the producer gave itself."""

from dataclasses import replace
from datetime import date
from typing import Any

from ocop_cli.documents.raising_letter import FORM, raising_letter_values
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_effort
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.document import document_case
from ocop_cli.usecases.raise_stars import law_to_raise, score_by, way_to


def raising_letter(
    sources: Sources,
    file: DossierFile,
    rulebook: Rulebook,
    profile: Profile,
    star: int,
    on: date,
    due: date | None,
) -> dict[str, Any]:
    """Return the values of the letter. Raises ``OcopError`` where the star has no way, or no law is known."""
    law = law_to_raise(file.dossier, rulebook, on)
    case = replace(document_case(sources, file, rulebook, on, None, due), ruleset=law)
    advice = way_to(score_by(file, law, on), star, load_effort(profile.settings.effort), on)
    return raising_letter_values(case, advice, profile, load_form(FORM))
