"""Legal decisions as data in ``data/``: criteria, points, evidence kinds, limits; which decision applies on a day."""

from ocop_cli.rules.band import Band
from ocop_cli.rules.criterion import Basis, Criterion, Kind, Option
from ocop_cli.rules.decision import Amendment, Decision, Part, Rulebook, Ruleset, StarBand, Transition
from ocop_cli.rules.pick import (
    force,
    force_decision,
    pick_decision,
    pick_ruleset,
    resolve,
    transition_limit,
)
from ocop_cli.rules.procedure import (
    DayLimit,
    DayUnit,
    EvidenceKind,
    Form,
    MeetingRule,
    MonthDay,
    Procedure,
    ProducerRule,
    Round,
    Samples,
)
from ocop_cli.rules.product_set import (
    CriteriaGroup,
    Detection,
    Disqualification,
    ProductGroup,
    ProductSet,
)
from ocop_cli.rules.provenance import Confidence, Source, confidence_word

__all__ = [
    "Amendment",
    "Band",
    "Basis",
    "Confidence",
    "CriteriaGroup",
    "Criterion",
    "DayLimit",
    "DayUnit",
    "Decision",
    "Detection",
    "Disqualification",
    "EvidenceKind",
    "Form",
    "Kind",
    "MeetingRule",
    "MonthDay",
    "Option",
    "Part",
    "Procedure",
    "ProducerRule",
    "ProductGroup",
    "ProductSet",
    "Round",
    "Rulebook",
    "Ruleset",
    "Samples",
    "Source",
    "StarBand",
    "Transition",
    "confidence_word",
    "force",
    "force_decision",
    "pick_decision",
    "pick_ruleset",
    "resolve",
    "transition_limit",
]
