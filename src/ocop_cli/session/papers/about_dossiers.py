"""Papers about single dossiers: made for ``ocop paper``, and for the verbs that a paper goes with."""

from collections.abc import Sequence
from datetime import date

from ocop_cli.documents.basis import Basis
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.store.at_work import going_through
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Edit
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.papers.document import DossierDocument, document_case, dossier_document, filed_as
from ocop_cli.usecases.papers.draft import Draft


def papers_about(
    session: Session, kind: DossierDocument, files: Sequence[DossierFile], due: date | None = None
) -> list[Draft]:
    """Return the paper of a kind about each dossier; ``due`` is the day that a letter sets.

    Raises ``OcopError`` with every dossier that gives no ground for it: nothing is made then.
    """
    papers, refused = list[Draft](), list[OcopError]()
    for file in going_through("Đang lập văn bản", files, len(files)):
        try:
            papers.append(_paper(session, kind, file, due))
        except OcopError as error:
            refused.append(error)
    if len(refused) > 1:
        messages, hints = ([getattr(e, part) for e in refused] for part in ("message", "hint"))
        findings = tuple(finding for error in refused for finding in error.findings)
        hint = " ".join(dict.fromkeys(hints))
        raise OcopError(" ".join(messages), hint, exit_code=refused[0].exit_code, findings=findings)
    if refused:
        raise refused[0]
    return papers


def return_letter(
    session: Session, file: DossierFile, edits: Sequence[Edit], due: date | None
) -> list[Draft]:
    """Return the letter about a dossier that goes back to its producer by some edits; none where it was never filed."""
    stage = load_cycle().stages.get(file.dossier.stage)
    if stage is None or not (stage.at_commune or stage.waiting) or session.law_of(file.dossier) is None:
        return []
    returned = file._replace(dossier=edited(file.source, Dossier, edits))
    return [_paper(session, DossierDocument.RETURN, returned, due)]


def _paper(session: Session, kind: DossierDocument, file: DossierFile, due: date | None) -> Draft:
    case = document_case(session.sources, file, session.rulebook, session.today, kind, due)
    form_id, values = dossier_document(kind, case, session.workspace.profile)
    return session.document(
        form_id, file.id, values, file.dossier, filed_as=filed_as(kind, file), basis=Basis(due=case.due)
    )
