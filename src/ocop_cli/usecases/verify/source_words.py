"""What a place of a document rests on, in words: fields of a dossier, files of the workspace."""

from pathlib import PurePosixPath

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER
from ocop_cli.store.dossier.producers import PRODUCER_FOLDER
from ocop_cli.store.programme.inspection_files import INSPECTION_FOLDER
from ocop_cli.store.programme.inspection_programmes import INSPECTION_PROGRAMME_FOLDER
from ocop_cli.store.programme.meetings import MEETING_FOLDER
from ocop_cli.store.programme.plans import PLAN_FOLDER
from ocop_cli.store.programme.year_log import LOG_FOLDER
from ocop_cli.viet.field_titles import titles_of

_RECORDS = {
    DOSSIER_FOLDER: "hồ sơ",
    MEETING_FOLDER: "cuộc họp",
    INSPECTION_FOLDER: "lần kiểm tra",
    PRODUCER_FOLDER: "chủ thể",
    PLAN_FOLDER: "kế hoạch năm",
    LOG_FOLDER: "việc đã ghi năm",
    INSPECTION_PROGRAMME_FOLDER: "kế hoạch kiểm tra năm",
}
"""What the files of a folder are called."""


def source_words(path: str) -> str:
    """Return a part of a dossier in the words of its fields, and a file of the workspace by what it holds."""
    file = PurePosixPath(path)
    if file.suffix != ".yaml":
        return titles_of(Dossier, path.split("."))
    return f"{_RECORDS.get(file.parent.as_posix(), 'tệp')} {file.stem}"
