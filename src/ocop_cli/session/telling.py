"""What is told to a producer: the text, and the act of telling as one of the year's guidance."""

from datetime import date

from ocop_cli.documents.basis import Basis
from ocop_cli.documents.message import message_points, producer_message
from ocop_cli.documents.raising_letter import FORM as RAISING_LETTER
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_entry import Channel
from ocop_cli.session import Session
from ocop_cli.session.evaluation.raising import way_of
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.usecases.papers.document import DossierDocument, document_case
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.usecases.papers.raising_letter import raising_letter
from ocop_cli.usecases.year.log import add_act
from ocop_cli.usecases.year.remedies import open_remedies

_GUIDANCE = "guidance"


def text_for(session: Session, file: DossierFile, due: date | None, star: int | None) -> str:
    """Return what a producer is told. Raises ``OcopError`` where there is nothing to tell, or no law is known."""
    kind = DossierDocument.COMPLETION
    case = document_case(session.sources, file, session.rulebook, session.today, kind, due)
    remedies = [one.open for one in open_remedies(session.sources, session.today, file.id)]
    points = message_points(case, remedies, way_of(session, file, star)[0] if star else None)
    return producer_message(case, points, session.workspace.profile)


def telling(
    session: Session, file: DossierFile, text: str, channel: str, who: str | None, due: date | None
) -> Change:
    """Return the change that logs the act: day, way, who told, of which product; the text itself is kept short."""
    count = sum(line[:1].isdigit() for line in text.splitlines())
    return _logged(session, file, f"nhắc chủ thể {count} điểm cần làm", channel, who, due)


def letter_to_raise(
    session: Session, file: DossierFile, star: int | None, who: str | None, due: date | None
) -> tuple[Draft, Change]:
    """Return the letter that tells a producer the way to a star, and the change that logs it.

    Raises ``OcopError`` (misuse) without a star, and where it has no way.
    """
    if star is None:
        hint = f"Thêm --to SAO; công văn về phần còn thiếu: `ocop paper huong-dan {file.id}`."
        raise OcopError("Chưa biết hướng dẫn lên hạng sao nào.", hint, exit_code=MISUSE)
    profile = session.workspace.profile
    values = raising_letter(session.sources, file, session.rulebook, profile, star, session.today, due)
    paper = session.document(RAISING_LETTER, file.id, values, file.dossier, basis=Basis(due=due))
    what = f"công văn hướng dẫn lên {star} sao, {len(values['items'])} việc"
    return paper, _logged(session, file, what, Channel.LETTER.value, who, due)


def _logged(
    session: Session, file: DossierFile, what: str, channel: str, who: str | None, due: date | None
) -> Change:
    officer = who or session.workspace.profile.office.officer
    values = {
        "on": session.today, "what": what, "channel": channel,
        "products": [file.id], "unit": officer, "until": due,
    }  # fmt: skip
    kind = load_log_kinds().kinds[_GUIDANCE]
    return add_act(session.sources, kind, {name: value for name, value in values.items() if value})[1]
