"""The package for the province: a draft to be read while a paper in it is unsigned, else what was signed."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.documents.package_contents import (
    INVENTORY_NAME,
    LETTER_NAME,
    REPORT_NAME,
    SLIP_NAME,
    bag_info,
    evidence_names,
    has_own_slip,
)
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding
from ocop_cli.programme.choices import RequestLetter
from ocop_cli.programme.profile import Profile
from ocop_cli.store.bag import zip_bag
from ocop_cli.store.dossiers import load_private
from ocop_cli.store.drafts import free_file, is_touched
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.files.paths import inside
from ocop_cli.store.forms import load_form
from ocop_cli.store.sources import Sources
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.acts import written_act
from ocop_cli.usecases.draft import Draft, DraftMaker
from ocop_cli.usecases.move import plan_dossier_move
from ocop_cli.usecases.request import RequestedDossier, ids_of, sharing
from ocop_cli.usecases.signed import RequestPaper, report_of, signed_scan, unsigned_findings
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.submission import (
    Assembled,
    Forced,
    force_record,
    package_name,
    submission_record,
)

_DRAFT = "-du-thao"


class Days(NamedTuple):
    """The day of an act, and the day on which it is written down."""

    on: date
    recorded_on: date


class Package(NamedTuple):
    """The drafts that a package needs, the archive, how many files it holds, and the papers that are not signed yet.

    ``letter`` is the path of the letter, made now or before.
    """

    letter: str
    drafts: tuple[Draft, ...]
    archive: Change
    size: int
    unsigned: tuple[Finding, ...]

    @property
    def assembled(self) -> Assembled | None:
        """The package as the dossier names it, once everything in it is signed."""
        digest = hashlib.sha256(self.archive.after or b"").hexdigest()
        return None if self.unsigned else Assembled(self.archive.path, digest)


def assemble(
    sources: Sources, entries: Sequence[RequestedDossier], profile: Profile, on: date, draft: DraftMaker
) -> Package:
    """Put letter, inventory, reports and evidence into one archive: signed scans where there are, else Word drafts.

    The letter is made once; from then on the one that a person has edited or that was issued is taken. Raises
    ``OcopError`` when a signed scan is gone or exchanged, and when the letter names other dossiers besides.
    """
    kept = _kept_letter(sources, entries)
    letter = None if kept else _letter(entries, profile, on, draft)
    path = letter.document.path if letter else str(kept)
    papers = _papers(path, entries)
    unsigned = tuple(unsigned_findings(sources, list(papers.values())))
    inventory = _inventory(entries, profile, on, draft, unfinished=bool(unsigned))
    slips = _slips(sources, entries, profile, on, draft)
    payload = {f"{INVENTORY_NAME}.docx": inventory.document.after or b""}
    payload |= {f"{name}.docx": slip.document.after or b"" for name, slip in slips.items()}
    for name, paper in papers.items():
        made = letter if letter and paper.document == path else None
        payload |= _enclosed_paper(sources, name, paper, made)
    for entry in entries:
        payload |= _evidence(entry)
    archive = _archive(sources, entries, profile, on, payload, _DRAFT if unsigned else "")
    drafts = (*((letter,) if letter else ()), inventory, *slips.values())
    return Package(path, drafts, archive, len(payload), unsigned)


def papers_of(entries: Sequence[RequestedDossier]) -> list[RequestPaper]:
    """Return the official papers of a prepared request: its letter and the report on each dossier."""
    letter = _letter_of(entries[0])
    return list(_papers(letter, entries).values()) if letter else []


def plan_preparing(
    entry: RequestedDossier, package: Package, days: Days, forced: Forced | None
) -> tuple[tuple[Finding, ...], Change]:
    """Return what stands against sending a dossier, and the change that keeps the request as prepared."""
    dossier = entry.file.dossier
    before = dossier.prepared
    known = before.letter if before and before.letter and before.letter.file == package.letter else None
    force = before.force.model_dump() if before and before.force and not forced else None
    if forced:
        force = force_record(forced, days.on, [finding.message for finding in entry.missing])
    record = submission_record(
        entry.law.decision.id,
        (before.prepared_on if before else None) or days.on,
        entry.serial,
        entry.code,
        recorded_on=(before.recorded_on or before.prepared_on if before else None) or days.recorded_on,
        letter=known.model_dump() if known else {"file": package.letter},
        assembled=package.assembled,
        force=force,
    )
    edits = written_act(dossier, "submissions", record, over=before)
    return refusals_of_sending(entry, days), change_of(entry.file.source, edits)


def refusals_of_sending(entry: RequestedDossier, days: Days) -> tuple[Finding, ...]:
    """Return what the cycle says against a dossier going to the province."""
    request = MoveRequest(entry.file.dossier, ruleset=entry.law, brings=frozenset({"submission"}))
    return plan_dossier_move(entry.file, request, days.recorded_on, on=days.on).refusals


def answered_for(entry: RequestedDossier) -> bool:
    """Say whether somebody has answered for everything that a prepared request lacks."""
    force = entry.file.dossier.prepared.force if entry.file.dossier.prepared else None
    return force is not None and {finding.message for finding in entry.missing} <= set(force.missing)


def _kept_letter(sources: Sources, entries: Sequence[RequestedDossier]) -> str | None:
    """Return the letter that was made for exactly these dossiers and that a person has touched since."""
    letters = {letter for entry in entries if (letter := _letter_of(entry))}
    touched = sorted(letter for letter in letters if is_touched(sources, letter))
    if not touched:
        return None
    named = sharing(sources, lambda request: request.letter is not None and request.letter.file in touched)
    if sorted(named) != sorted(entry.file.id for entry in entries):
        raise OcopError(
            f"{' và '.join(touched)} được lập cho {', '.join(named)}, không phải {ids_of(entries)}.",
            f"Nộp đúng các hồ sơ mà văn bản nêu: `ocop submit {' '.join(named)}`.",
            exit_code=1,
        )
    return touched[0]


def _letter_of(entry: RequestedDossier) -> str | None:
    before = entry.file.dossier.prepared
    return before.letter.file if before and before.letter else None


def _letter(entries: Sequence[RequestedDossier], profile: Profile, on: date, draft: DraftMaker) -> Draft:
    as_submission = profile.settings.request_letter is RequestLetter.SUBMISSION
    form = load_form("request-letter" if as_submission else "request-official-letter")
    dossiers = {entry.file.id: entry.file.dossier for entry in entries}
    values = request_values(dossiers, _codes(entries), entries[0].law.decision, profile, form, on)
    return draft(form.id, _owner(entries), values, basis=_basis(entries))


def _inventory(
    entries: Sequence[RequestedDossier], profile: Profile, on: date, draft: DraftMaker, *, unfinished: bool
) -> Draft:
    form, dossiers = load_form("inventory"), {entry.file.id: entry.file.dossier for entry in entries}
    counted = {path: pages for entry in entries for path, pages in entry.pages.items()}
    values = inventory_values(dossiers, profile, form, on, counted=counted, draft=unfinished)
    basis = _basis(entries, unfinished="có") if unfinished else _basis(entries)
    return draft(form.id, _owner(entries), values, basis=basis)


def _basis(entries: Sequence[RequestedDossier], **asked: str) -> Basis:
    return basis_of(((entry.file.source.name, entry.file.dossier) for entry in entries), **asked)


def _papers(letter: str, entries: Sequence[RequestedDossier]) -> dict[str, RequestPaper]:
    """Map names in the package to the papers that must be signed before it goes."""
    first = entries[0].file
    field = (*first.dossier.field_of(first.dossier.prepared), "letter") if first.dossier.prepared else ()
    papers = {LETTER_NAME: RequestPaper("Văn bản đề nghị", letter, first, field)}
    for entry in entries:
        if report := report_of(entry.file):
            papers[f"{entry.file.id}/{REPORT_NAME}"] = report
    return papers


def _slips(
    sources: Sources, entries: Sequence[RequestedDossier], profile: Profile, on: date, draft: DraftMaker
) -> dict[str, Draft]:
    """Make the registration slips of the dossiers that hold none of the producer's own."""
    slips = {}
    for entry in entries:
        private, dossier = load_private(sources, entry.file.id), entry.file.dossier
        if not has_own_slip(dossier):
            values = registration_slip_values(dossier, private, profile, entry.law, on)
            slips[f"{entry.file.id}/{SLIP_NAME}"] = draft("registration-slip", entry.file.id, values, dossier)
    return slips


def _codes(entries: Sequence[RequestedDossier]) -> Mapping[str, str]:
    """Map the dossiers of a package to their product codes."""
    return {entry.file.id: entry.code for entry in entries}


def _owner(entries: Sequence[RequestedDossier]) -> str:
    """Return what the letter and the inventory are filed under: the running numbers, and which request it is."""
    round_number = max(_round(entry) for entry in entries)
    numbers = "-".join(f"{entry.serial:02d}" for entry in entries)
    return f"de-nghi-{numbers}{f'-lan-{round_number}' if round_number > 1 else ''}"


def _round(entry: RequestedDossier) -> int:
    return len(entry.file.dossier.submissions) + (0 if entry.file.dossier.prepared else 1)


def _enclosed_paper(sources: Sources, name: str, paper: RequestPaper, made: Draft | None) -> dict[str, bytes]:
    """Return a paper under its name in the package: its signed scan, else the document as it stands."""
    scan = signed_scan(sources, paper.document)
    if scan:
        return {f"{name}{scan.ending}": scan.content}
    if made:
        return {f"{name}.docx": made.document.after or b""}
    path = inside(sources.root, paper.document)
    return {f"{name}.docx": path.read_bytes()} if path.is_file() else {}


def _evidence(entry: RequestedDossier) -> dict[str, bytes]:
    """Return the evidence of a dossier; what a forced request lacks is simply not there."""
    names = evidence_names(entry.file.id, entry.file.dossier)
    return {name: found for path, name in names.items() if (found := entry.contents.get(path)) is not None}


def _archive(
    sources: Sources,
    entries: Sequence[RequestedDossier],
    profile: Profile,
    on: date,
    payload: Mapping[str, bytes],
    mark: str,
) -> Change:
    """Return the change that writes the archive, under a name that no other package has."""
    name = f"{package_name(profile, [entry.serial for entry in entries], on.year)}{mark}"
    content = zip_bag(name, payload, bag_info(profile, _codes(entries), on))
    return plan_write(sources.root, free_file(sources.root, f"packages/{name}.zip", content), content)
