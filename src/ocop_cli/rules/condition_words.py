"""The conditions of a product set in words, for its table, its sheet and the comparison of two decisions."""

from collections.abc import Iterator

from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.product_set import ProductSet

_AREAS = {"commune": "xã", "district": "huyện", "province": "tỉnh"}


def condition_words(product_set: ProductSet) -> Iterator[str]:
    """Say each condition of a product set, with the criterion that it stands at."""
    for criterion in product_set.criteria:
        for words in conditions_of(criterion, product_set).values():
            yield f"{criterion.code} {criterion.name}: {words}"


def conditions_of(criterion: Criterion, product_set: ProductSet) -> dict[str, str]:
    """Say the conditions of a criterion by what they do; empty texts are left out."""
    stops = "; ".join(level.named for level in criterion.levels if level.stops)
    found = {
        "dừng đánh giá": f"không đánh giá các bước tiếp theo khi ở mức: {stops}" if stops else "",
        "chỉ áp dụng khi": _only_if(criterion, product_set),
        "yêu cầu": f"yêu cầu 100% trên địa bàn {_AREAS[criterion.requires.area]}"
        if criterion.requires
        else "",
        "không bắt buộc": criterion.exempt.named if criterion.exempt else "",
    }
    return {name: words for name, words in found.items() if words}


def _only_if(criterion: Criterion, product_set: ProductSet) -> str:
    only_if = criterion.only_if
    other = product_set.criterion(only_if.criterion) if only_if else None
    if only_if is None or other is None:
        return ""
    lost = "; ".join(level.named for level in other.levels if level.id in only_if.lost_at)
    source = only_if.level.source
    reading = " (suy ra)" if source and not source.is_firm else ""
    return f"không tính điểm{reading} khi {other.code} {other.name} ở mức: {lost}"
