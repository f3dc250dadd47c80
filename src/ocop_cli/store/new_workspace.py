"""The files of a new workspace."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.programme.profile import SCHEMA
from ocop_cli.store.resources import resource_root
from ocop_cli.store.yaml.dump import dump

_HEADER = """# yaml-language-server: $schema=schemas/workspace.json
# Thông tin của xã: in trên mọi văn bản. Sửa rồi chạy `ocop check`.

"""
_CALENDAR = """
# Ngày nghỉ lễ, tết theo thông báo hằng năm; thời hạn “ngày làm việc” trừ các ngày này và thứ Bảy, Chủ nhật.
# calendar:
#   holidays:
#     - on: 2027-01-01
#       name: Tết Dương lịch
# targets:                   # chỉ tiêu năm, so sánh trong báo cáo
#   "2027":
#     ideas: 5
#     recognised: 1
"""
_ALL = "*\n"
_IGNORED = "private/\n.ocop/\n~$*\nThumbs.db\ndesktop.ini\n"
_ATTRIBUTES = "*.yaml text eol=lf\n*.docx binary\n*.zip binary\n*.pdf binary\n"
_SETTINGS = """{
  "yaml.schemas": {
    "./schemas/workspace.json": "ocop.yaml",
    "./schemas/dossier.json": "dossiers/*.yaml",
    "./schemas/private.json": "private/*.yaml",
    "./schemas/meeting.json": "programme/meetings/*.yaml",
    "./schemas/plan.json": "programme/plans/*.yaml",
    "./schemas/inspection.json": "programme/inspections/*.yaml"
  }
}
"""
_SCHEMAS = ("workspace", "dossier", "private", "meeting", "plan", "inspection")


def new_files(profile: Mapping[str, Any]) -> dict[str, bytes]:
    """Return every file of a new workspace; ``ocop.yaml`` comes last, because it makes the folder a workspace."""
    schemas = resource_root() / "schemas"
    files = {f"schemas/{name}.json": (schemas / f"{name}.json").read_bytes() for name in _SCHEMAS}
    texts = {
        ".gitignore": _IGNORED,
        "private/.gitignore": _ALL,  # holds also where a .gitignore of the folder's own was there before
        ".ocop/.gitignore": _ALL,
        ".gitattributes": _ATTRIBUTES,
        ".vscode/settings.json": _SETTINGS,
        "dossiers/.gitkeep": "",
        "papers/.gitkeep": "",
        "ocop.yaml": dump({"schema": SCHEMA, **profile}, _HEADER) + _CALENDAR,
    }
    return {**files, **{name: text.encode() for name, text in texts.items()}}
