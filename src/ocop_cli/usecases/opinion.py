"""May this opinion be written down?"""

from ocop_cli.dossier.vocabulary import Stance
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.opinions import OpinionGiven
from ocop_cli.store.dossiers import DossierFile


def check_opinion(given: OpinionGiven, meeting: str, file: DossierFile) -> None:
    """Raise ``OcopError`` for a unit's second opinion on one content, and for a dissent without its words."""
    if given.stance != Stance.AGREE and not given.text:
        raise OcopError(
            f"{given.unit} không nhất trí thì phải ghi lời ý kiến.", "Thêm --text “…”.", exit_code=MISUSE
        )
    for opinion in file.dossier.opinions:
        if (opinion.meeting, opinion.unit, opinion.content) == (meeting, given.unit, given.content):
            raise OcopError(
                f"{given.unit} đã có ý kiến về nội dung này của {file.id} tại cuộc họp.",
                f"Sửa mục opinions trong {file.source.name} nếu ghi nhầm.",
                exit_code=1,
            )
