"""Which facts of a dossier are asked for: those that its next step lacks, some parts of it, or all of them."""

from collections.abc import Iterable, Iterator, Sequence

from ocop_cli.dossier.field_map import Field
from ocop_cli.dossier.field_names import Named, field_named, fields_within
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.viet.text import fold


def facts_asked(facts: DossierFacts, asks: Iterable[str]) -> list[Named]:
    """Return the fields of addresses that concern the dossier, in the order of the map, with what must stand beside them."""
    asked = [named for address in asks for named in fields_within(facts.fields, address)]
    wanted = {(named.field.path, named.row): named for named in asked if named.field}
    for named in [*wanted.values()]:
        for beside in _needed_with(facts, named):
            wanted.setdefault((beside.path, named.row), Named(beside, named.row))
    order = [field.path for field in facts.fields]
    concerned = [each for each in wanted.values() if each.field and facts.is_asked(each.field)]
    return sorted(concerned, key=lambda each: (order.index(each.field.path) if each.field else 0, each.row))


def facts_named(facts: DossierFacts, names: Sequence[str]) -> list[Named]:
    """Return the fields that people name, by a heading or by a field. Raises ``OcopError`` (misuse) for a name of neither."""
    return facts_asked(facts, [path for name in names for path in _paths(facts, name)])


def _paths(facts: DossierFacts, name: str) -> list[str]:
    group = next((group for group in facts.fields.groups if fold(group.title) == fold(name)), None)
    if group is not None:
        return [field.path for field in facts.fields.of(group)]
    named = field_named(facts.fields, name)
    if named.field is None:
        titles = "; ".join(group.title.lower() for group in facts.fields.groups)
        raise OcopError(f"Không có phần hay mục nào tên “{name}”.", f"Các phần: {titles}.", exit_code=MISUSE)
    return [named.field.path if not named.row else named.field.path.replace("[]", f"[{named.row}]")]


def _needed_with(facts: DossierFacts, named: Named) -> Iterator[Field]:
    """Yield the fields without which the part that holds a field could not be read, as far as they are not there."""
    field = named.field
    if field is None or field.listed:
        return
    part = field.path.rpartition(".")[0]
    for other in facts.fields:
        if other.required and other.path.rpartition(".")[0] == part and not facts.shown(other):
            yield other
