"""The papers that are taken as a table, and below it what is to be told of each file."""

from collections.abc import Iterable, Mapping, Sequence

from ocop_cli.dossier.evidence import Evidence
from ocop_cli.programme.scan_standard import ScanStandard
from ocop_cli.store.foreign.incoming import Incoming
from ocop_cli.tables import Align, Column, Table
from ocop_cli.usecases.receive_papers import TakenFile

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
        told = [f"{found.trouble}, không đếm được số trang"] if found.trouble else []
        if alike := [paper.title for paper in held if paper.kind == each.kind]:
            told.append(f"hồ sơ đã có: {'; '.join(alike)}")
        notes += [f"  {found.name}: {note}" for note in (*told, *found.shortfalls, *found.notes)]
        is_short = is_short or bool(found.shortfalls)
    cite = [f"  Chuẩn của bản quét: {standard.cite}."] if is_short else []
    columns = (
        Column("TT"), Column("Tệp"), Column("Giấy tờ"), Column("Trang", Align.RIGHT), Column("Dung lượng", Align.RIGHT),
    )  # fmt: skip
    return Table("Giấy tờ nhận lần này", columns, tuple(rows), notes=(*notes, *cite))


def _size(file: Incoming) -> str:
    size = len(file.content)
    large = f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")
    return large if size >= _KILO * _KILO else f"{max(1, size // _KILO)} KB"
