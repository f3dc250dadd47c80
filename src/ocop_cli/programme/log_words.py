"""The everyday words by which a line about an act of the year is understood, without marks as they are compared."""

import re

from ocop_cli.programme.log_entry import Channel, Priority, Standard


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])")


def _count_of(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-])(\d[\d.]*) ?(?:{'|'.join(words)})(?![\w-])")


def _part_of(*words: str) -> re.Pattern[str]:
    """A count of some among the others, also behind its word: “3 người, nữ 2”."""
    one = "|".join(words)
    return re.compile(rf"{_count_of(*words).pattern}|(?<![\w-])(?:trong do )?(?:{one}) (\d[\d.]*)(?![\w./-])")


CHANNEL_WORDS: dict[str, re.Pattern[str]] = {
    Channel.LOUDSPEAKER: _any("loa truyen thanh", "loa phat thanh", "loa", "truyen thanh", "phat thanh"),
    Channel.SOCIAL: _any("mang xa hoi", "zalo", "facebook", "fanpage", "tiktok", "youtube"),
    Channel.WEBSITE: _any("cong thong tin", "website", "trang thong tin", "trang tin"),
    Channel.PRESS: _any("bao chi", "bao", "dai truyen hinh", "dai", "truyen hinh", "tap chi"),
    Channel.PRINT: _any("to roi", "pa no", "bang ron", "ap phich"),
    Channel.PHONE: _any("goi dien", "dien thoai", "goi"),
    Channel.VISIT: _any("gap truc tiep", "truc tiep", "gap", "den nha", "tai nha", "tai co so"),
    Channel.LETTER: _any("cong van", "van ban", "giay moi", "thu"),
    Channel.MEETING: _any("hop thon", "cuoc hop", "hoi nghi", "sinh hoat", "hop"),
}
STANDARD_WORDS: dict[str, re.Pattern[str]] = {
    Standard.ISO: _any(r"iso(?: ?\d+)?"),
    Standard.HACCP: _any("haccp"),
    Standard.VIETGAP: _any("vietgap", "viet gap"),
    Standard.ORGANIC: _any("huu co", "organic"),
    Standard.GMP: _any("gmp"),
    Standard.OTHER: _any("globalgap", "ocop 5 sao"),
}
PRIORITY_WORDS: dict[str, re.Pattern[str]] = {
    Priority.SPECIALITY: _any("dac san", "dac trung"),
    Priority.CRAFT: _any("lang nghe", "nghe truyen thong", "truyen thong"),
    Priority.ARTISAN: _any("nghe nhan", "cong dong sang tao"),
    Priority.PROCESSING: _any("che bien sau", "che bien"),
    Priority.TOURISM: _any("du lich nong thon", "du lich"),
    Priority.TECHNOLOGY: _any("khoa hoc cong nghe", "khcn", "cong nghe"),
    Priority.CULTURE: _any("bao ton van hoa", "van hoa"),
}
NUMBERS: dict[str, re.Pattern[str]] = {
    "minority": _part_of(
        "nguoi dan toc thieu so", "nguoi dan toc", "dan toc thieu so", "dan toc", "nguoi dtts", "dtts"
    ),
    "women": _part_of("nguoi nu", "phu nu", "nu"),
    "people": _count_of("luot nguoi", "nguoi", "luot", "can bo", "hoc vien", "viec lam", "lao dong"),
    "copies": _count_of("ban", "to", "cuon", "quyen", "bai", "tin", "so"),
    "contracts": _count_of("hop dong", "bien ban ghi nho", "thoa thuan"),
    "area_ha": re.compile(r"(?<![\w./-])(\d+(?:[.,]\d{1,2})?) ?(?:ha|hec-ta|hec ta)(?![\w-])"),
}
"""A number with what it counts, the longer words first: three women are not three people more."""
MONEY_BEFORE = {
    "ban": "sold_vnd",
    "ban duoc": "sold_vnd",
    "doanh so": "sold_vnd",
    "doanh thu": "sold_vnd",
    "thu nhap": "income_vnd",
    "chi phi": "amount_vnd",
    "chi": "amount_vnd",
    "cap": "amount_vnd",
    "tri gia": "amount_vnd",
}
"""What a word before a sum of money says it is."""
NOT_DONE = _any("chua xong", "chua lam xong", "chua lam", "chua giai quyet", "chua xu ly", "chua xac nhan")
DONE = _any("da xong", "da lam xong", "xong", "hoan thanh", "da giai quyet", "da xu ly", "da xac nhan")
ALL_VILLAGES = _any("ca xa", "toan xa", "cac thon", "tat ca cac thon", "moi thon", "cac lang")
HEADS = {
    "chi cho": "use", "noi dung chi": "use", "den": "until", "noi": "place", "noi thay": "place", "ban": "sold_vnd",
    "ai neu": "unit", "nguoi neu": "unit", "ai giai quyet": "decided_by",
    "ho tro gi": "what", "da giup gi": "what", "da thay gi": "what",
}  # fmt: skip
"""What else a field is called before a colon."""
FREE = ("what", "unit", "place", "person", "capacity", "source", "use", "figure", "paper", "outcome")
"""The fields that any words fit."""
JOINTS = frozenset(
    [
        "o",
        "tai",
        "qua",
        "tren",
        "cho",
        "cua",
        "va",
        "voi",
        "den",
        "tu",
        "ngay",
        "duoc",
        "bang",
        "he",
        "thong",
        "nguoi",
        "thon",
        "lang",
        "buoi",
        "ban",
        "phat",
    ]
) | {""}
"""Small words that say nothing once what they join is understood."""
