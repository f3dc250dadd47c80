"""The field map: every fact that a person states, with what it is called, an example, its source and its question.

The data stand in ``dossier/data/fields.yaml``; the Vietnamese name, the meaning and the type of a field are those of its
model. A path names a field for everyone: ``labour.total``, ``materials[].share``, ``producer.representative.name`` (in the
dossier or in the record it names), ``private.phone``.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, get_args

from pydantic.fields import FieldInfo

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.dossier.vocabulary import words
from ocop_cli.viet.field_titles import field_in, found_in
from ocop_cli.viet.fields import PARAGRAPHS, Day, NameOf, Record, YesNo
from ocop_cli.viet.leaves import marks_of
from ocop_cli.viet.number_fields import Growth, Money, Percent, Year
from ocop_cli.viet.text import fold, lower_first, upper_first

PRODUCER, PRIVATE = "producer", "private"
_MODELS: dict[str, type[Record]] = {PRODUCER: ProducerRecord, PRIVATE: PrivateData}


class FieldKind(StrEnum):
    """What a field takes, as people see it: one kind of box on a form, of cell in a sheet, of question."""

    LINE = "line"
    PROSE = "prose"
    COUNT = "count"
    YEAR = "year"
    MONEY = "money"
    PERCENT = "percent"
    GROWTH = "growth"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CODES = "codes"  # ids of papers of the dossier, several of them


_CHOSEN_FROM_LAW = ("product.set", ".choice.option")  # what can be chosen, the decision says
_KINDS: tuple[tuple[FieldKind, Any], ...] = (
    (FieldKind.YEAR, Year),
    (FieldKind.MONEY, Money),
    (FieldKind.PERCENT, Percent),
    (FieldKind.GROWTH, Growth),
    (FieldKind.DAY, Day),
    (FieldKind.YES_NO, YesNo),
)


class Group(NamedTuple):
    """Fields that are asked together under one heading. ``path`` is that of a table: ``materials``; ``row`` names one row
    of it, and ``key`` is the path of the field that tells its rows apart.
    """

    title: str
    path: str = ""
    row: str = ""
    key: str = ""


class Field(NamedTuple):
    """One fact that a person states.

    ``name`` is the Vietnamese name, one in the whole map; ``short`` names are how people type it. ``listed`` is the path of the table that the field is a column of. ``owner`` is the
    model whose field it is. ``only`` names the kinds of registration that are asked it; empty: every one.
    ``rest`` is the path of the field that takes what follows a comma: a title after a name.
    """

    path: str
    name: str
    meaning: str
    short: tuple[str, ...]
    example: str
    source: str
    question: str
    group: Group
    headings: tuple[str, ...]
    kind: FieldKind
    listed: str
    required: bool
    owner: type[Record]
    only: tuple[str, ...] = ()
    rest: str = ""

    @property
    def typed_as(self) -> str:
        """The name to type in a command: the first short one."""
        return self.short[0]

    @property
    def model(self) -> type[Record]:
        """The model of the file that holds the field."""
        return _model(self.path)

    @property
    def steps(self) -> tuple[str, ...]:
        """The names on the way to the field in its file, without the rows of its table."""
        parts = self.path.replace("[]", "").split(".")
        return tuple(parts[1:] if parts[0] in _MODELS else parts)

    @property
    def key(self) -> str:
        """The name of the field in its model."""
        return self.steps[-1]

    @property
    def info(self) -> FieldInfo:
        """What the model says of the field."""
        return self.owner.model_fields[self.key]

    @property
    def choices(self) -> Mapping[str, str]:
        """The codes of a closed list with their words; empty for any other field."""
        enum = found_in(self.info.annotation, StrEnum)
        return words(enum) if enum else {}

    @property
    def title(self) -> str:
        """What the field is called among those that stand with it."""
        return self.info.title or self.key

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the field is called by people, in lower case at its head."""
        return tuple(dict.fromkeys((*self.short, lower_first(self.name))))


class FieldMap:
    """Every field in the order of asking, and what no person states."""

    def __init__(
        self,
        fields: tuple[Field, ...],
        written: Mapping[str, str],
        unasked: tuple[str, ...],
        register: tuple[str, ...],
    ) -> None:
        self.fields = fields
        self.register = register
        """The paths of what a register shows of each product, in its order."""
        self.written = written
        """What only a verb writes: path → verb."""
        self.unasked = unasked
        """What a file may hold and nobody is asked."""

    @cached_property
    def _by_path(self) -> dict[str, Field]:
        return {field.path: field for field in self.fields}

    @cached_property
    def folded_names(self) -> tuple[tuple[str, Field], ...]:
        """Everything that a field is called, folded, with the field, in the order of the fields."""
        return tuple((fold(name), field) for field in self.fields for name in field.names)

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def __getitem__(self, path: str) -> Field:
        """Return the field of a path. Raises ``KeyError``."""
        return self._by_path[path]

    def __contains__(self, path: str) -> bool:
        return path in self._by_path

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups in the order of asking."""
        return tuple(dict.fromkeys(field.group for field in self.fields))

    def verb_for(self, words: str) -> str:
        """Return the verb that writes what no person states, by its path or title; empty for anything else."""
        meant = fold(words)
        titles = {fold(_info(path)[1].title or path): verb for path, verb in self.written.items()}
        return self.written.get(words) or titles.get(meant, "")

    def of(self, group: Group) -> tuple[Field, ...]:
        """Return the fields of a group."""
        return tuple(field for field in self.fields if field.group == group)


def build_field_map(data: Mapping[str, Any]) -> FieldMap:
    """Build the map from its data: ``groups`` (title, fields by path; list, row and key of a table), ``written``, ``unasked``,
    ``register``.
    """
    groups = [(_group(each), each["fields"]) for each in data["groups"]]
    titles = [_info(path)[1].title for _, fields in groups for path in fields]
    twice = {title for title in titles if titles.count(title) > 1}
    fields = (_field(path, said, group, twice) for group, held in groups for path, said in held.items())
    return FieldMap(tuple(fields), data["written"], tuple(data["unasked"]), tuple(data["register"]))


def _group(said: Mapping[str, Any]) -> Group:
    path = said.get("list", "")
    return Group(said["title"], path, said.get("row", ""), f"{path}[].{said['key']}" if path else "")


def _field(path: str, said: Mapping[str, Any], group: Group, twice: set[str | None]) -> Field:
    (owner, info), short = _info(path), tuple(said["short"])
    title = info.title or path
    return Field(
        path=path,
        name=upper_first(short[0]) if title in twice else title,
        meaning=info.description or "",
        short=short,
        example=said["example"],
        source=said["source"],
        question=said["ask"],
        group=group,
        headings=tuple(said.get("headings", ())),
        kind=_kind(path, info),
        listed=group.path,
        required=info.is_required(),
        owner=owner,
        only=tuple(said.get("only", ())),
        rest=said.get("rest", ""),
    )


def _kind(path: str, info: FieldInfo) -> FieldKind:
    if found_in(info.annotation, StrEnum) or path.endswith(_CHOSEN_FROM_LAW):
        return FieldKind.CHOICE
    marks = (*info.metadata, *marks_of(info.annotation))
    found = next((kind for kind, alias in _KINDS if get_args(alias)[1] in marks), None)
    if found or found_in(info.annotation, int):
        return found or FieldKind.COUNT
    if info.default == ():
        return FieldKind.CODES
    if any(isinstance(mark, NameOf) for mark in marks):
        return FieldKind.CHOICE
    return FieldKind.PROSE if PARAGRAPHS in marks else FieldKind.LINE


def _model(path: str) -> type[Record]:
    return _MODELS.get(path.partition(".")[0], Dossier)


def _info(path: str) -> tuple[type[Record], FieldInfo]:
    """Return the model that a path leads to and what it says of its last step. Raises ``KeyError`` for an unknown path."""
    steps = path.replace("[]", "").split(".")
    following: Any = _model(path)
    for step in steps[1:] if steps[0] in _MODELS else steps:
        owner, info = following, field_in(following, step)
        if info is None:
            raise KeyError(path)
        following = found_in(info.annotation, Record)
    return owner, info
