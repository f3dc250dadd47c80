"""A dossier is read as officials type it, and every fault is a finding in Vietnamese at its field."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ocop_cli.dossier.facts import Material, origins_within, share_from
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.findings import Finding
from ocop_cli.viet.error_messages import explain_errors

LEAST: dict[str, Any] = {
    "product": {"name": "Rượu ngô men lá"},
    "producer": {"name": "HTX Ví Dụ"},
    "registration": {"track": "new", "year": "2026"},
    "history": [{"stage": "idea", "on": "23/11/2026"}],
}


def faults(**parts: Any) -> list[Finding]:
    try:
        Dossier.model_validate({**LEAST, **parts})
    except ValidationError as error:
        return explain_errors(error, Dossier, "dossiers/x.yaml")
    return []


def test_the_least_dossier_is_an_idea() -> None:
    dossier = Dossier.model_validate(LEAST)
    assert dossier.stage == "idea"
    assert dossier.history[0].on == date(2026, 11, 23)
    assert dossier.result is None


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("women_led", "Có", True),
        ("women_led", "không", False),
        ("founded_on", "5/3/2020", date(2020, 3, 5)),
    ],
)
def test_typed_text_of_the_producer(field: str, typed: str, meant: object) -> None:
    dossier = Dossier.model_validate({**LEAST, "producer": {"name": "HTX Ví Dụ", field: typed}})
    assert getattr(dossier.producer, field) == meant


@pytest.mark.parametrize(
    ("parts", "code", "field"),
    [
        ({"product": {}}, "S001", ("product", "name")),
        ({"prodct": "x"}, "S002", ("prodct",)),
        ({"registration": {"track": "cũ", "year": "2026"}}, "S003", ("registration", "track")),
        ({"materials": "ngô"}, "S004", ("materials",)),
        ({"labour": "18 người"}, "S005", ("labour",)),
        ({"product": {"name": {"chưa điền": None}}}, "S006", ("product", "name")),
        ({"product": {"name": "  "}}, "S007", ("product", "name")),
        ({"history": [{"stage": "idea", "on": "30/02/2026"}]}, "S008", ("history", 0, "on")),
        (
            {"business": {"years": [{"year": "2025", "revenue": "1.234,5"}]}},
            "S009",
            ("business", "years", 0, "revenue"),
        ),
        ({"business": {"growth_percent": "-12%"}}, "S010", ("business", "growth_percent")),
        ({"materials": [{"name": "ngô", "share": "120"}]}, "S011", ("materials", 0, "share")),
        ({"labour": {"total": "12,5"}}, "S012", ("labour", "total")),
        ({"producer": {"name": "A", "women_led": "đôi khi"}}, "S013", ("producer", "women_led")),
        ({"history": [{"stage": "Ý tưởng", "on": "2026-11-23"}]}, "S014", ("history", 0, "stage")),
        ({"registration": {"track": "new", "year": "1999"}}, "S015", ("registration", "year")),
    ],
)
def test_each_fault_has_its_code_and_field(
    parts: dict[str, Any], code: str, field: tuple[str | int, ...]
) -> None:
    found = faults(**parts)
    assert [(f.code, f.place.field) for f in found] == [(code, field)]
    assert found[0].hint


def test_a_misspelt_key_names_its_neighbour() -> None:
    (found,) = faults(materials=[{"name": "ngô", "orgin": "commune"}])
    assert found.hint == "có phải “origin”?"


def test_faults_never_quote_personal_data() -> None:
    with pytest.raises(ValidationError) as error:
        PrivateData.model_validate({"phone": ["0900000011"]})
    (found,) = explain_errors(error.value, PrivateData, "private/x.yaml")
    assert "0900000011" not in found.message + found.hint + str(error.value)


def test_a_wider_area_counts_the_narrower_one() -> None:
    materials = (
        Material.model_validate({"name": "ngô", "share": "60", "origin": "commune"}),
        Material.model_validate({"name": "men lá", "share": "25,5", "origin": "province"}),
        Material.model_validate({"name": "chai", "share": "14,5", "origin": "elsewhere"}),
    )
    assert share_from(materials, origins_within("commune")) == Decimal(60)
    assert share_from(materials, origins_within("province")) == Decimal("85.5")
