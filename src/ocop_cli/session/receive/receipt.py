"""The receipt of a dossier: files sorted, questions asked, everything planned, shown and written at once."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.rules.decision import Ruleset
from ocop_cli.session import Session
from ocop_cli.session.evaluation.scoring import copied_self_scores
from ocop_cli.session.facts.proposing import confirmed
from ocop_cli.session.questions.lateness import late_acts
from ocop_cli.session.receive.handing_in import (
    asked_original,
    asked_promises,
    asked_signed,
    read_units,
    stated_pages,
)
from ocop_cli.session.receive.receiving import asked_folder, by_file, left_out, seen_again, taken_files
from ocop_cli.store.built_in.packaged import load_cycle, load_scan_standard
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.foreign.incoming import read_incoming
from ocop_cli.store.yaml.edit import Edit, change_of
from ocop_cli.tables import Table
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.receive.papers import (
    PlacedFile,
    Sorted,
    TakenFile,
    paper_edits,
    place_files,
    sort_files,
)
from ocop_cli.usecases.receive.proposals import proposals
from ocop_cli.usecases.receive.receive import Handed, Intake, Receipt, slip_drafts
from ocop_cli.usecases.receive.table import papers_table, received_json
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day


class Typed(NamedTuple):
    """The options as they were typed."""

    on: str | None
    kinds: Sequence[str] | None
    pages: Sequence[str] | None
    originals: bool
    copies: bool
    signed: bool
    samples: str | None
    slip: str | None
    by: str | None
    promises: Sequence[str] | None
    papers_only: bool
    scores: bool
    note: str | None
    late: str | None


class Desk(NamedTuple):
    """The dossier at the desk, its law, the day, and the kinds of paper: all, and those that the law asks for."""

    file: DossierFile
    law: Ruleset
    on: date
    kinds: dict[str, str]
    asked: tuple[str, ...]
    case: Case


def receive_dossier(session: Session, wanted: str, folder: Path | None, typed: Typed) -> int:
    """Take in the papers of a folder and receive the dossier; refuse, with all that is missing, where it may not be."""
    desk = _desk(session, wanted, typed)
    placed, not_taken = _placed(session, desk, folder, typed)
    papers = _paper_edits(session, desk, placed, typed)
    moving = not typed.papers_only and not desk.case.stage.at_commune
    intake = Intake(session.sources, desk.file, papers, placed, desk.law, session.today, moving, typed.note)
    receipt = _receipt(session, desk, intake, typed)
    _write(session, desk, placed, receipt)
    if session.options.json:
        session.json("ocop/receipt@1", _json(session, desk, receipt, placed, not_taken))
    return 0


def _paper_edits(session: Session, desk: Desk, placed: Sequence[PlacedFile], typed: Typed) -> list[Edit]:
    """Return the edits that write the papers, and those of the facts they prove that somebody confirms."""
    is_new = bool(placed)
    original = asked_original(session, originals=typed.originals, copies=typed.copies, any_new=is_new)
    marks = {"original": original, "signed": asked_signed(session, signed=typed.signed, any_new=is_new)}
    papers = paper_edits(desk.file, desk.kinds, placed, on=desk.on, marks=marks)
    brought = edited(desk.file.source, Dossier, papers)
    return papers + confirmed(session, proposals(desk.file.dossier, brought, desk.law, placed))


def _receipt(session: Session, desk: Desk, intake: Intake, typed: Typed) -> Receipt:
    """Return the receipt with what is handed in and promised, why it is late, and the producer's own scores.

    Raises ``OcopError``, with all that is missing, where the dossier may not be received.
    """
    handed = _handed(session, desk, typed)
    receipt = intake.receipt(handed)
    missing = _missing_kinds(receipt) if receipt.lacks else []
    if promises := asked_promises(session, missing, desk.kinds, typed.promises):
        handed = handed._replace(promises=promises)
        receipt = intake.receipt(handed)
    if receipt.lacks:
        session.console.note("Chỉ ghi các giấy đã có, chưa nhận hồ sơ: thêm --papers-only.")
        session.refuse(f"Chưa thể nhận hồ sơ {desk.file.id}.", receipt.lacks)
    if receipt.moves:
        acts, reached = [(desk.file, desk.law)], receipt.file.dossier.stage
        told = late_acts(session, acts, desk.on, typed.late, to=reached).get(desk.file.id)
        receipt = intake.receipt(handed, told) if told else receipt
    if typed.scores:
        scores = copied_self_scores(session, receipt.file, desk.law, desk.on)
        receipt = receipt._replace(edits=(*receipt.edits, *scores))
    return receipt


def _desk(session: Session, wanted: str, typed: Typed) -> Desk:
    file = session.dossier(wanted)
    on = read_act_day(typed.on, session.today) or session.today
    law = applicable_ruleset(file.dossier, session.rulebook, on)
    case = case_of(file.source.name, file.dossier, law, on)
    if case.stage.waiting or case.stage.closed or case.stage.renewal:
        raise OcopError(
            f"Hồ sơ {file.id} đang ở bước “{case.stage.name}”, không nhận thêm giấy tờ được.",
            f"Xem bước tiếp theo: `ocop next {file.id}`.",
            exit_code=1,
        )
    kinds = {paper.id: paper.name for paper in law.decision.procedure.papers}
    return Desk(file, law, on, kinds, tuple(kind.id for kind, _ in case.asked), case)


def _placed(
    session: Session, desk: Desk, folder: Path | None, typed: Typed
) -> tuple[list[PlacedFile], list[tuple[str, str]]]:
    """Return the files of the folder that are taken, each with its place, and the others, each with the reason."""
    folder = folder or asked_folder(session)
    if folder is None:
        return [], []
    files = read_incoming(folder, load_scan_standard())
    sorted_files: Sorted = sort_files(session.sources, desk.file, files)
    said = by_file(typed.kinds, files, "--as")
    others = left_out(session, sorted_files, said)
    taken = taken_files(session, sorted_files, desk.kinds, desk.asked, said)
    taken = seen_again(session, sorted_files, taken, desk.kinds, desk.asked, partial(_table, desk))
    stated = stated_pages(session, files, taken, typed.pages)
    told = {name for name, _ in others} | {each.incoming.name for each in taken}
    others += [(file.name, "bỏ qua") for file in files if file.name not in told]
    trial = session.options.dry_run
    return place_files(session.sources, desk.file.id, taken, stated, trial=trial), others


def _table(desk: Desk, files: Sequence[tuple[TakenFile, int | None]]) -> Table:
    return papers_table(files, desk.kinds, desk.file.dossier.papers, load_scan_standard())


def _handed(session: Session, desk: Desk, typed: Typed) -> Handed:
    """Return what was handed in beside the files; samples and the slip's number are asked for where they lack."""
    dossier, case = desk.file.dossier, desk.case
    samples, slip = typed.samples, typed.slip
    held = dossier.samples.units if dossier.samples else 0
    if samples is None and session.can_ask and held < case.samples_wanted:
        words = f"Số sản phẩm mẫu đã nhận (cần {case.samples_wanted})"
        samples = session.ask(words, option="--samples", check=read_units)
    number = dossier.registration.slip.number if dossier.registration.slip else None
    if slip is None and not number and session.can_ask:
        slip = session.ask("Số phiếu đăng ký (bỏ trống: chưa ghi)", option="--slip", optional=True) or None
    before = case.stage.at_commune or typed.papers_only  # received before by somebody, or not yet by anybody
    by = typed.by or (None if before else session.workspace.profile.office.officer)
    return Handed(desk.on, read_units(samples) if samples is not None else None, slip, by)


def _missing_kinds(receipt: Receipt) -> list[str]:
    """Return the kinds of paper that must be there and are neither there nor promised."""
    held = {paper.kind for paper in receipt.file.dossier.papers}
    promised = {each.paper for each in receipt.file.dossier.promises if each.is_open}
    return [
        kind.id for kind, is_required in receipt.case.asked if is_required and kind.id not in held | promised
    ]


def _write(session: Session, desk: Desk, placed: Sequence[PlacedFile], receipt: Receipt) -> None:
    """Show and write everything; nothing new is said and writes nothing."""
    if placed:
        session.show_table(_table(desk, [(each.taken, each.pages) for each in placed]))
    if not receipt.edits:
        session.say("Không có gì mới để ghi.")
        return
    cycle = load_cycle()
    for move in receipt.moves:
        if move.move:
            session.say(
                f"{cycle.name(move.move.origin)} → {cycle.name(move.move.to)}, ngày {show_date(move.on)}"
            )
    still = _still_missing(receipt)
    drafts = slip_drafts(
        session.sources, receipt, session.rulebook, session.workspace.profile, session.today, session.document
    )
    change = change_of(desk.file.source, receipt.edits)
    following = f"`ocop next {desk.file.id}`"
    session.write(
        [*(each.change for each in placed), change, *drafts], f"nhận hồ sơ {desk.file.id}", following
    )
    if still:
        session.say("\n".join(["Còn thiếu:", *(f"  {line}" for line in still)]))


def _json(
    session: Session,
    desk: Desk,
    receipt: Receipt,
    placed: Sequence[PlacedFile],
    not_taken: Sequence[tuple[str, str]],
) -> dict[str, Any]:
    """Return the receipt for machines: the files, the stage that the dossier is at now, what is to come, what was written."""
    after = receipt.file.dossier
    return {
        "dossier": desk.file.id,
        "on": desk.on.isoformat(),
        "stage": after.stage,
        **received_json(placed, not_taken, desk.file.dossier.papers, after.papers),
        "promised": [
            {"kind": each.paper, "by": each.by, "due": each.due.isoformat()}
            for each in after.promises
            if each.is_open
        ],
        "missing": _missing_kinds(receipt),
        "written": list(session.written["files"]) if session.written else [],
    }


def _still_missing(receipt: Receipt) -> list[str]:
    """Say in words what is still to come: promises with their day, and papers that nobody has promised."""
    procedure = receipt.case.law.decision.procedure
    promised = [
        f"{procedure.paper_name(each.paper)}: {each.by} cam kết nộp chậm nhất ngày {show_date(each.due)}"
        for each in receipt.file.dossier.promises
        if each.is_open
    ]
    missing = [procedure.paper_name(kind) for kind in _missing_kinds(receipt)]
    return [*promised, *missing]
