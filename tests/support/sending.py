"""The way of a dossier to the province as tests play it: prepared, numbered, signed, sent."""

from collections.abc import Callable
from pathlib import Path

from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
WAY = ("--way", "nộp trực tiếp", "--to", "UBND tỉnh Quảng Ngãi")


def sign(ocop: Ocop, root: Path, documents: list[str], *, number: int = 31, day: str = "2026-11-23") -> None:
    """Number documents and attach a scan of each, as văn thư does."""
    for value, document in enumerate(documents, number):
        scan = root / f"papers/ky-{value}.pdf"
        scan.write_bytes(f"%PDF-1.7 {value}".encode())
        assert ocop("docs", "number", document, "--number", str(value), "--as-of", day) == 0
        assert ocop("docs", "sign", document, "--scan", str(scan), "--as-of", day) == 0


def send(ocop: Ocop, root: Path, dossier_id: str, *force: str) -> None:
    """Prepare the request of an evaluated dossier, sign its papers, assemble the package and send it."""
    assert ocop("submit", dossier_id, *force) == 0
    dossier = load_dossier(Sources(root), dossier_id).dossier
    held = (
        dossier.prepared and dossier.prepared.letter,
        dossier.evaluation and dossier.evaluation.report,
    )
    sign(ocop, root, [ref.file for ref in held if ref and ref.file])
    assert ocop("submit", dossier_id) == 0
    assert ocop("send", dossier_id, *WAY) == 0
