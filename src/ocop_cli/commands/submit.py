"""``ocop submit``: check completeness and assemble the package for the province."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ocop_cli.documents import package_contents as names
from ocop_cli.documents.slips import registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.profile import RequestLetter
from ocop_cli.session import Session
from ocop_cli.store.bag import zip_bag
from ocop_cli.store.dossiers import load_private
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.forms import load_form
from ocop_cli.usecases.submit import PackagedDossier, enclosed_files, plan_entries, submission_change
from ocop_cli.workflow.submission import Forced, package_name


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
    profile, today = session.workspace.profile, session.today
    files = [session.dossier(name) for name in dict.fromkeys(dossiers)]
    entries = plan_entries(session.root, files, session.rulebook, profile, today)
    lacks = [finding for entry in entries for finding in entry.lacks]
    if lacks and not force:
        session.refuse("Chưa thể nộp cấp tỉnh.", lacks)
    forced = _forced(session, entries, reason, by) if lacks else None
    documents, payload = _documents(session, entries)
    name = package_name(profile, [entry.serial for entry in entries], today.year)
    codes = {entry.file.id: entry.code for entry in entries}
    archive = zip_bag(name, payload, names.bag_info(profile, codes, today))
    package = plan_write(session.root, f"packages/{name}.zip", archive)
    letter = documents[0].path
    sent = [submission_change(e, today, package=package.path, letter=letter, forced=forced) for e in entries]
    session.say(f"Bộ hồ sơ {name}: {len(payload)} tệp, mã số {', '.join(codes.values())}")
    following = f"`ocop result {entries[0].file.id}` khi có kết quả"
    session.write([*documents, package, *sent], f"nộp {', '.join(codes)}", following)
    return 0


def _forced(
    session: Session, entries: Sequence[PackagedDossier], reason: str | None, by: str | None
) -> Forced:
    """Ask who decides and why, and have the names of the products typed again: this is the heavy way."""
    forced = Forced(
        by=session.ask("Người quyết định", option="--by", given=by),
        reason=session.ask("Lý do nộp khi còn thiếu", option="--reason", given=reason),
    )
    for entry in entries if not session.options.yes else ():
        name = entry.file.dossier.product.name
        if session.ask(f"Gõ lại tên sản phẩm “{name}” để xác nhận", option="--yes") != name:
            raise OcopError(
                "Tên không khớp nên không nộp.", "Gõ đúng tên, hoặc thêm --yes.", exit_code=MISUSE
            )
    return forced


def _documents(session: Session, entries: Sequence[PackagedDossier]) -> tuple[list[Change], dict[str, bytes]]:
    """Make the letter, the inventory and the slips; gather everything under its name in the set."""
    profile, today, decision = session.workspace.profile, session.today, entries[0].law.decision
    everyone = {entry.file.id: entry.file.dossier for entry in entries}
    codes = {entry.file.id: entry.code for entry in entries}
    as_submission = profile.settings.request_letter is RequestLetter.SUBMISSION
    form = load_form("request-letter" if as_submission else "request-official-letter")
    owner = f"de-nghi-{'-'.join(f'{entry.serial:02d}' for entry in entries)}"
    request = request_values(everyone, codes, decision, profile, form, today)
    listed = inventory_values(everyone, profile, load_form("inventory"), today)
    made = {
        names.LETTER_NAME: session.document(form.id, owner, request),
        names.INVENTORY_NAME: session.document("inventory", owner, listed),
        **{f"{entry.file.id}/{names.SLIP_NAME}": _slip(session, entry) for entry in entries},
    }
    payload = {name: change.after or b"" for name, change in made.items()}
    for entry in entries:
        payload |= enclosed_files(session.root, entry)
    return list(made.values()), payload


def _slip(session: Session, entry: PackagedDossier) -> Change:
    private, profile = load_private(session.root, entry.file.id), session.workspace.profile
    values = registration_slip_values(entry.file.dossier, private, profile, entry.law, session.today)
    return session.document("registration-slip", entry.file.id, values, entry.file.dossier)
