"""A form that came back, taken into a dossier: field by field, what changed on both sides is asked about."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.dossier.field_map import PRIVATE
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import is_own_text
from ocop_cli.intake.merge import merged
from ocop_cli.intake.read_page import answers_of
from ocop_cli.intake.recognise import recognised
from ocop_cli.intake.returned import Answer, Returned
from ocop_cli.intake.stamp import Stamp
from ocop_cli.intake.typed_lines import typed_answers
from ocop_cli.intake.verdict import Proposal, Verdict
from ocop_cli.store.files.changes import Change
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.take import take
from ocop_cli.usecases.facts.taken import Outcome, Taken
from ocop_cli.viet.text import upper_first

_ASKED = {Verdict.ASK, Verdict.CLEAR}


class FormRow(NamedTuple):
    """One field of a form that came back: what it held, what the dossier says, what became of it and why.

    ``path`` is empty for what was written where nothing is asked. ``options`` are what a text may mean.
    """

    path: str
    name: str
    place: str
    read: str
    before: str
    understood: str
    outcome: Outcome
    why: str = ""
    options: tuple[str, ...] = ()

    @property
    def is_personal(self) -> bool:
        """Whether the field is personal data, which no screen shows unasked."""
        return self.path.startswith(f"{PRIVATE}.")


class FormTaking(NamedTuple):
    """What became of every field of a form, and the changes that write what was taken."""

    rows: tuple[FormRow, ...]
    changes: tuple[Change, ...]
    lost: tuple[str, ...] = ()

    def of(self, outcome: Outcome) -> tuple[FormRow, ...]:
        """Return the fields of one outcome."""
        return tuple(row for row in self.rows if row.outcome is outcome)


class Answered(StrEnum):
    """What a person says of a field that was asked about; any other text is the value to write."""

    KEEP = "giữ"
    TAKE = "lấy"


def returned_of(received: ReceivedForm, form: Filled, stamp: Stamp) -> Returned:
    """Return what a received file answers to the questions of a form."""
    if received.saved is not None:
        return answers_of(form.layout, received.saved, stamp)
    wide = [grid for grid in received.grids if any(len(row) > 1 for row in grid.rows)]
    narrow = [grid for grid in received.grids if grid not in wide]
    returned = recognised(form.layout, wide, stamp)
    typed = typed_answers(form.layout, received.loose, narrow, returned.lost)
    written = tuple(
        Answer(cell.text.strip(), cell.place)
        for cell in received.loose
        if cell not in typed.used and not is_own_text(form, cell.text)
    )
    return returned._replace(
        answers={**returned.answers, **typed.answers},
        lost=tuple(path for path in returned.lost if path not in typed.answers),
        strange=(*returned.strange, *written),
    )


def take_form(
    facts: DossierFacts,
    now: Filled,
    returned: Returned,
    answered: Mapping[str, str],
    only: Collection[str] | None = None,
) -> FormTaking:
    """Take what a form says into a dossier; ``now`` is the form as it would be made of the dossier today.

    ``answered`` says of fields that were asked about what a person decided: ``giữ``, ``lấy`` or another text, by path.
    ``only`` are the paths to take, where not all are.
    """
    proposals = [each for each in merged(returned, now) if only is None or each.path in only]
    open_ = {p.path: p for p in proposals if p.verdict in _ASKED and answered.get(p.path) is None}
    same = _same_in_substance(facts, open_.values())
    stated = _stated(proposals, answered)
    takings = take(facts, stated)
    told = {row.said: row for row in takings.rows}
    rows = [
        _row(now, p, told.get(p.path), is_same=p.path in same, said=answered.get(p.path)) for p in proposals
    ]
    more = [_added(row) for row in takings.rows if row.said not in {p.path for p in proposals}]
    strange = [_strange(answer) for answer in returned.strange]
    return FormTaking((*rows, *more, *strange), takings.changes, returned.lost)


def _stated(proposals: Sequence[Proposal], answered: Mapping[str, str]) -> dict[str, str | None]:
    stated: dict[str, str | None] = {}
    for proposal in proposals:
        said = answered.get(proposal.path)
        if said == Answered.KEEP or (said is None and proposal.verdict is not Verdict.TAKE):
            continue
        if said is None or said == Answered.TAKE:
            stated[proposal.path] = proposal.answer.text or None
        else:
            stated[proposal.path] = said
    return stated


def _same_in_substance(facts: DossierFacts, asked: Any) -> set[str]:
    """Return the fields asked about whose text means what the dossier says anyway: 62,50 for 62,5."""
    texts = {p.path: p.answer.text for p in asked if p.answer.text and not p.answer.doubt}
    return {row.said for row in take(facts, texts).of(Outcome.SAME)} if texts else set()


def _row(now: Filled, proposal: Proposal, taken: Taken | None, *, is_same: bool, said: str | None) -> FormRow:
    answer = proposal.answer
    read, before = (_in_words(now, proposal.path, text) for text in (answer.text, proposal.before))
    row = FormRow(proposal.path, _name(now, proposal.path), answer.place, read, before, "", Outcome.SAME)
    if taken is not None:
        why = _why(taken)
        return row._replace(
            outcome=taken.outcome, understood=taken.understood, why=why, options=taken.options
        )
    if said == Answered.KEEP:
        return row._replace(why="giữ như hồ sơ")
    if proposal.verdict in _ASKED and not is_same:
        return row._replace(outcome=Outcome.ASKED, why=proposal.why)
    return row


def _why(taken: Taken) -> str:
    """Return why a fact is not simply taken; the row names its field already."""
    parts = (taken.because, taken.problem.removeprefix(f"{taken.name}: "), taken.cure)
    return ". ".join(upper_first(part) if number else part for number, part in enumerate(filter(None, parts)))


def _in_words(now: Filled, path: str, text: str) -> str:
    """Return a value as people see it: forms hold the code of an option that is ticked."""
    column = _without_row(path)
    cells = (cell for table in now.layout.tables for cell in table.columns)
    line = next((line for line in (*now.layout.lines, *cells) if line.path == column), None)
    return (line.boxes or line.choices).get(text, text) if line else text


def _name(now: Filled, path: str) -> str:
    """Return how a form calls a field, in a table with its row."""
    column = _without_row(path)
    for table in now.layout.tables:
        for line in table.columns:
            if line.path == column:
                return f"{table.title}, dòng {path[len(table.path) + 1 :].partition(']')[0]}: {line.label}"
    return next((line.label for line in now.layout.lines if line.path == path), path)


def _without_row(path: str) -> str:
    head, bracket, rest = path.partition("[")
    return f"{head}[]{rest.partition(']')[2]}" if bracket else path


def _added(taken: Taken) -> FormRow:
    """Return the row of a fact that stood behind another one: a title behind a name."""
    why = _why(taken)
    return FormRow(
        taken.said, taken.name, "", taken.typed or "", taken.before, taken.understood, taken.outcome, why
    )


def _strange(answer: Answer) -> FormRow:
    why = "phiếu không hỏi mục này, hoặc tên mục đã bị sửa nhiều; còn trong tệp phiếu được giữ"
    return FormRow("", "(ngoài các mục)", answer.place, answer.text, "", "", Outcome.REFUSED, why)
