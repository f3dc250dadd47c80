"""A value that nobody would believe is known by the mark of its field; real ones, of every way of writing, are let be."""

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.viet.believed import is_email
from ocop_cli.viet.doubts import doubts
from support.dossiers import make_dossier


@pytest.mark.parametrize(
    ("text", "believed"),
    [
        ("htx@vidu.example", True),
        ("a@b.vn; c@d.vn", True),
        ("abc", False),
        ("a@b", False),
        ("@vidu.vn", False),
    ],
)
def test_an_address_of_mail_has_a_name_and_a_place(text: str, believed: bool) -> None:
    assert is_email(text) is believed


def places(dossier: Dossier) -> dict[str, str]:
    return {".".join(map(str, each.field)): ".".join(map(str, each.whole)) for each in doubts(dossier)}


def test_a_part_is_held_against_the_nearest_whole_that_is_told() -> None:
    assert places(make_dossier(labour={"total": "10", "commune": "12"})) == {"labour.commune": "labour.total"}
    chain = {"total": "10", "province": "5", "commune": "7", "women": "11"}
    assert places(make_dossier(labour=chain)) == {
        "labour.commune": "labour.province",
        "labour.women": "labour.total",
    }
    assert places(make_dossier(labour={"total": "10", "province": "10", "commune": "10"})) == {}


def test_the_bounds_of_a_year_are_believed() -> None:
    years = [{"year": str(year), "revenue": "1000000"} for year in (1945, 2100, 1944, 2101)]
    assert list(places(make_dossier(business={"years": years}))) == [
        "business.years.2.year",
        "business.years.3.year",
    ]
