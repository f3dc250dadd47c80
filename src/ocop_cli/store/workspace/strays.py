"""Files that lie where data lie and are not read: named otherwise, in the wrong place, or copies of others."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.dossier.dossiers import FORMS_FOLDER, PRIVATE_FOLDER
from ocop_cli.store.papers.forms import TEMPLATE_FOLDER
from ocop_cli.store.reading.sources import in_the_way, unreadable
from ocop_cli.store.workspace.data_files import copy_of, is_hidden
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.viet.text import clean

_RULES = "rules"
_FLAT = tuple(
    place.path for place in DATA_PLACES if "." not in PurePosixPath(place.path).name and not place.deep
)
"""Folders whose own files are data, and nothing below them."""
_DEEP = tuple(place.path for place in DATA_PLACES if place.deep)
_OF_DATA = frozenset(path.partition("/")[0] for path in (*_FLAT, *_DEEP))
_TOP = _OF_DATA | {_RULES, TEMPLATE_FOLDER, "papers", "packages"}
_WHY = "dữ liệu trong tệp không vào danh sách, báo cáo nào"
_WHY_COPY = "tính cả hai bản thì số liệu sai, sửa nhầm bản thì mất phần đã sửa"
_HELD = {PRIVATE_FOLDER: (".xlsx",)}
"""What else verbs write into a folder of data, by its ending."""


def stray_findings(root: Path) -> Iterator[Finding]:
    """Yield a finding for every file of the folder that looks like data, or lies among data, and is not read."""
    yield from _strays_at_the_top(root)
    for folder in _FLAT:
        yield from _strays_of(root, folder, all_are_data=True)
    yield from _strays_of(root, "programme", all_are_data=False)
    for deep in (*_DEEP, _RULES):
        for place, _, _ in os.walk(root / deep):
            yield from _strays_of(root, Path(place).relative_to(root).as_posix(), all_are_data=False)


def _strays_at_the_top(root: Path) -> Iterator[Finding]:
    """Yield what stands for the profile or for a folder of data under another name."""
    names = sorted(entry.name for entry in os.scandir(root))
    yield from _misnamed(root, "", [name for name in names if name.casefold().startswith("ocop")])
    for name in names:
        if name in _TOP - _OF_DATA and not (root / name).is_dir():  # of the others those tell that read them
            hint = "đổi tên tệp, rồi lấy lại thư mục từ bản sao lưu"
            yield _unread(name, "Chỗ này phải là một thư mục", Severity.ERROR, hint)
        elif name in _TOP - _OF_DATA and in_the_way(root, f"{name}/*") == name:
            yield unreadable(root, f"{name}/*")
        base = "" if name in _TOP else copy_of(name, {*_TOP, name})
        if base and (root / name).is_dir():
            hint = f"so với {base}/, chuyển các tệp cần giữ vào đó, rồi xóa thư mục này"
            yield _unread(
                f"{name}/", f"Thư mục có vẻ là bản sao của {base}/, không được đọc", Severity.WARNING, hint
            )


def _strays_of(root: Path, folder: str, *, all_are_data: bool) -> Iterator[Finding]:
    """Yield what lies in a folder and is not read; ``all_are_data``: any other file and folder there as well."""
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except OSError:  # told by whoever reads the data
        return
    names = [entry.name for entry in entries if not is_hidden(entry.name)]
    yield from _misnamed(root, folder, names)
    if all_are_data:
        held = (".yaml", *_HELD.get(folder, ()))
        for name in names:
            path = f"{folder}/{name}"
            if not (name.endswith(held) or _looks_like_data(name) or path == FORMS_FOLDER):
                yield _foreign(root, path)


def _misnamed(root: Path, folder: str, names: list[str]) -> Iterator[Finding]:
    """Yield which names are those of copies, and which end otherwise than data do."""
    stems = {name.removesuffix(".yaml") for name in names if name.endswith(".yaml")}
    for name in names:
        path = f"{folder}/{name}" if folder else name
        if name.endswith(".yaml"):
            if base := copy_of(name.removesuffix(".yaml"), stems):
                yield _copy(path, f"{base}.yaml")
        elif _looks_like_data(name) and (root / path).is_file():
            yield _wrong_ending(path, name, stems)


def _looks_like_data(name: str) -> bool:
    """Say whether a name is that of a data file but for its ending: ``.yml``, ``.yaml.txt``, ``.YAML``."""
    parts = name.casefold().split(".")[1:]
    return not name.endswith(".yaml") and ("yaml" in parts or "yml" in parts)


def _copy(path: str, base: str) -> Finding:
    message = f"Có vẻ là bản sao của {clean(base)}: không được đọc, không được tính"
    hint = f"so hai tệp, chép phần cần giữ vào {clean(base)}, rồi xóa tệp này; nếu không phải bản sao thì đổi tên"
    return Finding("P070", Severity.WARNING, message, Place(clean(path)), why=_WHY_COPY, hint=hint)


def _wrong_ending(path: str, name: str, stems: set[str]) -> Finding:
    stem = name[: name.casefold().index(".y")]
    message = "Đuôi tệp không phải .yaml nên tệp không được đọc"
    hint = f"đổi tên thành {stem}.yaml"
    if stem in stems:
        hint = f"đã có {stem}.yaml: so hai tệp, chép phần cần giữ vào đó, rồi xóa tệp này"
    elif name.casefold().endswith(".txt"):
        hint += " (Notepad tự thêm đuôi .txt, Windows giấu đuôi này)"
    return _unread(path, message, Severity.WARNING, hint)


def _foreign(root: Path, path: str) -> Finding:
    folder = path.rpartition("/")[0]
    if (root / path).is_dir():
        hint = f"chuyển các tệp dữ liệu ra ngay trong {folder}/, các tệp khác vào papers/"
        return _unread(f"{path}/", "Thư mục con ở đây không được đọc", Severity.WARNING, hint)
    hint = "giấy tờ thì chuyển vào papers/; không cần thì xóa"
    return _unread(path, "Tệp không phải dữ liệu, không được đọc", Severity.HINT, hint)


def _unread(path: str, message: str, severity: Severity, hint: str) -> Finding:
    return Finding("P071", severity, message, Place(clean(path)), why=_WHY, hint=hint)
