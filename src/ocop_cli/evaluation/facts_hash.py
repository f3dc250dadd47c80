"""The mark of the facts that a conclusion rests on: when they change, the conclusion must be seen again."""

import hashlib
import json
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.conclusions import ContentConclusion, EvaluationRecord
from ocop_cli.dossier.model import Dossier

_LENGTH = 16  # 64 bits: no two states of a commune's dossiers meet by chance


_PARTS = {
    CommuneContent.LOCAL_ORIGIN: "materials",
    CommuneContent.LOCAL_LABOUR: "labour",
    CommuneContent.IDEA_ORIGIN: "idea",
    CommuneContent.LOCAL_IDENTITY: "identity",
}


_OF_THE_COMMUNE = {
    "format", "registration", "scores", "site_checks", "opinions", "hearings", "evaluation", "submission", "results", "history",
}  # fmt: skip


def facts_hashes(dossier: Dossier) -> dict[CommuneContent, str]:
    """Return for each content a short SHA-256 of exactly the facts that decide it, independent of order and layout."""
    whole = dossier.model_dump(
        mode="json", include={"product": {"set"}, **dict.fromkeys(_PARTS.values(), True)}
    )
    return {
        content: _hash({"set": whole["product"]["set"], part: whole[part]})
        for content, part in _PARTS.items()
    }


def whole_hash(dossier: Dossier) -> str:
    """Return a short SHA-256 of what a producer hands in: the dossier without what the commune writes into it."""
    return _hash(dossier.model_dump(mode="json", by_alias=True, exclude=_OF_THE_COMMUNE))


def stale_conclusions(dossier: Dossier) -> list[ContentConclusion]:
    """Return the conclusions whose facts have changed since they were drawn (“cần xem lại”).

    None once the province has decided on them: what is recorded after that is of today and changes no conclusion.
    """
    if dossier.evaluation is None or _is_decided(dossier, dossier.evaluation):
        return []
    now = facts_hashes(dossier)
    return [
        conclusion
        for conclusion in dossier.evaluation.contents
        if conclusion.facts != now[conclusion.content]
    ]


def _is_decided(dossier: Dossier, record: EvaluationRecord) -> bool:
    standing = (result for result in dossier.results if not result.corrected)
    return any(record.on is not None and result.on >= record.on for result in standing)


def _hash(facts: dict[str, Any]) -> str:
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]
