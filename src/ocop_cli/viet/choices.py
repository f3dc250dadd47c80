"""Which choice a person means: by its number, its code, or its Vietnamese words without regard of marks and case."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.viet.text import bare_words, fold

_SAID = {
    "nhất trí": ("đồng ý",),
    "không nhất trí": ("không đồng ý",),
    "đề nghị chỉnh sửa": ("đề nghị sửa", "sửa", "chỉnh sửa"),
    "trong xã": ("xã", "tại xã"),
    "trong địa bàn huyện cũ": ("huyện", "huyện cũ", "trong huyện", "trong huyện cũ"),
    "trong tỉnh": ("tỉnh",),
    "tỉnh khác": ("ngoài tỉnh", "từ tỉnh khác"),
    "nhập khẩu": ("nhập ngoại", "nước ngoài", "nhập từ nước ngoài"),
    "chưa rõ nguồn gốc": ("chưa rõ", "không rõ"),
    "Sản phẩm mới": ("mới",),
    "Sản phẩm hiện có": ("hiện có", "đã có"),
    "Sản phẩm đề nghị nâng hạng sao": ("nâng hạng", "nâng sao", "nâng hạng sao"),
    "Phân hạng lại": ("đánh giá lại", "công nhận lại"),
    "quyền (người đứng đầu)": ("quyền",),
    "thủ trưởng đơn vị": ("người đứng đầu", "thủ trưởng", "trưởng phòng"),
    "kiểu cũ (hòa, thủy)": ("kiểu cũ", "cũ"),
    "kiểu mới (hoà, thuỷ)": ("kiểu mới",),
    "chung một dãy số": ("chung", "một dãy", "chung một dãy"),
    "mỗi loại một dãy số": ("theo loại", "mỗi loại một dãy"),
    "sang ngày làm việc tiếp theo": ("ngày làm việc tiếp theo", "ngày làm việc kế tiếp"),
    "Hợp tác xã": ("htx",),
    "Tổ hợp tác": ("tht",),
    "Doanh nghiệp nhỏ và vừa": (
        "doanh nghiệp",
        "doanh nghiệp tư nhân",
        "dntn",
        "công ty",
        "cty",
        "công ty tnhh",
        "cty tnhh",
        "công ty tnhh mtv",
        "công ty tnhh một thành viên",
        "công ty cổ phần",
        "công ty cp",
    ),
    "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh": (
        "hộ",
        "hộ gia đình",
        "hộ kinh doanh",
        "hộ kinh doanh cá thể",
        "hộ cá thể",
        "hkd",
        "hộ sản xuất",
    ),
}
"""What people say, by the words that files and papers say for it."""

_NOT = ("khong", "chua")
_LITTLE = frozenset(("co", "khong", "duoc", "dung", "sai", "roi", "chua", "va", "cua", "cac", "nhu", "khac"))
"""Words that answer yes or no, or only join others: alone they name a choice where its words begin with them."""
_NO_NAME = ("khong", "khong co", "khong biet", "-")
_MINUS = ("-", "−", "–")
BACK, STOP = "lùi", "dừng"
"""What somebody types to answer the question before again, and to leave an interview."""


def says_nothing(answer: str) -> bool:
    """Say whether an answer states no fact: it is empty, or says that there is nothing yet."""
    return fold(answer) in ("", "chua co", "chua ro", "chua biet")


def names_nothing(answer: str) -> bool:
    """Say whether an answer that should be a name says instead that there is none."""
    return says_nothing(answer) or fold(answer) in _NO_NAME


def walk_word(answer: str, *, free: bool) -> str:
    """Return ``BACK`` or ``STOP`` where an answer is one of them, else nothing.

    In a ``free`` text it must be typed with its marks: Dung is a name.
    """
    typed = answer.strip().casefold()
    return next(
        (word for word in (BACK, STOP) if typed == word or (not free and fold(typed) == fold(word))), ""
    )


def chosen(answer: str, choices: Mapping[str, str]) -> list[str]:
    """Return the choices that an answer may mean: one where it is clear, several or none where it is not.

    ``choices`` maps each code to its words. The whole code or the whole words win over a part of the words.

    >>> chosen("2", {"agree": "nhất trí", "disagree": "không nhất trí"})
    ['disagree']
    >>> chosen("Đồng ý", {"agree": "nhất trí", "disagree": "không nhất trí"})
    ['agree']
    >>> chosen("-1", {"1": "một sao"})
    []
    >>> chosen("đạt", {"unmet": "Chưa đạt mức nào"})
    []
    >>> chosen("có", {"top": "Như mức trên, có tính truyền cảm", "own": "Câu chuyện riêng"})
    []
    >>> chosen("bản sắc", {"local_labour": "Sử dụng lao động", "local_identity": "Bản sắc, trí tuệ địa phương"})
    ['local_identity']
    """
    if answer in choices:
        return [answer]
    wanted = bare_words(answer)
    is_negative = wanted.isdecimal() and answer.strip().startswith(_MINUS)
    if not wanted or is_negative:
        return []
    if whole := _whole(wanted, choices):
        return whole
    if wanted.isdecimal():
        return [*choices][int(wanted) - 1 : int(wanted)] if int(wanted) else []
    return [key for key, words in choices.items() if _is_part(wanted, f" {bare_words(words)} ")]


def _is_part(wanted: str, words: str) -> bool:
    """Say whether plain words hold a text and do not deny it: “đạt” is no part of “chưa đạt mức nào”.

    A yes is no part of words that have it somewhere inside: it would choose “Như mức trên, có tính truyền cảm”.
    """
    if _LITTLE.issuperset(wanted.split()):
        return words.startswith(f" {wanted} ")
    return f" {wanted} " in words and not any(f" {no} {wanted} " in words for no in _NOT)


def meant(answer: str, choices: Mapping[Any, str]) -> str | None:
    """Return the choice that an answer names in full: by its code, its words, or what people say for them.

    >>> meant("Nhập ngoại", {"elsewhere": "tỉnh khác", "import": "nhập khẩu"})
    'import'
    """
    found = _whole(bare_words(answer), choices)
    return found[0] if len(found) == 1 else None


def sayings(choices: Mapping[Any, str]) -> list[str]:
    """Return what people say for the words of some choices."""
    return [said for words in choices.values() for said in _SAID.get(words, ())]


def _whole(wanted: str, choices: Mapping[Any, str]) -> list[str]:
    """Return the choices that a plain text names in full; code and words win over what people say for them."""
    own = [key for key, words in choices.items() if wanted in (bare_words(key), bare_words(words))]
    said = [
        key
        for key, words in choices.items()
        if any(wanted == bare_words(one) for one in _SAID.get(words, ()))
    ]
    return own or said
