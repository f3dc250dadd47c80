"""``ocop submit``: check completeness and assemble the package for the province."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import has_errors
from ocop_cli.session import Session
from ocop_cli.usecases.request import RequestedDossier, ids_of, plan_entries
from ocop_cli.usecases.submit import Days, Package, answered_for, assemble, plan_preparing
from ocop_cli.viet.typed_day import read_act_day
from ocop_cli.workflow.submission import Forced


def submit(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ nộp cùng một bộ.")],
    on: Annotated[str | None, typer.Option("--on", help="Ngày lập bộ; bỏ trống: hôm nay.")] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Vẫn nộp khi còn thiếu; cần --reason và --by.")
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Lý do nộp khi còn thiếu.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người quyết định nộp khi còn thiếu.")] = None,
) -> int:
    """Assemble the package of some dossiers, or say everything that they lack."""
    days = Days(read_act_day(on, session.today) or session.today, session.today)
    files = [session.dossier(name) for name in dict.fromkeys(dossiers)]
    entries = plan_entries(session.sources, files, session.rulebook, session.workspace.profile, days.on)
    lacking = [entry for entry in entries if entry.missing and not answered_for(entry)]
    unlawful = [finding for entry in entries for finding in entry.unlawful]
    if has_errors(unlawful) or (lacking and not force):
        missing = [finding for entry in entries for finding in entry.missing]
        session.refuse("Chưa thể lập bộ hồ sơ gửi cấp tỉnh.", missing)
    forced = _forced(session, entries, reason, by) if lacking else None
    package = assemble(session.sources, entries, session.workspace.profile, days.on, session.document)
    prepared = [plan_preparing(entry, package, days, forced) for entry in entries]
    if refusals := [finding for found, _ in prepared for finding in found]:
        session.refuse("Chưa thể lập bộ hồ sơ gửi cấp tỉnh.", refusals)
    codes = ", ".join(entry.code for entry in entries)
    session.say(f"Bộ hồ sơ {package.archive.path}: {package.size} tệp, mã số {codes}")
    session.show_findings(session.sources.placed(unlawful))
    kept = [change for _, change in prepared]
    session.write(
        [*package.drafts, package.archive, *kept], f"lập bộ hồ sơ {codes}", _following(package, entries)
    )
    _tell_unsigned(session, package)
    return 0


def _following(package: Package, entries: Sequence[RequestedDossier]) -> str:
    """Name what comes next: the commands that lead to a signed paper, or the sending."""
    if package.unsigned:
        return f"lấy số, ký các văn bản nêu dưới, rồi `ocop submit {ids_of(entries)}`"
    return f"`ocop send {ids_of(entries)} --way CÁCH --to NƠI_NHẬN`"


def _tell_unsigned(session: Session, package: Package) -> None:
    if package.unsigned:
        lines = [f"  {finding.message}: {finding.hint}" for finding in package.unsigned]
        session.say("\n".join(["Gói này là dự thảo để xem, chưa gửi được:", *lines]))


def _forced(
    session: Session, entries: Sequence[RequestedDossier], reason: str | None, by: str | None
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
