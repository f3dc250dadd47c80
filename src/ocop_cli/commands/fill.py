"""``ocop fill``: an interview that asks for the facts that a dossier lacks."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.facts.filling import ask_facts
from ocop_cli.session.facts.stated_json import question_json
from ocop_cli.session.facts.stating import (
    asked_next,
    facts_of,
    questions_table,
    taken_lines,
    tell_resting,
    unusable_lines,
)
from ocop_cli.tables import table_json
from ocop_cli.usecases.facts.lacking_facts import facts_asked, facts_named
from ocop_cli.usecases.facts.take import take


def fill(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    parts: Annotated[
        list[str] | None, typer.Argument(help="Phần hoặc mục cần hỏi; bỏ trống: mục mà bước sau còn thiếu.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Hỏi mọi mục của hồ sơ.")] = False,
) -> int:
    """Ask for what the next step lacks, for some parts or for everything; write what was answered."""
    file = session.dossier(dossier)
    facts = facts_of(session, file)
    if parts:
        wanted = facts_named(facts, parts)
    elif every:
        wanted = facts_asked(facts, [field.path for field in facts.fields])
    else:
        wanted = asked_next(session, facts)
    if not wanted:
        session.say(f"Bước sau không còn thiếu số liệu nào. Xem, điền mọi mục: `ocop fill {file.id} --all`")
        return 0
    if not session.can_ask:
        table = questions_table(facts, wanted)
        if session.options.json:
            asked = [question_json(facts, each) for each in wanted]
            session.json("ocop/questions@1", {**table_json(table), "dossier": file.id, "questions": asked})
        session.show_table(table)
        return 0
    takings = take(facts, ask_facts(session, facts, wanted))
    for line in (*taken_lines(takings), *unusable_lines(takings)):
        session.say(line)
    tell_resting(session, facts, takings)
    session.write(takings.changes, f"điền hồ sơ {file.id}", f"`ocop next {file.id}`")
    return 0
