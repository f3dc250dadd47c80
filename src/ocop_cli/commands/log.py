"""``ocop log``: file an act of the year in one line or by questions; list what was done and what the plan still wants."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.log_list import item_json, kinds_json, kinds_table, log_table, wanted_table
from ocop_cli.session import Session
from ocop_cli.session.year.logging_act import edit_logged, log_act, remove_logged
from ocop_cli.session.year.year_papers import make_nomination
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.usecases.year.log_year import year_of_acts


def log(
    session: Session,
    words: Annotated[
        list[str] | None, typer.Argument(help="Loại việc, rồi nội dung như nói.", metavar="LOẠI…")
    ] = None,
    edit: Annotated[int | None, typer.Option("--edit", help="Sửa việc số này.", min=1)] = None,
    remove: Annotated[int | None, typer.Option("--remove", help="Bỏ việc số này.", min=1)] = None,
    letter: Annotated[
        int | None, typer.Option("--letter", help="Lập công văn cử người dự lớp số này.", min=1)
    ] = None,
    from_: Annotated[
        Path | None, typer.Option("--from", help="Nhận các việc từ tệp Excel .xlsx.", metavar="TỆP")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm; bỏ trống: năm nay.", min=1000)] = None,
    kinds: Annotated[bool, typer.Option("--kinds", help="Liệt kê các loại việc, ví dụ.")] = False,
) -> int:
    """File an act of the year, or show the acts of a year."""
    if kinds:
        return _show_kinds(session)
    meant = year or session.today.year
    if sum(1 for given in (edit, remove, letter, from_) if given) > 1:
        raise OcopError(
            "--edit, --remove, --letter, --from không đi cùng.", "Chỉ dùng một.", exit_code=MISUSE
        )
    if letter:
        return make_nomination(session, meant, letter)
    if from_:
        return _import(session, from_, meant)
    if remove:
        remove_logged(session, meant, remove)
    elif edit:
        edit_logged(session, meant, edit, words or [])
    elif words:
        log_act(session, words)
    else:
        return _show_year(session, meant)
    return 0


def _import(session: Session, file: Path, year: int) -> int:
    from ocop_cli.session.registers.importing_acts import import_acts
    from ocop_cli.usecases.registers.imported import row_json

    rows = import_acts(session, file, year)
    if session.options.json:
        session.json("ocop/log-import@1", {"rows": [row_json(row) for row in rows]})
    return 0


def _show_kinds(session: Session) -> int:
    if session.options.json:
        session.json("ocop/log-kinds@1", {"items": kinds_json(load_log_kinds())})
    session.show_table(kinds_table(load_log_kinds()))
    return 0


def _show_year(session: Session, year: int) -> int:
    """Show what was done in a year, and what its plan still asks for."""
    found = year_of_acts(session.sources, session.workspace.profile, year, session.today)
    known = load_log_kinds()
    if session.options.json:
        items = [item_json(item, known, session.today) for item in found.items]
        session.json("ocop/log@1", {"year": year, "items": items, "wanted": found.wanted_json})
        return 0
    if found.items:
        session.show_table(log_table(found.items, known, year, session.today))
    else:
        session.say(f"Năm {year} chưa ghi việc nào. Xem các loại và ví dụ: `ocop log --kinds`")
    if found.figures:
        session.show_table(wanted_table(found.figures, year))
    if found.unlogged:
        session.say(f"{len(found.unlogged)} loại việc chưa ghi gì: `ocop log --kinds`")
    return 0
