"""A PDF that was signed digitally: who signed, when, and whether it still holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.store.foreign.pdf import PdfFacts, read_pdf
from ocop_cli.store.foreign.signature_check import load_roots
from ocop_cli.store.foreign.signature_words import signature_faults, signature_words


class PdfCheck(NamedTuple):
    """A file as read, and in words what is wrong with its signatures."""

    file: str
    facts: PdfFacts
    faults: tuple[str, ...]

    def lines(self) -> list[str]:
        """Say what was found."""
        said = list(signature_words(self.facts.signatures)) or ["không thấy chữ ký số nào trong tệp"]
        trouble = [str(self.facts.trouble)] if self.facts.trouble else []
        return [f"{self.file}: {line}." for line in [*trouble, *said]] + [f"Sai: {f}." for f in self.faults]


def verify_pdf(root: Path, name: str, roots: Sequence[Path], expected: int) -> PdfCheck:
    """Check the signatures of a PDF of the workspace. Raises ``OcopError`` (misuse) for roots that are no certificates."""
    try:
        known = load_roots(roots) if roots else []
    except ValueError as error:
        raise OcopError(
            f"{error} không phải tệp chứng thư số.",
            "Nêu tệp .pem hoặc .cer của nơi cấp chứng thư.",
            exit_code=MISUSE,
        ) from error
    if roots and not known:
        raise OcopError(
            "Tệp nêu ở --roots không có chứng thư số nào.", "Nêu tệp .pem hoặc .cer.", exit_code=MISUSE
        )
    facts = read_pdf(root / name, roots)
    return PdfCheck(name, facts, tuple(signature_faults(facts.signatures, expected)))


def pdf_json(found: PdfCheck) -> dict[str, Any]:
    """Return a check as ``ocop/verify-pdf@1`` without its schema name; times are in the time of Vietnam."""
    signatures = [
        {
            "name": each.name,
            "on": each.on.isoformat() if each.on else None,
            "intact": each.check.intact if each.check else None,
            "changed": each.check.changed if each.check else None,
            "trusted": each.check.trusted if each.check else None,
        }
        for each in found.facts.signatures
    ]
    return {"file": found.file, "signatures": signatures, "faults": list(found.faults)}
