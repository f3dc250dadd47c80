"""``ocop roll-up``: many communes summed up."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.reports.open_tally import roll_up_json, roll_up_tables
from ocop_cli.session import Session
from ocop_cli.usecases.going_out.roll_up import ENDING
from ocop_cli.usecases.going_out.roll_up import roll_up as summed_up


def roll_up(
    session: Session,
    paths: Annotated[
        list[Path],
        typer.Argument(help="Tệp .jsonl của các xã, thư mục của xã, hoặc thư mục chứa chúng.", metavar="TỆP"),
    ],
) -> int:
    """Sum up the communes; name every source, or row of one, that is left out."""
    rolled = summed_up(paths, session.today)
    if session.options.json:
        session.json("ocop/roll-up@1", roll_up_json(rolled))
    else:
        for table in roll_up_tables(rolled) if rolled.communes else ():
            session.show_table(table)
            session.say()
        for source, why in rolled.left_out:
            session.say(f"Chưa tính: {source}: {why}.")
        session.say(f"{len(rolled.communes)} xã, {rolled.counts.total()} hồ sơ.")
        if not rolled.communes:
            session.say(f"Xuất tệp {ENDING} ở từng xã: `ocop export --open`")
    return 0 if rolled.communes else 1
