"""``ocop visit``: record a check at the producer's place, before a report may speak of one."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.console import given_choice
from ocop_cli.dossier.vocabulary import words
from ocop_cli.programme.convening import read_person
from ocop_cli.session import Session
from ocop_cli.store.yaml.edit import Append, change_of
from ocop_cli.viet.typed_day import read_act_day

Many = list[str] | None
_NONE = "khác"
_CONTENTS = {**words(CommuneContent), _NONE: "việc khác, ngoài bốn nội dung"}


def visit(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    by: Annotated[
        Many, typer.Option("--by", help="Người kiểm tra: “Họ và tên, chức vụ”; ghi nhiều lần.")
    ] = None,
    seen: Annotated[str | None, typer.Option("--seen", help="Đã thấy gì tại cơ sở.")] = None,
    content: Annotated[
        Many, typer.Option("--content", help="Nội dung đã xem tại cơ sở; ghi nhiều lần.")
    ] = None,
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
        "contents": _contents(session, content),
    }
    change = change_of(file.source, [Append(("site_checks",), check)])
    session.write([change], f"kiểm tra thực tế {file.id}", f"`ocop evaluate {file.id}`")
    return 0


def _contents(session: Session, given: Many) -> list[str] | None:
    """Return the contents that were looked at: only of these the report may say so. One is asked for at least."""
    chosen = [given_choice(text, _CONTENTS, "--content") for text in given or ()]
    question, option = "Nội dung đã xem tại cơ sở", "--content"
    chosen = chosen or [session.ask(question, option=option, choices=_CONTENTS)]
    while given is None and session.can_ask and chosen[-1] not in ("", _NONE):
        left = {content: said for content, said in words(CommuneContent).items() if content not in chosen}
        if not left:
            break
        more = f"{question}, thứ {len(chosen) + 1} (Enter: hết)"
        chosen.append(session.ask(more, option=option, choices=left, optional=True))
    seen = [content for content in words(CommuneContent) if content in chosen]
    return seen or None
