"""The meetings of a workspace."""

from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme import Meeting
from ocop_cli.store.records import Loaded, load_record

MEETING_FOLDER = "programme/meetings"


def meeting_name(meeting_id: str) -> str:
    """Return the file of a meeting, relative to the workspace."""
    return f"{MEETING_FOLDER}/{meeting_id}.yaml"


def list_meetings(root: Path) -> list[str]:
    """Return the ids of all meetings, in order."""
    return sorted(path.stem for path in (root / MEETING_FOLDER).glob("*.yaml"))


def load_meeting(root: Path, meeting_id: str) -> Loaded[Meeting]:
    """Read one meeting. Raises ``OcopError`` when it does not exist; faults of the data are findings."""
    if meeting_id not in list_meetings(root):
        raise OcopError(
            f"Không có cuộc họp “{meeting_id}”.",
            "Xem thư mục programme/meetings.",
            code="P003",
            exit_code=MISUSE,
        )
    return load_record(root, meeting_name(meeting_id), Meeting)
