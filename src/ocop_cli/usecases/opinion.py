"""Opinions as they are written down: may this one be, and what the chair answers to a dissent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import Stance
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.dissents import Dissent
from ocop_cli.evaluation.opinions import OpinionGiven
from ocop_cli.programme.units import same_unit
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.packaged import load_cycle
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.edit import edited


def check_opinion(given: OpinionGiven, meeting: str, file: DossierFile) -> None:
    """Raise ``OcopError`` for a unit's second opinion on one content, and for a dissent without its words."""
    if given.stance != Stance.AGREE and not given.text:
        raise OcopError(
            f"{given.unit} không nhất trí thì phải ghi lời ý kiến.", "Thêm --text “…”.", exit_code=MISUSE
        )
    for opinion in file.dossier.opinions:
        same = (opinion.meeting, opinion.content) == (meeting, given.content)
        if same and same_unit(opinion.unit, given.unit):
            raise OcopError(
                f"{given.unit} đã có ý kiến về nội dung này của {file.id} tại cuộc họp.",
                f"Ghi nhầm thì sửa ý kiến đã ghi trong {file.source.name}, mục opinions.",
                exit_code=1,
            )


def answer_dissents(
    files: Sequence[DossierFile], answers: Mapping[Dissent, str]
) -> tuple[dict[str, Dossier], list[Change]]:
    """Return the dossiers with the chair's answers in them, and the changes that write these."""
    dossiers, changes = {}, []
    for file in files:
        own = {dissent.number: text for dissent, text in answers.items() if dissent.dossier == file.id}
        edits = [Set(("opinions", number, "response"), text) for number, text in own.items()]
        dossiers[file.id] = edited(file.source, Dossier, edits) if edits else file.dossier
        changes += [change_of(file.source, edits)] if edits else []
    return dossiers, changes


def past_opinions(files: Iterable[DossierFile]) -> Iterator[str]:
    """Say in words which dossiers no opinion can help any more: they are with the province, were answered or have ended."""
    stages = load_cycle().stages
    for file in files:
        stage = stage_of(stages, file.dossier.stage)
        if stage.past_sending:
            yield f"Hồ sơ {file.id} đang ở bước “{stage.name}”, không còn lấy ý kiến để đánh giá"
