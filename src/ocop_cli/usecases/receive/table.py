"""The papers that are taken as a table, and below it what is to be told of each file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.programme.scan_standard import ScanStandard
from ocop_cli.store.foreign.incoming import Incoming
from ocop_cli.tables import Align, Column, Table
from ocop_cli.usecases.receive.papers import PlacedFile, TakenFile

_KILO = 1024


def papers_table(
    files: Iterable[tuple[TakenFile, int | None]],
    kinds: Mapping[str, str],
    held: Sequence[Evidence],
    standard: ScanStandard,
) -> Table:
    """Return the table of files with the pages that count; ``held`` are the papers that the dossier has already."""
    rows, notes, is_short = list[tuple[str, ...]](), list[str](), False
    for number, (each, pages) in enumerate(files, 1):
        found = each.incoming
        counted = str(pages) if pages else "không đếm được"
        rows.append((str(number), found.name, kinds.get(each.kind, each.kind), counted, _size(found)))
        notes += [f"  {found.name}: {note}" for note in _told(each, held)]
        is_short = is_short or bool(found.shortfalls)
    cite = [f"  Chuẩn của bản quét: {standard.cite}."] if is_short else []
    columns = (
        Column("TT"), Column("Tệp"), Column("Giấy tờ"), Column("Trang", Align.RIGHT), Column("Dung lượng", Align.RIGHT),
    )  # fmt: skip
    return Table("Giấy tờ nhận lần này", columns, tuple(rows), notes=(*notes, *cite))


def received_json(
    placed: Iterable[PlacedFile],
    left_out: Iterable[tuple[str, str]],
    before: Sequence[Evidence],
    after: Sequence[Evidence],
) -> dict[str, Any]:
    """Return which file became which paper and which were left out; ``before`` and ``after`` are the dossier's papers.

    ``size`` is in bytes, ``pages`` is null where nobody knows them, ``told`` is in words.
    """
    paper_of = {paper.file: paper for paper in after}
    files = []
    for each in placed:
        found, paper = each.taken.incoming, paper_of[each.path]
        files.append(
            {
                "file": found.name,
                "paper": paper.id,
                "kind": paper.kind,
                "title": paper.title,
                "path": each.path,
                "pages": each.pages,
                "size": found.size,
                "sha256": found.sha256,
                "replaces": each.taken.replaces is not None,
                "told": _told(each.taken, before),
            }
        )
    return {"files": files, "left_out": [{"file": name, "reason": reason} for name, reason in left_out]}


def _told(file: TakenFile, held: Sequence[Evidence]) -> list[str]:
    """Return what is to be told of a file: what it lacks, what the dossier has of its kind, what was done to it."""
    found = file.incoming
    told = [f"{found.trouble}, không đếm được số trang"] if found.trouble else []
    if alike := [paper.title for paper in held if paper.kind == file.kind]:
        told.append(f"hồ sơ đã có: {'; '.join(alike)}")
    return [*told, *found.shortfalls, *found.notes]


def _size(file: Incoming) -> str:
    size = file.size
    large = f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")
    return large if size >= _KILO * _KILO else f"{max(1, size // _KILO)} KB"
