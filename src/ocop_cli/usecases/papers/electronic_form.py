"""What a PDF must have to be an electronic document of the decree, as far as it can be seen; what its signer must add."""

from collections.abc import Iterator, Mapping

from ocop_cli.lint.electronic import annex_lacks, is_annex_file
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.files.paths import inside
from ocop_cli.store.foreign.pdf import PdfFacts, read_pdf
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.signed import record_of

_NOT_ARCHIVAL = (
    "tệp không ghi là PDF/A: nộp lưu thì hỏi cơ quan lưu trữ; không chuyển đổi tệp đã ký, chữ ký số sẽ mất"
)
_SIGN = "Khi ký số, phần mềm ký đặt hình chữ ký, hình dấu và thời gian ký; PDF này chưa có. Xem `ocop docs sign --help`."
_SIGN_APART = (
    "Gửi kèm văn bản khác thành tệp riêng thì văn thư ký số từng tệp, ở góc trên bên phải trang đầu, không hiện hình ảnh: "
    "số, ký hiệu văn bản và thời gian ký ({})."
)


def electronic_lacks(facts: PdfFacts) -> Iterator[str]:
    """Yield what can be seen to lack in a PDF that is signed digitally, or about to be; each without its full stop."""
    standard, looks = load_standard(), [signature.look for signature in facts.signatures]
    lines = [line for line in (text.strip() for text in facts.text.splitlines()) if line]
    if not is_annex_file(lines):
        if looks and not any(look.shown for look in looks):
            asked, cite = standard.word("signature_pictures"), standard.word("signature_pictures_cite")
            yield f"chữ ký số không hiện ở trang nào; {asked} ({standard.decree}, {cite})"
        return
    written = [look.words for look in looks if look.words]
    for rule, found in annex_lacks([*written, *lines], electronic=bool(looks)):
        yield f"{found}; {standard.rules[rule].title} ({standard.cite(rule)})"
    if written and not any(look.at_corner for look in looks):
        yield "dòng ký số của phụ lục không ở góc trên bên phải trang đầu"


def signed_words(facts: PdfFacts) -> Iterator[str]:
    """Yield what a file that was signed digitally lacks, and whether archives take it; nothing of one signed by hand."""
    if facts.signatures:
        yield from electronic_lacks(facts)
        yield f"tệp ghi là {facts.archival}" if facts.archival else _NOT_ARCHIVAL


def export_words(sources: Sources, made: Mapping[str, str]) -> Iterator[str]:
    """Yield what is to be told of the PDFs that were ``made``, by document: what they lack, what signing them asks."""
    apart = False
    for document, name in made.items():
        facts = read_pdf(inside(sources.root, name))
        if not facts.archival:
            yield f"{name} không phải PDF/A nên chưa dùng để lưu trữ được: cần LibreOffice 7.4 trở lên."
        for lack in electronic_lacks(facts):
            yield f"{name}: {lack}."
        paper = record_of(sources, document)
        apart = apart or paper is None or not paper.record.symbol
    if made:
        yield _SIGN
    if apart:
        yield _SIGN_APART.format(load_standard().cite("PL-04"))
