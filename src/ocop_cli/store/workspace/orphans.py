"""Files that name a dossier which is not there: documents, inspections, meetings, and personal data left behind."""

import re
from collections.abc import Collection, Iterator

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER, dossier_name, list_ids
from ocop_cli.store.papers.document_records import record_names
from ocop_cli.store.programme.inspection_files import inspection_name, list_inspections
from ocop_cli.store.programme.meetings import list_meetings, load_meeting, meeting_name
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_files

_MADE_OF = re.compile(r"^  dossier: ['\"]?([^\s'\"]+)", re.MULTILINE)
_INSPECTED = re.compile(r"^dossier: ['\"]?([^\s'\"]+)", re.MULTILINE)
_WHY = "văn bản không còn hồ sơ để đối chiếu, số liệu không truy được nguồn"


def orphan_findings(sources: Sources) -> Iterator[Finding]:
    """Yield a finding for every file that names a dossier which is gone."""
    known = set(list_ids(sources.root))
    for name in record_names(sources.root):
        yield from _named_in(sources, name, _MADE_OF, known, ("made", "dossier"))
    for inspection in list_inspections(sources.root):
        yield from _named_in(sources, inspection_name(inspection), _INSPECTED, known, ("dossier",))
    for meeting in list_meetings(sources.root):
        record = load_meeting(sources, meeting).record
        for number, dossier_id in enumerate(record.dossiers if record else ()):
            if _is_gone(sources, dossier_id, known):
                yield _orphan(Place(meeting_name(meeting), ("dossiers", number)), dossier_id)
    yield from _private_left(sources, known)


def _named_in(
    sources: Sources, name: str, pattern: re.Pattern[str], known: Collection[str], field: tuple[str, ...]
) -> Iterator[Finding]:
    """Look only for the line that names the dossier: records are many and long."""
    try:
        text = (sources.root / name).read_bytes().decode(errors="replace")
    except OSError:  # told where the record itself is read
        return
    found = pattern.search(text)
    if found and _is_gone(sources, found[1], known):
        yield _orphan(Place(name, field), found[1])


def _is_gone(sources: Sources, dossier_id: str, known: Collection[str]) -> bool:
    """Say whether a dossier is no longer there; of a folder that the disk does not give nobody knows."""
    return dossier_id not in known and not sources.may_have(dossier_name(dossier_id))


def _orphan(place: Place, dossier_id: str) -> Finding:
    return Finding(
        "P016",
        Severity.WARNING,
        f"Hồ sơ {dossier_id} không còn trong thư mục làm việc",
        place,
        why=_WHY,
        hint=f"lấy lại {dossier_name(dossier_id)} (`ocop undo`, git hoặc bản sao); hồ sơ lập nhầm thì xóa cả tệp này",
    )


def _private_left(sources: Sources, known: Collection[str]) -> Iterator[Finding]:
    for path in data_files(sources.root / PRIVATE_FOLDER):
        is_there = sources.has(f"{PRIVATE_FOLDER}/{path.name}")
        if is_there and _is_gone(sources, path.stem, known):
            yield Finding(
                "P022",
                Severity.WARNING,
                f"Dữ liệu cá nhân còn lại của hồ sơ {path.stem} không còn",
                Place(f"{PRIVATE_FOLDER}/{path.name}"),
                why="dữ liệu cá nhân chỉ giữ khi còn hồ sơ cần đến",
                hint=f"lấy lại {dossier_name(path.stem)}, hoặc xóa tệp này",
            )
