"""What everybody may see of a producer and a product: no person's name, own words only where the producer agreed."""

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import ProducerKind, word
from ocop_cli.reports.summary import Summary
from ocop_cli.viet.personal import masked


def is_person(kind: ProducerKind | None) -> bool:
    """Say whether the name of a producer is, or may be, that of a person: a household, or a kind that nobody recorded."""
    return kind in {None, ProducerKind.HOUSEHOLD}


def public_producer(row: Summary) -> str:
    """Return what a producer is called in public; a household by its kind, empty where even that is not known."""
    if is_person(row.producer_kind):
        return word(row.producer_kind) if row.producer_kind else ""
    return masked(row.producer)


def public_story(dossier: Dossier) -> str:
    """Return the story of a product where its producer agreed that it is shown, else nothing."""
    if not dossier.product.public or dossier.identity is None:
        return ""
    return masked(dossier.identity.story or "")
