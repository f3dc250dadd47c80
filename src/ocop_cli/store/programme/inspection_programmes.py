"""The programmes of inspection of a workspace, one a year."""

from typing import Any

from ocop_cli.programme.inspection_programme import SCHEMA, InspectionProgramme
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.gaps import Gathered
from ocop_cli.store.reading.records import RecordFile, gather_records, load_record, read_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import year_files
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.store.yaml.source import parse

INSPECTION_PROGRAMME_FOLDER = "programme/inspection-programmes"
_HEADER = "# yaml-language-server: $schema=../../schemas/inspection-programme.json\n"


def inspection_programme_name(year: int) -> str:
    """Return the file of a year's programme of inspection, relative to the workspace."""
    return f"{INSPECTION_PROGRAMME_FOLDER}/{year}.yaml"


def gather_inspection_programmes(sources: Sources) -> Gathered[RecordFile[InspectionProgramme]]:
    """Return the programmes of every year."""
    files = year_files(sources.root / INSPECTION_PROGRAMME_FOLDER)
    names = (f"{INSPECTION_PROGRAMME_FOLDER}/{path.name}" for path in files)
    return gather_records(sources, names, InspectionProgramme)


def usable_inspection_programme(sources: Sources, year: int) -> InspectionProgramme:
    """Read a year's programme; a year without a file has an empty one. Raises ``OcopError`` when it cannot be used."""
    name = inspection_programme_name(year)
    if not sources.may_have(name):
        return InspectionProgramme(year=year)
    loaded = load_record(sources, name, InspectionProgramme)
    return usable(loaded, f"Tệp kế hoạch kiểm tra năm {year}", "nên chưa làm tiếp được")


def programme_change(sources: Sources, year: int, part: str, rows: list[dict[str, Any]]) -> Change:
    """Return the change that gives a year's programme a part anew, ``visits`` or ``team``.

    Raises ``OcopError`` (misuse) when a value does not fit its field.
    """
    name = inspection_programme_name(year)
    if sources.may_have(name):
        usable_inspection_programme(sources, year)
        return change_of(sources.load(name), [Set((part,), rows)])
    content = dump({"schema": SCHEMA, "year": year, part: rows}, _HEADER).encode()
    entered(
        read_record(parse(content, name), InspectionProgramme), "Kế hoạch kiểm tra chưa đúng, chưa ghi gì."
    )
    return plan_write(sources.root, name, content)
