"""``ocop rules wording``: the decision's own words for its levels, taken out of its text."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.rules.pick import force_decision
from ocop_cli.rules.wording import held_words
from ocop_cli.rules.wording_words import coverage_table, unplaced_table, wording_json
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.usecases.wording import take_words, wording_change


def wording(
    session: Session,
    decision: Annotated[str, typer.Argument(help="Mã quyết định; xem `ocop rules list`.")],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="TỆP", help="Văn bản quyết định: .docx, .html hoặc .pdf. Bỏ trống: xem đã có gì."
        ),
    ] = None,
) -> int:
    """Show what is there of the words, or take them out of a file."""
    text = force_decision(session.rulebook, decision, session.today)
    if file is None:
        content, placed, doubt = b"", held_words(text), ""
    else:
        content, placed, doubt = take_words(text, file)
    if session.options.json:
        session.json("ocop/wording@1", wording_json(text, placed))
        return 0
    session.show_table(coverage_table(text, placed, f"Nguyên văn các mức — {text.cite}"))
    unplaced = unplaced_table(placed)
    if file is None:
        if unplaced:
            session.say(f"Lấy từ văn bản của quyết định: `ocop rules wording {decision} TỆP`")
        return 0
    if unplaced:
        session.show_table(unplaced)
    change = wording_change(session.root, text, file, content, placed, session.today)
    if not session.options.dry_run:
        doubts = [*([doubt] if doubt else []), f"sẽ ghi nguyên văn như bảng trên vào {change.path}"]
        confirm(session, doubts, "Ghi?", "xem kỹ bảng trên")
    session.write(
        [change], f"lấy nguyên văn {text.number}", f"`ocop rules check`, rồi `ocop rules show {decision} 1`"
    )
    return 0
