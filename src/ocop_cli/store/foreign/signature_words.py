"""The signatures of a PDF in words, with what was not checked: a name in a file is no proof of a person."""

from collections.abc import Iterator, Sequence

from ocop_cli.store.foreign.signatures import PdfSignature
from ocop_cli.viet.dates import show_date

NOT_CHECKED = "chương trình chưa kiểm tra chữ ký còn nguyên vẹn không, chứng thư số do ai cấp, còn hạn hay đã bị thu hồi"


_POINTS_NOWHERE = (
    "không kiểm tra được vì trong tệp không có chứng thư số mà chữ ký nêu: phần mềm ký ghi sai tên nơi cấp, "
    "đề nghị ký lại bằng phần mềm khác"
)
NOT_TRUSTED = "chưa xác nhận chứng thư số do nơi nào cấp, còn hạn hay đã bị thu hồi"


def signature_words(signatures: Sequence[PdfSignature]) -> Iterator[str]:
    """Yield a sentence for each signature, without its full stop; nothing where there is none."""
    for number, signature in enumerate(signatures, 1):
        which = "chữ ký số" if len(signatures) == 1 else f"chữ ký số thứ {number}"
        who = signature.name or "không ghi tên"
        at = signature.on
        when = f", lúc {at:%H:%M} ngày {show_date(at.date())} theo giờ ghi trong tệp" if at else ""
        yield f"{which}: {who}{when}{''.join(f'; {state}' for state in _states(signature))}"
    if signatures and signatures[-1].added:
        yield f"sau chữ ký số cuối, tệp còn được ghi thêm {signatures[-1].added} byte"
    if any(signature.check is None for signature in signatures):
        yield NOT_CHECKED
    elif any(signature.check and signature.check.trusted is None for signature in signatures):
        yield NOT_TRUSTED


def _states(signature: PdfSignature) -> Iterator[str]:
    """Yield what a check found of one signature."""
    check = signature.check
    if check is None:
        yield from [_POINTS_NOWHERE] if signature.points_nowhere else ()
        return
    yield "nội dung đã ký còn nguyên vẹn" if check.intact else "KHÔNG còn nguyên vẹn, nội dung đã khác lúc ký"
    if check.changed:
        yield "tệp bị sửa thêm sau chữ ký này"
    if check.trusted is not None:
        yield "chứng thư số do nơi tin cậy cấp" if check.trusted else "chứng thư số KHÔNG do nơi tin cậy cấp"


def signature_faults(signatures: Sequence[PdfSignature], expected: int = 1) -> list[str]:
    """Return in words what is wrong with the signatures of a file that must hold some: too few, broken, untrusted."""
    checks = [signature.check for signature in signatures]
    faults = []
    if len(signatures) < expected:
        faults.append(f"có {len(signatures)} chữ ký số, cần {expected}")
    if any(check is None for check in checks):
        faults.append("có chữ ký số không kiểm tra được")
    if any(check and not check.intact for check in checks):
        faults.append("có chữ ký số không còn nguyên vẹn")
    if any(check and check.changed for check in checks):
        faults.append("tệp bị sửa thêm sau khi ký")
    if any(check and check.trusted is False for check in checks):
        faults.append("có chứng thư số không do nơi tin cậy cấp")
    return faults
