"""Ask which product set of today's decision a product belongs to."""

from functools import partial

from ocop_cli.console import given_choice
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session


def asked_set(session: Session) -> int | None:
    """Ask for the number or the name of a product set; ``None`` where it comes later, or nobody can be asked."""
    if not session.can_ask:
        return None
    sets = {str(each.number): each.name for each in pick_decision(session.rulebook, session.today).sets}
    meant = partial(given_choice, choices=sets, option="Bộ sản phẩm")
    question = "Bộ sản phẩm: số hoặc tên (Enter: bổ sung sau)"
    answer = session.ask(question, option="--set", check=meant, optional=True)
    return int(meant(answer)) if answer else None
