"""Before a product is taken in: is it here already, and does its set exist?"""

from collections.abc import Iterator
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.law import law_today
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.reading.skim import skim_dossiers
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import consonants, fold

_SHOWN = 3  # sets that a refusal names


def twin_words(sources: Sources, new: Dossier) -> Iterator[str]:
    """Yield what a new dossier has in common with one that is here: product and producer, or the text of its idea.

    Marks, capitals and spaces do not matter. Only files that may hold either are read.
    """
    product, idea = consonants(new.product.name.encode()), consonants(_idea(new).encode())
    near = skim_dossiers(sources.root, lambda raw: _may_be_twin(consonants(raw), product, idea))
    for file in gather_dossiers(sources, near).rest(sources.leave_out):
        other = file.dossier
        if _names(other) == _names(new) and not stage_of(load_cycle().stages, other.stage).closed:
            yield f"{other.product.name} của {other.producer.name} đã có hồ sơ {file.id}, năm {other.registration.year}"
        elif _idea(new) and _idea(other) == _idea(new):
            yield f"lời ý tưởng giống hệt hồ sơ {file.id} ({other.product.name})"


def refuse_unknown_set(new: Dossier, rulebook: Rulebook, today: date) -> None:
    """Raise ``OcopError`` (misuse), with the sets that are near, when today's decision does not have the product set."""
    number = new.product.set
    if number is None or law_today(new, rulebook, today):
        return
    decision = pick_decision(rulebook, today)
    words = set(fold(new.product.name).split())
    near = [each for each in decision.sets if words & set(fold(each.name).split())] or list(decision.sets)
    listed = "; ".join(f"{each.number} ({each.name})" for each in near[:_SHOWN])
    last = max(each.number for each in decision.sets)
    raise OcopError(
        f"--set {number}: {decision.number} chỉ có các bộ sản phẩm từ 1 đến {last}.",
        f"Có thể là: {listed}. Xem tất cả: `ocop rules show {decision.id}`.",
        exit_code=MISUSE,
    )


def _may_be_twin(text: bytes, product: bytes, idea: bytes) -> bool:
    return product in text or bool(idea and idea in text)


def _names(dossier: Dossier) -> tuple[str, str]:
    return fold(dossier.product.name), fold(dossier.producer.name)


def _idea(dossier: Dossier) -> str:
    return fold((dossier.idea.narrative or "") if dossier.idea else "")
