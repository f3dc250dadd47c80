"""What ``ocop set`` and ``ocop fill`` list, as data: each field with its path, how it is typed and what it holds."""

from collections.abc import Iterator, Sequence
from typing import Any

from ocop_cli.dossier.field_map import Field, Group
from ocop_cli.dossier.field_names import Named, typed_name
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.settings_named import Setting
from ocop_cli.usecases.commune_settings import shown
from ocop_cli.usecases.facts.dossier_facts import DossierFacts


def facts_json(facts: DossierFacts, lacking: Sequence[Named]) -> dict[str, Any]:
    """Return every field that concerns a dossier; ``lacking``: those that its next step needs."""
    told = [row for group in facts.fields.groups for row in _of_group(facts, group)]
    return {"fields": told, "lacking": [question_json(facts, each) for each in lacking]}


def question_json(facts: DossierFacts, named: Named) -> dict[str, Any]:
    """Return a field that is asked; a field of a table without its row is asked of every row, and holds nothing then."""
    assert named.field is not None, "only fields that were found are asked"
    row = facts.row_number(named.field.group, named.row)
    is_one = not named.field.listed or row is not None
    return {
        "field": named.field.path,
        "name": named.field.name,
        "row": named.row,
        "typed_as": typed_name(named),
        "kind": named.field.kind.value,
        "shown": facts.shown(named.field, row) if is_one else "",
    }


def setting_json(profile: Profile, setting: Setting) -> dict[str, Any]:
    """Return a setting of the commune: its place, its name as typed, what it holds, an example."""
    return {
        "field": ".".join(map(str, setting.place)),
        "name": setting.name,
        "typed_as": setting.name,
        "shown": shown(profile, setting),
        "example": setting.example,
        "listed": setting.listed,
    }


def _of_group(facts: DossierFacts, group: Group) -> Iterator[dict[str, Any]]:
    fields = [field for field in facts.fields.of(group) if facts.is_asked(field)]
    if not group.path:
        yield from (question_json(facts, Named(field, "")) for field in fields)
        return
    for number, name in enumerate(facts.rows(group)):
        yield from (_cell(facts, field, number, name) for field in fields)


def _cell(facts: DossierFacts, field: Field, number: int, name: str) -> dict[str, Any]:
    """Return a field in a row by the row's place, as two rows may bear one name."""
    return {**question_json(facts, Named(field, name)), "shown": facts.shown(field, number)}
