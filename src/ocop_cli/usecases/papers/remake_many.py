"""What a paper over several records would say if it were made today: the values anew, and what they would rest on."""

from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.documents.inspection import inspection_values
from ocop_cli.documents.inspection_programme import programme_values, team_values
from ocop_cli.documents.left_out import read_without
from ocop_cli.documents.meeting import invitation_values, minutes_values
from ocop_cli.documents.opinion_sheet import opinion_sheet_values, values_of_before
from ocop_cli.documents.plan import plan_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.law import applicable_ruleset, law_if_known
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_inspection_contents
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER, DossierFile, load_dossier
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.index.index import Index
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.programme.inspection_files import inspection_name
from ocop_cli.store.programme.inspection_programmes import usable_inspection_programme
from ocop_cli.store.programme.inspections import usable_inspection
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.meeting_basis import meeting_basis
from ocop_cli.usecases.papers.document import document_case
from ocop_cli.usecases.rows.counted import Commune
from ocop_cli.usecases.year.inspection_year import programme_basis
from ocop_cli.usecases.year.plan import gather_plan
from ocop_cli.usecases.year.report import ReportRequest, gather_report
from ocop_cli.usecases.year.year_papers import PAPERS, Asking

Remade = tuple[dict[str, Any], Basis]


class Over(NamedTuple):
    """A paper over several records with everything that it is made of, and the law of the day it was made."""

    sources: Sources
    record: DocumentRecord
    rulebook: Rulebook
    profile: Profile

    @property
    def on(self) -> date:
        """The day the paper was made: it is made anew as of that day."""
        return self.record.made.on

    @property
    def asked(self) -> dict[str, str]:
        """What it was asked for."""
        return self.record.made.asked

    @property
    def dossier_ids(self) -> list[str]:
        """The dossiers that it names, in its order."""
        files = [PurePosixPath(name) for name in self.record.made.records]
        return [file.stem for file in files if file.parent.name == DOSSIER_FOLDER]


def remade_over(over: Over) -> Remade | None:
    """Return what a paper would say now and rest on; ``None`` for one that cannot be made again."""
    make = _MAKERS.get(over.record.current_form)
    try:
        return make(over) if make else None
    # no ground for it, a file gone, a record edited by hand
    except (OcopError, OSError, KeyError, ValueError):
        return None


def _report(over: Over) -> Remade:
    asked = ReportRequest.again(over.asked)
    index = Index(over.sources.root, may_write=False)
    made = gather_report(Commune(over.sources, index, over.rulebook, over.profile), asked, over.on)
    return dict(made.values), made.basis


def _plan(over: Over) -> Remade:
    year = int(over.asked["year"])
    without = read_without(over.asked)
    data = gather_plan(over.sources, year, over.rulebook, over.profile, over.on, without)
    return plan_values(data, load_form(over.record.form), over.on), data.basis


def _request(over: Over) -> Remade:
    files = _dossiers(over)
    dossiers = {file.id: file.dossier for file in files}
    codes = {i: dossier.product_code or "" for i, dossier in dossiers.items()}
    law = applicable_ruleset(files[0].dossier, over.rulebook, over.on)
    form = load_form(over.record.form)
    return request_values(dossiers, codes, law.decision, over.profile, form, over.on), _basis(over, files)


def _inventory(over: Over) -> Remade:
    files = _dossiers(over)
    dossiers = {file.id: file.dossier for file in files}
    counted = {
        path: pages for file in files for path, pages in files_seen(over.sources, file.dossier).pages.items()
    }
    form, is_draft = load_form(over.record.form), "unfinished" in over.asked
    values = inventory_values(dossiers, over.profile, form, over.on, counted=counted, draft=is_draft)
    return values, _basis(over, files)


def _invitation(over: Over) -> Remade:
    meeting, dossiers = _meeting(over)
    values = invitation_values(meeting, dossiers, over.profile, load_form(over.record.form))
    if meeting.held:  # the record has since named who came and who was in the chair, not who was meant to
        guests = (printed for name, printed in over.record.printed.items() if name.startswith("guests."))
        values["guests"] = [printed.text for printed in guests]
        chair = over.record.printed.get("chair")
        values["chair"] = chair.text if chair else values["chair"]
    return values, meeting_basis(over.asked["meeting"], meeting, dossiers)


def _minutes(over: Over) -> Remade:
    (meeting, dossiers), name = _meeting(over), over.asked["meeting"]
    values = minutes_values(name, meeting, dossiers, over.profile, load_form(over.record.form))
    return values, meeting_basis(name, meeting, dossiers)


def _opinion_sheet(over: Over) -> Remade:
    (meeting, dossiers), name, unit = _meeting(over), over.asked["meeting"], over.asked["unit"]
    judged = {i: (dossier, law_if_known(dossier, over.rulebook, over.on)) for i, dossier in dossiers.items()}
    values = opinion_sheet_values(unit, name, meeting, judged, over.profile, load_form(over.record.form))
    if "meeting_code" not in over.record.printed:
        values = values_of_before(values)
    return values, meeting_basis(name, meeting, dossiers)


def _inspection(over: Over) -> Remade:
    name = over.asked["inspection"]
    record = usable_inspection(over.sources, name)
    file = load_dossier(over.sources, record.dossier)
    case = document_case(over.sources, file, over.rulebook, over.on)
    values = inspection_values(
        record, load_inspection_contents(), case, over.profile, load_form(over.record.form)
    )
    return values, basis_of([(file.source.name, file.dossier), (inspection_name(name), record.as_signed)])


def _inspection_programme(over: Over) -> Remade:
    law, made = pick_decision(over.rulebook, over.on), _inspections_planned(over)
    found = {id_: load_dossier(over.sources, id_) for id_ in dict.fromkeys(v.dossier for v in made.visits)}
    dossiers = {id_: file.dossier for id_, file in found.items()}
    contents, form = list(load_inspection_contents().values()), load_form(over.record.form)
    values = programme_values(made, dossiers, contents, law, over.profile, form, over.on)
    return values, programme_basis(made, dossiers)


def _inspection_team(over: Over) -> Remade:
    law, made = pick_decision(over.rulebook, over.on), _inspections_planned(over)
    values = team_values(made, law, over.profile, load_form(over.record.form), over.on)
    return values, programme_basis(made, {})


def _inspections_planned(over: Over) -> InspectionProgramme:
    return usable_inspection_programme(over.sources, int(over.asked["year"]))


def _of_year(over: Over) -> Remade:
    asking = Asking(over.sources, over.rulebook, over.profile, over.on)
    return PAPERS[over.record.form](asking, over.asked)


def _dossiers(over: Over) -> list[DossierFile]:
    return [load_dossier(over.sources, dossier_id) for dossier_id in over.dossier_ids]


def _meeting(over: Over) -> tuple[Meeting, dict[str, Dossier]]:
    meeting = usable_meeting(over.sources, over.asked["meeting"]).record
    return meeting, {i: load_dossier(over.sources, i).dossier for i in meeting.dossiers}


def _basis(over: Over, files: list[DossierFile]) -> Basis:
    return basis_of(((file.source.name, file.dossier) for file in files), **over.asked)


_MAKERS: dict[str, Callable[[Over], Remade]] = {
    "summary-report": _report,
    "idea-list": _report,
    "selection-notice": _report,
    "certified-register": _report,
    "year-plan": _plan,
    **dict.fromkeys(PAPERS, _of_year),
    "request-letter": _request,
    "request-official-letter": _request,
    "inventory": _inventory,
    "meeting-invitation": _invitation,
    "meeting-minutes": _minutes,
    "opinion-sheet": _opinion_sheet,
    "inspection-minutes": _inspection,
    "inspection-programme": _inspection_programme,
    "inspection-team": _inspection_team,
}
