"""Which law holds for a dossier."""

from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision, Rulebook, Ruleset
from ocop_cli.rules.pick import force, pick_decision, pick_ruleset


def applicable_ruleset(dossier: Dossier, rulebook: Rulebook, today: date, decision: str = "") -> Ruleset:
    """Return the law under which a dossier is judged.

    A dossier that was submitted keeps the decision it was submitted under; one that the commune has received
    follows the decision in force on the day of receipt; a draft, also one that was returned, follows the decision
    in force ``today``.
    ``decision`` forces another one. Raises ``OcopError`` when the product has no set or no single law holds.
    """
    number = dossier.product.set
    if number is None:
        raise OcopError(
            f"Sản phẩm {dossier.product.name} chưa ghi bộ sản phẩm nên chưa biết áp dụng tiêu chí nào.",
            f'Ghi số của bộ: `ocop set "{dossier.product.name}" "bộ=…"`; xem các bộ: `ocop rules list`, rồi `ocop rules show MÃ`.',
            code="E001",
        )
    on = filed_on(dossier) or today
    pinned = decision or _submitted_under(dossier)
    return force(rulebook, pinned, number, on) if pinned else pick_ruleset(rulebook, number, on)


def law_if_known(dossier: Dossier, rulebook: Rulebook, today: date) -> Ruleset | None:
    """Return the law under which a dossier is judged, or ``None`` while it has no set that a decision knows."""
    try:
        return applicable_ruleset(dossier, rulebook, today)
    except OcopError:
        return None


def law_today(dossier: Dossier, rulebook: Rulebook, today: date) -> Ruleset | None:
    """Return the law that a new request for this product would fall under, or ``None`` while that is not known."""
    try:
        return pick_ruleset(rulebook, dossier.product.set or 0, today)
    except OcopError:
        return None


def decision_on(rulebook: Rulebook, day: date) -> Decision | None:
    """Return the decision by which certificates count on a day, whatever the product; ``None`` where no single one holds."""
    try:
        return pick_decision(rulebook, day)
    except OcopError:
        return None


def filed_on(dossier: Dossier) -> date | None:
    """Return the day on which the commune received the dossier for evaluation; ``None`` once it was returned.

    What was received before the product was recognised is of an earlier round.
    """
    slip, moves, renewed = dossier.registration.slip, dossier.moves, dossier.renewed_on
    received = slip.received_on if slip else None
    if received and renewed and received < renewed:
        return None
    returned = max((n for n, move in enumerate(moves) if move.kind is MoveKind.RETURN), default=None)
    if received is None or returned is None or received > moves[returned].on:
        return received
    return received if any(move.on == received for move in moves[returned + 1 :]) else None


def _submitted_under(dossier: Dossier) -> str:
    """Return the decision that a dossier was submitted under; one that came back is free of it."""
    submission, received = dossier.submission, filed_on(dossier)
    if submission is None or submission.on is None:
        return ""
    sent_on = submission.on
    came_back = any(move.kind is MoveKind.RETURN and move.on >= sent_on for move in dossier.moves)
    return "" if came_back or (received and received > sent_on) else submission.decision
