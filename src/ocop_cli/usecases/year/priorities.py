"""What the plan prefers in each product, as it was logged."""

from ocop_cli.store.programme.year_log import gather_log
from ocop_cli.store.reading.gaps import GapTaker
from ocop_cli.store.reading.sources import Sources
from ocop_cli.workflow.selection import NONE_GIVEN


def priorities(sources: Sources, take: GapTaker) -> dict[str, str]:
    """Return the preferences of products by the ids of their dossiers, in words; ``take`` is given rows that cannot be read."""
    found: dict[str, list[str]] = {}
    for item in gather_log(sources).rest(take):
        if item.entry.priority:
            for dossier in item.entry.products:
                found.setdefault(dossier, []).append(item.entry.in_words("priority"))
    return {dossier: ", ".join(dict.fromkeys(words)) for dossier, words in found.items()}


def with_priority(reason: str, preferred: str) -> str:
    """Return the reason of a selection with what is preferred in the product."""
    if not preferred:
        return reason
    said = f"ưu tiên: {preferred}"
    return said if reason == NONE_GIVEN else f"{reason.rstrip('. ')}; {said}"
