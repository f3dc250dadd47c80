"""One way to make a dossier: the least there can be, and what a test says beside it."""

from typing import Any

from ocop_cli.dossier.model import Dossier
from support.parts import to_yaml, with_parts

LEAST: dict[str, Any] = {
    "schema": "ocop/dossier@1",
    "product": {"name": "Rượu ngô Mẫu", "set": "14"},
    "producer": {"name": "Hộ Mẫu"},
    "registration": {"track": "new", "year": "2026"},
    "history": [{"stage": "received", "on": "2026-06-01"}],
}
SOUND = with_parts(
    LEAST,
    {
        "producer": {"kind": "household", "representative": {"name": "Y Mẫu"}, "address": "Thôn Mẫu"},
        "registration": {"slip": {"received_on": "2026-06-01"}},
    },
)
"""A dossier on which no check has a remark."""


PERSON = {"schema": "ocop/private@1", "gender": "Nữ", "ethnicity": "Xơ Đăng", "permanent_address": "Thôn Mẫu"}
"""What the forms ask of the representative of a sound dossier."""


def make_dossier(**parts: Any) -> Dossier:
    """Return the least dossier with parts, named as in its file: ``product={"set": "9"}``, ``labour={"total": "4"}``."""
    return Dossier.model_validate(with_parts(LEAST, parts))


def dossier_yaml(part: str = "", sections: dict[str, Any] = SOUND) -> str:
    """Return a dossier's file: the part as it stands, then the sections of a sound dossier that it lacks."""
    own = {line.partition(":")[0] for line in part.splitlines()}
    missing = {name: value for name, value in sections.items() if name not in own}
    return part + to_yaml(missing) if missing else part
