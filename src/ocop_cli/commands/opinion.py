"""``ocop meeting reply``: note what a unit says of a dossier."""

from typing import Annotated

import typer

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.evaluation.opinions import opinion_record
from ocop_cli.session import Session
from ocop_cli.store.meetings import usable_meeting
from ocop_cli.store.yaml.edit import Append, change_of


def reply(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ được góp ý.")],
    unit: Annotated[str | None, typer.Option("--unit", help="Đơn vị cho ý kiến.")] = None,
    content: Annotated[
        str | None, typer.Option("--content", help="Nội dung; bỏ trống nếu ý kiến chung.")
    ] = None,
    stance: Annotated[str, typer.Option("--stance", help="agree, amend hoặc disagree.")] = "agree",
    text: Annotated[str | None, typer.Option("--text", help="Ý kiến.")] = None,
) -> int:
    """Note the opinion of a unit in the dossier."""
    held, file = usable_meeting(session.sources, meeting), session.dossier(dossier)
    chosen = content and session.ask("", option="--content", given=content, choices=words(CommuneContent))
    opinion = opinion_record(
        session.ask("Đơn vị", option="--unit", given=unit),
        chosen,
        session.ask("Thái độ", option="--stance", given=stance, choices=words(Stance)),
        text,
        on=held.record.on,
        meeting=meeting,
    )
    changes = [change_of(file.source, [Append(("opinions",), opinion)])]
    session.write(changes, f"ý kiến về {file.id}", f"`ocop meeting hold {meeting}`")
    return 0
