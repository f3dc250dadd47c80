"""Show which recognised products are the nearest to one star more."""

from ocop_cli.session import Session
from ocop_cli.store.packaged import load_effort
from ocop_cli.usecases.raise_stars import candidates, candidates_table
from ocop_cli.usecases.summaries import dossiers_as_of


def show_candidates(session: Session) -> int:
    """Show which recognised products are the nearest to one star more."""
    files = dossiers_as_of(session.sources, session.today).rest(session.sources.leave_out)
    effort = load_effort(session.workspace.profile.settings.effort)
    found = candidates(files, session.rulebook, effort, session.today)
    if session.options.json:
        items = [{**each._asdict(), "points": str(each.points)} for each in found]
        session.json("ocop/advice-list@1", {"items": items})
    session.show_table(candidates_table(found))
    session.say(
        "Xem cách của một sản phẩm: `ocop advise MÃ`" if found else "Chưa có sản phẩm được công nhận."
    )
    return 0
