"""``ocop docs revise``: an issued document that a later paper replaces, corrects or recalls."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.programme.document_record import REVISION_KINDS, RevisionKind
from ocop_cli.session import Session
from ocop_cli.session.typed.document import NAMING, named_document
from ocop_cli.store.papers.document_records import load_document
from ocop_cli.usecases.papers.revise import RevisionAsked, facts_differing, plan_revision, revising
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_day

_NUMBER = "Số của văn bản thay thế, đính chính hoặc thu hồi, ví dụ 41/BC-UBND"


def revise(
    session: Session,
    file: Annotated[Path, typer.Argument(help=NAMING, metavar="VĂN_BẢN")],
    value: Annotated[str | None, typer.Option("--number", help=f"{_NUMBER}.")] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="thay thế (bỏ trống là vậy), đính chính hoặc thu hồi.")
    ] = RevisionKind.REPLACED,
    reason: Annotated[
        str | None, typer.Option("--reason", help="Lý do, ví dụ sai tên người đại diện.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", help="Ngày của văn bản đó; bỏ trống: theo sổ văn bản, không có thì hôm nay."),
    ] = None,
) -> int:
    """Record that a later paper replaces, corrects or recalls a document."""
    chosen = RevisionKind(given_choice(kind, REVISION_KINDS, "--kind"))
    document = load_document(session.sources, named_document(session, file, numbered=True))
    typed = session.ask(_NUMBER, option="--number", given=value)
    number, known = revising(session.sources, document, typed, chosen, session.today.year)
    if on is None and known is None and value is None and session.can_ask:
        read = partial(read_day, option="Ngày của văn bản đó")
        on = session.ask("Ngày của văn bản đó", option="--on", default=show_date(session.today), check=read)
    day = read_day(on, "--on") if on else known or session.today
    why = session.ask("Lý do", option="--reason", given=reason)
    asked = RevisionAsked(chosen, number, day, why)
    facts = facts_differing(session.sources, document, session.rulebook, session.workspace.profile)
    change = plan_revision(document, asked, session.today, facts)
    session.write([change], f"{REVISION_KINDS[chosen]} {document.document}", "`ocop docs list`")
    return 0
