"""What the papers of a meeting rest on: its own record and the dossiers before it."""

from collections.abc import Mapping

from ocop_cli.documents.basis import Basis, basis_of
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.meeting import Meeting
from ocop_cli.store.dossier.dossiers import dossier_name
from ocop_cli.store.programme.meetings import meeting_name


def meeting_basis(meeting_id: str, meeting: Meeting, dossiers: Mapping[str, Dossier], **asked: str) -> Basis:
    """Return what a paper of a meeting rests on, with the words that tell it from the others of that meeting."""
    named = ((dossier_name(i), dossier) for i, dossier in dossiers.items())
    return basis_of([(meeting_name(meeting_id), meeting), *named], meeting=meeting_id, **asked)
