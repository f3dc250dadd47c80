"""A recognised product registers anew: to be ranked again while its certificate runs out, or for a higher star."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.documents.self_assessment import OWN_FORMS
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.product import EarlierRound
from ocop_cli.dossier.vocabulary import RegistrationKind
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move
from ocop_cli.viet.dates import show_date
from ocop_cli.workflow.certificate import Standing, standing
from ocop_cli.workflow.needs import MoveRequest
from ocop_cli.workflow.re_ranking import FilingTime, certificate_end, filing_time
from ocop_cli.workflow.rounds import next_cut_off

_ASKED_ANEW = {RegistrationKind.RE_RANKING: "since_recognition", RegistrationKind.UPGRADE: "changes"}
"""Where Mẫu 02 asks what is new; words that the last round of the same kind left there do not stay."""


class Renewal(NamedTuple):
    """What is registered anew, on which day; ``changes`` are what has changed since the recognition, in words."""

    kind: RegistrationKind
    on: date
    target_star: int | None = None
    note: str | None = None
    changes: tuple[str, ...] = ()


class PlannedRenewal(NamedTuple):
    """The edits that register anew, what is told of the time, what leaves the dossier, doubts, and the refusals."""

    edits: tuple[Edit, ...]
    notes: tuple[str, ...]
    set_aside: tuple[str, ...]
    doubts: tuple[str, ...]
    refusals: tuple[Finding, ...]


def plan_renewal(file: DossierFile, renewal: Renewal, law: Ruleset | None, today: date) -> PlannedRenewal:
    """Plan the registration anew and the move back to preparing.

    The slip, the samples and the producer's own forms of the last round leave the dossier, for they were handed in for
    that one; their files stay where they are.
    """
    _refuse_unrecognised(file)
    edits = [*_registered(file, renewal), *_of_last_round(file.dossier)]
    after = file._replace(dossier=edited(file.source, Dossier, edits))
    move = _move(after, renewal, law, today)
    refusals = (*move.refusals, *_too_late(file, renewal, law))
    aside = [paper.title for paper in file.dossier.papers if paper.kind in OWN_FORMS]
    aside += ["sản phẩm mẫu"] if file.dossier.samples else []
    time = filing_time(after.dossier, law, renewal.on) if law else None
    notes = tuple(_notes(after.dossier, law, time, renewal.on)) if law else ()
    doubts = tuple(_doubts(time, renewal.on))
    return PlannedRenewal((*edits, *move.edits), notes, tuple(aside), doubts, refusals)


def _refuse_unrecognised(file: DossierFile) -> None:
    """Raise ``OcopError`` for a product that does not rest on a recognition."""
    cycle = load_cycle()
    if not cycle.stages[file.dossier.stage].renewal:
        raise OcopError(
            f"Hồ sơ {file.id} đang ở bước “{cycle.name(file.dossier.stage)}”: chỉ sản phẩm đã được công nhận mới đăng ký lại.",
            f"Xem bước tiếp theo: `ocop next {file.id}`.",
            exit_code=1,
        )


def _doubts(time: FilingTime | None, on: date) -> Iterator[str]:
    if time and on < time.first:
        yield f"chưa tới thời gian nộp phân hạng lại ({time.words()})"
    if time and on > time.last:
        yield f"đã quá thời gian nộp phân hạng lại ({time.words()})"


def _registered(file: DossierFile, renewal: Renewal) -> list[Edit]:
    track = load_cycle().registration_tracks[renewal.kind]
    edits: list[Edit] = [
        Append(("registration", "earlier"), _before(file.dossier, renewal.on)),
        Set(("registration", "kind"), renewal.kind.value),
        Set(("registration", "track"), track.value),
        Set(("registration", "year"), renewal.on.year),
    ]
    if renewal.target_star is not None:
        edits.append(Set(("registration", "target_star"), renewal.target_star))
    elif file.dossier.registration.target_star is not None:
        edits.append(Remove(("registration", "target_star")))
    asked, business = _ASKED_ANEW[renewal.kind], file.dossier.business
    is_said = business is not None and getattr(business, asked) is not None
    if renewal.changes and (not is_said or file.dossier.registration.kind is renewal.kind):
        edits.append(Set(("business", asked), ". ".join(renewal.changes) + "."))
    return edits


def _before(dossier: Dossier, until: date) -> dict[str, Any]:
    """Return the round that ends here, as the file keeps it: the folder as of an earlier day shows it."""
    registration = dossier.registration
    ended = EarlierRound(
        track=registration.track,
        kind=registration.kind,
        target_star=registration.target_star,
        slip=registration.slip,
        samples=dossier.samples,
    )
    return {
        "year": registration.year,
        "until": until,
        "round": ended.model_dump(mode="json", by_alias=True, exclude_none=True),
    }


def _of_last_round(dossier: Dossier) -> list[Edit]:
    """Return the edits that take away what was handed in for the last round, the last of a list first."""
    numbers = [number for number, paper in enumerate(dossier.papers) if paper.kind in OWN_FORMS]
    edits: list[Edit] = [Remove(("papers", number)) for number in reversed(numbers)]
    edits += [Remove(("samples",))] if dossier.samples else []
    return [*edits, *([Remove(("registration", "slip"))] if dossier.registration.slip else [])]


def _move(file: DossierFile, renewal: Renewal, law: Ruleset | None, today: date) -> PlannedMove:
    cycle, registration = load_cycle(), file.dossier.registration
    request = MoveRequest(file.dossier, (), law)
    start = cycle.start_of(registration.track, registration.kind)
    return plan_dossier_move(file, request, today, on=renewal.on, to=start, note=renewal.note)


def _too_late(file: DossierFile, renewal: Renewal, law: Ruleset | None) -> list[Finding]:
    """W025: the certificate has lapsed and no grace is left: there is nothing to rank again."""
    held, expiry = file.dossier.recognition, certificate_end(file.dossier, law) if law else None
    if held is None or expiry is None or law is None or renewal.kind is not RegistrationKind.RE_RANKING:
        return []
    if standing(held, expiry, law.decision, renewal.on) is not Standing.LAPSED:
        return []
    message = (
        f"Giấy chứng nhận đã hết hạn ngày {show_date(expiry)}, không còn thời gian gia hạn để phân hạng lại"
    )
    hint = "nhận lại như sản phẩm mới bằng `ocop register`; hỏi cơ quan cấp tỉnh khi có lý do riêng"
    place = Place(file.source.name, ("results",))
    return [Finding("W025", Severity.ERROR, message, place, hint=hint, cite=law.decision.cite)]


def _notes(dossier: Dossier, law: Ruleset, time: FilingTime | None, on: date) -> Iterator[str]:
    """Say when to file, which round of the province comes next, when the certificate ends."""
    expiry, cut_off = certificate_end(dossier, law), next_cut_off(law, on)
    if time:
        yield f"Thời gian nộp phân hạng lại: {time.words()}"
    if cut_off:
        yield f"Đợt cấp tỉnh tới nhận đề nghị trước ngày {show_date(cut_off)}"
    if expiry:
        yield f"Giấy chứng nhận hết hạn ngày {show_date(expiry)}"
