"""Make a draft: the template filled, its record beside it, and what its legal grounds lack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.documents.grounds import acts_of, lapsed_grounds
from ocop_cli.documents.naming import names_in
from ocop_cli.dossier import Dossier
from ocop_cli.findings import Finding
from ocop_cli.programme import Profile
from ocop_cli.programme.profile import ToneMarks
from ocop_cli.render.word import render
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.acts import load_acts
from ocop_cli.store.document_records import record_change, record_name, title_of
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.forms import load_form, template_path


@dataclass(frozen=True, slots=True)
class Draft:
    """A document and its record as changes, and the findings about its grounds."""

    document: Change
    record: Change
    findings: list[Finding]


def draft(
    root: Path,
    profile: Profile,
    rulebook: Rulebook,
    today: date,
    form_id: str,
    path: str,
    values: Mapping[str, Any],
    made_of: tuple[str, Dossier] | None,
) -> Draft:
    """Return the draft that a form makes of values, filed under a path.

    ``made_of`` is the dossier that the values come from, with its id.
    """
    template = template_path(root, form_id)
    content = render(
        template,
        values,
        on=today,
        title=title_of(values),
        creator=f"UBND {profile.commune.kind} {profile.commune.name}",
        stamp=record_name(path),
        names_kept=_names_kept(profile, values),
    )
    document = plan_write(root, path, content)
    record = record_change(root, document, load_form(form_id), values, template, today, made_of)
    acts = (*acts_of(rulebook), *load_acts())
    return Draft(document, record, lapsed_grounds(values.get("grounds", ()), acts, today, path))


def _names_kept(profile: Profile, values: Mapping[str, Any]) -> list[str] | None:
    """Return the names that keep their spelling where the office sets tone marks the new way, else ``None``."""
    if profile.settings.tone_marks is ToneMarks.OLD:
        return None
    return [*names_in(values), profile.commune.name, profile.province.name]
