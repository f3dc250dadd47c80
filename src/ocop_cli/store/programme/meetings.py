"""The meetings of a workspace."""

from pathlib import Path
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.meeting import Meeting
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.gaps import Gathered
from ocop_cli.store.reading.records import (
    Loaded,
    RecordFile,
    gather_records,
    load_record,
    read_record,
    usable,
)
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_stems, has_data
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.ids import free_id

MEETING_FOLDER = "programme/meetings"


def meeting_name(meeting_id: str) -> str:
    """Return the file of a meeting, relative to the workspace."""
    return f"{MEETING_FOLDER}/{meeting_id}.yaml"


def list_meetings(root: Path) -> list[str]:
    """Return the ids of all meetings, in order."""
    return data_stems(root / MEETING_FOLDER)


def has_meeting(root: Path, meeting_id: str) -> bool:
    """Say whether a workspace has a meeting of this id."""
    return has_data(root / MEETING_FOLDER, meeting_id)


def load_meeting(sources: Sources, meeting_id: str) -> Loaded[Meeting]:
    """Read one meeting. Raises ``OcopError`` when it does not exist; errors of the data are findings."""
    if not has_meeting(sources.root, meeting_id):
        raise OcopError(
            f"Không có cuộc họp “{meeting_id}”.",
            "Xem thư mục programme/meetings.",
            code="P003",
            exit_code=MISUSE,
        )
    return load_record(sources, meeting_name(meeting_id), Meeting)


MeetingFile = RecordFile[Meeting]
"""A meeting with the file it stands in."""


def gather_meetings(sources: Sources) -> Gathered[MeetingFile]:
    """Return all meetings."""
    return gather_records(sources, map(meeting_name, list_meetings(sources.root)), Meeting)


def usable_meeting(sources: Sources, meeting_id: str) -> MeetingFile:
    """Read one meeting. Raises ``OcopError`` carrying every error when it cannot be used."""
    loaded = load_meeting(sources, meeting_id)
    meeting = usable(loaded, f"Cuộc họp {meeting_id}", "nên chưa thể làm tiếp")
    return MeetingFile(meeting, loaded.source)


def draft_meeting(root: Path, data: dict[str, Any]) -> tuple[str, Meeting, Change]:
    """Return a new meeting, named after its day, and the change that files it.

    Raises ``OcopError`` with every error when an answer does not fit its field.
    """
    meeting_id = free_id(f"hop-{data['on'].isoformat()}", list_meetings(root))
    content = dump(data).encode()
    loaded = read_record(parse(content, meeting_name(meeting_id)), Meeting)
    meeting = entered(loaded, "Cuộc họp chưa đủ thông tin, chưa ghi gì.")
    return meeting_id, meeting, plan_write(root, meeting_name(meeting_id), content)
