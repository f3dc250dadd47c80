"""What must be present before a move: one question for each need of the cycle."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.rules.decision import Ruleset


class MoveRequest(NamedTuple):
    """A dossier that wants to move, the reasons given, and the law for it where its product set is known.

    ``brings`` names the needs that the act itself meets: an evaluation, a submission, a result. ``document`` is the
    paper that comes with the move.
    """

    dossier: Dossier
    reasons: Sequence[str] = ()
    ruleset: Ruleset | None = None
    brings: frozenset[str] = frozenset()
    document: str | None = None


def is_met(need: str, request: MoveRequest) -> bool:
    """Say whether a need is met. Raises ``KeyError`` for a need that the code does not know."""
    return need in request.brings or _QUESTIONS[need](request)


def _recognised(request: MoveRequest) -> bool:
    result = request.dossier.result
    return bool(result and result.recognised)


def _not_recognised(request: MoveRequest) -> bool:
    result = request.dossier.result
    return bool(result and not result.recognised)


_QUESTIONS: dict[str, Callable[[MoveRequest], bool]] = {
    "idea_narrative": lambda r: bool(r.dossier.idea and r.dossier.idea.narrative),
    "reasons": lambda r: bool(r.reasons) and all(reason.strip() for reason in r.reasons),
    "product_set": lambda r: r.dossier.product.set is not None,
    "business_plan": lambda r: bool(r.dossier.business and r.dossier.business.plan),
    "law": lambda r: r.ruleset is not None,
    "evaluation": lambda r: r.dossier.evaluation is not None,
    "submission": lambda r: r.dossier.submission is not None,
    "letter": lambda r: bool(r.document),
    "recognised": _recognised,
    "not_recognised": _not_recognised,
    "revoked": lambda r: bool(r.dossier.result and r.dossier.result.revoked),
    "renewed_registration": lambda r: r.dossier.registration.kind is not RegistrationKind.FIRST,
}

KNOWN_NEEDS = frozenset(_QUESTIONS)
