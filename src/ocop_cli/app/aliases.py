"""The Vietnamese name of each verb: typed with or without marks, it means the same as the verb's own name."""

from collections.abc import Sequence
from itertools import takewhile

ALIASES = {
    "register": "đăng-ký", "import": "nhập-sổ", "adopt": "đã-công-nhận", "set": "ghi", "fill": "điền", "renew": "phân-hạng-lại", "receive": "nhận-giấy-tờ", "form": "phiếu", "intake": "đọc-phiếu", "next": "tiếp", "due": "hạn", "tell": "báo-chủ-thể", "extend": "gia-hạn", "select": "chọn",
    "advance": "nhận", "return": "trả", "withdraw": "dừng", "remove": "xóa", "do": "làm",
    "visit": "thực-tế", "evaluate": "đánh-giá", "score": "chấm", "panel": "hội-đồng", "advise": "lên-sao",
    "meeting": "họp", "submit": "nộp", "send": "gửi", "result": "kết-quả",
    "paper": "giấy", "inspect": "giám-sát", "docs": "văn-bản", "lint": "thể-thức", "templates": "biểu-mẫu",
    "verify": "đối-chiếu", "seal": "niêm", "why": "vì-sao", "list": "danh-sách", "show": "xem", "producers": "chủ-thể",
    "calendar": "lịch", "plan": "kế-hoạch", "log": "ghi-việc", "handover": "bàn-giao", "archive": "lưu-trữ", "carry": "chuyển-năm", "report": "báo-cáo", "export": "xuất-sổ", "dashboard": "trang", "label": "tem-nhãn", "roll-up": "tổng-hợp", "check": "kiểm-tra", "explain": "giải-thích", "privacy": "dữ-liệu-cá-nhân",
    "rules": "quy-định", "init": "tạo", "merge": "gộp", "demo": "chạy-mẫu", "undo": "hoàn-tác",
    "meeting invite": "mời", "meeting reply": "ý-kiến", "meeting sheet": "bảng-ý-kiến", "meeting take": "đọc-bảng", "meeting hold": "biên-bản", "meeting cancel": "hoãn",
    "docs list": "sổ", "docs number": "lấy-số", "docs other": "số-khác", "docs sign": "bản-ký",
    "docs send": "gửi", "docs answer": "trả-lời", "docs revise": "thay-thế",
    "templates list": "danh-sách", "templates check": "kiểm-tra", "templates eject": "lấy",
    "inspect record": "biên-bản", "inspect order": "thứ-tự", "inspect plan": "kế-hoạch", "inspect team": "đoàn", "inspect close": "đã-khắc-phục",
    "privacy find": "tìm", "privacy erase": "xóa",
    "rules list": "danh-sách", "rules show": "xem", "rules export": "xuất", "rules diff": "so-sánh",
    "rules sheet": "phiếu", "rules wording": "nguyên-văn", "rules check": "kiểm-tra",
}  # fmt: skip
"""The words of a verb, without ``ocop`` → its Vietnamese name."""

_LONGEST = 1 + max(alias.count("-") for alias in ALIASES.values())
_JOINTS = str.maketrans("", "", "-_. ")


def alias_of(path: str) -> str:
    """Return the Vietnamese name of a verb by its words on the command line: ``ocop rules show`` or ``rules show``."""
    return ALIASES.get(path.removeprefix("ocop").strip(), "")


def named(word: str, group: str) -> str:
    """Return the verb that a word means within a group, empty for ``ocop`` itself; the word itself where it means none."""
    wanted = _letters(word)
    within = {
        path.rpartition(" ")[2]: alias for path, alias in ALIASES.items() if path.rpartition(" ")[0] == group
    }
    return next((name for name, alias in within.items() if _letters(alias) == wanted), word)


def joined(words: Sequence[str], group: str) -> list[str]:
    """Put the words that name a verb together, and return its name before the rest: ``danh sách`` is ``danh-sách``.

    The words themselves where they begin with no verb's name.
    """
    said = len(list(takewhile(lambda word: not word.startswith("-"), words[:_LONGEST])))
    for count in range(said, 0, -1):
        typed = " ".join(words[:count])
        if (name := named(typed, group)) != typed:
            return [name, *words[count:]]
    return [*words]


def _letters(word: str) -> str:
    from ocop_cli.viet.text import fold  # only for a word that is no name of a verb

    return fold(word).translate(_JOINTS)
