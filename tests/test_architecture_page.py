"""ARCHITECTURE.md leads to files that exist."""

import re

import pytest

from support.paths import ROOT
from support.source import PACKAGE

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PLACES = sorted(set(re.findall(r"`([^`\s]+/[^`\s]*)`", PAGE)))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_the_page_names_exists(place: str) -> None:
    pattern = re.sub(r"<[^>]+>", "*", place).rstrip("/")
    assert [*ROOT.glob(pattern), *PACKAGE.glob(pattern)]


def test_the_page_is_read_in_one_go() -> None:
    assert len(PLACES) > 30
    assert len(PAGE.splitlines()) <= 120
