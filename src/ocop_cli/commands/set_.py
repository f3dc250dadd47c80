"""``ocop set``: state facts of a dossier by the names of their fields."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.facts.stated_json import facts_json
from ocop_cli.session.facts.stating import (
    asked_next,
    facts_of,
    facts_table,
    take_all,
    taken_lines,
    tell_resting,
)
from ocop_cli.session.facts.stating_settings import list_settings, state_of_commune
from ocop_cli.tables import table_json
from ocop_cli.usecases.commune_settings import COMMUNE
from ocop_cli.usecases.facts.taken import taken_json
from ocop_cli.viet.lists import first_of
from ocop_cli.viet.told_once import told_once


def set_(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, một phần tên sản phẩm, hoặc “xã”.")],
    facts: Annotated[list[str] | None, typer.Argument(help="“mục=giá trị”; bỏ trống để xem các mục.")] = None,
) -> int:
    """Write facts into a dossier, each shown with its old and its new value; without facts list the fields."""
    if dossier.strip().lower() == COMMUNE:
        _set_of_commune(session, facts or [])
        return 0
    file = session.dossier(dossier)
    known = facts_of(session, file)
    if not facts:
        lacking = asked_next(session, known)
        table = facts_table(known, lacking)
        if session.options.json:
            session.json(
                "ocop/fields@1", {**table_json(table), "dossier": file.id, **facts_json(known, lacking)}
            )
        session.show_table(table)
        return 0
    takings = take_all(
        session, known, told_once(map(_stated, facts), "Mục “{}”".format, lambda text: text or "(xóa)")
    )
    for line in taken_lines(takings):
        session.say(line)
    tell_resting(session, known, takings)
    names = first_of([row.field.typed_as for row in takings.rows if row.field])
    session.write(takings.changes, f"ghi {names} của {file.id}", f"`ocop next {file.id}`")
    if session.options.json:
        session.json("ocop/set@1", {"dossier": file.id, "facts": [taken_json(row) for row in takings.rows]})
    return 0


def _set_of_commune(session: Session, facts: list[str]) -> None:
    if facts:
        state_of_commune(session, [*map(_stated, facts)])
    else:
        list_settings(session)


def _stated(fact: str) -> tuple[str, str | None]:
    """Split “mục=giá trị”; nothing after the sign clears the field."""
    name, sign, text = fact.partition("=")
    if not sign or not name.strip():
        raise OcopError(
            f"“{fact}” thiếu dấu =.", "Ghi “mục=giá trị”, ví dụ: “lao động trong xã=9”.", exit_code=MISUSE
        )
    return name.strip(), text if text.strip() else None
