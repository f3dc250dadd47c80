"""Score sheets in a dossier's file: only what changed is written."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import CriterionChoice, ScoreSheet
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of


def sheet_change(file: DossierFile, before: ScoreSheet, after: ScoreSheet, on: date) -> Change:
    """Return the change that writes a filled sheet into the dossier's file."""
    return sheets_change(file, [(before, after)], on)


def sheets_change(file: DossierFile, pairs: Iterable[tuple[ScoreSheet, ScoreSheet]], on: date) -> Change:
    """Return the change that writes several sheets, each as it was and as it was filled, into the dossier's file."""
    edits = [edit for before, after in pairs for edit in sheet_edits(file.dossier, before, after, on)]
    return change_of(file.source, edits)


def sheet_edits(dossier: Dossier, before: ScoreSheet, after: ScoreSheet, on: date) -> Iterator[Edit]:
    """Yield what turns a sheet of a dossier, new or there already, into what was filled in on a day."""
    if before == after:
        return
    if before not in dossier.scores:
        yield Append(("scores",), _sheet_record(after, on))
        return
    number = dossier.scores.index(before)
    yield Set(("scores", number, "on"), on)
    if before.abstains and not after.abstains:
        yield Remove(("scores", number, "abstains"))
    for position, choice in enumerate(after.choices):
        known = before.choices[position] if position < len(before.choices) else None
        if known is None:
            yield Append(("scores", number, "choices"), _choice_record(choice))
        elif known != choice:
            yield from _changed(("scores", number, "choices", position), known, choice)


def _changed(path: tuple[str | int, ...], before: CriterionChoice, after: CriterionChoice) -> Iterator[Edit]:
    old, new = _choice_record(before), _choice_record(after)
    for key, value in new.items():
        if old.get(key) != value:
            yield Set((*path, key), value)
    yield from (Remove((*path, key)) for key in old if key not in new)


def _sheet_record(sheet: ScoreSheet, on: date) -> dict[str, Any]:
    record: dict[str, Any] = {"scorer": sheet.scorer.value}
    record |= {"by": sheet.by} if sheet.by else {}
    record |= {"round": sheet.round} if sheet.round > 1 else {}
    record |= {"on": on, "decision": sheet.decision}
    record |= {"abstains": True} if sheet.abstains else {}
    return record | {"choices": [_choice_record(choice) for choice in sheet.choices]}


def _choice_record(choice: CriterionChoice) -> dict[str, Any]:
    record: dict[str, Any] = {"criterion": choice.criterion, "option": choice.option}
    record |= {"reason": choice.reason} if choice.reason else {}
    record |= {"evidence": list(choice.evidence)} if choice.evidence else {}
    return record | ({"review": True} if choice.review else {})
