"""``ocop submit``: check completeness and assemble the package for the province."""

from dataclasses import dataclass
from typing import Annotated

import typer

from ocop_cli.checks.case import Case
from ocop_cli.checks.completeness import Gate, find_lacks
from ocop_cli.checks.conclusions import check_stale
from ocop_cli.documents import package as names
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding
from ocop_cli.programme.profile import RequestLetter
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.store.bag import zip_bag
from ocop_cli.store.changes import Change, plan_write
from ocop_cli.store.dossiers import DossierFile, load_dossiers, load_private
from ocop_cli.store.forms import load_form
from ocop_cli.store.paper_files import file_hashes, read_file
from ocop_cli.store.yaml_edit import Append, Set, change_of
from ocop_cli.workflow.submission import Forced, next_serial, package_name, product_code, submission_record


@dataclass(frozen=True, slots=True)
class _Entry:
    """One dossier of the package, with its law, its number and its code."""

    file: DossierFile
    law: Ruleset
    serial: int
    code: str
    lacks: tuple[Finding, ...]


def submit(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ nộp cùng một bộ.")],
    force: Annotated[
        bool, typer.Option("--force", help="Vẫn nộp khi còn thiếu; cần --reason và --by.")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Lý do nộp khi còn thiếu.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người quyết định nộp khi còn thiếu.")] = None,
) -> int:
    """Send dossiers to the province, or say everything that they lack."""
    entries = _entries(session, dossiers)
    lacks = [finding for entry in entries for finding in entry.lacks]
    if lacks and not force:
        session.refuse("Chưa thể nộp cấp tỉnh.", lacks)
    forced = _forced(session, entries, reason, by) if lacks else None
    documents, payload = _documents(session, entries)
    profile = session.workspace.profile
    name = package_name(profile, [entry.serial for entry in entries], session.today.year)
    codes = {entry.file.id: entry.code for entry in entries}
    archive = zip_bag(name, payload, names.bag_info(profile, codes, session.today))
    package = plan_write(session.root, f"packages/{name}.zip", archive)
    moved = [_moved(session, entry, package.path, documents[0].path, forced) for entry in entries]
    session.say(f"Bộ hồ sơ {name}: {len(payload)} tệp, mã số {', '.join(codes.values())}")
    session.write(
        [*documents, package, *moved],
        f"nộp {', '.join(codes)}",
        f"`ocop result {entries[0].file.id}` khi có kết quả",
    )
    return 0


def _entries(session: Session, wanted: list[str]) -> list[_Entry]:
    files = [session.dossier(name) for name in dict.fromkeys(wanted)]
    first = next_serial((file.dossier for file in load_dossiers(session.root)[0]), session.today.year)
    entries = [_entry(session, file, first + number) for number, file in enumerate(files)]
    if len({entry.law.decision.id for entry in entries}) > 1:
        told = "; ".join(f"{e.file.id}: {e.law.decision.id}" for e in entries)
        raise OcopError(
            f"Các hồ sơ thuộc quyết định khác nhau ({told}).", "Nộp thành các bộ riêng.", exit_code=MISUSE
        )
    return entries


def _entry(session: Session, file: DossierFile, serial: int) -> _Entry:
    law = session.law_of(file.dossier)
    if law is None:
        raise OcopError(
            f"Hồ sơ {file.id} chưa ghi bộ sản phẩm.", "Ghi product.set rồi chạy lại.", code="E001"
        )
    gate = Gate(file.source.name, file.dossier, law, session.today, file_hashes(session.root, file.dossier))
    stale = check_stale(Case(file.source.name, file.dossier, law, session.today))
    code = product_code(law.decision.procedure, session.workspace.profile, serial, session.today.year)
    return _Entry(file, law, serial, code, (*find_lacks(gate), *stale, *_stage_lack(gate)))


def _stage_lack(gate: Gate) -> list[Finding]:
    """A dossier is sent from the stage after the commune's evaluation, and only once."""
    if gate.dossier.stage == "evaluated":
        return []
    hint = "xem bước tiếp theo: `ocop next`"
    return [
        gate.lack("F217", ("history",), f"Hồ sơ đang ở bước “{gate.dossier.stage}”, chưa tới lúc nộp", hint)
    ]


def _forced(session: Session, entries: list[_Entry], reason: str | None, by: str | None) -> Forced:
    reason = session.ask("Lý do nộp khi còn thiếu", option="--reason", given=reason)
    by = session.ask("Người quyết định", option="--by", given=by)
    for entry in entries:
        name = entry.file.dossier.product.name
        if (
            not session.options.yes
            and session.ask(f"Gõ lại tên sản phẩm “{name}” để xác nhận", option="--yes") != name
        ):
            raise OcopError(
                "Tên không khớp nên không nộp.", "Chạy lại và gõ đúng tên, hoặc thêm --yes.", exit_code=MISUSE
            )
    return Forced(by, reason)


def _documents(session: Session, entries: list[_Entry]) -> tuple[list[Change], dict[str, bytes]]:
    """Make the letter, the inventory and the slips; gather everything under its name in the set."""
    profile, decision = session.workspace.profile, entries[0].law.decision
    everyone = {entry.file.id: entry.file.dossier for entry in entries}
    codes = {entry.file.id: entry.code for entry in entries}
    as_submission = profile.settings.request_letter is RequestLetter.SUBMISSION
    form = load_form("request-letter" if as_submission else "request-official-letter")
    owner = f"de-nghi-{'-'.join(f'{entry.serial:02d}' for entry in entries)}"
    letter = session.document(
        form.id, owner, request_values(everyone, codes, decision, profile, form, session.today)
    )
    listed = inventory_values(everyone, profile, load_form("inventory"), session.today)
    inventory = session.document("inventory", owner, listed)
    payload = {names.LETTER_NAME: letter.after or b"", names.INVENTORY_NAME: inventory.after or b""}
    slips = []
    for entry in entries:
        slips.append(_slip(session, entry))
        payload |= {f"{entry.file.id}/{names.SLIP_NAME}": slips[-1].after or b"", **_files(session, entry)}
    return [letter, inventory, *slips], payload


def _slip(session: Session, entry: _Entry) -> Change:
    private = load_private(session.root, entry.file.id)
    profile = session.workspace.profile
    values = registration_slip_values(entry.file.dossier, private, profile, entry.law, session.today)
    return session.document("registration-slip", entry.file.id, values)


def _files(session: Session, entry: _Entry) -> dict[str, bytes]:
    """Read the evidence and the report; what a forced submission lacks is simply not there."""
    dossier, hashes = entry.file.dossier, file_hashes(session.root, entry.file.dossier)
    wanted = names.evidence_names(entry.file.id, dossier)
    if dossier.evaluation and dossier.evaluation.report and dossier.evaluation.report.file:
        wanted[dossier.evaluation.report.file] = f"{entry.file.id}/{names.REPORT_NAME}"
    return {name: read_file(session.root, path) for path, name in wanted.items() if hashes.get(path)}


def _moved(session: Session, entry: _Entry, package: str, letter: str, forced: Forced | None) -> Change:
    missing = [finding.message for finding in entry.lacks]
    record = submission_record(
        entry.law.decision.id,
        session.today,
        entry.serial,
        entry.code,
        package=package,
        letter=letter,
        forced=forced,
        missing=missing,
    )
    move = {"stage": "submitted", "on": session.today, "document": letter}
    return change_of(entry.file.source, [Set(("submission",), record), Append(("history",), move)])
