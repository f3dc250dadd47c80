"""Values of files are shown in words: no code of the data reaches a screen."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from ocop_cli.programme.log_entry import YearLog
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.value_words import FileValues, list_words
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.viet.field_titles import found_in


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def lists_in(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[StrEnum]]:
    if model in seen:
        return
    seen.add(model)
    for field in model.model_fields.values():
        if found := found_in(field.annotation, StrEnum):
            yield found
        for inner in models_in(field.annotation):
            yield from lists_in(inner, seen)


def test_every_code_of_every_list_in_a_data_file_has_words() -> None:
    seen: set[type[BaseModel]] = set()
    lists = {each for place in DATA_PLACES for each in lists_in(place.model, seen)}
    assert len(lists) > 10
    assert {kind: set(map(str, kind)) - set(list_words(kind)) for kind in lists} == {
        kind: set() for kind in lists
    }


def test_a_kind_of_act_is_shown_by_its_name() -> None:
    values = FileValues(Path(), YearLog, {})
    shown = {kind: values.words_of(("activities", "0", "kind"), kind) for kind in load_log_kinds().kinds}
    assert shown == {kind.id: kind.name for kind in load_log_kinds().kinds.values()}
    assert values.words_of(("activities", "0", "channel"), "social") == "mạng xã hội"
