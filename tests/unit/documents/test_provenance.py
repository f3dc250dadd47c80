"""What a form says it is made of is what it is made of: change every field and see which places change."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from ocop_cli.documents.commune_points import commune_points_values
from ocop_cli.documents.evaluation_report import report_values
from ocop_cli.documents.provenance import (
    changed_sources,
    places_touched,
    places_with,
    printed_places,
    source_hashes,
)
from ocop_cli.documents.slips import idea_slip_values, registration_slip_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.rules.pick import force
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from support.decisions import NEW
from support.paths import EXAMPLES

RULEBOOK = load_rulebook()
PROFILE = load_workspace(Sources(EXAMPLES)).profile
TODAY = date(2026, 11, 23)
PRIVATE = PrivateData.model_validate({"phone": "0900000000", "gender": "nữ"})
DOSSIER = load_dossier(Sources(EXAMPLES), "sam-day").dossier
Make = Callable[[Dossier], dict[str, Any]]


def law(dossier: Dossier) -> Any:
    return force(RULEBOOK, NEW, dossier.product.set or 20)


MAKERS: dict[str, Make] = {
    "idea-slip": lambda d: idea_slip_values(d, PROFILE, TODAY),
    "registration-slip": lambda d: registration_slip_values(d, PRIVATE, PROFILE, law(d), TODAY),
    "evaluation-report": lambda d: report_values(
        d,
        PRIVATE,
        score_commune_contents(d, law(d)),
        law(d),
        PROFILE,
        load_form("evaluation-report"),
        TODAY,
        {},
    ),
    "commune-points": lambda d: commune_points_values(
        d, score_commune_contents(d, law(d)), law(d), PROFILE, load_form("commune-points"), TODAY
    ),
}


def variants(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Yield the dossier's data with one leaf changed, and the leaf's path."""
    if isinstance(data, dict):
        for key, value in data.items():
            for where, changed in variants(value, (*path, key)):
                yield where, {**data, key: changed}
    elif isinstance(data, list):
        for number, value in enumerate(data):
            for where, changed in variants(value, (*path, number)):
                yield where, [*data[:number], changed, *data[number + 1 :]]
    else:
        yield ".".join(map(str, path)), _other(data)


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return {"cooperative": "household", "new": "existing", "first": "upgrade"}.get(
        str(value), f"{value} khác"
    )


def changed_dossiers() -> Iterator[tuple[str, Dossier]]:
    data = DOSSIER.model_dump(mode="json", by_alias=True, exclude_none=True)
    for path, changed in variants(data):
        try:
            yield path, Dossier.model_validate(changed)
        except ValueError:
            continue  # a closed list or a date: no other value was at hand


@pytest.mark.parametrize("form_id", MAKERS)
def test_a_changed_field_changes_only_places_that_name_it(form_id: str) -> None:
    form, make = load_form(form_id), MAKERS[form_id]
    before = printed_places(make(DOSSIER), form)
    seen = 0
    for path, dossier in changed_dossiers():
        after = printed_places(make(dossier), form)
        moved = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
        for name in moved:
            sources = (before.get(name) or after[name]).sources
            assert any(path == s or path.startswith(f"{s}.") for s in sources), (path, name)
            seen += 1
    assert seen > 5


@pytest.mark.parametrize("form_id", MAKERS)
def test_a_changed_fact_marks_the_places_that_rest_on_it(form_id: str) -> None:
    form, make = load_form(form_id), MAKERS[form_id]
    record = record_of(form_id)
    assert changed_sources(record, DOSSIER, form) == []
    renamed = Dossier.model_validate(
        {
            **DOSSIER.model_dump(mode="json", by_alias=True),
            "product": {**DOSSIER.product.model_dump(), "name": "Tên khác"},
        }
    )
    changed = changed_sources(record, renamed, form)
    assert changed == ["product.name"]
    before, after = (printed_places(make(d), form) for d in (DOSSIER, renamed))
    assert {n for n in before if before[n] != after.get(n)} <= set(places_touched(record, changed))


def record_of(form_id: str) -> DocumentRecord:
    form = load_form(form_id)
    made = {
        "on": TODAY,
        "tool": "0",
        "document": "x",
        "template": "x",
        "dossier": "sam-day",
        "sources": source_hashes(DOSSIER, form),
    }
    return DocumentRecord.model_validate(
        {
            "form": form_id,
            "title": "x",
            "made": made,
            "printed": printed_places(MAKERS[form_id](DOSSIER), form),
        }
    )


def test_words_lead_back_to_facts_and_article() -> None:
    found = places_with(record_of("evaluation-report"), "18/24 lao động")
    (place,) = found.values()
    assert "labour" in place.sources
    assert place.cite is not None
    assert "bộ 20" in place.cite


def test_spaces_and_capitals_do_not_hide_words() -> None:
    record = record_of("evaluation-report")
    assert places_with(record, "75 %").keys() == places_with(record, "75%").keys() != set()
    assert places_with(record, "không có ở đâu cả") == {}


def test_personal_data_is_never_kept() -> None:
    kept = record_of("registration-slip").model_dump_json()
    assert "0900000000" not in kept
