"""What a dossier states now, field by field of the map, in whichever of its three files it stands."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.field_map import PRIVATE, PRODUCER, Field, FieldKind, FieldMap, Group
from ocop_cli.dossier.product import FIRST_SEASON
from ocop_cli.dossier.value_words import value_words
from ocop_cli.findings import FieldPath, Place, value_at
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.rules.find_set import meant_set
from ocop_cli.rules.printed_form import PrintedForm
from ocop_cli.store.built_in.packaged import load_everyday_words, load_field_map
from ocop_cli.store.dossier.dossiers import DossierFile, named_producer, private_name
from ocop_cli.store.dossier.producers import producer_name
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.workspace.new_files import private_text
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.viet.fields import NameOf, Record
from ocop_cli.viet.leaves import marks_of
from ocop_cli.viet.read_option import read_as
from ocop_cli.viet.text import fold

_HIDDEN = "(đã ghi; dữ liệu cá nhân)"  # screens are shared
_CONTENTS = {"idea": CommuneContent.IDEA_ORIGIN, "identity": CommuneContent.LOCAL_IDENTITY}


class DossierFacts:
    """The fields of one dossier with their values: in the dossier, in the record of its producer, in its private file."""

    def __init__(
        self, sources: Sources, file: DossierFile, law: Ruleset | None, decision: Decision, today: date
    ) -> None:
        """``law`` is that of the dossier, if it has one; ``decision`` the one that today's sets are taken from."""
        self.file, self.today = file, today
        self.fields: FieldMap = load_field_map()
        self._law, self._decision = law, decision
        self._producer = named_producer(file.source)
        self._files = {"": file.source, PRIVATE: _private(sources, file.id)}
        if self._producer:
            self._files[PRODUCER] = sources.load(producer_name(self._producer))
        self._root, self._sources = sources.root, sources
        self._data = {source.name: source.filled for source in self.sources}

    @cached_property
    def home(self) -> Profile | None:
        """The profile of the commune; ``None`` where it cannot be read."""
        return load_profile(self._sources).record

    def is_asked(self, field: Field) -> bool:
        """Say whether a field concerns this dossier: its kind of registration, a producer with a record of its own."""
        is_of_record = field.path.startswith("producer.labour")
        kind = self.file.dossier.registration.kind.value
        return (not field.only or kind in field.only) and (not is_of_record or bool(self._producer))

    def source(self, field: Field) -> Source:
        """Return the file that holds a field."""
        return self._files[self._part(field)]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files of the dossier, each once."""
        return tuple(self._files.values())

    def data(self, source: Source) -> Any:
        """Return what one of the files holds, as plain data."""
        return self._data[source.name]

    def model_of(self, source: Source) -> type[Record]:
        """Return the model of one of the files."""
        model = model_of(source.name)
        assert model, f"{source.name}: no data file"
        return model

    def on_disk(self, source: Source) -> bytes | None:
        """Return one of the files as it lies on the disk; ``None`` for one that is to be made."""
        return source.raw if (self._root / source.name).is_file() else None

    def field_at(self, place: Place) -> Field | None:
        """Return the field at a place of one of the files."""
        part = next((part for part, source in self._files.items() if source.name == place.file), "")
        steps = tuple(str(step) for step in place.field if not isinstance(step, int))
        return next((f for f in self.fields if self._part(f) == part and self._steps(f) == steps), None)

    def place(self, field: Field, row: int | None = None) -> FieldPath:
        """Return where a field stands in its file; ``row`` counts from 0."""
        steps = self._steps(field)
        if not field.listed:
            return steps
        return (*steps[:-1], row or 0, steps[-1])

    def typed(self, field: Field, row: int | None = None) -> Any:
        """Return what stands in the file, as typed; ``None`` where nothing does."""
        return value_at(self._data[self.source(field).name], self.place(field, row))

    def value(self, field: Field, row: int | None = None) -> Any:
        """Return the value that stands in the file; ``None`` where nothing does that the field takes."""
        typed = self.typed(field, row)
        return None if typed is None else read_as(typed, field.owner, field.key).value

    def shown(self, field: Field, row: int | None = None) -> str:
        """Return a value as documents print it; personal data only as being there."""
        typed = self.typed(field, row)
        if typed is None or field.path.startswith(f"{PRIVATE}."):
            return "" if typed is None else _HIDDEN
        value = self.value(field, row)
        return str(typed) if value is None else self.in_words(field, value)

    def in_words(self, field: Field, value: Any) -> str:
        """Return a value that was read as documents print it."""
        return value_words(field.kind, value, self.choices(field))

    def example(self, field: Field) -> str:
        """Return the example of a field as people write it: the words of a choice in place of its code."""
        return self.choices(field).get(field.example, field.example)

    def rows(self, group: Group) -> list[str]:
        """Return what names each row of a table; for a group without rows nothing."""
        if not group.path:
            return []
        key = self.fields[group.key]
        rows = value_at(self._data[self.source(key).name], self.place(key)[:-2])
        return [str(row.get(key.key, "")) for row in rows or ()]

    def choices(self, field: Field) -> Mapping[str, str]:
        """Return what can be chosen: code → words; nothing where the field takes any text, or no law is known yet."""
        if field.choices or field.kind not in (FieldKind.CHOICE, FieldKind.CODES):
            return field.choices
        if field.kind is FieldKind.CODES:
            return {paper.id: paper.title for paper in self.file.dossier.papers}
        if field.path == "product.set":
            return {str(each.number): f"{each.name} (bộ {each.number})" for each in self._decision.sets}
        if field.key == "option":
            return self._levels(field)
        decision = self._law.decision if self._law else self._decision
        return {kind.id: kind.name for kind in decision.procedure.papers}

    def printed_form(self, form_id: str) -> PrintedForm | None:
        """Return a form as the decision of the dossier prints it, of one without a law as today's does."""
        decision = self._law.decision if self._law else self._decision
        return decision.procedure.form(form_id)

    def meant_set(self, words: str) -> int:
        """Return the product set that everyday words mean. Raises ``OcopError`` with those that come near."""
        return meant_set(self._decision, words, load_everyday_words()).found.number

    def is_open(self, field: Field) -> bool:
        """Say whether a field takes other codes than its choices: a paper of a kind that no decision lists."""
        marks = (*field.info.metadata, *marks_of(field.info.annotation))
        return any(isinstance(mark, NameOf) and mark.is_open for mark in marks)

    def row_number(self, group: Group, row: str) -> int | None:
        """Return the place of a row, from 0, that a number (from 1) or a name means; ``None`` for a new one."""
        names = self.rows(group)
        for called in (names, self._row_words(group)):
            same = [number for number, name in enumerate(called) if name and fold(name) == fold(row)]
            if len(same) == 1:
                return same[0]
        by_place = int(row) - 1 if row and self.is_counted(row) else -1
        return by_place if 0 <= by_place < len(names) else None

    def _row_words(self, group: Group) -> list[str]:
        """Return what people call the rows that are told apart by a code: the title of a paper, the words of its kind."""
        if not group.path:
            return []
        key = self.fields[group.key]
        words = self.fields["papers[].title"] if key.path == "papers[].id" else key
        return [self.shown(words, number) for number in range(len(self.rows(group)))]

    def is_counted(self, row: str) -> bool:
        """Say whether a row is meant by its number: 2 counts rows, 2025 names a year; so does nothing."""
        return not row or (row.isdecimal() and int(row) < FIRST_SEASON)

    def _levels(self, field: Field) -> Mapping[str, str]:
        content = _CONTENTS[field.path.partition(".")[0]]
        criterion = self._law.product_set.content(content) if self._law else None
        return {level.id: level.label for level in criterion.levels} if criterion else {}

    def _steps(self, field: Field) -> tuple[str, ...]:
        is_inside = field.path.startswith(f"{PRODUCER}.") and not self._part(field)
        return (PRODUCER, *field.steps) if is_inside else field.steps

    def _part(self, field: Field) -> str:
        head = field.path.partition(".")[0]
        return head if head in self._files else ""


def _private(sources: Sources, dossier_id: str) -> Source:
    """Return the private file of a dossier; one that is to be made where there is none."""
    name = private_name(dossier_id)
    if sources.has(name):
        return sources.load(name)
    return parse(private_text().encode(), name)
