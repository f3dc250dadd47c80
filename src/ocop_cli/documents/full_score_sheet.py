"""Values of the score sheet of a product set: every criterion with its options, blank or filled."""

from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.documents.criteria_rows import explained_rows, sheet_rows
from ocop_cli.documents.frame import DOTTED, commune_kind, dotted, frame
from ocop_cli.documents.printed_forms import form_source, signed_at
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.score_words import doubts, sheet_words, star_words
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.condition_words import condition_words
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.verification import summary_words
from ocop_cli.viet.numbers import show_rounded
from ocop_cli.viet.text import lower_first

FORM = "full-score-sheet"
_PRINTED = "score_sheet"
_PRACTICE = " (CHẤM THỬ, không dùng làm phiếu chấm)"


def blank_sheet_values(ruleset: Ruleset, profile: Profile, form: FormInfo, on: date) -> dict[str, Any]:
    """Return the values of the blank sheet of a product set.

    Keys: those of ``frame``; ``decision``, ``form_source``, ``signed_at``, ``set_number``, ``set_name``,
    ``product_group_name``, ``group_name``, ``maximum``, ``ruled_out``, ``product_name``, ``product_code``, ``producer_name``,
    ``phone``, ``address``, ``scorer``, ``assessor``, ``officer`` (texts); ``grounds_out``, ``conditions``,
    ``unverified``, ``result`` (lines); ``criteria`` (rows: strong, label, code, text, points, star, chosen, proof);
    ``explained`` (rows: strong, code, text, most, points, proof).
    """
    return {
        **_head(ruleset, profile, form, on),
        "officer": "",
        "assessor": "",
        "product_name": DOTTED,
        "product_code": DOTTED,
        "producer_name": DOTTED,
        "phone": DOTTED,
        "address": DOTTED,
        "scorer": DOTTED,
        "criteria": list(sheet_rows(ruleset, {})),
        "explained": [],
        "result": [],
    }


def filled_sheet_values(
    dossier: Dossier,
    private: PrivateData,
    score: Score,
    profile: Profile,
    form: FormInfo,
    on: date,
    *,
    practice: bool = False,
) -> dict[str, Any]:
    """Return the values of the sheet as somebody filled it: the options ticked, points by part, total and star.

    Keys: those of the blank sheet. What this one fills in: ``subject``, ``officer``, ``assessor``, ``product_name``,
    ``product_code``, ``producer_name``, ``phone``, ``address``, ``scorer``, ``criteria``, ``explained``, ``result``.

    A ``practice`` sheet says so on its face: it is nobody's score.
    """
    lines = {line.criterion.id: line for line in score.lines}
    head = _head(score.ruleset, profile, form, on)
    return {
        **head,
        "subject": f"{head['subject']}{_PRACTICE if practice else ''}",
        "officer": score.sheet.by or "",
        "assessor": score.sheet.by or "",
        "product_name": dossier.product.name,
        "product_code": dotted(dossier.product_code),
        "producer_name": dossier.producer.name,
        "phone": dotted(private.phone),
        "address": dotted(dossier.producer.address),
        "scorer": f"{sheet_words(score.sheet)}{_PRACTICE if practice else ''}",
        "criteria": list(sheet_rows(score.ruleset, lines)),
        "explained": list(explained_rows(score, commune_kind(profile))),
        "result": list(star_words(score)),
    }


def _head(ruleset: Ruleset, profile: Profile, form: FormInfo, on: date) -> dict[str, Any]:
    product_set, decision = ruleset.product_set, ruleset.decision
    grounds, summary = product_set.disqualifications, summary_words(product_set.criteria)
    return {
        **frame(profile, form, f"Bộ {product_set.number}: {product_set.name}", on),
        "decision": decision.cite,
        "form_source": " ".join((form_source(decision.procedure.form(_PRINTED), decision), *summary)),
        "signed_at": signed_at(profile, on),
        "set_number": str(product_set.number),
        "set_name": product_set.name,
        "product_group_name": product_set.product_group.name,
        "group_name": product_set.group or product_set.subgroup or product_set.name,
        "maximum": show_rounded(sum((part.max for part in decision.parts), Decimal(0))),
        "ruled_out": "; ".join(
            ground.text if n == 0 else lower_first(ground.text) for n, ground in enumerate(grounds)
        ),
        "grounds_out": [ground.text for ground in grounds],
        "conditions": list(condition_words(product_set)),
        "unverified": list(doubts(ruleset)),
    }
