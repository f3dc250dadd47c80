"""The YAML files of a workspace as one run has read them: each is read and parsed once, then looked up."""

import os
from collections.abc import Callable, Iterable
from os.path import lexists
from pathlib import Path, PurePosixPath
from typing import Any

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.at_work import files_read
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.yaml.decode import MAX_BYTES, decode
from ocop_cli.store.yaml.source import Source, locate_all, parse, parse_once

UNREADABLE = "Y031"
"""The code of a file or folder that is there and that the disk does not give."""
_SHORT = (
    1 << 16
)  # bytes: nearly every file has fewer, and room for the largest costs more than to read a short one


class Sources:
    """What a run has read of the workspace at ``root``; names are relative to it.

    A verb is handed one, and hands it on: to read records, to place findings and to show the lines they stand on.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._kept: dict[str, Source] = {}
        self.records: dict[str, dict[type, Any]] = {}
        """What the files that were kept have been read as, by model: a run judges each once."""
        self._lines: dict[str, list[str]] = {}
        self.left_out: dict[str, Gap] = {}
        """What a look at many files had to leave out, by file: it is named at the end of the run, and in its JSON."""
        self.page_counts: dict[str, int | None] = {}
        """The pages of evidence files as this run has counted them; ``None`` where they cannot be counted."""
        self.hashes: dict[str, str | None] = {}
        """The SHA-256 of evidence files as this run has read them: one may be named by many dossiers."""
        self.refusals: dict[str, str] = {}
        """Why evidence files that are there cannot be used; empty for those that can."""

    def __reduce__(self) -> "tuple[type[Sources], tuple[Path]]":
        """Go to another process without what was read here."""
        return Sources, (self.root,)

    def load(self, name: str) -> Source:
        """Return a file as read, and keep it for whoever asks again. Raises ``FileNotFoundError`` where there is none."""
        return self._kept.setdefault(name, self._read(name, parse))

    def read(self, name: str) -> Source:
        """Return a file as read without keeping it: for those who go through many.

        One that is there and that the disk does not give is a file with a finding, as one that is broken inside.
        Raises ``FileNotFoundError`` where there is none.
        """
        return self._read(name, parse_once)

    def _read(self, name: str, reader: Callable[[bytes, str], Source]) -> Source:
        kept = self._kept.get(name)
        if kept:
            return kept
        files_read()
        try:
            return reader(file_bytes(self.root, name), name)
        except OSError as error:
            found = unreadable(self.root, name)
            is_gone = isinstance(error, FileNotFoundError) and not (self.root / name).is_symlink()
            if is_gone and found.place.file == name:
                raise
            return Source(found.place.file, "", None, (found,))

    def keep(self, source: Source) -> None:
        """Keep a file that was read in passing, for it will be asked for."""
        self._kept[source.name] = source

    def leave_out(self, *gaps: Gap) -> None:
        """Note files that a look at many had to leave out, so that nobody takes the rest for everything."""
        self.left_out |= {gap.name: gap for gap in gaps}

    def has(self, name: str) -> bool:
        """Say whether something has a name: a file, or what stands in a file's place and cannot be read as one."""
        return lexists(self.root / name)

    def may_have(self, name: str) -> bool:
        """Say whether something has a name, or its folder cannot be had: who reads the file is told then."""
        return self.has(name) or in_the_way(self.root, name) != name

    def forget(self, names: Iterable[str]) -> None:
        """Let go of files that have been written since."""
        for name in names:
            self._kept.pop(name, None)
            self.records.pop(name, None)
            self._lines.pop(name, None)
            self.page_counts.pop(name, None)
            self.hashes.pop(name, None)
            self.refusals.pop(name, None)

    def line(self, name: str, number: int) -> str:
        """Return one line of a file, counted from 1, without its end; empty when it is not there.

        The lines are split once; a file that was not kept is decoded for it, not parsed.
        """
        if name not in self._lines:
            kept = self._kept.get(name)
            self._lines[name] = (
                kept.text if kept else decode(file_bytes(self.root, name), name, looks=False).text
            ).split("\n")
        lines = self._lines[name]
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings as they are shown: with line and column, and how the facts that they ask for are stated."""
        return [_with_way(finding) for finding in locate_all(findings, self._located)]

    def _located(self, place: Place) -> Place:
        is_placed = place.line is not None or not place.file.endswith(".yaml")
        if is_placed or not (place.file in self._kept or (self.root / place.file).is_file()):
            return place
        return self.load(place.file).located(place)


def file_bytes(root: Path, name: str) -> bytes:
    """Return the content of a file of a workspace; of one that is too large no more than shows it. Raises ``OSError``."""
    with open(f"{root}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast for a short one
        raw = file.read(_SHORT)
        return raw if len(raw) < _SHORT else raw + file.read(MAX_BYTES + 1 - _SHORT)


def unreadable(root: Path, name: str) -> Finding:
    """Y031: a folder, a link to nowhere, a file that may not be read; where a folder is wanted, what stands there."""
    place, (why, hint) = in_the_way(root, name), why_unreadable(root, name)
    if place != name:
        return Finding(UNREADABLE, Severity.ERROR, f"Không mở được thư mục: {why}", Place(place), hint=hint)
    return Finding(UNREADABLE, Severity.ERROR, f"Không mở được tệp: {why}", Place(name, (), 1, 1), hint=hint)


def in_the_way(root: Path, name: str) -> str:
    """Return the folder of a file that the disk does not give, or what stands in its place; else the file."""
    folders = (str(folder) for folder in reversed(PurePosixPath(name).parents[:-1]))
    return next((folder for folder in folders if not _is_open(root / folder)), name)


def _is_open(folder: Path) -> bool:
    """Say whether files can be sought in a folder; one that is not there hides none."""
    is_folder = os.path.isdir(folder)  # noqa: PTH112 - Path.is_dir raises in a folder that may not be read
    return os.access(folder, os.R_OK | os.X_OK) if is_folder else not lexists(folder)


def _why_no_folder(path: Path) -> tuple[str, str]:
    if path.is_dir():
        return "hệ thống không cho đọc", "xem quyền đọc của thư mục; thư mục trên mạng thì tải về máy"
    what = "là liên kết hỏng" if path.is_symlink() else "là một tệp"
    return what, "đổi tên, rồi lấy lại thư mục từ bản sao lưu"


def why_unreadable(root: Path, name: str) -> tuple[str, str]:
    """Say why the disk does not give a file that is there, or a folder that it lies in, and what to do."""
    if (place := in_the_way(root, name)) != name:
        return _why_no_folder(root / place)
    path = root / name
    if path.is_symlink() and not path.exists():
        return "là liên kết hỏng", "xóa liên kết, chép tệp thật vào đây"
    if path.is_dir():
        return "là một thư mục", "đổi tên thư mục, hoặc chuyển đi nơi khác"
    return (
        "hệ thống không cho đọc",
        "xem quyền đọc của tệp; đóng chương trình đang mở tệp; tệp trên mạng thì tải về máy",
    )


def _with_way(finding: Finding) -> Finding:
    """Add to a hint by which command the facts that lift the finding are stated."""
    if finding.asks is None:
        return finding
    from ocop_cli.dossier.field_names import way_to_state
    from ocop_cli.store.built_in.packaged import load_field_map

    way = way_to_state(load_field_map(), finding.asks)
    return finding._replace(hint="; ".join(filter(None, (finding.hint, way))), asks=None)
