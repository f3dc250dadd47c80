"""Every form of the program, filled for one dossier: what it says when facts are missing is seen at once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.documents.evaluation_documents import evaluation_documents
from ocop_cli.documents.full_score_sheet import blank_sheet_values
from ocop_cli.documents.handover import Handed, handover_values
from ocop_cli.documents.inspection import inspection_values
from ocop_cli.documents.inspection_programme import programme_values, team_values
from ocop_cli.documents.meeting import invitation_values, minutes_values
from ocop_cli.documents.opinion_sheet import opinion_sheet_values
from ocop_cli.documents.plan import PlanData, plan_values
from ocop_cli.documents.plan_annexes import YearDossiers
from ocop_cli.documents.raising_letter import raising_letter_values
from ocop_cli.documents.report_sections import ReportActs
from ocop_cli.documents.selection_notice import selection_notice_values
from ocop_cli.documents.slips import idea_slip_values, registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.documents.summary_report import certified_values, idea_list_values, report_values
from ocop_cli.documents.year_papers import means_values, nomination_values, trade_plan_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.budget import BudgetLine
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.programme.log_entry import LogEntry, LogItem
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.period import parse_period
from ocop_cli.reports.roll_up import figures
from ocop_cli.reports.summary import summarise
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.pick import force
from ocop_cli.store.built_in.packaged import (
    load_acts,
    load_cycle,
    load_effort,
    load_inspection_contents,
    load_log_kinds,
    load_standing,
)
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from ocop_cli.usecases.raise_stars import way_to
from ocop_cli.workflow.selection import Outcome, idea_rows
from support.sample_cases import MAKERS

ON = date(2026, 11, 27)
ID = "mau"
Values = dict[str, Any]


def every_form(dossier: Dossier, private: PrivateData, profile: Profile) -> dict[str, Values]:
    """Return the values of every form that one dossier gives ground for, by form."""
    law = force(load_rulebook(), "26-2026", dossier.product.set or 14)
    return dict(
        [
            *_slips(dossier, private, profile, law),
            *_evaluation(dossier, private, profile, law),
            *_meeting(dossier, profile, law),
            *_of_a_case(dossier, private, profile, law),
            *_reports(dossier, profile, law),
            *_plan(dossier, profile, law),
            *_year_papers(dossier, profile, law),
        ]
    )


def _slips(
    dossier: Dossier, private: PrivateData, profile: Profile, law: Ruleset
) -> Iterator[tuple[str, Values]]:
    yield "idea-slip", idea_slip_values(dossier, profile, ON)
    yield "registration-slip", registration_slip_values(dossier, private, profile, law, ON)
    yield "full-score-sheet", blank_sheet_values(law, profile, load_form("full-score-sheet"), ON)
    for form in ("request-letter", "request-official-letter"):
        codes = {ID: "51-23356-01-2026"}
        yield form, request_values({ID: dossier}, codes, law.decision, profile, load_form(form), ON)
    yield "inventory", inventory_values({ID: dossier}, profile, load_form("inventory"), ON)


def _evaluation(
    dossier: Dossier, private: PrivateData, profile: Profile, law: Ruleset
) -> Iterator[tuple[str, Values]]:
    evaluation = score_commune_contents(dossier, law)
    yield from evaluation_documents(dossier, private, evaluation, law, {}, profile, load_form, ON).items()


def least_meeting() -> Meeting:
    """Return a meeting of which only what must be there is written."""
    person = {"name": "A Ví Dụ", "title": "Chủ tịch"}
    return Meeting.model_validate(
        {
            "schema": "ocop/meeting@1", "title": "Họp lấy ý kiến", "on": "2026-11-27", "starts": "08:00", "ends": "9:00",
            "place": "Hội trường", "chair": person, "secretary": person, "dossiers": [ID], "conclusion": "nhất trí 100%",
            "participants": [{"unit": "Công an xã", "present": "không"}, {"unit": "Thôn Mẫu", "present": "có"}],
        }
    )  # fmt: skip


def _meeting(dossier: Dossier, profile: Profile, law: Ruleset) -> Iterator[tuple[str, Values]]:
    meeting, one = least_meeting(), {ID: dossier}
    yield "meeting-invitation", invitation_values(meeting, one, profile, load_form("meeting-invitation"))
    yield "meeting-minutes", minutes_values("hop", meeting, one, profile, load_form("meeting-minutes"))
    handed = Handed(
        [(ID, "đang làm", "họp", "xã", "–")], [], [], [("UBND", "A Ví Dụ")], [("Để ở đâu", "tủ số 2")]
    )
    minutes = load_form("handover-minutes")
    yield minutes.id, handover_values(handed, None, profile, minutes, ON)
    sheet = opinion_sheet_values(
        "Công an xã", "hop", meeting, {ID: (dossier, law)}, profile, load_form("opinion-sheet")
    )
    yield "opinion-sheet", sheet


def _of_a_case(
    dossier: Dossier, private: PrivateData, profile: Profile, law: Ruleset
) -> Iterator[tuple[str, Values]]:
    least = {"schema": "ocop/inspection@1", "dossier": ID, "on": "2026-11-20"}
    found = {"requests": ["Dán lại tem"], "signs": [{"ground": "mark", "seen": "tem cũ"}]}
    stopped = Inspection.model_validate({**least, "producing": "không", **found})
    recognised = {
        "recognised": True,
        "on": date(2026, 1, 5),
        "star": 3,
        "certificate": {"issued_on": date(2026, 1, 5)},
    }
    case = Case(
        f"dossiers/{ID}.yaml",
        dossier,
        law,
        ON,
        stages=load_cycle().stages,
        private=private,
        inspection=stopped,
    )
    lack = Finding("F203", Severity.ERROR, "Thiếu giấy tờ bắt buộc: Phiếu đăng ký", Place(case.name))
    facts = dossier.model_dump(by_alias=True)
    certified = Dossier.model_validate({**facts, "results": [recognised]})
    sent_back = {"stage": "preparing", "on": ON, "kind": "return", "reasons": ["thiếu ảnh"]}
    returned = Dossier.model_validate({**facts, "history": [*facts["history"], sent_back]})
    grounded = {
        "renewal-notice": certified, "closure-letter": certified, "return-letter": returned,
        "inspection-checklist": certified, "remedy-notice": certified, "withdrawal-proposal": certified,
    }  # fmt: skip
    for form, make in MAKERS.items():
        own = replace(case, missing=(lack,), due=ON, dossier=grounded.get(form, dossier))
        yield form, make(own, profile, load_form(form))
    own_sheet = ScoreSheet(scorer=Scorer.SELF, decision=law.decision.id)
    way = way_to(score_dossier(dossier, law, own_sheet, ON), 3, load_effort({}), ON)
    letter = load_form("raising-letter")
    yield letter.id, raising_letter_values(replace(case, due=ON), way, profile, letter)
    values = inspection_values(
        Inspection.model_validate(least),
        load_inspection_contents(),
        case,
        profile,
        load_form("inspection-minutes"),
    )
    yield "inspection-minutes", values
    programme = InspectionProgramme.model_validate(
        {"year": 2026, "visits": [{"dossier": ID, "on": "2026-12-01"}], "team": [{"name": "A Mẫu", "title": "Công chức"}]}
    )  # fmt: skip
    contents, year = list(load_inspection_contents().values()), load_form("inspection-programme")
    yield year.id, programme_values(programme, {ID: dossier}, contents, law.decision, profile, year, ON)
    team = load_form("inspection-team")
    yield team.id, team_values(programme, law.decision, profile, team, ON)


def _reports(dossier: Dossier, profile: Profile, law: Ruleset) -> Iterator[tuple[str, Values]]:
    period, cycle = parse_period("2026"), load_cycle()
    rows = [summarise(ID, dossier, law.decision, ON)]
    names = {stage.id: stage.name for stage in cycle.stages.values()}
    yield (
        "summary-report",
        report_values(
            rows, figures(rows, period, None, cycle.stages), period, profile, load_form("summary-report"), ON,
            counted_on=ON, stage_names=names, difficulties=(), next_tasks=(),
        ),
    )  # fmt: skip
    ideas = idea_rows({ID: dossier}, cycle, dossier.registration.year)
    yield "idea-list", idea_list_values(ideas, 2026, profile, load_form("idea-list"), ON)
    yield "certified-register", certified_values(rows, profile, load_form("certified-register"), ON)
    decided = [(dossier, Outcome(True, "có vùng nguyên liệu"))]
    yield (
        "selection-notice",
        selection_notice_values(decided, 2026, profile, load_form("selection-notice"), ON),
    )


def _plan(dossier: Dossier, profile: Profile, law: Ruleset) -> Iterator[tuple[str, Values]]:
    dossiers = YearDossiers(by_track={dossier.registration.track: [dossier]})
    own = YearPlan.model_validate({"schema": "ocop/plan@1", "year": 2027})
    data = PlanData(2027, load_standing(), own, profile, law.decision, 6, dossiers, load_acts())
    yield "year-plan", plan_values(data, load_form("year-plan"), ON)


def _year_papers(dossier: Dossier, profile: Profile, law: Ruleset) -> Iterator[tuple[str, Values]]:
    known, people = load_acts(), [{"name": "A Mẫu"}]
    least = {"kind": "staff-class", "on": ON, "what": "nghiệp vụ OCOP", "attendees": people}
    entry = LogEntry.model_validate(least)
    acts = ReportActs([LogItem(2026, 1, entry)], (), load_log_kinds())
    form = load_form("trade-plan")
    yield (
        "trade-plan",
        trade_plan_values(2026, load_standing(), acts, [dossier], profile, law.decision, known, form, ON),
    )
    budget, form = [BudgetLine(source="Ngân sách xã")], load_form("means-proposal")
    yield "means-proposal", means_values(2026, budget, Decimal(0), profile, law.decision, known, form, ON)
    yield (
        "nomination-letter",
        nomination_values(entry, profile, load_form("nomination-letter"), ON, "Lớp cho cán bộ"),
    )
