"""What a document would say if it were made today: its values anew, from the facts as they are now."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.evaluation_documents import REPORT, SHEET, evaluation_documents
from ocop_cli.documents.full_score_sheet import FORM as SCORE_SHEET
from ocop_cli.documents.full_score_sheet import filled_sheet_values
from ocop_cli.documents.handover import FORM as HANDOVER
from ocop_cli.documents.raising_letter import FORM as RAISING_LETTER
from ocop_cli.documents.slips import idea_slip_values, registration_slip_values
from ocop_cli.dossier.scores import Scorer
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile, load_private
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.evaluate import evaluate_dossier
from ocop_cli.usecases.papers.document import FORMS, document_case, dossier_document
from ocop_cli.usecases.papers.raising_letter import raising_letter


class Remake(NamedTuple):
    """A document with everything that its values are made of: the dossier now, the law of the day it was made."""

    sources: Sources
    record: DocumentRecord
    file: DossierFile
    rulebook: Rulebook
    profile: Profile

    @property
    def on(self) -> date:
        """The day the document was made: it is made anew as of that day."""
        return self.record.made.on


Values = dict[str, Any]
OF_THEIR_DAY = frozenset({HANDOVER})
"""Forms that are never made again: they say how things stood on their day, which later work does not make wrong."""


def remade_values(remake: Remake) -> Values | None:
    """Return the values of a document as they would be now; ``None`` for one that cannot be made again from its dossier."""
    make = _MAKERS.get(remake.record.current_form)
    try:
        return make(remake) if make else None
    except OcopError:  # the facts no longer give ground for it
        return None


def _evaluation(remake: Remake) -> Values:
    dossier = remake.file.dossier
    law = applicable_ruleset(dossier, remake.rulebook, remake.on)
    found = evaluate_dossier(remake.file, law, {}, {}, {}, remake.on)
    private = load_private(remake.sources, remake.file.id)
    documents = evaluation_documents(
        dossier, private, found.evaluation, law, found.remarks, remake.profile, load_form, remake.on
    )
    return documents[remake.record.current_form]


def _idea_slip(remake: Remake) -> Values:
    return idea_slip_values(remake.file.dossier, remake.profile, remake.on)


def _registration_slip(remake: Remake) -> Values:
    dossier, private = remake.file.dossier, load_private(remake.sources, remake.file.id)
    law = applicable_ruleset(dossier, remake.rulebook, remake.on)
    return registration_slip_values(dossier, private, remake.profile, law, remake.on)


def _score_sheet(remake: Remake) -> Values | None:
    """Find the sheet that was printed by the words that name its scorer."""
    printed = remake.record.printed.get("scorer")
    return next((v for v in _score_sheets(remake) if printed and v["scorer"] == printed.text), None)


def _score_sheets(remake: Remake) -> Iterator[Values]:
    dossier, form = remake.file.dossier, load_form(SCORE_SHEET)
    private = load_private(remake.sources, remake.file.id)
    law = applicable_ruleset(dossier, remake.rulebook, remake.on)
    kept = [SheetKey(sheet.scorer, sheet.by, sheet.round) for sheet in dossier.scores]
    for key in [*kept, SheetKey(Scorer.SELF)]:
        score = score_dossier(dossier, law, key.sheet_in(dossier, law.decision.id), remake.on)
        yield filled_sheet_values(dossier, private, score, remake.profile, form, remake.on)


def _paper(remake: Remake) -> Values:
    kind = next(kind for kind, (form, _) in FORMS.items() if form == remake.record.current_form)
    case = document_case(remake.sources, remake.file, remake.rulebook, remake.on, kind, remake.record.due)
    return dossier_document(kind, case, remake.profile)[1]


def _raising_letter(remake: Remake) -> Values | None:
    """Find the star that was aimed at among the printed words."""
    star = remake.record.printed.get("star")
    if star is None or not star.text.isdigit():
        return None
    return raising_letter(
        remake.sources,
        remake.file,
        remake.rulebook,
        remake.profile,
        int(star.text),
        remake.on,
        remake.record.due,
    )


_MAKERS: dict[str, Callable[[Remake], Values | None]] = {
    REPORT: _evaluation,
    SHEET: _evaluation,
    "idea-slip": _idea_slip,
    "registration-slip": _registration_slip,
    SCORE_SHEET: _score_sheet,
    RAISING_LETTER: _raising_letter,
    **{form: _paper for form, _ in FORMS.values()},
}
