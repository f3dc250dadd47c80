"""A form for somebody to fill in: what it asks of a dossier, with what the dossier says already."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from ocop_cli.dossier.draft import draft_dossier
from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import RegistrationKind, Track
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.layout import Choices, Layout, Line, Table, build_layouts
from ocop_cli.intake.value_text import value_text
from ocop_cli.rules.decision import Decision
from ocop_cli.store.built_in.packaged import load_cycle, load_field_map, load_forms
from ocop_cli.store.dossier.dossiers import DossierFile, dossier_name
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.new_files import dossier_text
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.viet.choices import chosen


def form_words() -> dict[str, str]:
    """Return the forms that can be handed out: id → the name that an official types."""
    return {id_: said["name"] for id_, said in load_forms()["forms"].items()}


def form_id(typed: str) -> str:
    """Return the form that is meant. Raises ``OcopError`` (misuse) that lists them."""
    found = chosen(typed, form_words())
    if len(found) == 1:
        return found[0]
    listed = ", ".join(form_words().values())
    raise OcopError(f"Không có loại phiếu “{typed}”.", f"Ghi một trong: {listed}.", exit_code=MISUSE)


def layouts_of(facts: DossierFacts, *, is_new: bool = False) -> dict[str, Layout]:
    """Return every form as it is asked of a dossier; of a new one everything is asked but what its record would hold."""

    def asked(field: Field) -> bool:
        return facts.is_asked(field) or (is_new and bool(field.only))

    return build_layouts(load_forms(), load_field_map(), _choices(facts), asked, facts.printed_form)


def filled_form(facts: DossierFacts, layout: Layout, sender: str) -> Filled:
    """Return a form with what a dossier says; ``sender`` is the office it comes back to."""
    made = sha256(b"".join(source.raw for source in facts.sources)).hexdigest()[:12]
    values = {line.path: _text(facts, line) for line in layout.lines}
    rows = {table.path: tuple(_rows(facts, table)) for table in layout.tables}
    product = facts.file.dossier.product.name
    return Filled(layout, facts.file.id, product, sender, made, values, rows)


def blank_form(layout: Layout, sender: str, decision: Decision) -> Filled:
    """Return a form for a product that has no dossier yet; ``made`` tells the forms of two decisions apart."""
    return Filled(layout, "", "", sender, decision.id, {}, {})


def begun(
    sources: Sources,
    dossier_id: str,
    product: str,
    producer: str,
    today: date,
    *,
    record: str = "",
    **more: Any,
) -> DossierFile:
    """Return a dossier as it begins, not written yet: a product, its producer or the record of one, and ``more`` answers."""
    track = Track(_among(Track, more.get("track")) or Track.NEW)
    kind = RegistrationKind(_among(RegistrationKind, more.get("registration")) or RegistrationKind.FIRST)
    answers = {
        "name": product,
        "producer": producer,
        "record": record or None,
        "track": track.value,
        "registration": kind.value,
        "year": _whole(more.get("year")),
    }
    draft = draft_dossier(answers, load_cycle().start_of(track, kind), today, more.get("by"))
    source = parse(dossier_text(draft, dossier_id).encode(), dossier_name(dossier_id))._replace(
        shared=SharedProducers(sources)
    )
    return DossierFile(
        dossier_id, entered(read_record(source, Dossier), "Phiếu chưa đúng nên chưa lập hồ sơ."), source
    )


def _among(kind: type[StrEnum], typed: str | None) -> str:
    return typed if typed and typed in set(kind) else ""


def _whole(typed: str | None) -> int | None:
    return int(typed) if typed and typed.isdecimal() else None


def _choices(facts: DossierFacts) -> Choices:
    wanted = (field for field in facts.fields if field.kind is FieldKind.CHOICE and not field.choices)
    return {field.path: facts.choices(field) for field in wanted}


def _rows(facts: DossierFacts, table: Table) -> list[Mapping[str, str]]:
    count = len(facts.rows(table.columns[0].field.group))
    return [{line.path: _text(facts, line, row) for line in table.columns} for row in range(count)]


def _text(facts: DossierFacts, line: Line, row: int | None = None) -> str:
    return value_text(line.field.kind, facts.value(line.field, row))
