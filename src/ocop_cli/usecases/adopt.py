"""A product that was recognised before the commune used the program: a dossier that begins with its result."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.dossier.draft import draft_dossier, new_id
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import RegistrationKind, Track
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.pick import force_decision, pick_decision
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, dossier_name, private_name
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.new_files import dossier_text, private_text
from ocop_cli.store.yaml.edit import Append, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.move import plan_dossier_move
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.certificate import add_months, renewal_window
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.outcome import RankingOutcome, check_star, result_record


class Adopted(NamedTuple):
    """A dossier to be written, the last day of its certificate, and why it may not be written."""

    file: DossierFile
    expiry: date
    changes: tuple[Change, ...]
    refusals: tuple[Finding, ...]


def law_of_recognition(rulebook: Rulebook, on: date, named: str | None = None) -> Decision | None:
    """Return the decision under which a product was recognised on a day: the one named, else that of the day.

    ``None`` for a day that no decision of the program covers. Raises ``OcopError`` for a name that no decision has.
    """
    if named:
        return force_decision(rulebook, named, on)
    try:
        return pick_decision(rulebook, on)
    except OcopError:
        return None


def plan_adoption(
    sources: Sources,
    said: Mapping[str, Any],
    outcome: RankingOutcome,
    law: Decision | None,
    taken: Collection[str],
    today: date,
) -> Adopted:
    """Return the dossier of a recognised product, brought to its stage by the result that it begins with.

    ``said`` holds name, producer, kind, set and the like, as ``draft_dossier`` takes them. The certificate ends by the
    law of the day of its recognition unless its own last day is said.
    Raises ``OcopError`` (misuse) where no law tells that day and nobody said it, and for what the models refuse.
    """
    expiry = _expiry(outcome, law)
    dossier_id, cycle = new_id(said["name"], taken), load_cycle()
    answers = {
        "track": Track.EXISTING,
        "registration": RegistrationKind.FIRST,
        "year": outcome.on.year,
        **said,
    }
    text = dossier_text(draft_dossier(answers, cycle.adopted_start, outcome.on, None), dossier_id)
    source = parse(text.encode(), dossier_name(dossier_id))._replace(shared=SharedProducers(sources))
    dossier = entered(read_record(source, Dossier), "Số liệu chưa đúng nên chưa lập hồ sơ.")
    planned = plan_dossier_move(
        DossierFile(dossier_id, dossier, source),
        MoveRequest(dossier, brings=frozenset({outcome.need})),
        today,
        on=outcome.on,
        document=outcome.number,
    )
    result = Append(("results",), result_record(outcome, law.id if law else None))
    written = edit(source, [result, *planned.edits])._replace(shared=source.shared)
    recognised = entered(read_record(written, Dossier), "Kết quả chưa đúng nên chưa lập hồ sơ.")
    changes = (
        plan_write(sources.root, private_name(dossier_id), private_text(today).encode()),
        plan_write(sources.root, source.name, written.raw),
    )
    return Adopted(DossierFile(dossier_id, recognised, written), expiry, changes, planned.refusals)


def without_needless_end(outcome: RankingOutcome, law: Decision | None) -> RankingOutcome:
    """Leave out a last day that follows from the law anyway: a dossier states it only where the certificate differs."""
    if law is None:
        return outcome
    given = outcome._replace(expires_on=None)
    return given if outcome.expires_on == _last_day(given, law) else outcome


def _last_day(outcome: RankingOutcome, law: Decision) -> date:
    return add_months(outcome.certificate_on or outcome.on, law.procedure.certificate_months)


def _expiry(outcome: RankingOutcome, law: Decision | None) -> date:
    if law:
        check_star(outcome, law)
    if outcome.expires_on:
        return outcome.expires_on
    if law is None:
        raise OcopError(
            f"Chương trình không có quyết định về tiêu chí của ngày {show_date(outcome.on)}, chưa biết ngày hết hạn.",
            "Ghi ngày hết hạn in trên giấy chứng nhận: --until NGÀY.",
            exit_code=MISUSE,
        )
    return _last_day(outcome, law)


def window_words(expiry: date, law: Decision, today: date) -> str:
    """Say until when a certificate holds and when, by the law of today, the product may be filed to be ranked again."""
    held = "có giá trị đến" if today <= expiry else "đã hết hạn"
    window = renewal_window(expiry, law)
    again = f"; nộp phân hạng lại từ {show_date(window[0])} đến hết {show_date(window[1])}" if window else ""
    return f"giấy chứng nhận {held} {show_date(expiry)}{again}"
