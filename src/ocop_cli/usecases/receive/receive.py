"""The receipt of a dossier in one go: its papers, the moves up to the receipt, the three slips, and what is missing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.checks.receipt import find_unreceivable
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import MoveKind
from ocop_cli.evaluation.case import Case, FilesSeen
from ocop_cli.findings import Finding
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.dossier.evidence import files_seen
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.move import PlannedMove, plan_dossier_move
from ocop_cli.usecases.papers.document import DossierDocument, document_case, dossier_document
from ocop_cli.usecases.papers.draft import Draft, DraftMaker
from ocop_cli.usecases.receive.papers import PlacedFile
from ocop_cli.workflow.cycle import Allowed, Cycle
from ocop_cli.workflow.needs import MoveRequest

SLIPS = (DossierDocument.RECEIPT, DossierDocument.FORMAT_CHECK, DossierDocument.CONTROL)
_ON_THE_WAY = "ghi khi xã nhận hồ sơ"
_CURES = {  # what is typed here about each lack, in place of a line in the file
    "F203": 'nộp thêm vào thư mục, hoặc ghi cam kết: --promise "{paper}=NGÀY"',
    "F205": "trả chủ thể ký, đóng dấu rồi nhận lại",
    "F206": "nhận bản gốc hoặc bản sao chứng thực, rồi chạy lại với --originals",
    "F207": "quét giấy này vào thư mục rồi chạy lại",
    "F210": 'đếm trên bản giấy rồi thêm --pages "TỆP=SỐ"',
    "F212": "nhận đủ mẫu, rồi thêm --samples SỐ",
}


class Handed(NamedTuple):
    """What is recorded beside the files: ``promises`` maps kinds of paper to the day by which they come."""

    on: date
    samples: int | None = None
    slip: str | None = None
    by: str | None = None
    promises: Mapping[str, date] = {}


class Receipt(NamedTuple):
    """The dossier as it will stand, the edits that lead there, the moves, and what keeps it from being received."""

    file: DossierFile
    edits: tuple[Edit, ...]
    moves: tuple[PlannedMove, ...]
    lacks: tuple[Finding, ...]
    case: Case


def handed_edits(file: DossierFile, handed: Handed) -> Iterator[Edit]:
    """Yield the edits that write samples, slip and promises into a dossier."""
    dossier, slip = file.dossier, file.dossier.registration.slip
    if handed.samples is not None and handed.samples != (dossier.samples.units if dossier.samples else None):
        yield Set(("samples", "units"), handed.samples)
        yield Set(("samples", "received_on"), handed.on)
    if handed.slip and handed.slip != (slip and slip.number):
        yield Set(("registration", "slip", "number"), handed.slip)
    if handed.by and handed.by != (slip and slip.received_by):
        yield Set(("registration", "slip", "received_by"), handed.by)
    person = dossier.producer.representative
    for kind, due in handed.promises.items():
        promised = [
            n for n, each in enumerate(dossier.promises) if each.paper == kind and not each.received_on
        ]
        if promised:
            yield Set(("promises", promised[0], "due"), due)
        else:
            by = person.name if person else dossier.producer.name
            yield Append(("promises",), {"paper": kind, "by": by, "due": due})


class Intake(NamedTuple):
    """What a receipt is planned from: the dossier, the papers with the edits that record them, the law, the day of today.

    Without ``moving`` the papers are recorded and the dossier stays where it is.
    """

    sources: Sources
    file: DossierFile
    papers: Sequence[Edit]
    placed: Sequence[PlacedFile]
    law: Ruleset
    today: date
    moving: bool
    note: str | None = None

    def receipt(self, handed: Handed, late: Mapping[str, Any] | None = None) -> Receipt:
        """Plan what is written: the papers and what was handed in, then the moves up to the receipt."""
        planned, moves = [*self.papers, *handed_edits(self.file, handed)], list[PlannedMove]()
        brought = after = self._edited(planned)
        while self.moving and (move := self._next_move(after, handed, late)):
            moves.append(move)
            if move.refusals:
                break
            planned += move.edits
            after = self._edited(planned)
        seen, name = seen_with(self.sources, after.dossier, self.placed), self.file.source.name
        lacks = [finding for move in moves for finding in move.refusals]
        if moves and not lacks:
            lacks += find_unreceivable(case_of(name, brought.dossier, self.law, handed.on, seen), self.note)
        case = case_of(name, after.dossier, self.law, handed.on, seen)
        return Receipt(after, tuple(planned), tuple(moves), tuple(map(_with_cure, lacks)), case)

    def _edited(self, edits: Sequence[Edit]) -> DossierFile:
        return self.file._replace(dossier=edited(self.file.source, Dossier, edits))

    def _next_move(
        self, file: DossierFile, handed: Handed, late: Mapping[str, Any] | None
    ) -> PlannedMove | None:
        """Plan the next move towards the receipt; ``None`` once the commune has the dossier."""
        cycle = load_cycle()
        if cycle.stages[file.dossier.stage].at_commune:
            return None
        target = _towards_receipt(cycle, file.dossier)
        is_receipt = cycle.stages[target].filing
        return plan_dossier_move(
            file,
            MoveRequest(file.dossier, (), self.law),
            self.today,
            on=handed.on,
            to=target,
            by=handed.by,
            note=self.note if is_receipt else _ON_THE_WAY,
            late=late if is_receipt else None,
        )


def _towards_receipt(cycle: Cycle, dossier: Dossier) -> str:
    """Return the stage to go to next: the receipt itself where no step of the producer's leads there from here."""
    onward: Allowed | None = cycle.onward(dossier.stage, dossier.registration.track)
    filing = next(stage.id for stage in cycle.stages.values() if stage.filing)
    return onward.to if onward and onward.kind is MoveKind.ADVANCE else filing


def seen_with(sources: Sources, dossier: Dossier, placed: Sequence[PlacedFile]) -> FilesSeen:
    """Return what is known of the files of a dossier, with those that are about to be written."""
    seen = files_seen(sources, dossier)
    new = {each.path: each.taken.incoming for each in placed}
    hashes = {path: found.sha256 for path, found in new.items()}
    pages = {name: new[name].pages if name in new else seen.pages[name] for name in seen.pages}
    return seen._replace(hashes={**seen.hashes, **hashes}, pages=pages)


def slip_drafts(
    sources: Sources, receipt: Receipt, rulebook: Rulebook, profile: Profile, today: date, draft: DraftMaker
) -> list[Draft]:
    """Return the drafts of the slips; of a dossier that is not received only the check of its form."""
    drafts = []
    seen = FilesSeen(receipt.case.files, receipt.case.pages, receipt.case.near, receipt.case.refused)
    for kind in SLIPS if receipt.case.stage.at_commune else (DossierDocument.FORMAT_CHECK,):
        case = document_case(sources, receipt.file, rulebook, today, kind, seen=seen)
        form_id, values = dossier_document(kind, case, profile)
        drafts.append(draft(form_id, receipt.file.id, values, receipt.file.dossier))
    return drafts


def _with_cure(finding: Finding) -> Finding:
    """Say what to type about a lack."""
    cure = _CURES.get(finding.code)
    if cure is None:
        return finding
    return finding._replace(hint=cure.format(paper=finding.message.partition(": ")[2]))
