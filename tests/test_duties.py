"""The index of the year's duties: every duty of the plan, and only what there is."""

from duty_list import CLOSING, known_duties
from ocop_cli.app.table import TABLE
from ocop_cli.store.built_in.packaged import load_log_kinds, load_standing
from ocop_cli.store.papers.forms import form_ids

KNOWN = known_duties()
NO_DUTY = {
    "calendar", "demo", "do", "docs other", "explain", "init", "lint", "merge", "privacy erase", "privacy find", "remove",
    "rules check", "rules export", "rules wording", "seal", "show", "templates check", "templates eject",
    "templates list", "undo", "verify", "why",
}  # fmt: skip
"""These look after the folder, its papers and the law in it: no plan of a commune asks for them."""
OF_OTHERS = {"panel"}
"""What the province's council does."""
VERBS = {" ".join(dict.fromkeys((each.name, verb.name))) for each in TABLE for verb in each.verbs or (each,)}


def test_every_duty_of_the_plan_has_its_verb_paper_and_measure() -> None:
    assert tuple(KNOWN) == (*load_standing().duty_ids, CLOSING)
    assert [
        duty for duty, said in KNOWN.items() if not (said["verbs"] and said["papers"] and said["indicator"])
    ] == []


def test_the_index_names_verbs_and_papers_that_there_are() -> None:
    assert {verb for said in KNOWN.values() for verb in said["verbs"]} - VERBS == set()
    assert {form for said in KNOWN.values() for form in said["papers"]} - set(form_ids()) == set()


def test_every_verb_and_paper_of_the_programme_serves_a_duty() -> None:
    assert VERBS - {verb for said in KNOWN.values() for verb in said["verbs"]} == NO_DUTY | OF_OTHERS
    assert {form for said in KNOWN.values() for form in said["papers"]} == set(form_ids())


def test_what_an_act_of_the_year_fulfils_is_logged_and_reported() -> None:
    fulfilled = {duty for kind in load_log_kinds().kinds.values() for duty in kind.duties}
    assert [duty for duty in fulfilled if not {"log", "report"} <= {*KNOWN[duty]["verbs"]}] == []
    assert [duty for duty in fulfilled if "summary-report" not in KNOWN[duty]["papers"]] == []


def test_nothing_else_is_said_of_a_duty() -> None:
    keys = {"duty", "who", "when", "verbs", "papers", "indicator"}
    assert {key for said in KNOWN.values() for key in said} == keys
