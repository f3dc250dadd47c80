"""Numbers of a submission."""

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.rules.pick import force_decision
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.workflow.submission import next_serial, package_name, payload_name, product_code
from support.dossiers import make_dossier
from support.paths import EXAMPLES

PROFILE = load_profile(Sources(EXAMPLES)).record


def sent(serial: int, on: str) -> Dossier:
    return make_dossier(
        submission={"decision": "26-2026", "on": on, "serial": serial, "product_code": "z"},
        history=[{"stage": "submitted", "on": on}],
    )


def test_serials_run_through_a_year_and_start_anew() -> None:
    dossiers = [sent(1, "2026-06-01"), sent(4, "2026-07-01"), sent(9, "2025-07-01")]
    requests = [each for dossier in dossiers for each in dossier.submissions]
    assert next_serial(requests, 2026) == 5
    assert next_serial(requests, 2025) == 10
    assert next_serial(requests, 2027) == 1


def test_codes_follow_the_decision() -> None:
    assert PROFILE is not None
    procedure = force_decision(load_rulebook(), "26-2026").procedure
    assert product_code(procedure, PROFILE, 3, 2026) == "51-23356-03-2026"
    assert package_name(PROFILE, [3, 4], 2026) == "ocop-23356-2026-03-04"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("papers/x/Giấy ATTP (bản 2).PDF", "giay-attp-ban-2.pdf"),
        ("papers/a.b.c.jpg", "a-b-c.jpg"),
        ("papers/x/Ảnh ‘nhãn’.JPG", "anh-nhan.jpg"),
    ],
)
def test_names_that_every_system_unpacks(path: str, name: str) -> None:
    assert payload_name(path) == name


@pytest.mark.parametrize(
    ("path", "ending", "name"),
    [
        ("papers/x/Ảnh", "jpg", "anh.jpg"),
        ("papers/x/Ảnh", "", "anh"),
        ("papers/x/Giấy số 1. Bản chính", "pdf", "giay-so-1-ban-chinh.pdf"),
        ("papers/x/anh.jpg", "pdf", "anh.jpg"),
    ],
)
def test_a_name_without_an_ending_gets_one(path: str, ending: str, name: str) -> None:
    assert payload_name(path, ending) == name
