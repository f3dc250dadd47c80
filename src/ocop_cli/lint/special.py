"""Rules on what only some papers have: marks of urgency and secrecy, minutes, invitations."""

from collections.abc import Iterator

from ocop_cli.lint.blocks import Table
from ocop_cli.lint.violations import Case, Check, Violation, checks


def _mk_01(case: Case) -> Iterator[Violation]:
    for line in case.document.paragraphs:
        if line.text in case.standard.words("urgency"):
            yield from checks("MK-01", line, case.standard.span("signature_size"), bold=True)
            if not line.format.boxed:
                yield Violation("MK-01", line.place, "chưa đóng khung")


def _mk_02(case: Case) -> Iterator[Violation]:
    for line in case.document.paragraphs:
        if line.text in case.standard.words("secrecy"):
            yield Violation("MK-02", line.place, f"đánh máy dấu {line.text}")


def _bb_01(case: Case) -> Iterator[Violation]:
    document = case.document
    if document.kind_name not in case.standard.words("minutes_kinds"):
        return
    text = " ".join(p.text for p in document.body)
    missing = [word for word in case.standard.words("minutes_words") if word not in text]
    signers = case.standard.words("minutes_signers")
    cells = [cell for block in document.blocks if isinstance(block, Table) for cell in block.cells]
    firsts = [
        cell.filled[0].text for cell in cells if cell.filled and cell.filled[0].text.startswith(signers)
    ]
    alone = case.standard.words("minutes_alone")
    is_of_one = any(cell.filled and cell.filled[0].text.startswith(alone) for cell in cells)
    is_signed = len(firsts) > 1 and firsts[0].startswith(signers[0])
    missing += [] if is_signed or is_of_one else ["chữ ký thư ký bên trái, chủ tọa bên phải"]
    if missing:
        yield Violation("BB-01", "biên bản", f"thiếu {', '.join(missing)}")


def _gm_01(case: Case) -> Iterator[Violation]:
    document = case.document
    if document.kind_name in case.standard.words("invitation_kinds"):
        text = " ".join(p.text for p in document.body)
        missing = [word for word in case.standard.words("invitation_words") if word not in text]
        if missing:
            yield Violation("GM-01", "giấy mời", f"thiếu {', '.join(missing)}")


CHECKS: dict[str, Check] = {"MK-01": _mk_01, "MK-02": _mk_02, "BB-01": _bb_01, "GM-01": _gm_01}
