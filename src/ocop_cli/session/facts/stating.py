"""Facts that a person states for a dossier: read against its law, shown one a line, written all or none."""

from collections.abc import Iterable, Mapping, Sequence

from ocop_cli.dossier.field_map import Field
from ocop_cli.dossier.field_names import Named, typed_name
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.lacking_facts import facts_asked
from ocop_cli.usecases.facts.resting import resting_words
from ocop_cli.usecases.facts.take import take
from ocop_cli.usecases.facts.taken import Outcome, Taken, Takings
from ocop_cli.usecases.next import next_steps
from ocop_cli.viet.text import lower_first, shortened, upper_first

_LACKING = "(cần ghi)"
_LONGEST = 100  # letters of one value on a line
_NOT_USABLE = (Outcome.ASKED, Outcome.REFUSED)


def facts_of(session: Session, file: DossierFile) -> DossierFacts:
    """Return what a dossier states now, with the choices that its law leaves today."""
    decision = pick_decision(session.rulebook, session.today)
    return DossierFacts(session.sources, file, session.law_of(file.dossier), decision, session.today)


def take_all(session: Session, facts: DossierFacts, stated: Mapping[str, str | None]) -> Takings:
    """Take every fact or none: what may mean several is asked, what cannot be used refuses the whole.

    Raises ``OcopError`` (misuse) with every problem and its cure.
    """
    takings = take(facts, stated)
    takings = (
        take(facts, _answered(session, stated, takings.of(Outcome.ASKED))) if session.can_ask else takings
    )
    if takings.of(*_NOT_USABLE):
        raise OcopError("\n".join(["Chưa ghi gì.", *unusable_lines(takings)]), exit_code=MISUSE)
    cleared = [row for row in takings.of(Outcome.TAKEN) if row.typed is None]
    confirm(
        session, (f"xóa {lower_first(row.name)} ({row.before})" for row in cleared), "Xóa", "ghi giá trị mới"
    )
    return takings


def tell_resting(session: Session, facts: DossierFacts, takings: Takings) -> None:
    """Say which issued papers and which conclusions rest on what is about to be replaced."""
    for line in resting_words(session.sources, facts.file, takings.changes):
        session.say(line)


def taken_lines(takings: Takings) -> list[str]:
    """Return one line a fact: its name, what was there and what is there now, as papers print it."""
    return [_line(row) for row in takings.of(Outcome.TAKEN, Outcome.SAME)]


def unusable_lines(takings: Takings) -> list[str]:
    """Return what is wrong with each fact that was asked about or refused, and what to do."""
    return [f"{upper_first(row.problem)}. {upper_first(row.cure)}." for row in takings.of(*_NOT_USABLE)]


def questions_table(facts: DossierFacts, wanted: Sequence[Named]) -> Table:
    """Return what an interview would ask: the field, how it is typed, and what is there."""
    columns = (Column("Mục", weight=2), Column("Tên để gõ", weight=2), Column("Đang ghi", weight=3))
    rows = [(each.field.name, typed_name(each), _held(facts, each)) for each in wanted if each.field]
    return Table(f"Các mục sẽ hỏi: {facts.file.dossier.product.name} ({facts.file.id})", columns, tuple(rows))


def asked_next(session: Session, facts: DossierFacts) -> list[Named]:
    """Return the facts that the next step of a dossier lacks."""
    calendar = session.workspace.calendar
    (step,) = next_steps(session.sources, [facts.file], session.rulebook, calendar, session.today)
    return facts_asked(facts, step.asks)


def facts_table(facts: DossierFacts, lacking: Sequence[Named]) -> Table:
    """Return every field that concerns the dossier, under the headings of its groups, with what it holds.

    Those that are ``lacking`` are marked.
    """
    rows = []
    for group in facts.fields.groups:
        fields = [field for field in facts.fields.of(group) if facts.is_asked(field)]
        rows += [(group.title.upper(), "", "")] if fields else []
        count = max(1, len(facts.rows(group)))
        for number in range(count):
            name = [*facts.rows(group), ""][number]
            words = f" {name}" if name else ""
            for field in fields:
                held = shortened(facts.shown(field, number), _LONGEST)
                is_lacking = any(_means(facts, each, field, number) for each in lacking)
                mark = " ".join(filter(None, (held, _LACKING))) if is_lacking else held
                rows.append((field.name, f"{field.typed_as}{words}", mark))
    columns = (Column("Mục", weight=2), Column("Tên để gõ", weight=2), Column("Đang ghi", weight=3))
    notes = (f"{_LACKING}: bước sau còn thiếu. Hỏi lần lượt: `ocop fill {facts.file.id}`",) if lacking else ()
    return Table(f"{facts.file.dossier.product.name} ({facts.file.id})", columns, tuple(rows), notes=notes)


def _means(facts: DossierFacts, named: Named, field: Field, row: int) -> bool:
    """Say whether a name means a field in a row; without its row it means every one."""
    is_there = not named.row or facts.row_number(field.group, named.row) == row
    return named.field is field and is_there


def _held(facts: DossierFacts, named: Named) -> str:
    assert named.field is not None, "only fields that were found are asked"
    if named.field.listed and not named.row:
        return f"{len(facts.rows(named.field.group))} dòng"
    return shortened(facts.shown(named.field, facts.row_number(named.field.group, named.row)), _LONGEST)


def _answered(
    session: Session, stated: Mapping[str, str | None], asked: Iterable[Taken]
) -> dict[str, str | None]:
    """Ask which of several is meant: one of some choices, or a row of a table."""
    answers = dict(stated)
    for row in asked:
        choices = {option: option for option in row.options}
        said = session.ask(f"{row.problem}: chọn", option=row.said, choices=choices)
        if row.field and row.field.listed and not row.place:
            answers = {said if name == row.said else name: text for name, text in answers.items()}
        else:
            answers[row.said] = said
    return answers


def _line(row: Taken) -> str:
    because = f" ({row.because})" if row.because else ""
    now = f"{shortened(row.understood, _LONGEST) or '(xóa)'}{because}"
    if row.outcome is Outcome.SAME:
        return f"{row.name}: {shortened(row.before, _LONGEST) or 'chưa ghi'} (giữ nguyên)"
    return f"{row.name}: {shortened(row.before, _LONGEST)} → {now}" if row.before else f"{row.name}: {now}"
