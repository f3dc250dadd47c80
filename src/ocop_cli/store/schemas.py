"""JSON Schemas of the files of a workspace, with Vietnamese titles, for editors."""

import json

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.fields import Record

MODELS: dict[str, type[Record]] = {
    "dossier": Dossier,
    "private": PrivateData,
    "workspace": Profile,
    "meeting": Meeting,
    "plan": YearPlan,
    "inspection": Inspection,
}


def schema_files() -> dict[str, bytes]:
    """Return the schema of every file format by its file name."""
    return {f"{name}.json": _schema(name) for name in MODELS}


def _schema(name: str) -> bytes:
    schema = MODELS[name].model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
