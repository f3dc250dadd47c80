"""What was not read in the signed text is said, with the place to read it, until somebody has read it."""

from datetime import date

import pytest

from ocop_cli.rules.second_hand import of_decision, second_hand_json, second_hand_of, second_hand_table
from ocop_cli.store.built_in.compiled import compiled
from ocop_cli.store.built_in.packaged import load_second_hand
from ocop_cli.store.law.rulebook import load_rulebook

BOOK = load_rulebook()
TOLD = second_hand_of(load_second_hand(), BOOK.texts)


def test_every_decision_and_amendment_that_was_not_compared_is_told() -> None:
    unread = {text.number for text in BOOK.texts if text.source.verified_on is None}
    unread |= {a.number for text in BOOK.texts for a in text.amendments if a.source.verified_on is None}
    assert {f"Quyết định số {number}" for number in unread} <= {item.text for item in TOLD}


@pytest.mark.parametrize("number", ["51/2025/QĐ-TTg", "417/QĐ-BNNMT"])
def test_an_act_whose_title_came_from_the_press_is_told(number: str) -> None:
    item = next(item for item in TOLD if item.text.endswith(number))
    assert item.what.startswith("Trích yếu")


def test_an_act_that_a_transcript_gave_is_not_told() -> None:
    firm = [act["number"] for act in compiled("acts")["acts"] if act["confidence"] == "verbatim-source"]
    assert firm
    assert not [item for item in TOLD if any(item.text.endswith(number) for number in firm)]


def test_each_says_what_is_not_read_and_where_to_read_it() -> None:
    for row in second_hand_table(TOLD).rows:
        assert all(row)
    assert all(all(item.values()) for item in second_hand_json(TOLD))


def test_a_decision_shows_its_own_and_those_of_its_amendments_only() -> None:
    told = {text.text_from: [i.text for i in of_decision(load_second_hand(), text)] for text in BOOK.texts}
    assert list(told.values()) == [
        ["Quyết định số 148/QĐ-TTg"],
        ["Quyết định số 148/QĐ-TTg", "Quyết định số 1489/QĐ-TTg"],
        ["Quyết định số 26/2026/QĐ-TTg"],
    ]


def test_what_was_compared_with_the_signed_text_is_told_no_more() -> None:
    text = BOOK.texts[-1]
    read = text._replace(source=text.source._replace(verified_on=date(2026, 12, 1)))
    assert of_decision(load_second_hand(), read) == []
