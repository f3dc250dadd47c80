"""A product set whose products must come from the province alone."""

from collections.abc import Iterator

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import Origin
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.product_set import ProductSet


def outside_province(dossier: Dossier, product_set: ProductSet, name: str) -> Iterator[Finding]:
    """Find a material from elsewhere where the law wants everything from the province; ``name`` is the dossier's file."""
    criterion = product_set.content(CommuneContent.LOCAL_ORIGIN)
    outside = [n for n, m in enumerate(dossier.materials) if m.origin in (Origin.ELSEWHERE, Origin.IMPORT)]
    if criterion and criterion.requires and outside:
        yield Finding(
            "E015",
            Severity.WARNING,
            "Bộ tiêu chí yêu cầu toàn bộ sản phẩm có nguồn gốc trong tỉnh, hồ sơ ghi có phần ngoài tỉnh",
            Place(name, ("materials", outside[0], "origin")),
            why=criterion.note,
            hint="kiểm tra lại nguồn gốc; còn phần ngoài tỉnh thì không mức nào của tiêu chí áp dụng, 0 điểm",
            cite=criterion.cite,
        )
