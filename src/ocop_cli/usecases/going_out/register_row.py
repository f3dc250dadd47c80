"""One product of the register: its facts, its result and certificate, and what is missing or lapses."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ocop_cli.checks.completeness import missing_papers
from ocop_cli.checks.evidence import find_lapsing
from ocop_cli.dossier.evidence import in_date
from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.reports.typed_sheet import TypedColumn, Value
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.registers.imported import Register
from ocop_cli.usecases.registers.register_headings import (
    ID,
    RESULT,
    RESULT_HEADINGS,
    SERIAL,
    SHOWN,
    SHOWN_HEADINGS,
    STANDING,
    WITHDRAWN,
)
from ocop_cli.usecases.registers.sheet_result import recorded
from ocop_cli.usecases.registers.sheet_table import NAME, PRODUCER
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import upper_first
from ocop_cli.workflow.certificate import Standing, renewal_window

_IN_WORDS = (FieldKind.CHOICE, FieldKind.YES_NO)
_STANDING = {
    Standing.IN_FORCE: "còn giá trị",
    Standing.IN_GRACE: "quá hạn, còn giá trị chờ phân hạng lại",
    Standing.LAPSED: "đã hết hạn",
    Standing.REVOKED: WITHDRAWN,
}
_NO_CERTIFICATE = "chưa công nhận"


def register_columns(fields: Sequence[Field]) -> Iterator[TypedColumn]:
    """Yield the columns of the register; the first is the row's number."""
    yield TypedColumn(SERIAL, "TT")
    yield TypedColumn(ID, SHOWN_HEADINGS[ID])
    yield from (TypedColumn(f.path, f.name, is_name=f.path in {NAME, PRODUCER}) for f in fields)
    yield from (TypedColumn(path, upper_first(names[0])) for path, names in RESULT_HEADINGS.items())
    yield from (TypedColumn(path, name) for path, name in SHOWN_HEADINGS.items() if path != ID)


def standing_words(standing: Standing | None) -> str:
    """Say what the certificate of a product is worth."""
    return _STANDING[standing] if standing else _NO_CERTIFICATE


def register_row(register: Register, file: DossierFile, wanted: Sequence[Field]) -> Iterator[Value]:
    """Yield the cells of a product in the order of the columns, without its number."""
    dossier, today = file.dossier, register.today
    facts = DossierFacts(register.sources, file, None, register.law, register.today)
    summary = summarise(file.id, dossier, register.law, today)
    law = law_if_known(dossier, register.rulebook, today)
    shown = _shown(register, summary, case_of(file.source.name, dossier, law, today))
    yield file.id
    yield from (fact_value(facts, field) for field in wanted)
    held = recorded(dossier, register.law)
    yield from (held.get(path.removeprefix(RESULT)) for path in RESULT_HEADINGS)
    yield from (shown[path] for path in SHOWN_HEADINGS if path != ID)


def fact_value(facts: DossierFacts, field: Field) -> Value:
    """Return a fact as a cell holds it: a day, a number, or text with the words of a choice."""
    value: Any = facts.value(field)
    if value is None:
        return None
    if field.kind in _IN_WORDS:
        return facts.in_words(field, value)
    return value if isinstance(value, date) or not isinstance(value, str) else str(value)


def _shown(register: Register, summary: Summary, case: Case) -> dict[str, Value]:
    """Return what the register tells beside facts and result, by the path of its column."""
    standing, expiry = summary.standing, summary.expires_on
    alive = expiry if standing in (Standing.IN_FORCE, Standing.IN_GRACE) else None
    window = renewal_window(alive, register.law) if alive else None
    opens, closes = window or (None, None)
    return {
        f"{SHOWN}stage": load_cycle().stages[summary.stage].name,
        STANDING: standing_words(standing),
        f"{SHOWN}opens": opens,
        f"{SHOWN}closes": closes,
        f"{SHOWN}missing": "; ".join(_missing(case)),
        f"{SHOWN}lapsing": "; ".join(_lapsing(case)),
    }


def _missing(case: Case) -> Iterator[str]:
    if case.ruleset is not None and not case.stage.past_sending:
        yield from (kind.name for kind in missing_papers(case))


def _lapsing(case: Case) -> Iterator[str]:
    """Yield the papers that have lapsed, and those that lapse before the round is over."""
    lapsed = [paper for paper in case.dossier.papers if not in_date(paper, case.today)]
    for paper in lapsed:
        if paper.expires_on:
            yield f"{paper.title} (đã hết hạn {show_date(paper.expires_on)})"
    told = {("papers", case.dossier.papers.index(paper), "expires_on") for paper in lapsed}
    yield from (each.message for each in find_lapsing(case) if each.place.field not in told)
