"""``ocop extend``: record that a paper gives the commune longer for a dossier."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.usecases.extend import Extending, running_limit
from ocop_cli.usecases.extend import extend as extended
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day, read_day


def extend(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    until: Annotated[str | None, typer.Option("--until", help="Gia hạn đến hết ngày này.")] = None,
    paper: Annotated[str | None, typer.Option("--paper", help="Văn bản gia hạn: số, ngày, cơ quan.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Lý do gia hạn.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày gia hạn; bỏ trống: hôm nay.")] = None,
) -> int:
    """Extend the limit that runs for a dossier, by a paper and for a reason."""
    file = session.dossier(dossier)
    limit = running_limit(file, session.law_of(file.dossier), session.workspace.calendar)
    check = partial(read_day, option="--until")
    day = session.ask("Gia hạn đến hết ngày", option="--until", given=until, check=check)
    extending = Extending(
        until=read_day(day, "--until"),
        on=read_act_day(on, session.today) or session.today,
        recorded_on=session.today,
        paper=session.ask("Văn bản gia hạn", option="--paper", given=paper),
        reason=session.ask("Lý do gia hạn", option="--reason", given=reason),
    )
    change = extended(file, limit, extending)
    done = f"{limit.name}: gia hạn đến hết ngày {show_date(extending.until)}, theo {extending.paper}"
    session.write([change], f"gia hạn {file.id}", f"`ocop due {file.id}`", done=done)
    return 0
