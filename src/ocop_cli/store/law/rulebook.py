"""Read the law: the decisions of the package and what a workspace lays over them."""

from functools import cache
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.findings import has_errors
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.load import LoadedRules, build_rulebook
from ocop_cli.store.built_in.compiled import compiled_law
from ocop_cli.store.built_in.resources import PACKAGE
from ocop_cli.store.workspace.data_files import data_files

_WRITTEN = PACKAGE / "rules/data"
_OVERLAY = "rules"
_Folders = dict[str, dict[str, object]]


def load_rulebook(extra_root: Path | None = None) -> Rulebook:
    """Return every decision known here, with the overlays in ``extra_root/rules`` worked in.

    Raises ``OcopError`` when the rule data has errors, with all of them as findings.
    """
    overlays = _overlays(extra_root)
    if extra_root is None or not overlays:
        return _packaged()
    loaded = build_rulebook(compiled_law(), overlays)
    if has_errors(loaded.findings):
        from ocop_cli.store.law.rule_places import place_rule_findings

        raise OcopError(
            "Dữ liệu quy định có lỗi nên chưa dùng được.",
            "Xem chi tiết: ocop rules check",
            code="R000",
            findings=tuple(place_rule_findings(extra_root, loaded.findings)),
        )
    return loaded.rulebook


@cache
def _packaged() -> Rulebook:
    """The package's own data never changes while the program runs, and CI has read it with care."""
    return build_rulebook(compiled_law(), careful=False).rulebook


def load_rules(extra_root: Path | None = None) -> LoadedRules:
    """Read the law as it is written, in YAML: the rulebook as far as it can be read, and every error of its data.

    Raises ``OcopError`` when a file is no readable YAML.
    """
    return build_rulebook(written_law(), _overlays(extra_root))


def written_law() -> _Folders:
    """Return the package's own law as it is written: decision → file name → its data, every scalar as text."""
    return _folders(_WRITTEN)


def _overlays(root: Path | None) -> _Folders:
    """Read what a workspace lays over the law. Raises ``OcopError`` where its folder may not be entered: the law is not known."""
    if root is None:
        return {}
    folder = root / _OVERLAY
    try:
        return _folders(folder) if folder.is_dir() else {}
    except OSError:
        from ocop_cli.store.reading.sources import UNREADABLE, unreadable

        raise OcopError(
            f"Không mở được thư mục {_OVERLAY}, chưa biết tính theo quy định nào.",
            "Xử lý điểm nêu trên rồi chạy lại.",
            code=UNREADABLE,
            findings=(unreadable(root, f"{_OVERLAY}/*"),),
        ) from None


def _folders(root: Path) -> _Folders:
    return {
        folder.name: {file.name: _read_carefully(file) for file in data_files(folder)}
        for folder in root.iterdir()
        if folder.is_dir()
    }


def _read_carefully(file: Path) -> object:
    """Read a file that a person wrote; raises ``OcopError`` with every error of its YAML."""
    from ocop_cli.store.reading.sources import Sources

    name = "/".join(file.parts[-3:])  # the folder of rules, the decision, the file
    source = Sources(file.parents[2]).read(name)
    if has_errors(source.findings):
        raise OcopError(
            f"Không đọc được tệp quy định {name}.",
            "Sửa theo các lỗi được nêu.",
            code="R000",
            findings=source.findings,
        )
    return source.data
