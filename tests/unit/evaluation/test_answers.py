"""What an official answers: read as given, asked for only where a person sits and something is missing."""

import pytest

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.answers import Answers, by_content, decided
from ocop_cli.evaluation.commune import Decided
from ocop_cli.evaluation.option_answer import read_level
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.store.law.rulebook import load_rulebook
from support.dossiers import make_dossier

LAW = force(load_rulebook(), "26-2026", 14)
TOURISM = force(load_rulebook(), "26-2026", 26)
NOTHING: dict[str, tuple[str | None, str | None]] = {"idea": (None, None), "identity": (None, None)}


def asked(facts: Dossier, law: Ruleset) -> list[str]:
    """The options that are named by the questions of an interview."""
    questions: list[str] = []

    def ask(_question: str, *, option: str, choices: dict[str, str] | None = None) -> str:
        questions.append(option)
        return next(iter(choices or {"": "trả lời"}))

    Answers(NOTHING, can_ask=True).complete(facts, law, ask)
    return questions


def never(*_words: object, **_rest: object) -> str:
    raise AssertionError("không được hỏi")


def test_every_missing_choice_is_asked_for_by_its_option() -> None:
    assert asked(make_dossier(), LAW) == ["--idea", "--idea-reason", "--identity", "--identity-reason"]


def test_what_the_dossier_holds_is_not_asked_again() -> None:
    facts = make_dossier(idea={"choice": {"option": "widespread", "reason": "Có minh chứng."}})
    assert asked(facts, LAW) == ["--identity", "--identity-reason"]
    no_reason = make_dossier(idea={"choice": {"option": "widespread"}})
    assert asked(no_reason, LAW)[0] == "--idea-reason"


def test_a_set_without_the_criterion_is_not_asked_for_it() -> None:
    contents = {c.content for c in TOURISM.product_set.criteria if c.content}
    questions = asked(make_dossier(), TOURISM)
    assert ("--idea" in questions) == ("idea_origin" in contents)
    assert ("--identity" in questions) == ("local_identity" in contents)


def test_nobody_is_asked_off_a_terminal() -> None:
    given = {"idea": ("widespread", "Có."), "identity": (None, None)}
    fields = Answers(given, can_ask=False).complete(make_dossier(), LAW, never)
    assert fields == {("idea", "choice"): {"option": "widespread", "reason": "Có."}}


def test_a_choice_that_is_there_is_changed_part_by_part() -> None:
    facts = make_dossier(idea={"choice": {"option": "widespread"}})
    given = {"idea": (None, "Có."), "identity": (None, None)}
    fields = Answers(given, can_ask=False).complete(facts, LAW, never)
    assert fields == {("idea", "choice", "reason"): "Có."}


def test_own_decisions_are_paired_with_their_reasons() -> None:
    known = [
        LAW.product_set.content(content)
        for content in (CommuneContent.LOCAL_LABOUR, CommuneContent.LOCAL_ORIGIN)
    ]
    labour, origin = (criterion.levels[1] for criterion in known if criterion)
    own = decided(
        [f"local_labour={labour.id}", f"local_origin={origin.label}"], ["Một.", "Hai."], LAW.product_set
    )
    assert own == {
        CommuneContent.LOCAL_LABOUR: Decided(labour.id, "Một."),
        CommuneContent.LOCAL_ORIGIN: Decided(origin.id, "Hai."),
    }


def test_a_part_of_the_words_names_a_level_and_a_number_none() -> None:
    criterion = LAW.product_set.content(CommuneContent.LOCAL_LABOUR)
    assert criterion is not None
    assert read_level(criterion, "từ 50% đến 75%").label.endswith("từ 50% đến 75%")
    for several in ("lao động", "2"):
        with pytest.raises(OcopError, match="không có mức"):
            read_level(criterion, several)


def test_a_level_or_content_that_the_set_lacks_is_misuse() -> None:
    with pytest.raises(OcopError, match="không có mức “lots”") as refused:
        decided(["local_labour=lots"], ["Một."], LAW.product_set)
    assert refused.value.exit_code == 2
    assert "từ 50% đến 75%" in str(refused.value.hint)
    with pytest.raises(OcopError, match="không có tiêu chí “Bản sắc") as refused:
        decided(["local_identity=own_story"], ["Một."], TOURISM.product_set)
    assert refused.value.exit_code == 2
    given: dict[str, tuple[str | None, str | None]] = {"idea": ("lots", None), "identity": (None, None)}
    with pytest.raises(OcopError, match="không có mức “lots”"):
        Answers(given, can_ask=False).complete(make_dossier(), LAW, never)


@pytest.mark.parametrize("text", ["local_labour", "labour=x", "local_labour= "])
def test_a_decision_of_another_form_is_misuse(text: str) -> None:
    with pytest.raises(OcopError) as refused:
        by_content([text], "--override")
    assert refused.value.exit_code == 2


def test_a_decision_without_reason_is_misuse() -> None:
    with pytest.raises(OcopError, match="kèm một lý do"):
        decided(["local_labour=below_25"], [], LAW.product_set)
