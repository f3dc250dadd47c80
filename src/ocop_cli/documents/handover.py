"""Values of the minutes by which an official hands the work over to a successor."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.frame import DOTTED, DOTTED_SHORT, frame
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.meeting import Person
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.handover import UNSAID
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.text import as_sentence, upper_first

FORM = "handover-minutes"
Rows = Iterable[Sequence[str]]


class Handed(NamedTuple):
    """The rows of what is handed over, as the screen has them; ``told`` is what only the one who leaves knows."""

    work: Rows
    coming: Rows
    papers: Rows
    contacts: Rows
    told: Rows


def handover_values(
    handed: Handed,
    taker: Person | None,
    profile: Profile,
    form: FormInfo,
    on: date,
) -> dict[str, Any]:
    """Return the values of the minutes; ``taker`` is the successor, where one is named.

    Keys: those of ``frame``; ``starts``, ``ends``, ``chair``, ``chair_name``, ``giver``, ``giver_name``, ``taker``, ``taker_name`` (texts); ``told``
    (lines); ``work`` (rows: number, dossier, stage, next, who, due), ``coming`` (rows: day, what, about), ``papers_left``
    (rows: title, file, state), ``contacts`` (rows: place, who).
    """
    office, chair = profile.office, profile.signers.unit
    return {
        **frame(profile, form, "Bàn giao công việc Chương trình OCOP", on),
        "starts": f"{DOTTED_SHORT} giờ {DOTTED_SHORT}, {show_long_date(on)}",
        "ends": f"{DOTTED_SHORT} giờ {DOTTED_SHORT}, {show_long_date(on)}",
        "chair": f"{chair.name}, {chair.title}" if chair else DOTTED,
        "chair_name": chair.name if chair else "",
        "giver": f"{office.officer}, Công chức {office.unit.name}" if office.officer else DOTTED,
        "giver_name": office.officer or "",
        "taker": f"{taker.name}, {taker.title}" if taker else DOTTED,
        "taker_name": taker.name if taker else "",
        "work": _numbered(handed.work, ("dossier", "stage", "next", "who", "due")),
        # the days left are of today, and the minutes are read later
        "coming": _numbered(((row[0], *row[2:4]) for row in handed.coming), ("day", "what", "about")),
        "papers_left": _numbered(
            ((upper_first(title), *rest) for title, *rest in handed.papers), ("title", "file", "state")
        ),
        "contacts": _numbered(
            ((place, DOTTED_SHORT if who == UNSAID else who) for place, who in handed.contacts),
            ("place", "who"),
        ),
        "told": [as_sentence(f"{about}: {text}") for about, text in handed.told],
    }


def _numbered(rows: Rows, names: Sequence[str]) -> list[dict[str, str]]:
    return [
        {"number": str(number), **dict(zip(names, row, strict=False))} for number, row in enumerate(rows, 1)
    ]
