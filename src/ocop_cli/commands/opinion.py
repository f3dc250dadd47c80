"""``ocop meeting reply``: note what a unit says of a dossier."""

from collections.abc import Mapping
from typing import Annotated

import typer

from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.evaluation.opinions import OpinionGiven
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.session.typed.units import guest_units, known_unit
from ocop_cli.store.programme.meetings import usable_meeting
from ocop_cli.usecases.council.opinion import (
    CONTENTS,
    check_opinion,
    content_of,
    note_opinions,
    opinion_day,
    past_opinions,
)

_TOO_LATE = "ý kiến lấy trước khi xã lập báo cáo; ý kiến mới thì có văn bản gửi cấp tỉnh"


def reply(
    session: Session,
    meeting: Annotated[str, typer.Argument(help="Mã cuộc họp.")],
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ được góp ý.")],
    unit: Annotated[str | None, typer.Option("--unit", help="Đơn vị cho ý kiến.")] = None,
    content: Annotated[
        str | None, typer.Option("--content", help="Nội dung; bỏ trống nếu ý kiến chung.")
    ] = None,
    stance: Annotated[
        str | None,
        typer.Option("--stance", help="Nhất trí, đề nghị chỉnh sửa hoặc không nhất trí."),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="Ý kiến.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người cho ý kiến: “Họ và tên, chức vụ”.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="Ngày cho ý kiến; bỏ trống: ngày họp, chưa họp thì hôm nay.")
    ] = None,
) -> int:
    """Note the opinion of a unit in the dossier."""
    held, file = usable_meeting(session.sources, meeting), session.dossier(dossier)
    units = guest_units(session, held.record)
    named = known_unit(session, unit, units) if unit else unit
    answer = OpinionGiven(
        unit=_unit(session, named, units),
        content=_content(session, content),
        stance=session.ask("Ý kiến", option="--stance", given=stance, choices=words(Stance)),
        text=session.ask("Lời ý kiến (Enter: không ghi)", option="--text", given=text, optional=True) or None,
        by=session.ask("Người cho ý kiến (Enter: không ghi)", option="--by", given=by, optional=True) or None,
        on=opinion_day(on, held.record, session.today),
    )
    check_opinion(answer, meeting, file)
    confirm(session, past_opinions([file]), "Vẫn ghi?", _TOO_LATE)
    changes = [note_opinions(file, meeting, [answer])]
    following = "invite" if held.record.called_off else f"hold {meeting}"
    session.write(changes, f"ý kiến về {file.id}", f"`ocop meeting {following}`")
    return 0


def _unit(session: Session, given: str | None, units: Mapping[str, str]) -> str:
    """Ask for a unit, by its name or the code that the commune has for it."""
    names = {code or name: name for name, code in units.items()}
    if len(names) < len(units):  # two of one code: by their names alone
        names = {name: name for name in units}
    answer = session.ask("Đơn vị", option="--unit", given=given, choices=names)
    return names[answer]


def _content(session: Session, given: str | None) -> str | None:
    """Return the content that an opinion is about, or ``None`` for one about the whole dossier."""
    if given is None and not session.can_ask:
        return None
    return content_of(session.ask("Nội dung", option="--content", given=given, choices=CONTENTS))
