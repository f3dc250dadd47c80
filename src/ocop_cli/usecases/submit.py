"""The dossiers of one package: what they lack, their numbers, their files, and how they are marked as sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_cli.checks import run_checks
from ocop_cli.checks.case import Case
from ocop_cli.checks.completeness import Gate, find_missing
from ocop_cli.documents.package_contents import REPORT_NAME, evidence_names
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.findings import Finding, Severity
from ocop_cli.programme import Profile
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.dossiers import DossierFile, load_dossiers
from ocop_cli.store.evidence import file_hashes, read_file
from ocop_cli.store.files.changes import Change
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.edit import Append, Set, change_of
from ocop_cli.workflow.submission import Forced, next_serial, product_code, submission_record


@dataclass(frozen=True, slots=True)
class PackagedDossier:
    """One dossier of a package, with its law, its number, its code and what it lacks."""

    file: DossierFile
    law: Ruleset
    serial: int
    code: str
    lacks: tuple[Finding, ...]


def plan_entries(
    root: Path, files: Sequence[DossierFile], rulebook: Rulebook, profile: Profile, today: date
) -> list[PackagedDossier]:
    """Number the dossiers of a package. Raises ``OcopError`` when they fall under different decisions."""
    everyone = {file.source.name: file.dossier for file in load_dossiers(root)[0]}
    stages = tuple(load_cycle().stages)
    entries = []
    for serial, file in enumerate(files, next_serial(everyone.values(), today.year)):
        law = applicable_ruleset(file.dossier, rulebook, today)
        code = product_code(law.decision.procedure, profile, serial, today.year)
        hashes = file_hashes(root, file.dossier)
        case = Case(file.source.name, file.dossier, law, today, everyone, hashes, stages)
        entries.append(PackagedDossier(file, law, serial, code, _missing(case, law)))
    if len({entry.law.decision.id for entry in entries}) > 1:
        told = "; ".join(f"{entry.file.id}: {entry.law.decision.id}" for entry in entries)
        raise OcopError(
            f"Các hồ sơ thuộc quyết định khác nhau ({told}).", "Nộp thành các bộ riêng.", exit_code=MISUSE
        )
    return entries


def enclosed_files(root: Path, entry: PackagedDossier) -> dict[str, bytes]:
    """Read the evidence and the report of a dossier; what a forced submission lacks is simply not there."""
    dossier, hashes = entry.file.dossier, file_hashes(root, entry.file.dossier)
    wanted = evidence_names(entry.file.id, dossier)
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        wanted[dossier.evaluation.report.file] = f"{entry.file.id}/{REPORT_NAME}"
    return {name: read_file(root, path) for path, name in wanted.items() if hashes.get(path)}


def submission_change(
    entry: PackagedDossier, today: date, *, package: str, letter: str, forced: Forced | None
) -> Change:
    """Return the change that writes the submission and the move into a dossier."""
    record = submission_record(
        entry.law.decision.id,
        today,
        entry.serial,
        entry.code,
        package=package,
        letter=letter,
        forced=forced,
        missing=[finding.message for finding in entry.lacks],
    )
    move = {"stage": "submitted", "on": today, "document": letter}
    return change_of(entry.file.source, [Set(("submission",), record), Append(("history",), move)])


def _missing(case: Case, law: Ruleset) -> tuple[Finding, ...]:
    """What is missing, and every contradiction: a dossier that contradicts itself is not sent."""
    gate = Gate(case.name, case.dossier, law, case.today, case.files)
    errors = [finding for finding in run_checks(case) if finding.severity is Severity.ERROR]
    return (*find_missing(gate), *errors)
