"""Where the data files of a workspace lie, and the model that reads each."""

from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.programme.document_record import DocumentRecord, NumberBook
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.programme.log_entry import YearLog
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.removal import Removals
from ocop_cli.programme.report_words import ReportWords
from ocop_cli.programme.seal import Seal
from ocop_cli.programme.sheet_columns import SheetColumns
from ocop_cli.programme.version import WrittenBy
from ocop_cli.rules.wording_file import NAME as WORDING_NAME
from ocop_cli.rules.wording_file import WordingFile
from ocop_cli.store.workspace.data_files import data_files
from ocop_cli.store.workspace.written_by import VERSION_FILE
from ocop_cli.viet.fields import Record

SEAL_FOLDER = "programme/seals"


class DataPlace(NamedTuple):
    """One kind of data file: its path or its folder, relative to the workspace, and its model.

    A path may have ``*`` for the name of one folder.

    ``schema`` names the JSON Schema that editors read; empty for files that only the program writes. ``deep``: its files
    lie in folders of years.
    """

    path: str
    model: type[Record]
    schema: str = ""
    deep: bool = False

    def holds(self, name: str) -> bool:
        """Say whether a file of this kind may be called so; documents lie in folders of years."""
        if "*" in self.path:
            return PurePosixPath(name).match(self.path) and name.count("/") == self.path.count("/")
        folder, _, file = name.rpartition("/")
        is_there = folder == self.path or (self.deep and folder.startswith(f"{self.path}/"))
        return name == self.path or (is_there and PurePosixPath(file).suffix == ".yaml")

    def files(self, root: Path) -> list[str]:
        """Return the files of this kind that a workspace has, in order."""
        if self.path.endswith(".yaml"):
            found = data_files(root, self.path)
        else:
            found = data_files(root / self.path, f"{'**/' if self.deep else ''}*.yaml")
        return [path.relative_to(root).as_posix() for path in found]


DATA_PLACES = (
    DataPlace("ocop.yaml", Profile, "workspace"),
    DataPlace("dossiers", Dossier, "dossier"),
    DataPlace("producers", ProducerRecord, "producer"),
    DataPlace("private", PrivateData, "private"),
    DataPlace("programme/meetings", Meeting, "meeting"),
    DataPlace("programme/plans", YearPlan, "plan"),
    DataPlace("programme/activities", YearLog, "activities"),
    DataPlace("programme/inspections", Inspection, "inspection"),
    DataPlace("programme/inspection-programmes", InspectionProgramme, "inspection-programme"),
    DataPlace("programme/reports", ReportWords, "report"),
    DataPlace("programme/numbers", NumberBook),
    DataPlace("programme/removed.yaml", Removals),
    DataPlace("programme/columns.yaml", SheetColumns),
    DataPlace(VERSION_FILE, WrittenBy),
    DataPlace(SEAL_FOLDER, Seal, deep=True),
    DataPlace("documents", DocumentRecord, deep=True),
    DataPlace(f"rules/*/{WORDING_NAME}", WordingFile),
)


_HELD = frozenset(place.path.partition("/")[0] for place in DATA_PLACES if not place.deep)


def is_held(name: str) -> bool:
    """Say whether a path lies among the files of git, of the program or of its data: no other file is put or sought there."""
    top = next(iter(PurePosixPath(name).parts), "").casefold()
    return top.startswith(".") or top in _HELD


def is_beside(name: str) -> bool:
    """Say whether a file only says something of others: it is written along with them and named to nobody."""
    return name == VERSION_FILE or name.startswith(f"{SEAL_FOLDER}/")


@cache  # asked of every file that is written, several times
def model_of(name: str) -> type[Record] | None:
    """Return the model that reads a file; ``None`` for what is no data file."""
    return next((place.model for place in DATA_PLACES if place.holds(name)), None)
