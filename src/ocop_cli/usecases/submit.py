"""The package for the province: what the dossiers lack, their numbers, the papers, and how they are marked as sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.checks import compare, run_checks
from ocop_cli.checks.completeness import find_missing
from ocop_cli.checks.dossier_index import DossierIndex, indexed
from ocop_cli.checks.lawful import find_unlawful
from ocop_cli.documents.package_contents import (
    INVENTORY_NAME,
    LETTER_NAME,
    REPORT_NAME,
    SLIP_NAME,
    bag_info,
    evidence_names,
)
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.findings import Finding, Severity
from ocop_cli.programme.profile import Profile, RequestLetter
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.bag import zip_bag
from ocop_cli.store.dossiers import DossierFile, load_private, usable_dossiers
from ocop_cli.store.evidence import file_contents, hashes_of
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.forms import load_form
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.acts import written_act
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.draft import Draft, DraftMaker
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.submission import Forced, next_serial, package_name, product_code, submission_record


class PackagedDossier(NamedTuple):
    """One dossier of a package, with its law, its number, its code and what it lacks.

    ``contents`` maps the files that it names to what was read of them, once: what is packed is what was checked.
    ``unlawful`` is what the law says against sending it: its errors are not lifted by force.
    """

    file: DossierFile
    law: Ruleset
    serial: int
    code: str
    missing: tuple[Finding, ...]
    contents: Mapping[str, bytes | None]
    unlawful: tuple[Finding, ...]


class Package(NamedTuple):
    """The documents of a package, the archive that holds them, and how many files it holds."""

    name: str
    letter: Draft
    inventory: Draft
    slips: tuple[Draft, ...]
    archive: Change
    size: int

    @property
    def changes(self) -> list[Change | Draft]:
        """Everything that the package writes besides the dossiers, in order."""
        return [self.letter, self.inventory, *self.slips, self.archive]


def plan_entries(
    sources: Sources, files: Sequence[DossierFile], rulebook: Rulebook, profile: Profile, today: date
) -> list[PackagedDossier]:
    """Number the dossiers of a package. Raises ``OcopError`` when they fall under different decisions."""
    everyone, compared, stages = [], [], load_cycle().stages
    for other in usable_dossiers(sources):
        everyone.append(other.dossier)
        compared.append(indexed(other.source.name, other.dossier, stages, other.source.located))
    index, entries = DossierIndex(compared), []
    for serial, file in enumerate(files, next_serial(everyone, today.year)):
        law = applicable_ruleset(file.dossier, rulebook, today)
        code = product_code(law.decision.procedure, profile, serial, today.year)
        contents = file_contents(sources.root, file.dossier)
        case = case_of(file.source.name, file.dossier, law, today, hashes_of(contents))
        missing, unlawful = _missing(case, index), tuple(find_unlawful(case))
        entries.append(PackagedDossier(file, law, serial, code, missing, contents, unlawful))
    if len({entry.law.decision.id for entry in entries}) > 1:
        listed = "; ".join(f"{entry.file.id}: {entry.law.decision.id}" for entry in entries)
        raise OcopError(
            f"Các hồ sơ thuộc quyết định khác nhau ({listed}).", "Nộp thành các bộ riêng.", exit_code=MISUSE
        )
    return entries


def assemble(
    sources: Sources, entries: Sequence[PackagedDossier], profile: Profile, today: date, draft: DraftMaker
) -> Package:
    """Make the letter, the inventory and the slips, and put them with the evidence into one archive."""
    letter, inventory = _letter(entries, profile, today, draft), _inventory(entries, profile, today, draft)
    slips = {entry.file.id: _slip(sources, entry, profile, today, draft) for entry in entries}
    drafts = {LETTER_NAME: letter, INVENTORY_NAME: inventory}
    drafts |= {f"{dossier_id}/{SLIP_NAME}": slip for dossier_id, slip in slips.items()}
    payload = {name: made.document.after or b"" for name, made in drafts.items()}
    for entry in entries:
        payload |= _enclosed_files(entry)
    name = package_name(profile, [entry.serial for entry in entries], today.year)
    archive = zip_bag(name, payload, bag_info(profile, _codes(entries), today))
    change = plan_write(sources.root, f"packages/{name}.zip", archive)
    return Package(name, letter, inventory, tuple(slips.values()), change, len(payload))


def plan_sending(
    entry: PackagedDossier, package: Package, today: date, forced: Forced | None
) -> tuple[PlannedMove, Change]:
    """Return the move of a dossier to the province, with its refusals, and the change that writes it."""
    letter = package.letter.document.path
    record = submission_record(
        entry.law.decision.id,
        today,
        entry.serial,
        entry.code,
        package=package.archive.path,
        letter=letter,
        forced=forced,
        missing=[finding.message for finding in entry.missing],
    )
    request = MoveRequest(entry.file.dossier, ruleset=entry.law, brings=frozenset({"submission"}))
    planned = plan_dossier_move(entry.file, request, today, document=letter)
    return planned, change_of(
        entry.file.source,
        [
            *written_act(entry.file.dossier, "submissions", record, over=entry.file.dossier.prepared),
            *planned.edits,
        ],
    )


def _missing(case: Case, index: DossierIndex) -> tuple[Finding, ...]:
    """What is missing, and every contradiction: a dossier that contradicts itself is not sent."""
    found = (
        *run_checks(case),
        *compare(indexed(case.name, case.dossier, case.stages, lambda place: place), index),
    )
    return (*find_missing(case), *(finding for finding in found if finding.severity is Severity.ERROR))


def _letter(entries: Sequence[PackagedDossier], profile: Profile, today: date, draft: DraftMaker) -> Draft:
    as_submission = profile.settings.request_letter is RequestLetter.SUBMISSION
    form = load_form("request-letter" if as_submission else "request-official-letter")
    dossiers = {entry.file.id: entry.file.dossier for entry in entries}
    values = request_values(dossiers, _codes(entries), entries[0].law.decision, profile, form, today)
    return draft(form.id, _owner(entries), values)


def _inventory(entries: Sequence[PackagedDossier], profile: Profile, today: date, draft: DraftMaker) -> Draft:
    form, dossiers = load_form("inventory"), {entry.file.id: entry.file.dossier for entry in entries}
    return draft(form.id, _owner(entries), inventory_values(dossiers, profile, form, today))


def _slip(
    sources: Sources, entry: PackagedDossier, profile: Profile, today: date, draft: DraftMaker
) -> Draft:
    private, dossier = load_private(sources, entry.file.id), entry.file.dossier
    values = registration_slip_values(dossier, private, profile, entry.law, today)
    return draft("registration-slip", entry.file.id, values, dossier)


def _codes(entries: Sequence[PackagedDossier]) -> Mapping[str, str]:
    """Map the dossiers of a package to their product codes."""
    return {entry.file.id: entry.code for entry in entries}


def _owner(entries: Sequence[PackagedDossier]) -> str:
    """Return what the letter and the inventory of a package are filed under: its running numbers."""
    return f"de-nghi-{'-'.join(f'{entry.serial:02d}' for entry in entries)}"


def _enclosed_files(entry: PackagedDossier) -> dict[str, bytes]:
    """Return the evidence and the report of a dossier; what a forced submission lacks is simply not there."""
    dossier, contents = entry.file.dossier, entry.contents
    wanted = evidence_names(entry.file.id, dossier)
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        wanted[dossier.evaluation.report.file] = f"{entry.file.id}/{REPORT_NAME}"
    return {name: content for path, name in wanted.items() if (content := contents.get(path)) is not None}
