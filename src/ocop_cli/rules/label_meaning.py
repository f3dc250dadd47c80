"""What a label or a text of the decision names that another must name too: numbers, named standards, conditions."""

import re
from collections.abc import Iterator
from functools import cache

from ocop_cli.rules.criterion import Criterion, Option

_CONDITIONS = (
    "hợp đồng", "minh chứng", "ổn định", "còn hiệu lực", "bắt buộc", "văn bản", "đầu vào", "tiêu thụ", "trong tỉnh",
    "ngoài tỉnh", "huyện", "xã", "việt nam", "quốc gia", "quốc tế", "tiếng nước ngoài", "truy xuất nguồn gốc",
    "định kỳ", "xuất khẩu", "chứng nhận", "giấy phép", "còn lại", "thường xuyên", "đào tạo", "độc lập",
)  # fmt: skip
"""Words without which a text asks for something else."""
_SENSES = {
    "<": "dưới", "≥": "từ", ">=": "từ", ">": "trên", "": "từ", "ít nhất": "từ", "nhiều hơn": "trên",
}  # fmt: skip
"""How near another a number of a text and one of a label must stand; a bare number is one from which something begins."""
_NUMBER = re.compile(r"(<|≥|>=|>|dưới|từ|trên|ít nhất|nhiều hơn)?\s*(\d+)")
_STANDARD = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]{2,})\b")
_NO_STANDARD = {"ATTP", "HTX", "TNHH", "DNTN", "OCOP", "TM", "DN", "NTM", "BVTV", "NPB"}
_GLOBAL = re.compile(r"Global\s*G\.?A\.?P\b\.?")
_SAME = {
    r"\((\d)\)": "",  # the number of another level
    r"\b(19|20)\d\d\b": "",  # the year of another act
    r"thường xuyên/định kỳ": "thường xuyên",  # the one or the other
    r"ngoại ngữ": "tiếng nước ngoài",
    r"attp": "an toàn thực phẩm",
    r"ntm": "nông thôn mới",
    r"\bmột(?= (thành viên|tiếng))": "1",
    r"\bhai(?= (thành viên|tiếng))": "2",
}
"""Ways of writing that say the same, the short ones of our labels among them."""
_AS_ABOVE = re.compile(r"^(cộng đồng: |điểm du lịch: |tổ chức, cá nhân: )?như (mức )?trên", re.IGNORECASE)


@cache  # most texts stand in several sets, and in the decision before and after its transition
def meaning(text: str) -> frozenset[str]:
    """Return what a text names that another must name too."""
    lower = text.lower()
    for written, same in _SAME.items():
        lower = re.sub(written, same, lower)
    numbers = {f"{_SENSES.get(sense, sense)} {int(number)}" for sense, number in _NUMBER.findall(lower)}
    standards = {name.upper() for name in _STANDARD.findall(_GLOBAL.sub("GlobalGAP", text))} - _NO_STANDARD
    return frozenset(numbers | standards | {word for word in _CONDITIONS if word in lower})


def full_labels(criterion: Criterion) -> Iterator[tuple[Option, str]]:
    """Yield every printed option with its label, what “như trên” stands for written out."""
    before = ""
    for option in criterion.options:
        before = f"{before} {option.label}" if _AS_ABOVE.match(option.label) else option.label
        yield option, f"{criterion.name} {before} {option.note} {criterion.note}"


def dropped(criterion: Criterion) -> Iterator[tuple[Option, list[str]]]:
    """Yield each level whose label leaves out what the decision's words for it name, with what that is."""
    for option, label in full_labels(criterion):
        named = meaning(option.words)
        if named and (lost := named - meaning(label)):
            yield option, sorted(lost)
