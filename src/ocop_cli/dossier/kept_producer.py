"""The facts of a shared producer as an act used them: a later change of its record changes nothing that was concluded."""

from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import Producer, SharedProducer
from ocop_cli.dossier.stage import Stages, stage_of


def facts_to_keep(dossier: Dossier) -> dict[str, Any] | None:
    """Return what is kept of the producer with an act; ``None`` where the dossier itself holds the producer."""
    producer = dossier.producer
    if not isinstance(producer, SharedProducer):
        return None
    return producer.model_dump(include=set(Producer.model_fields), exclude_none=True)


def as_concluded(dossier: Dossier, stages: Stages) -> Dossier:
    """Return a dossier that the commune has evaluated with its shared producer as it was then.

    Until the evaluation, and again when the dossier is prepared or received anew, the record itself holds.
    """
    stage, producer = stage_of(stages, dossier.stage), dossier.producer
    if stage.before_filing or stage.filing or not isinstance(producer, SharedProducer):
        return dossier
    kept = _latest(dossier)
    if kept is None:
        return dossier
    then = producer.model_copy(update={name: getattr(kept, name) for name in Producer.model_fields})
    return dossier.model_copy(update={"producer": then})


def _latest(dossier: Dossier) -> Producer | None:
    """Return what was kept last: at the sending, else at the evaluation, else at the receipt."""
    kept = [(move.on, move.producer) for move in dossier.moves if move.producer]
    if dossier.evaluation and dossier.evaluation.producer:
        kept.append((dossier.evaluation.on, dossier.evaluation.producer))
    return max(enumerate(kept), key=lambda pair: (pair[1][0], pair[0]))[1][1] if kept else None
