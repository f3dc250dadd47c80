"""The printed score sheet carries every criterion and option of the set, blank or filled."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from ocop_cli.documents.full_score_sheet import FORM, blank_sheet_values, filled_sheet_values
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form, template_path
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import upper_first
from support.decisions import OLD
from support.paths import EXAMPLES
from support.sample_documents import fill
from support.word.text import all_text

RULEBOOK = load_rulebook()
LAWS = [Ruleset(text, s) for text in RULEBOOK.texts if not text.amendments for s in text.sets]
PROFILE = load_workspace(Sources(EXAMPLES)).profile
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: f"{law.decision.id}-{law.product_set.number}")
def test_every_criterion_and_option_of_every_set_is_on_the_blank_sheet(law: Ruleset) -> None:
    values = blank_sheet_values(law, PROFILE, load_form(FORM), TODAY)
    rows = values["criteria"]
    wanted: list[str] = []
    for criterion in law.product_set.criteria:
        wanted += [criterion.name, *(option.label for option in criterion.options)]
    headings = {part.name.upper() for part in law.decision.parts} | {g.name for g in law.product_set.groups}
    texts = [row["text"] for row in rows if row["text"] not in headings or row["text"] in wanted]
    for text in wanted:
        assert text in texts
        texts.remove(text)
    assert not [row for row in rows if row["chosen"] == "☒"]
    assert next(row["code"] for row in rows if row["text"] in headings) == "A"


def test_the_filled_sheet_ticks_one_option_of_each_scored_criterion() -> None:
    dossier = load_dossier(Sources(EXAMPLES), "ruou-ghe").dossier
    law = next(law for law in LAWS if (law.decision.id, law.product_set.number) == (OLD, 15))
    sheet = ScoreSheet.model_validate(
        {"scorer": "self", "choices": [{"criterion": "packaging", "option": "simple", "reason": "Ghè nhỏ"}]}
    )
    score = score_dossier(dossier, law, sheet, TODAY)
    values = filled_sheet_values(dossier, PrivateData(), score, PROFILE, load_form(FORM), TODAY)
    ticked = [row["text"] for row in values["criteria"] if row["chosen"] == "☒"]
    printed = [line.option for line in score.lines if line.option and line.option in line.criterion.options]
    assert ticked == [option.label for option in printed]
    proofs = [row["proof"] for row in values["criteria"] if row["proof"]]
    assert [proof for proof in proofs if proof != upper_first(proof)] == []
    text = all_text(fill(FORM, values))
    assert "Ghè nhỏ" in text
    assert "51-23356-01-2025" in text
    assert "Chưa đủ để xếp sao" in text
    assert "chưa được đối chiếu với bản ký" in text


def test_the_line_above_the_points_keeps_its_distance_from_the_table() -> None:
    paragraphs = Document(str(template_path(Path("no-workspace"), "full-score-sheet"))).paragraphs
    (last,) = [p.text for p in paragraphs if p.style and p.style.style_id == "LineLead"]
    assert last.startswith("Địa chỉ")
