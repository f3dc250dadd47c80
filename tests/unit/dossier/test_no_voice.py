"""Nobody speaks for another person: what a record or a question leaves out says nothing by itself (A2)."""

import ast
from collections.abc import Iterator
from typing import get_args

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.viet.fields import Record
from support.command_lines import VERBS, options_of
from support.source import FILES, tree_of

SAID_WITHOUT_A_WORD = {
    "CriterionChoice.review": "not copied unless it is said",
    "EarlierRound.kind": "first registered, as every product once is",
    "Material.origin": "unknown: that nothing was said",
    "Meeting.held": "not held until somebody says so",
    "Meeting.kind": "the one kind there is",
    "Move.kind": "the way forward; a return and an end say so",
    "Registration.kind": "first registered, as every product once is",
    "ScoreSheet.abstains": "no: a sheet is there to be scored on",
    "ScoreSheet.round": "the first",
}
"""Fields that mean something when they are left out, each with the reason why that speaks for nobody."""
SPOKEN = ("meeting reply", "meeting hold", "visit", "inspect", "evaluate", "result")
"""The verbs that take down what people said, saw or decided."""


def records(model: type[Record], seen: dict[str, type[Record]]) -> dict[str, type[Record]]:
    if model.__name__ not in seen:
        seen[model.__name__] = model
        for info in model.model_fields.values():
            for part in parts(info.annotation):
                if isinstance(part, type) and issubclass(part, Record):
                    records(part, seen)
    return seen


def parts(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def test_no_field_that_is_left_out_says_something() -> None:
    seen: dict[str, type[Record]] = {}
    for model in (Dossier, PrivateData, ProducerRecord, Meeting, Inspection, DocumentRecord):
        records(model, seen)
    assert {"Opinion", "Participant", "SiteCheck"} <= seen.keys()
    telling = {
        f"{name}.{field}"
        for name, model in seen.items()
        for field, info in model.model_fields.items()
        if field != "format"
        and not info.is_required()
        and info.get_default(call_default_factory=True) not in (None, (), {})
    }
    assert telling == SAID_WITHOUT_A_WORD.keys()


def test_no_question_offers_an_answer_for_another_person() -> None:
    """Of these verbs only the day of the act has an answer that Enter takes: today; ``--place`` is that of ``init``."""
    spoken = {option.word for each in VERBS if each.name in SPOKEN for option in options_of(each.verb)}
    assert "--stance" in spoken
    calls = [node for file in FILES for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call)]
    asked = [call for call in calls if getattr(call.func, "attr", "") == "ask"]
    given = [{keyword.arg: keyword.value for keyword in call.keywords} for call in asked]
    options = [
        ast.unparse(words["option"]).strip("'") for words in given if {"default", "option"} <= words.keys()
    ]
    assert spoken & {*options} <= {"--on", "--place"}
