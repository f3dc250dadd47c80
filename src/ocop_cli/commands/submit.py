"""``ocop submit``: check completeness and assemble the package for the province."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import has_errors
from ocop_cli.session import Session
from ocop_cli.usecases.move import refusals_of
from ocop_cli.usecases.submit import PackagedDossier, assemble, plan_entries, plan_sending
from ocop_cli.workflow.submission import Forced


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
    entries = plan_entries(session.sources, files, session.rulebook, profile, today)
    missing = [finding for entry in entries for finding in entry.missing]
    unlawful = [finding for entry in entries for finding in entry.unlawful]
    if has_errors(unlawful) or (missing and not force):
        session.refuse("Chưa thể nộp cấp tỉnh.", missing)
    forced = _forced(session, entries, reason, by) if missing else None
    package = assemble(session.sources, entries, profile, today, session.document)
    sent = [plan_sending(entry, package, today, forced) for entry in entries]
    if refusals := refusals_of([planned for planned, _ in sent]):
        session.refuse("Chưa thể nộp cấp tỉnh.", refusals)
    codes = ", ".join(entry.code for entry in entries)
    session.say(f"Bộ hồ sơ {package.name}: {package.size} tệp, mã số {codes}")
    following = f"`ocop result {entries[0].file.id}` khi có kết quả"
    session.show_findings(session.sources.placed(unlawful))
    session.write([*package.changes, *(change for _, change in sent)], f"nộp {codes}", following)
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
