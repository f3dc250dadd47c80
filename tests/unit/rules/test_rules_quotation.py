"""What stands in quotation marks as the decision's is the decision's: our short labels stand without any."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.advice_words import advice_table
from ocop_cli.evaluation.level_question import level_question
from ocop_cli.evaluation.panel import panel_of
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.score_words import panel_table, score_table
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.side_by_side import side_by_side
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.differ import diff_sets
from ocop_cli.rules.pick import force
from ocop_cli.rules.show import criteria_table
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.tables import Table
from support.decisions import NEW, OLD
from support.dossiers import make_dossier
from support.efforts import SEASON, flat
from support.paths import ROOT

BOOK = load_rulebook()
TODAY = date(2026, 11, 23)
LABELS = {o.label for text in BOOK.texts for s in text.sets for c in s.criteria for o in c.levels}
SUMMARY = "diễn đạt tóm tắt"
APPROVED = sorted(path for pattern in ("**/golden/*.txt", "broken/*/expected.txt") for path in (ROOT / "tests").glob(pattern))  # fmt: skip


def quoted_labels(text: str) -> set[str]:
    """Return our labels that a text puts in quotation marks; what a table wraps over lines is read as one line."""
    flat = " ".join(re.sub("[│┃]", " ", text).split())
    return {found for found in re.findall(r"“([^“”]+)”", flat) if found in LABELS}


def sheets(law: Ruleset) -> Iterator[ScoreSheet]:
    """Yield a council's sheets with every lowest and every highest level, and one that leaves all but one open."""
    for level in (0, -1):
        chosen = [{"criterion": c.id, "option": c.levels[level].id} for c in law.product_set.criteria]
        yield ScoreSheet.model_validate({"scorer": "council", "by": f"A{level}", "choices": chosen})
    yield ScoreSheet.model_validate({"scorer": "council", "by": "B", "choices": chosen[:1]})


def words_of(table: Table) -> str:
    return "\n".join((*(cell for row in table.rows for cell in row), *table.notes))


def told(scores: list[Score]) -> Iterator[str]:
    """Yield every screen of some scores."""
    law = scores[0].ruleset
    yield words_of(panel_table(panel_of(law, scores), ""))
    yield words_of(criteria_table(law.product_set))
    for score in scores:
        yield words_of(score_table(score, "", explain=True))
        yield words_of(side_by_side(score, scores[0], ""))
    yield words_of(advice_table(advise(scores[0], 5, flat(1, {}), SEASON), scores[0], ""))


@pytest.mark.parametrize("number", range(1, 27))
@pytest.mark.parametrize("decision", [OLD, NEW])
def test_no_screen_of_scores_quotes_a_label_and_each_says_that_labels_are_summaries(
    decision: str, number: int
) -> None:
    law = force(BOOK, decision, number)
    dossier = make_dossier(product={"set": str(number)})
    for text in told([score_dossier(dossier, law, sheet, TODAY) for sheet in sheets(law)]):
        assert not quoted_labels(text)
        assert text.count(SUMMARY) == 1


@pytest.mark.parametrize("number", range(1, 27))
def test_neither_the_comparison_of_decisions_nor_the_interview_quotes_a_label(number: int) -> None:
    before, after = force(BOOK, OLD, number), force(BOOK, NEW, number)
    differences = diff_sets(before.product_set, after.product_set)
    assert not quoted_labels("\n".join(f"{d.before}\n{d.after}" for d in differences))
    empty = ScoreSheet.model_validate({"scorer": "council"})
    lines = score_dossier(make_dossier(product={"set": str(number)}), after, empty, TODAY).lines
    asked = [level_question(line, 1, 1) for line in lines]
    assert not quoted_labels("\n".join(text for one in asked for text in (*one.notes, *one.choices.values())))


@pytest.mark.parametrize("path", APPROVED, ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_no_approved_screen_or_document_quotes_a_label(path: Path) -> None:
    assert not quoted_labels(path.read_text(encoding="utf-8"))
