"""``ocop list``: the dossiers of the workspace."""

from typing import Annotated

import typer

from ocop_cli.console import ReadyItems, given_choice
from ocop_cli.reports.listing import Filter, listing_of
from ocop_cli.session import Session
from ocop_cli.session.unread import say_none
from ocop_cli.usecases.rows.listed import listed_lines
from ocop_cli.viet.bounds import MOST_SETS

_NOTHING = "Chưa có hồ sơ nào. Nhận ý tưởng: `ocop register`"
_NOTHING_FOUND = (
    "Không có hồ sơ nào khớp. Tìm theo mã, sản phẩm, chủ thể, nơi; lọc theo sao, trạng thái, năm: `ocop list -h`; "
    "việc có ngày: `ocop due`"
)


def list_dossiers(
    session: Session,
    text: Annotated[str, typer.Argument(help="Chữ cần tìm, có dấu hay không đều được.")] = "",
    stage: Annotated[str, typer.Option("--stage", help="Trạng thái, ví dụ “đang hoàn thiện hồ sơ”.")] = "",
    track: Annotated[str, typer.Option("--track", help="Sản phẩm mới, hiện có hoặc nâng hạng.")] = "",
    group: Annotated[str, typer.Option("--group", help="Ngành hàng, ví dụ “đồ uống”.")] = "",
    product_set: Annotated[
        int | None, typer.Option("--set", help="Bộ sản phẩm.", min=1, max=MOST_SETS)
    ] = None,
    star: Annotated[int | None, typer.Option("--star", help="Hạng sao.", min=1, max=5)] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm tham gia.")] = None,
) -> int:
    """List dossiers, narrowed by what is asked."""
    at = given_choice(stage, _stages(), "--stage") if stage else ""
    on = given_choice(track, _tracks(), "--track") if track else ""
    wanted = Filter(text, at, on, group, product_set, star, year)
    column = "item" if session.options.json else "cells"
    lines = listed_lines(session.index, session.leave_out, session.root, session.today, wanted, column)
    if session.options.json:
        session.json("ocop/list@1", {"items": ReadyItems(lines)})
        return 0
    table = listing_of(lines)
    if not table.rows:
        say_none(session, _NOTHING_FOUND if any(wanted) else _NOTHING)
    else:
        session.show_table(table)
        session.say(f"{len(table.rows)} hồ sơ.")
    return 0


def _stages() -> dict[str, str]:
    from ocop_cli.store.built_in.packaged import load_cycle  # only for those who narrow the list

    return {stage.id: stage.name for stage in load_cycle().stages.values()}


def _tracks() -> dict[str, str]:
    from ocop_cli.dossier.vocabulary import Track, words  # as above

    return words(Track)
