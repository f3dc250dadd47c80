"""Papers about one dossier print what people typed, character by character."""

from dataclasses import replace

import pytest

from ocop_cli.documents.inspection import inspection_values
from ocop_cli.documents.reception import (
    completion_letter_values,
)
from ocop_cli.documents.selection_notice import decided_ideas, selection_notice_values
from ocop_cli.documents.slips import idea_slip_values
from ocop_cli.errors import OcopError
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.papers.forms import load_form
from support.dossiers import make_dossier
from support.sample_cases import MAKERS, PROFILE, document_case
from support.sample_documents import NASTY, TODAY, fill
from support.word.text import all_text


@pytest.mark.parametrize("form", MAKERS)
def test_a_nasty_name_comes_back_whole(form: str) -> None:
    assert NASTY in all_text(fill(form, MAKERS[form](document_case(), PROFILE, load_form(form))))


def test_a_nasty_name_comes_back_whole_from_minutes_and_notice() -> None:
    case = document_case()
    assert case.inspection is not None
    minutes = inspection_values(
        case.inspection, {"mark": NASTY}, case, PROFILE, load_form("inspection-minutes")
    )
    assert all_text(fill("inspection-minutes", minutes)).count(NASTY) >= 3  # product, content, conclusion
    decided = [each[1:] for each in decided_ideas({"muoi-ot": case.dossier}, load_cycle(), 2026)]
    notice = selection_notice_values(decided, 2026, PROFILE, load_form("selection-notice"), TODAY)
    assert NASTY in all_text(fill("selection-notice", notice))


def test_only_what_the_producer_can_mend_stands_in_the_letter() -> None:
    values = completion_letter_values(document_case(), PROFILE, load_form("completion-letter"))
    assert [row["lack"] for row in values["items"]] == [NASTY]


@pytest.mark.parametrize(
    ("form", "without"),
    [
        ("completion-letter", {"missing": ()}),
        ("completion-letter", {"due": None}),
        ("closure-letter", {"inspection": None}),
        ("renewal-notice", {"dossier": document_case().dossier.model_copy(update={"results": ()})}),
    ],
    ids=["nothing missing", "no day", "no inspection", "no certificate"],
)
def test_a_paper_without_ground_is_refused(form: str, without: dict[str, object]) -> None:
    with pytest.raises(OcopError):
        MAKERS[form](replace(document_case(), **without), PROFILE, load_form(form))  # type: ignore[arg-type]  # a bag of fields


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ({"received_on": "2026-09-21"}, "Ngày nhận: 21/9/2026"),
        (
            {"number": "04/2026", "received_on": "2026-09-21"},
            "Số phiếu đăng ký: 04/2026; nhận ngày 21 tháng 9 năm 2026",
        ),
        (None, "Số phiếu đăng ký: …………; nhận ngày …… tháng …… năm ………"),
    ],
    ids=["no number given", "both", "nothing yet"],
)
def test_a_receipt_has_dots_only_for_what_is_still_to_be_written(
    slip: dict[str, str] | None, told: str
) -> None:
    case = replace(document_case(), dossier=make_dossier(registration={"slip": slip}))
    assert MAKERS["receipt"](case, PROFILE, load_form("receipt"))["reception"] == told


def test_a_representative_without_a_title_leaves_no_dots_on_the_slip() -> None:
    dossier = make_dossier(producer={"representative": {"name": "Y Mẫu"}})
    assert idea_slip_values(dossier, PROFILE, TODAY)["represented_by"] == "Y Mẫu"


def test_the_day_of_a_licence_stands_where_nobody_told_the_founding() -> None:
    dossier = make_dossier(producer={"licence": {"number": "12/ĐK", "issued_on": "2024-03-05"}})
    values = MAKERS["self-assessment"](
        replace(document_case(), dossier=dossier), PROFILE, load_form("self-assessment")
    )
    assert (values["founded_on"], values["licence"]) == ("05/3/2024", "12/ĐK")
