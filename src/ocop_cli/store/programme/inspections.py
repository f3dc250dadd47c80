"""The inspections of a workspace."""

from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.inspection import Inspection
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.programme.inspection_files import INSPECTION_FOLDER, inspection_name, list_inspections
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
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.source import parse

_HEADER = "# yaml-language-server: $schema=../../schemas/inspection.json\n"


def usable_inspection(sources: Sources, inspection_id: str) -> Inspection:
    """Read one inspection. Raises ``OcopError`` when it does not exist or cannot be used."""
    if inspection_id not in list_inspections(sources.root):
        raise OcopError(
            f"Không có lần kiểm tra “{inspection_id}”.",
            f"Xem thư mục {INSPECTION_FOLDER}.",
            code="P031",
            exit_code=MISUSE,
        )
    return usable(_load(sources, inspection_id), f"Lần kiểm tra {inspection_id}", "nên chưa thể làm tiếp")


def gather_inspections(sources: Sources) -> Gathered[RecordFile[Inspection]]:
    """Return all inspections."""
    return gather_records(sources, map(inspection_name, list_inspections(sources.root)), Inspection)


def inspections_of(sources: Sources, dossier_id: str, on: date) -> list[Inspection]:
    """Return the inspections of a product as they were known on a day."""
    records = (file.record for file in gather_inspections(sources).rest(sources.leave_out))
    seen = (record.as_of(on) for record in records if record.dossier == dossier_id)
    return [record for record in seen if record]


def latest_inspection(sources: Sources, dossier_id: str) -> Inspection | None:
    """Return the latest inspection of a product, if there is one."""
    records = (file.record for file in gather_inspections(sources).rest(sources.leave_out))
    return max((r for r in records if r.dossier == dossier_id), key=lambda r: r.on, default=None)


def draft_inspection(root: Path, data: dict[str, Any]) -> tuple[str, Inspection, Change]:
    """Return a new inspection, named after its product and day, and the change that files it.

    Raises ``OcopError`` with every error when an answer does not fit its field, or when the day has one already.
    """
    inspection_id = refuse_second(root, data["dossier"], data["on"])
    name = inspection_name(inspection_id)
    content = dump(data, _HEADER).encode()
    loaded = read_record(parse(content, name), Inspection)
    inspection = entered(loaded, "Lần kiểm tra chưa đủ thông tin, chưa ghi gì.")
    return inspection_id, inspection, plan_write(root, name, content)


def refuse_second(root: Path, dossier: str, on: date) -> str:
    """Return the id of an inspection of a product on a day. Raises ``OcopError`` (misuse) when the day has one."""
    inspection_id = f"{dossier}-{on.isoformat()}"
    if inspection_id in list_inspections(root):
        hint = f"Ghi tiếp vào lần kiểm tra ấy: `ocop inspect {dossier} --from {inspection_id}`."
        raise OcopError(f"Đã có {inspection_name(inspection_id)}.", hint, exit_code=MISUSE)
    return inspection_id


def _load(sources: Sources, inspection_id: str) -> Loaded[Inspection]:
    return load_record(sources, inspection_name(inspection_id), Inspection)
