"""``ocop carry``: the unfinished dossiers go into the programme of the next year."""

from typing import Annotated

import typer

from ocop_cli.dossier.product import FIRST_SEASON
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.year.carry import Outcome, carry_edits, carry_json, carry_rows, carry_table
from ocop_cli.viet.dates import LATEST_YEAR
from ocop_cli.viet.typed_day import read_act_day


def carry(
    session: Session,
    year: Annotated[int, typer.Argument(help="Năm chuyển sang.")],
    dossiers: Annotated[
        list[str] | None, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm; bỏ trống: mọi hồ sơ.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày chuyển; bỏ trống: hôm nay.")] = None,
) -> int:
    """Carry unfinished dossiers into a year."""
    if not FIRST_SEASON <= year <= LATEST_YEAR:
        known = f"Ghi năm từ {FIRST_SEASON} đến {LATEST_YEAR}."
        raise OcopError(f"Không có chương trình năm {year}.", known, exit_code=MISUSE)
    day = read_act_day(on, session.today) or session.today
    named = {file.id: file for file in map(session.dossier, dossiers or ())}
    everyone = gather_dossiers(session.sources).rest(session.leave_out)
    rows = carry_rows(named.values() or everyone, year, day)
    carried = [row for row in rows if row.outcome is Outcome.CARRIED]
    if refused := [row for row in rows if named and row.outcome is Outcome.LEFT]:
        told = "; ".join(f"{row.file.id}: {row.reason}" for row in refused)
        raise OcopError(f"Không chuyển được sang năm {year}: {told}.", "Bỏ các hồ sơ này.", exit_code=1)
    session.show_table(carry_table(rows, year))
    if carried and not session.options.dry_run:
        doubts = [f"chuyển {len(carried)} hồ sơ sang năm {year}"]
        doubts += [] if year - day.year in (0, 1) else [f"năm {year} không phải năm nay hay năm sau"]
        confirm(session, doubts, "Chuyển?", "Ghi mã từng hồ sơ nếu chỉ chuyển một số")
    if carried:
        changes = [change_of(row.file.source, carry_edits(row, year, day)) for row in carried]
        session.write(changes, f"chuyển {len(carried)} hồ sơ sang năm {year}", f"`ocop plan {year}`")
    else:
        session.say(f"Không có hồ sơ nào cần chuyển sang năm {year}.")
    if session.options.json:
        session.json("ocop/carry@1", carry_json(rows, year, day))
    return 0
