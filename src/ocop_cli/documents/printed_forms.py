"""What the law's own forms share: their boxes, and the words by which the program says which form it is."""

from datetime import date

from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import place_name
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.printed_form import Box, PrintedForm

TICKED, FREE = "☒", "☐"


def ticks(form: PrintedForm | None, dossier: Dossier) -> dict[str, str]:
    """Return each box of a form, ticked as far as the dossier says so."""
    return {box.id: tick(holds=_holds(box, dossier)) for box in form.boxes} if form else {}


def tick(*, holds: bool) -> str:
    """Return a box, ticked or free."""
    return TICKED if holds else FREE


def form_source(form: PrintedForm | None, decision: Decision) -> str:
    """Say which form of which decision a paper is, and whose words it has where nobody could read its own."""
    cite = cited(form.cite) if form else decision.cite
    note = f" ({form.like_note})" if form and form.like_note else ""
    return f"Theo {cite}{note}."


def second_hand(form: PrintedForm | None, decision: Decision) -> str:
    """Say so where nobody could read the words of a form; nothing where they are the decision's own."""
    return form_source(form, decision) if form and form.like_note else ""


def signed_at(profile: Profile, on: date) -> str:
    """Return the place and the day under which somebody signs by hand; day and month are written by hand too."""
    return f"{place_name(profile)}, ngày …… tháng …… năm {on.year}"


def _holds(box: Box, dossier: Dossier) -> bool:
    if box.field:
        return _value(box.field, dossier) == box.value
    held = (paper for paper in dossier.papers if paper.kind in box.papers)
    return any(not box.right or paper.right == box.right for paper in held)


def _value(path: str, dossier: Dossier) -> object:
    here: object = dossier
    for name in path.split("."):
        here = getattr(here, name, None)
    return here
