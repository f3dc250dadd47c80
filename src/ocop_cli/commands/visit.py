"""``ocop visit``: record a check at the producer's place, before a report may speak of one."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.programme.convening import read_person
from ocop_cli.session import Session
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.viet.typed_day import read_act_day


def visit(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    by: Annotated[
        list[str] | None, typer.Option("--by", help="Người kiểm tra: “Họ và tên, chức vụ”; ghi nhiều lần.")
    ] = None,
    seen: Annotated[str | None, typer.Option("--seen", help="Đã thấy gì tại cơ sở.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày kiểm tra; bỏ trống: hôm nay.")] = None,
) -> int:
    """Record who checked what on the spot, and when."""
    file = session.dossier(dossier)
    asked, check_person = "Người kiểm tra (họ và tên, chức vụ)", partial(read_person, option="Người kiểm tra")
    people = by or [session.ask(asked, option="--by", check=check_person)]
    for person in people:
        read_person(person, "--by")
    check = {
        "on": read_act_day(on, session.today) or session.today,
        "by": people,
        "seen": session.ask("Đã thấy gì tại cơ sở", option="--seen", given=seen),
    }
    change = change_of(file.source, [Append(("site_checks",), check)])
    session.write([change], f"kiểm tra thực tế {file.id}", f"`ocop evaluate {file.id}`")
    return 0
