"""The mark of the facts that a conclusion rests on: when they change, the conclusion must be seen again."""

import hashlib
import json
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.conclusions import ContentConclusion
from ocop_cli.dossier.model import Dossier

_LENGTH = 16  # 64 bits: no two states of a commune's dossiers meet by chance


def facts_hash(dossier: Dossier, content: CommuneContent) -> str:
    """Return a short SHA-256 of exactly the facts that decide a content, independent of order and layout."""
    canonical = json.dumps(
        _facts(dossier, content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()[:_LENGTH]


def stale_conclusions(dossier: Dossier) -> list[ContentConclusion]:
    """Return the conclusions whose facts have changed since they were drawn (“cần xem lại”)."""
    if dossier.evaluation is None:
        return []
    return [c for c in dossier.evaluation.contents if c.facts != facts_hash(dossier, c.content)]


def _facts(dossier: Dossier, content: CommuneContent) -> dict[str, Any]:
    whole = dossier.model_dump(mode="json", include={"product", "materials", "labour", "idea", "identity"})
    part = {
        CommuneContent.LOCAL_ORIGIN: "materials",
        CommuneContent.LOCAL_LABOUR: "labour",
        CommuneContent.IDEA_ORIGIN: "idea",
        CommuneContent.LOCAL_IDENTITY: "identity",
    }[content]
    return {"set": whole["product"]["set"], part: whole[part]}
