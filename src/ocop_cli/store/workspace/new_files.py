"""New files: those of a workspace, and a dossier's and its private file's with guidance for who fills them in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ocop_cli.dossier.field_map import PRIVATE
from ocop_cli.dossier.private import ASKED
from ocop_cli.dossier.private import SCHEMA as PRIVATE_SCHEMA
from ocop_cli.programme.profile import SCHEMA
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.built_in.resources import resource_root
from ocop_cli.store.dossier.skeleton import with_every_field
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.workspace.starter import starter_files
from ocop_cli.store.yaml.dump import dump

_HEADER = """# yaml-language-server: $schema=schemas/workspace.json
# Thông tin của xã: in trên mọi văn bản. Sửa rồi chạy `ocop check`.

"""
_CALENDAR = """
# Lịch nghỉ lễ, tết có sẵn trong chương trình: `ocop calendar`. Chỉ ghi ngày khác với lịch đó.
# calendar:
#   holidays:
#     - on: 2027-03-26
#       name: Ngày nghỉ theo thông báo của tỉnh
#   make_up_days: [2027-04-03]
# targets:                   # chỉ tiêu năm, so sánh trong báo cáo
#   "2027":
#     ideas: 5
#     recognised: 1
"""
_ALL = "*\n"
_IGNORED = "private/\n.ocop/\n~$*\nThumbs.db\ndesktop.ini\n"
_PERSONAL = "# Có dữ liệu cá nhân: không vào git, trừ khi xã cho (`ocop set xã`).\npapers/*\n!papers/.gitkeep\npackages/\n"
_ATTRIBUTES = "*.yaml text eol=lf\n*.cmd text eol=crlf\n*.docx binary\n*.zip binary\n*.pdf binary\n"
_SETTINGS = """{
  "yaml.schemas": {
    "./schemas/workspace.json": "ocop.yaml",
    "./schemas/dossier.json": "dossiers/*.yaml",
    "./schemas/producer.json": "producers/*.yaml",
    "./schemas/private.json": "private/*.yaml",
    "./schemas/meeting.json": "programme/meetings/*.yaml",
    "./schemas/plan.json": "programme/plans/*.yaml",
    "./schemas/activities.json": "programme/activities/*.yaml",
    "./schemas/inspection.json": "programme/inspections/*.yaml",
    "./schemas/inspection-programme.json": "programme/inspection-programmes/*.yaml",
    "./schemas/report.json": "programme/reports/*.yaml"
  }
}
"""
_SCHEMAS = (
    "workspace",
    "dossier",
    "producer",
    "private",
    "meeting",
    "plan",
    "activities",
    "inspection",
    "inspection-programme",
    "report",
)
_MODELINE = "# yaml-language-server: $schema=../schemas/{name}.json\n"


def new_files(profile: Mapping[str, Any]) -> dict[str, bytes]:
    """Return every file of a new workspace; ``ocop.yaml`` comes last, because it makes the folder a workspace."""
    schemas = resource_root() / "schemas"
    files = starter_files()
    files |= {f"schemas/{name}.json": (schemas / f"{name}.json").read_bytes() for name in _SCHEMAS}
    texts = {
        ".gitignore": ignored_by_git(),
        "private/.gitignore": _ALL,  # holds also where a .gitignore of the folder's own was there before
        ".ocop/.gitignore": _ALL,
        ".gitattributes": _ATTRIBUTES,
        ".vscode/settings.json": _SETTINGS,
        "dossiers/.gitkeep": "",
        "papers/.gitkeep": "",
        "ocop.yaml": dump({"schema": SCHEMA, **profile}, _HEADER) + _CALENDAR,
    }
    return {**files, **{name: text.encode() for name, text in texts.items()}}


def ignored_by_git() -> str:
    """Return the ``.gitignore`` of a workspace: what other programs leave, and what holds personal data."""
    return _IGNORED + _PERSONAL + "".join(_ignored_documents())


def _ignored_documents() -> Iterator[str]:
    """Yield the patterns of the documents whose forms print personal data."""
    for form in map(load_form, form_ids()):
        if form.personal:
            yield from (f"documents/**/*-{form.id}*.{ending}\n" for ending in ("docx", "pdf"))


def dossier_text(data: Mapping[str, Any], dossier_id: str) -> str:
    """Return a new dossier file: what is known, and every other field as a comment with an example."""
    return _MODELINE.format(name="dossier") + with_every_field(_without_blanks(data), dossier_id)


def private_text(on: date | None = None) -> str:
    """Return a new file for personal data, which says from which day on they are held, where that is known."""
    header = (
        _MODELINE.format(name="private")
        + "# Dữ liệu cá nhân: không đưa vào git, chỉ in ở biểu mẫu bắt buộc.\n"
    )
    fields = load_field_map()
    rows = (fields[f"{PRIVATE}.{name}"] for name in ASKED)
    return dump({"schema": PRIVATE_SCHEMA, **({"held_since": on} if on else {})}, header) + "".join(
        f"{f.key}:   # {f.name}, ví dụ: {f.example}\n" for f in rows
    )


def _without_blanks(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _without_blanks(value) if isinstance(value, Mapping) else value
        for key, value in data.items()
        if value is not None
    }
