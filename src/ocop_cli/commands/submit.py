"""``ocop submit``: check completeness and assemble the package for the province."""

from collections.abc import Sequence
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import has_errors
from ocop_cli.session import Session
from ocop_cli.session.request.requesting import lead_to_sending, prepare, requested
from ocop_cli.usecases.request.request import RequestedDossier
from ocop_cli.usecases.request.submit import answered_for
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
    interactive: Annotated[
        bool, typer.Option("-i", "--interactive", help="Hỏi lần lượt: lấy số, bản ký, gửi.")
    ] = False,
) -> int:
    """Assemble the package of some dossiers, or say everything that they lack."""
    if interactive and (session.options.dry_run or not session.can_ask):
        hint = "Chạy trong cửa sổ lệnh, không kèm -n, --json, --no-input."
        raise OcopError("-i cần người trả lời.", hint, exit_code=MISUSE)
    day = read_act_day(on, session.today) or session.today
    entries = requested(session, dossiers, day)
    lacking = [entry for entry in entries if entry.missing and not answered_for(entry)]
    unlawful = [finding for entry in entries for finding in entry.unlawful]
    if has_errors(unlawful) or (lacking and not force):
        missing = [finding for entry in entries for finding in entry.missing]
        session.refuse("Chưa thể lập bộ hồ sơ gửi cấp tỉnh.", missing)
    forced = _forced(session, entries, reason, by) if lacking else None
    session.show_findings(session.sources.placed(unlawful))
    package = prepare(session, entries, day, forced)
    if interactive:
        lead_to_sending(session, dossiers, day, package)
    elif package.unsigned:
        lines = [f"  {finding.message}: {finding.hint}" for finding in package.unsigned]
        session.say("\n".join(["Gói này là dự thảo để xem, chưa gửi được:", *lines]))
    return 0


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
