"""``ocop send``: record that a signed package went to the province."""

from typing import Annotated

import typer

from ocop_cli.findings import has_errors
from ocop_cli.session import Session
from ocop_cli.usecases.request import ids_of, plan_entries
from ocop_cli.usecases.send import Sending, sending_changes, sending_refusals
from ocop_cli.usecases.submit import answered_for
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day


def send(
    session: Session,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ của gói.")],
    on: Annotated[str | None, typer.Option("--on", help="Ngày gửi; bỏ trống: hôm nay.")] = None,
    way: Annotated[
        str | None, typer.Option("--way", help="Cách gửi, ví dụ trục liên thông, nộp trực tiếp.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", help="Nơi nhận.")] = None,
) -> int:
    """Record day, way and recipient of a package, and move its dossiers on."""
    day = read_act_day(on, session.today) or session.today
    files = [session.dossier(name) for name in dict.fromkeys(dossiers)]
    entries = plan_entries(session.sources, files, session.rulebook, session.workspace.profile, day)
    sending = Sending(
        on=day,
        recorded_on=session.today,
        way=session.ask("Cách gửi", option="--way", given=way),
        to=session.ask("Nơi nhận", option="--to", given=to),
    )
    unlawful = [finding for entry in entries for finding in entry.unlawful]
    lacks = [finding for entry in entries if not answered_for(entry) for finding in entry.missing]
    refusals = [*lacks, *sending_refusals(session.sources, entries, sending)]
    if refusals or has_errors(unlawful):
        session.refuse("Chưa thể gửi cấp tỉnh.", [*refusals, *(f for f in unlawful if f not in refusals)])
    session.show_findings(session.sources.placed(unlawful))
    codes = ", ".join(entry.code for entry in entries)
    session.say(f"Đã gửi {codes} ngày {show_date(day)}: {sending.way}, {sending.to}")
    following = f"`ocop result {entries[0].file.id}` khi có kết quả"
    session.write(sending_changes(session.sources, entries, sending), f"gửi {ids_of(entries)}", following)
    return 0
