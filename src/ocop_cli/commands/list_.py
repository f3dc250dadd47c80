"""``ocop list``: the dossiers of the workspace."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.dossier.vocabulary import Track, words
from ocop_cli.reports.listing import Filter, item_json, listing
from ocop_cli.session import Session
from ocop_cli.store.packaged import load_cycle
from ocop_cli.usecases.summaries import load_summaries


def list_dossiers(
    session: Session,
    text: Annotated[str, typer.Argument(help="Chữ cần tìm, có dấu hay không đều được.")] = "",
    stage: Annotated[str, typer.Option("--stage", help="Trạng thái, ví dụ “đang hoàn thiện hồ sơ”.")] = "",
    track: Annotated[str, typer.Option("--track", help="Sản phẩm mới, hiện có hoặc nâng hạng.")] = "",
    group: Annotated[str, typer.Option("--group", help="Ngành hàng, ví dụ “đồ uống”.")] = "",
    product_set: Annotated[int | None, typer.Option("--set", help="Bộ sản phẩm.")] = None,
    star: Annotated[int | None, typer.Option("--star", help="Hạng sao.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Năm tham gia.")] = None,
) -> int:
    """List dossiers, narrowed by what is asked."""
    at, on = given_choice(stage, _stages(), "--stage"), given_choice(track, words(Track), "--track")
    wanted = Filter(text, at, on, group, product_set, star, year)
    rows = [
        row
        for row in load_summaries(session.sources, session.sources.leave_out, session.rulebook, session.today)
        if wanted.keeps(row)
    ]
    if session.options.json:
        session.json("ocop/list@1", {"items": [item_json(row) for row in rows]})
    elif not rows:
        session.say("Không có hồ sơ nào khớp. Nhận hồ sơ mới: `ocop register`")
    else:
        session.show_table(listing(rows, _stages()))
        session.say(f"{len(rows)} hồ sơ.")
    return 0


def _stages() -> dict[str, str]:
    return {stage.id: stage.name for stage in load_cycle().stages.values()}
