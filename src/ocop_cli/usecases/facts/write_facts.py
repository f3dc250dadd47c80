"""The facts that were taken, as edits of the files they stand in; what the model of a file refuses is refused by fact."""

from collections.abc import Sequence
from typing import Any

from ocop_cli.findings import FieldPath, Finding
from ocop_cli.store.files.changes import Change
from ocop_cli.store.reading.entered import new_doubts
from ocop_cli.store.reading.records import Loaded, record_of
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, edit, meant
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.taken import Outcome, Taken, Takings
from ocop_cli.viet.error_messages import cure_of_entered
from ocop_cli.viet.fields import Record
from ocop_cli.viet.ids import free_id
from ocop_cli.viet.read_option import read_as
from ocop_cli.viet.text import slug

_ID_OF_PAPER = "papers[].id"  # made of the words by which a new paper is named


def written(facts: DossierFacts, rows: Sequence[Taken]) -> Takings:
    """Return the changes that write the facts taken; those that a file would not be read with are refused instead."""
    changes: list[Change] = []
    for source in facts.sources:
        rows, change = _in_file(facts, source, rows)
        changes += [change] if change else []
    return Takings(tuple(rows), tuple(changes))


def _in_file(
    facts: DossierFacts, source: Source, rows: Sequence[Taken]
) -> tuple[Sequence[Taken], Change | None]:
    """Refuse facts of a file until the rest can be written, and write that."""
    while mine := [
        row
        for row in rows
        if row.outcome is Outcome.TAKEN and row.field and facts.source(row.field) is source
    ]:
        edits = _edits(facts, facts.data(source), mine)
        loaded = record_of(source, meant(facts.data(source), edits), facts.model_of(source))
        findings = loaded.findings or _doubted(facts, source, loaded)
        if not findings:
            return rows, Change(source.name, facts.on_disk(source), edit(source, edits).raw)
        blamed = {id(row): finding for finding in findings for row in _blamed(mine, finding)}
        rows = [_refused(facts, row, blamed[id(row)]) if id(row) in blamed else row for row in rows]
    return rows, None


def _edits(facts: DossierFacts, data: Any, rows: Sequence[Taken]) -> list[Edit]:
    """Return the edits: values, then whole new rows, then what goes away, the last row first."""
    edits: list[Edit] = []
    new: dict[FieldPath, dict[str, Any]] = {}
    gone: list[FieldPath] = []
    for row in rows:
        assert row.field is not None, "only fields of the map are taken"
        if row.typed is None:
            gone.append(row.place[:-1] if row.field.path == row.field.group.key else row.place)
        elif row.field.listed and int(row.place[-2]) >= len(facts.rows(row.field.group)):
            new.setdefault(row.place[:-1], _named_row(facts, row))[row.field.key] = row.value
        else:
            edits.append(Set(row.place, row.value))
    edits += [Append(place[:-1], new[place]) for place in sorted(new)]
    return [*edits, *_removals(data, gone)]


def _named_row(facts: DossierFacts, row: Taken) -> dict[str, Any]:
    """Return a new row with what it was named by; one that is only counted has no name yet."""
    assert row.field is not None, "only fields of the map have rows"
    key = facts.fields[row.field.group.key]
    if facts.is_counted(row.row):
        return {}
    named = read_as(row.row, key.owner, key.key).value
    if named is None and key.path == _ID_OF_PAPER:
        named = free_id(slug(row.row), facts.rows(row.field.group))
    return {} if named is None else {key.key: named}


def _removals(data: Any, gone: Sequence[FieldPath]) -> list[Edit]:
    """Return what takes fields away; a part in which nothing is left goes with its last field."""
    wanted = list(dict.fromkeys(gone))
    for place in wanted:
        holder = data
        for part in place[:-1]:
            holder = holder[part]
        siblings = {(*place[:-1], key) for key in holder} if isinstance(holder, dict) else set()
        if len(place) > 1 and siblings and siblings <= set(wanted):
            wanted = [*(other for other in wanted if other[: len(place) - 1] != place[:-1]), place[:-1]]
            return _removals(data, wanted)
    return [Remove(place) for place in sorted(wanted, key=_order, reverse=True)]


def _order(place: FieldPath) -> tuple[tuple[str, int], ...]:
    return tuple(("", part) if isinstance(part, int) else (part, 0) for part in place)


def _doubted(facts: DossierFacts, source: Source, loaded: Loaded[Record]) -> tuple[Finding, ...]:
    """Return what nobody would believe of a file with the facts in it."""
    before = record_of(source, facts.data(source), loaded.model).record
    return new_doubts(before, loaded.record) if loaded.record else ()


def _blamed(rows: Sequence[Taken], finding: Finding) -> list[Taken]:
    """Return the facts that a finding is about: those at its places, else those that stand nearest to it."""
    places = [finding.place.field, *(place.field for place in finding.related)]
    return [row for row in rows if row.place in places] or _nearest(rows, finding.place.field)


def _nearest(rows: Sequence[Taken], field: FieldPath) -> list[Taken]:
    """Return the facts that stand nearest to a field."""
    most = max(_shared(row.place, field) for row in rows)
    return [row for row in rows if _shared(row.place, field) == most]


def _shared(one: FieldPath, other: FieldPath) -> int:
    """Count the steps that two places have in common."""
    pairs = list(zip(one, other, strict=False))
    return next((n for n, (left, right) in enumerate(pairs) if left != right), len(pairs))


def _refused(facts: DossierFacts, row: Taken, finding: Finding) -> Taken:
    """Refuse a fact for a finding; one about another field that must be there too names that field."""
    lacking = facts.field_at(finding.place)
    if finding.code != "S001" or lacking is None:
        problem = row.named_in(finding.message)
        named = problem if problem.startswith(row.name) or not row.row else f"{row.name}: {problem}"
        return row._replace(outcome=Outcome.REFUSED, problem=named, cure=cure_of_entered(finding.hint))
    if lacking.path == (row.field.path if row.field else ""):
        return row._replace(
            outcome=Outcome.REFUSED,
            problem=f"{row.name}: mục bắt buộc, không xóa được",
            cure="ghi giá trị khác",
        )
    named = f"{lacking.typed_as} {row.row}" if row.row and lacking.listed else lacking.typed_as
    cure = f"ghi cùng lúc: “{named}={facts.example(lacking)}”"
    return row._replace(
        outcome=Outcome.REFUSED, problem=f"{row.name}: cần có cả mục “{lacking.name}”", cure=cure
    )
