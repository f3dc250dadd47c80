"""``ocop producers``: the producers of the workspace."""

from typing import Annotated

import typer

from ocop_cli.reports.producer_list import producer_json, producer_table, producers_table
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.usecases.producers import find_producer, list_producers_of


def producers(
    session: Session,
    producer: Annotated[
        str, typer.Argument(help="Mã hoặc một phần tên của một chủ thể.", metavar="[CHỦ_THỂ]")
    ] = "",
) -> int:
    """List the producers, each once, or show one."""
    found = list_producers_of(session.sources, session.rulebook, session.today)
    if producer:
        found = [find_producer(found, producer)]
    stages = {stage.id: stage.name for stage in load_cycle().stages.values()}
    if session.options.json:
        session.json("ocop/producers@1", {"items": [producer_json(one) for one in found]})
    elif producer:
        session.show_table(producer_table(found[0], stages))
    elif not found:
        session.say("Chưa có chủ thể nào. Nhận hồ sơ mới: `ocop register`")
    else:
        session.show_table(producers_table(found, stages))
        session.say(f"{len(found)} chủ thể.")
    return 0
