"""The signatures of a PDF in words, with what was not checked: a name in a file is no proof of a person."""

from collections.abc import Iterator, Sequence

from ocop_cli.store.foreign.signatures import PdfSignature
from ocop_cli.viet.dates import show_date

NOT_CHECKED = "chương trình chưa kiểm tra chữ ký còn nguyên vẹn không, chứng thư số do ai cấp, còn hạn hay đã bị thu hồi"


def signature_words(signatures: Sequence[PdfSignature]) -> Iterator[str]:
    """Yield a sentence for each signature, without its full stop; nothing where there is none."""
    for number, signature in enumerate(signatures, 1):
        which = "chữ ký số" if len(signatures) == 1 else f"chữ ký số thứ {number}"
        who = signature.name or "không ghi tên"
        at = signature.on
        when = f", lúc {at:%H:%M} ngày {show_date(at.date())} theo giờ ghi trong tệp" if at else ""
        yield f"{which}: {who}{when}"
    if signatures and signatures[-1].added:
        yield f"sau chữ ký số cuối, tệp còn được ghi thêm {signatures[-1].added} byte"
    if signatures:
        yield NOT_CHECKED
