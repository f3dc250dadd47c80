"""What tells the items of each list of a data file apart, and what is taken from one copy as a whole."""

from collections.abc import Mapping
from typing import NamedTuple

from ocop_cli.dossier.conclusions import (
    AuthorityDecision,
    Certificate,
    ContentConclusion,
    DocumentRef,
    EvaluationRecord,
    Force,
    Hearing,
    Opinion,
    Override,
    Result,
    SiteCheck,
    Submission,
)
from ocop_cli.dossier.evidence import Evidence, Promise
from ocop_cli.dossier.facts import Material, YearFigures
from ocop_cli.dossier.moves import Extension, Late, Move
from ocop_cli.dossier.producer import Licence, YearLabour
from ocop_cli.dossier.product import EarlierYear
from ocop_cli.dossier.returned_form import ReturnedForm
from ocop_cli.dossier.scores import CriterionChoice, ScoreSheet
from ocop_cli.programme.activity import Activity
from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.document_record import Answer, Attached, Issue, Made, OtherNumber, Revision, Sent
from ocop_cli.programme.inspection import Observation, Photo, Sign
from ocop_cli.programme.inspection_programme import PlannedVisit
from ocop_cli.programme.log_entry import Attendee, LogEntry
from ocop_cli.programme.meeting import Participant, Person
from ocop_cli.programme.plan import DutyText
from ocop_cli.programme.profile import Holiday, HolidayNotice, Unit
from ocop_cli.programme.remedy import Closing, Remedy
from ocop_cli.programme.removal import Removal
from ocop_cli.programme.report_day import ReportDay
from ocop_cli.programme.seal import Resealed
from ocop_cli.programme.sheet_columns import KnownColumn
from ocop_cli.rules.wording_file import TakenFrom
from ocop_cli.viet.fields import Record


class ListRule(NamedTuple):
    """The keys whose values tell the items of a list apart; equal ones are told apart by their order.

    In a ``chain`` each item rests on the one before it: two copies that go on differently contradict each other.
    """

    keys: tuple[str, ...]
    chain: bool = False


LISTS: Mapping[type[Record], ListRule] = {
    Move: ListRule(("stage", "from", "on", "kind"), chain=True),
    EvaluationRecord: ListRule(("on",), chain=True),
    Submission: ListRule(("prepared_on", "serial"), chain=True),
    Result: ListRule(("on",), chain=True),
    EarlierYear: ListRule(("year", "until"), chain=True),
    ContentConclusion: ListRule(("content",)),
    Evidence: ListRule(("id",)),
    Promise: ListRule(("paper", "due")),
    Material: ListRule(("name",)),
    YearFigures: ListRule(("year",)),
    YearLabour: ListRule(("year",)),
    ScoreSheet: ListRule(("scorer", "by", "round")),
    CriterionChoice: ListRule(("criterion",)),
    SiteCheck: ListRule(("on", "by")),
    Opinion: ListRule(("unit", "content", "meeting")),
    Hearing: ListRule(("meeting",)),
    Extension: ListRule(("limit", "on", "until")),
    ReturnedForm: ListRule(("form", "on", "file")),
    Participant: ListRule(("unit",)),
    Person: ListRule(("name",)),
    Observation: ListRule(("content",)),
    Remedy: ListRule(("what",)),
    PlannedVisit: ListRule(("dossier", "on")),
    Photo: ListRule(("file",)),
    Sign: ListRule(("ground",)),
    Closing: ListRule(("request",)),
    Activity: ListRule(("section",)),
    BudgetLine: ListRule(("source", "use")),
    DutyText: ListRule(("id",)),
    LogEntry: ListRule(("kind", "on", "what", "place", "unit")),
    Attendee: ListRule(("name",)),
    Unit: ListRule(("name",)),
    Holiday: ListRule(("on",)),
    HolidayNotice: ListRule(("year",)),
    ReportDay: ListRule(("every", "name")),
    Sent: ListRule(("to", "on")),
    Answer: ListRule(("number", "on")),
    Revision: ListRule(("by", "on")),
    OtherNumber: ListRule(("number", "symbol", "on", "title")),
    Removal: ListRule(("dossier", "on")),
    Resealed: ListRule(("on", "by", "reason")),
    KnownColumn: ListRule(("heading",)),
}
"""Every kind of item that stands in a list of a data file; lists of single values are told apart by the values."""

WHOLE: frozenset[type[Record]] = frozenset(
    {
        Move, Late, ContentConclusion, CriterionChoice, DocumentRef, AuthorityDecision, Certificate, Licence, Force, Override,
        Issue, Attached, Made, Revision, TakenFrom, Closing,
    }
)  # fmt: skip
"""Parts that say one thing: a number with its day, a level with its points. Half of one copy's is never put to the other's."""

TOGETHER: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Evidence: (("file", "sha256", "pages"),),
    Submission: (("serial", "product_code"), ("package", "sha256")),
    ReturnedForm: (("file", "sha256"),),
}
"""Fields of a part that say one thing and are taken from one copy."""

ACTS = ("evaluation", "evaluations", "submission", "submissions", "results")
"""The parts of a dossier that follow its history: where two copies of that contradict each other, these go with it."""
