"""The package for the province: a draft to be read while a paper in it is unsigned, else what was signed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.documents.package_contents import (
    INVENTORY_NAME,
    LETTER_NAME,
    REPORT_NAME,
    SLIP_NAME,
    evidence_names,
    has_own_slip,
)
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding
from ocop_cli.programme.choices import RequestLetter
from ocop_cli.programme.profile import Profile
from ocop_cli.store.dossier.dossiers import load_private
from ocop_cli.store.dossier.evidence import endings_by_content
from ocop_cli.store.files.changes import BigChange, Change
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.drafts import is_touched
from ocop_cli.store.papers.forms import load_form
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.acts import written_act
from ocop_cli.usecases.move import plan_dossier_move
from ocop_cli.usecases.papers.draft import Draft, DraftMaker
from ocop_cli.usecases.papers.signed import RequestPaper, Scan, report_of, scans_of, unsigned_findings
from ocop_cli.usecases.request.packing import Enclosed, Packing, enclosed_file, packed
from ocop_cli.usecases.request.request import RequestedDossier, ids_of, sharing
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.submission import (
    Assembled,
    Forced,
    force_record,
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
    archive: BigChange
    size: int
    unsigned: tuple[Finding, ...]

    @property
    def assembled(self) -> Assembled | None:
        """The package as the dossier names it, once everything in it is signed."""
        if self.unsigned or self.archive.after is None:
            return None
        return Assembled(self.archive.path, self.archive.after.fingerprint.sha256)


def assemble(
    sources: Sources,
    entries: Sequence[RequestedDossier],
    profile: Profile,
    on: date,
    draft: DraftMaker,
    *,
    trial: bool = False,
) -> Package:
    """Put letter, inventory, reports and evidence into one archive: signed scans where there are, else Word drafts.

    The letter is made once; from then on the one that a person has edited or that was issued is taken. Raises
    ``OcopError`` when a signed scan is gone or exchanged, and when the letter names other dossiers besides.
    """
    kept = _kept_letter(sources, entries)
    letter = None if kept else _letter(entries, profile, on, draft)
    path = letter.document.path if letter else str(kept)
    papers = _papers(path, entries)
    scans = scans_of(sources, papers.values())
    unsigned = tuple(unsigned_findings(sources, papers.values(), scans))
    inventory = _inventory(entries, profile, on, draft, unfinished=bool(unsigned))
    slips = _slips(sources, entries, profile, on, draft)
    payload = {f"{INVENTORY_NAME}.docx": Enclosed(inventory.document.after or b"")}
    payload |= {f"{name}.docx": Enclosed(slip.document.after or b"") for name, slip in slips.items()}
    for name, paper in papers.items():
        made = letter if letter and paper.document == path else None
        payload |= _enclosed_paper(sources, name, paper, made, scans[paper.document])
    for entry in entries:
        payload |= _evidence(entry)
    packing = Packing(_codes(entries), on, _DRAFT if unsigned else "", trial=trial)
    archive = packed(sources, entries, profile, payload, packing)
    drafts = (*((letter,) if letter else ()), inventory, *slips.values())
    return Package(path, drafts, archive, len(payload), unsigned)


def papers_of(entries: Sequence[RequestedDossier]) -> list[RequestPaper]:
    """Return the official papers of a prepared request: its letter and the report on each dossier."""
    letter = _letter_of(entries[0])
    return list(_papers(letter, entries).values()) if letter else []


def plan_preparing(entry: RequestedDossier, package: Package, days: Days, forced: Forced | None) -> Change:
    """Return the change that keeps a request as prepared; with the package the hash of every file in it is noted."""
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
    noted = [
        Set(("papers", number, "sha256"), read.sha256) for number, paper in enumerate(dossier.papers)
        if package.assembled and paper.file and not paper.sha256 and (read := entry.files.get(paper.file))
    ]  # fmt: skip
    return change_of(entry.file.source, [*written_act(dossier, "submissions", record, over=before), *noted])


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
    named = sharing(entries, lambda request: request.letter is not None and request.letter.file in touched)
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


def _enclosed_paper(
    sources: Sources, name: str, paper: RequestPaper, made: Draft | None, scan: Scan | None
) -> dict[str, Enclosed]:
    """Return a paper under its name in the package: its signed scan, else the document as it stands."""
    if scan:
        return {f"{name}{scan.ending}": Enclosed(scan.path, scan.sha256, paper.document)}
    if made:
        return {f"{name}.docx": Enclosed(made.document.after or b"")}
    path = inside(sources.root, paper.document)
    return {f"{name}.docx": Enclosed(path)} if path.is_file() else {}


def _evidence(entry: RequestedDossier) -> dict[str, Enclosed]:
    """Return the evidence of a dossier; what a forced request lacks, or cannot send, is simply not there."""
    names = evidence_names(entry.file.id, entry.file.dossier, endings_by_content(entry.files))
    return {
        name: enclosed
        for file, name in names.items()
        if (read := entry.files.get(file)) is not None and (enclosed := enclosed_file(read, file))
    }
