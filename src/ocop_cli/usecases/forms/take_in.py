"""A received file, from its bytes to what it would change: which form, which dossier, what became of each field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ocop_cli.dossier.draft import new_id
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import not_taken
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.layout import Layout
from ocop_cli.intake.returned import Returned
from ocop_cli.rules.decision import Decision, Rulebook, Ruleset
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossier.dossiers import DossierFile, load_dossier
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.ids import taken_ids
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.known_producer import find_record
from ocop_cli.usecases.facts.taken import Outcome
from ocop_cli.usecases.forms.hand_out import begun, blank_form, filled_form, layouts_of
from ocop_cli.usecases.forms.take_form import FormTaking, returned_of, take_form
from ocop_cli.usecases.forms.which_form import PRODUCER, PRODUCT, meant_dossier, meant_form


@dataclass(frozen=True)
class Desk:
    """What an intake looks things up in."""

    sources: Sources
    rulebook: Rulebook
    today: date
    officer: str | None = None

    @property
    def decision(self) -> Decision:
        """The decision that the choices of a new product are taken from."""
        return pick_decision(self.rulebook, self.today)

    def facts(self, file: DossierFile, law: Ruleset | None = None) -> DossierFacts:
        """Return what a dossier states, with the choices of its law."""
        return DossierFacts(self.sources, file, law or self.law(file.dossier), self.decision, self.today)

    def law(self, dossier: Dossier) -> Ruleset | None:
        """Return the law of a dossier, if it has one."""
        return law_if_known(dossier, self.rulebook, self.today)

    def blank(self) -> dict[str, Layout]:
        """Return every form as it is asked of a product without a dossier."""
        file = begun(self.sources, "phieu-trong", "Sản phẩm", "Chủ thể", self.today)
        return layouts_of(self.facts(file), is_new=True)


@dataclass(frozen=True)
class TakenIn:
    """A form on the desk: the dossier it is of, new or not, and what it says. ``take`` says what that changes."""

    desk: Desk
    file: DossierFile
    now: Filled
    returned: Returned
    is_new: bool = False

    @property
    def layout(self) -> Layout:
        """The form."""
        return self.now.layout

    def take(self, answered: Mapping[str, str]) -> FormTaking:
        """Take what the form says; facts that rest on others of the same form are taken after these."""
        taking = take_form(self.desk.facts(self.file), self.now, self.returned, answered)
        after = self.after(taking)
        if after is None or not taking.of(Outcome.REFUSED):
            return taking
        return self._again(taking, after, answered)

    def after(self, taking: FormTaking) -> DossierFile | None:
        """Return the dossier as a taking would leave it; ``None`` where it leaves it as it is."""
        change = self._change(taking)
        if change is None or change.after is None:
            return None
        source = parse(change.after, change.path)._replace(shared=SharedProducers(self.desk.sources))
        record = read_record(source, Dossier).record
        return None if record is None else DossierFile(self.file.id, record, source)

    def _change(self, taking: FormTaking) -> Change | None:
        return next((change for change in taking.changes if change.path == self.file.source.name), None)

    def _again(self, first: FormTaking, after: DossierFile, answered: Mapping[str, str]) -> FormTaking:
        """Take what was refused once more: its set, its papers may have come with the same form."""
        refused = {row.path for row in first.of(Outcome.REFUSED)}
        second = take_form(self.desk.facts(after), self.now, self.returned, answered, refused)
        won = {row.path: row for row in second.rows if row.outcome is not Outcome.REFUSED}
        own, mine = self._change(first), self._change(second)
        if not won or own is None or mine is None:
            return first
        others = [change for change in first.changes if change.path != own.path]
        rows = tuple(won.get(row.path, row) for row in first.rows)
        return FormTaking(rows, (*others, mine._replace(before=own.before)), first.lost)


def taken_in(desk: Desk, received: ReceivedForm, wanted: str) -> TakenIn:
    """Return a received form with its dossier. Raises ``OcopError`` where form or dossier cannot be told."""
    blank = desk.blank()
    stamp = meant_form(received, blank)
    form = blank_form(blank[stamp.form], "", desk.decision)
    returned = returned_of(received, form, stamp)
    dossier_id = meant_dossier(desk.sources, returned, wanted)
    if not dossier_id:
        return _new(desk, form, returned)
    file = load_dossier(desk.sources, dossier_id)
    facts = desk.facts(file)
    now = filled_form(facts, layouts_of(facts)[stamp.form], "")
    return TakenIn(desk, file, now, returned_of(received, now, stamp))


def _new(desk: Desk, form: Filled, returned: Returned) -> TakenIn:
    """Begin a dossier with what a form says of product and producer. Raises ``OcopError`` (misuse) where it says too little."""
    product, producer = (_said(returned, path) for path in (PRODUCT, PRODUCER))
    if not form.layout.registers:
        raise not_taken("Phiếu không nói của hồ sơ nào", "Thêm --for MÃ.")
    lacking = [label for text, label in ((product, "tên sản phẩm"), (producer, "tên chủ thể")) if not text]
    if lacking:
        raise not_taken(
            f"Phiếu chưa ghi {' và '.join(lacking)} nên chưa lập được hồ sơ",
            "Hỏi người gửi; phiếu của hồ sơ đã có thì thêm --for MÃ.",
        )
    record = find_record(desk.sources, producer, {})
    dossier_id = new_id(product, taken_ids(desk.sources.root))
    more = {name: _said(returned, path) or None for name, path in _BEGINNING.items()}
    file = begun(
        desk.sources,
        dossier_id,
        product,
        producer,
        desk.today,
        record=record.id if record else "",
        by=desk.officer,
        **more,
    )
    return TakenIn(desk, file, form, returned, is_new=True)


_BEGINNING = {"track": "registration.track", "registration": "registration.kind", "year": "registration.year"}


def _said(returned: Returned, path: str) -> str:
    return returned.answers[path].text if path in returned.answers else ""
