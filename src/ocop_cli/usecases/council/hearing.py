"""Whether producers were there when the commune took opinions on their dossiers, as somebody states it."""

from collections.abc import Iterable, Mapping
from typing import Any

from ocop_cli.documents.meeting import gone_before
from ocop_cli.programme.convening import Attendance, read_person, refuse_unsaid
from ocop_cli.programme.meeting import Meeting, Person
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.yaml.edit import Append, Edit, Set


def producers_before(files: Iterable[DossierFile]) -> dict[str, str]:
    """Map the producers of dossiers to the id of one of these, by which they may be called too."""
    named = [(file.dossier.producer.name, file.id) for file in files]
    return dict(reversed(named))


def looked_at(files: Iterable[DossierFile], meeting: Meeting) -> list[DossierFile]:
    """Return the dossiers that a meeting has to look at: those that were neither taken back nor given back before it."""
    return [file for file in files if not gone_before(file.dossier, meeting.on)]


def unheard(meeting: Meeting, producers: Iterable[str], said: Attendance) -> list[str]:
    """Return the invited producers of whom nothing is said; none where the meeting invited none."""
    told = {*said.present, *said.absent}
    return [name for name in producers if name not in told] if meeting.producers else []


def heard_before(files: Iterable[DossierFile], meeting_id: str) -> Attendance:
    """Return what was written of each producer when this meeting was closed."""
    told = {
        file.dossier.producer.name: each
        for file in files
        for each in file.dossier.hearings
        if each.meeting == meeting_id
    }
    there = {
        name: Person(**read_person(each.by, "")) if each.by else None
        for name, each in told.items()
        if each.present
    }
    return Attendance(there, {name: each.absence for name, each in told.items() if each.absence})


def hearing_edits(
    files: Iterable[DossierFile], meeting_id: str, meeting: Meeting, said: Attendance
) -> dict[str, list[Edit]]:
    """Return the edits of each dossier that state whether its producer was there.

    Raises ``OcopError`` (misuse) for a producer who was invited and of whom nothing is said, and for one who is
    said to be both there and absent.
    """
    before = list(files)
    said.refuse_both()
    refuse_unsaid(unheard(meeting, producers_before(looked_at(before, meeting)), said))
    stated = {**_present(said), **{name: {"absence": why} for name, why in said.absent.items()}}
    edits: dict[str, list[Edit]] = {}
    for file in before:
        if (own := stated.get(file.dossier.producer.name)) is not None:
            is_present = "absence" not in own
            row = {"meeting": meeting_id, "on": meeting.on, "present": is_present, **own}
            edits[file.id] = [_put(file, meeting_id, row)]
    return edits


def _present(said: Attendance) -> Mapping[str, dict[str, str]]:
    return {
        name: {"by": f"{person.name}, {person.title}"} if person else {}
        for name, person in said.present.items()
    }


def _put(file: DossierFile, meeting_id: str, row: dict[str, Any]) -> Edit:
    """Say it anew where the meeting was closed before, or for the first time."""
    held = [each.meeting for each in file.dossier.hearings]
    return (
        Set(("hearings", held.index(meeting_id)), row) if meeting_id in held else Append(("hearings",), row)
    )
