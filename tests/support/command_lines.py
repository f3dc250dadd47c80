"""Command lines made of the table of verbs: each verb with a line that writes, all its options, and values for them."""

import inspect
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st
from typer.models import OptionInfo

from ocop_cli.app.lazy import load
from ocop_cli.app.options import GLOBAL
from ocop_cli.app.table import TABLE
from ocop_cli.app.verb import Verb

REPORT = "documents/2026/{}-evaluation-report.docx"
WRITING_LINES: dict[str, tuple[str, ...]] = {
    "register": ("--name", "Măng le Mẫu", "--producer", "Hộ Y Mẫu", "--kind", "household"),
    "renew": ("mang-kho",),
    "adopt": ("Trà gừng Mẫu", "--producer", "HTX Mẫu Hai", "--star", "3", "--number", "15/QĐ-UBND", "--on", "20/11/2025"),
    "import": ("so-cu.xlsx", "-y"),
    "log": ("tuyên truyền", "12/3", "loa thôn Ví Dụ Một", "120", "người"),
    "carry": ("2027", "-y"),
    "receive": ("ot-rung", "--samples", "5"),
    "select": ("--choose", "banh-cu-mi-nuong: có người làm"),
    "advance": ("gao-do",),
    "return": ("sam-day", "--reason", "thiếu giấy"),
    "withdraw": ("ot-rung", "--reason", "ngừng sản xuất"),
    "set": ("sam-day", "lao động trong xã=17"),
    "form": ("sam-day", "--kind", "lao-động"),
    "intake": ("lao-dong.json", "-y"),
    "extend": ("sam-day", "--until", "15/12/2026", "--paper", "Công văn số 9/UBND", "--reason", "chờ kiểm nghiệm"),
    "visit": ("mat-ong", "--by", "A Mẫu, Công chức", "--seen", "đang đóng chai", "--content", "lao động"),
    "evaluate": ("homestay", "--meeting", "hop-2026-11-27"),
    "score": ("homestay", "--print"),
    "panel": ("sam-day", "--sheet"),
    "meeting invite": ("sam-day", "--on", "03/12/2026", "--starts", "8:00", "--place", "Hội trường"),
    "meeting reply": ("hop-2026-11-27", "homestay", "--unit", "Văn phòng HĐND và UBND", "--stance", "agree"),
    "meeting sheet": ("hop-2026-11-30",),
    "meeting take": ("hop-2026-11-30", "y-kien.xlsx", "-y"),
    "meeting cancel": ("hop-2026-11-30", "--reason", "không đủ thành phần"),
    "meeting hold": ("hop-2026-11-30", "--ends", "10:30", "--conclusion", "Nhất trí.", "--present", "Phòng Y Mẫu"),
    "submit": ("gui-tre", "--force", "--reason", "tỉnh yêu cầu gửi sớm", "--by", "A Mẫu", "-y"),
    "send": ("sam-day", "--way", "trục liên thông", "--to", "UBND tỉnh"),
    "privacy erase": ("gao-do", "--reason", "đơn của người này", "-y"),
    "remove": ("gao-do", "--reason", "đăng ký trùng"),
    "calendar": ("2028", "--notice", "Thông báo số 0001/TB-BNV"),
    "result": ("ruou-ghe", "--star", "3", "--score", "65", "--number", "1/QĐ-UBND", "--on", "28/11/2026"),
    "archive": ("2026", "--except-open"),
    "tell": ("ot-rung", "--due", "04/12/2026"),
    "paper": ("tu-danh-gia", "sam-day"),
    "inspect record": ("ca-phe", "--seen", "production: còn làm"),
    "inspect plan": ("2027", "--from", "05/4/2027"),
    "inspect team": ("2027", "--member", "A Mẫu, Công chức"),
    "inspect close": ("mang-kho", "--proof", "ảnh"),
    "plan": ("2027",),
    "report": ("--kind", "ideas", "--period", "2026"),
    "export": ("so.xlsx",),
    "dashboard": (),
    "label": (),
    "docs number": (REPORT.format("homestay"), "--number", "32"),
    "docs other": ("--number", "40", "--symbol", "BC-UBND"),
    "docs sign": (REPORT.format("sam-day"), "--scan", "papers/scan.pdf"),
    "docs send": (REPORT.format("sam-day"), "--to", "Sở Nông nghiệp và Môi trường"),
    "docs answer": (REPORT.format("sam-day"), "--number", "12/SNN"),
    "docs revise": (REPORT.format("sam-day"), "--number", "41/BC-UBND", "--reason", "sai tên"),
    "templates eject": ("idea-slip",),
    "rules sheet": ("26-2026", "6"),
    "rules wording": ("26-2026", "papers/phu-luc.html", "-y"),
    "seal": (),
    "merge": ("may-hai",),
    "undo": (),
}  # fmt: skip
"""Of each verb that writes: what it is given so that it does, in the folder of ``prepare_folder``."""

READING_LINES: dict[str, tuple[str, ...]] = {
    "do": ("gao-do",), "roll-up": (".",), "due": ("sam-day",), "advise": ("sam-day",), "show": ("sam-day",), "privacy find": ("sam-day",), "lint": (REPORT.format("sam-day"),),
    "verify": (REPORT.format("sam-day"),), "why": (REPORT.format("sam-day"), "75%"), "explain": ("E001",),
    "rules show": ("26-2026",), "rules export": ("26-2026",), "rules diff": ("148-2023", "26-2026"),
    "init": ("xa-moi", "--commune", "Mẫu", "--commune-code", "23356", "--province", "Mẫu", "--province-code", "51", "--signer", "A Mẫu"),
}  # fmt: skip
"""Of each other verb that needs something: what it is given."""

NOT_RUN = {
    "demo",  # plays the whole year: tests/commands/test_demo_command.py
    "fill",  # asks at a terminal: tests/commands/test_fill_command.py
}
LONG = 5_000

NUMBERS = (
    "", " ", "-1", "0", "1", "2", "5", "6", "7", "26", "27", "31", "45/BC-UBND", "99", "99,99", "100", "100,0",
    "100,01", "158,5", "72.5", "1.200", "1.234.567đ", "1,2 tỷ", "10 người", "22,5%", "2018", "2019", "2025", "2027",
    "9999", "10000", "20260", "9" * 30, "1e5", "٣", "mười", "ba",
)  # fmt: skip
DAYS = (
    "23/11/2026", "2026-11-30", "01/12/2026", "02/12/2026", "1-12-2026", "29/02/2028", "29/02/2027", "31/11/2026", "31/12/1944",
    "01/01/1945", "01/01/0001", "11/11/0026", "09/11/2062", "24/12/9999", "31/12/9999", "2019", "2026-Q4", "2026-13", "2025-H1",
    "2026-11-01..2026-11-30", "2026-11-30..2026-11-01", "hôm nay", "ngày 01 tháng 12 năm 2026",
)  # fmt: skip
CLOCKS = ("00:00", "23:59", "24:00", "25:00", "7:5", "8h30", "8 giờ 30", "8H", "08:60", "tám giờ")
WORDS = (
    "có", "Có", "KHÔNG", "đồng ý", "nhất trí", "xã", "tỉnh khác", "hợp tác xã", "Hộ", "mới", "agree", "new", "first",
    "household", "received", "certified", "preparing", "sam-day", "sâm dây", "không có", "con", "NUL", "hop-2026-11-27",
    "local_identity", "local_identity=community", "packaging=simple", "a=b", "=", "idea_origin=", "sam-day: lý do",
    ": lý do", "sam-day:", "Phòng Y Mẫu: A Mẫu, Trưởng phòng", "Văn phòng HĐND và UBND", "A Mẫu, Công chức", ",", "production: tốt", "26-2026", "148-2023",
)  # fmt: skip
LETTERS = (
    "Ẫ", "A\u0302\u0303", "Mâ\u0323t ong", "Mật\u00a0ong", "đ", "ß", "İ", "ﬁ", "１２", "😀", "한글", "\u200b", "\u202e", "\x1b[31m",
    "\x07", "\udc80", "- a", "# b", "a: b", "a #b", "{a: b}", "[", "]", "'", '"', "“2026”", "|", ">", "&a", "*a", "!a", "%",
    "@", "`", "---", "...", "null", "~", "true", "\\", "a\nb", "a\n\nb\n", "\n", "\t", "a\tb", "../x", "/etc/passwd", "C:\\x.pdf",
    "papers\\x", "{{ x }}", "{% if %}", "{#", "<b>&amp;", "=1+1", "--", "-x", "x" * LONG, "ă" * LONG, "a b " * (LONG // 4),
)  # fmt: skip
PATHS = (
    REPORT.format("sam-day"), "papers/scan.pdf", "papers", ".", "", "x", "x.docx", "a/b", "../x.docx", "/etc/passwd", "C:\\x.docx",
    "dossiers/sam-day.yaml", "ocop.yaml", "documents/2026/x.docx", "papers/x.json", "x" * 300 + ".docx", "á.docx", "\udc80", "con.docx",
)  # fmt: skip
TEXTS = (*WORDS, *DAYS, *NUMBERS, *CLOCKS, *LETTERS)


class Option(NamedTuple):
    """An option as the table of verbs has it: its word, and the values that are tried; a flag has none."""

    word: str
    values: tuple[str, ...]


class NamedVerb(NamedTuple):
    """A verb with the words that call it."""

    words: tuple[str, ...]
    verb: Verb

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def given(self) -> tuple[str, ...]:
        return WRITING_LINES.get(self.name, READING_LINES.get(self.name, ()))


VERBS = [
    NamedVerb((*((entry.name,) if entry.verbs else ()), verb.name), verb)
    for entry in TABLE
    for verb in (entry.verbs or (entry,))
    if verb.name not in NOT_RUN
]
WRITERS = [each for each in VERBS if each.verb.writes]


def options_of(verb: Verb) -> list[Option]:
    """Return the options of a verb, its own four times as often as those that every verb takes."""
    own = [p for p in inspect.signature(load(verb)).parameters.values() if p.name != "session"]
    shared = [
        p for p in GLOBAL if p.name in {"as_of", "json", "out", "quiet"}
    ]  # --pdf starts another program
    return [option for parameter in (*own, *own, *own, *own, *shared) for option in _option(parameter)]


def _option(parameter: inspect.Parameter) -> Iterator[Option]:
    kind, info = get_args(parameter.annotation)
    if isinstance(info, OptionInfo):
        words = [info.default, *(info.param_decls or ())]  # typer takes the first name for the default
        yield Option(str(words[-1]), _values(kind, parameter.name))


def _values(kind: Any, name: str) -> tuple[str, ...]:
    kinds = {kind, *get_args(kind), *(inner for part in get_args(kind) for inner in get_args(part))}
    if bool in kinds:
        return ()
    if Path in kinds:
        return PATHS
    if int in kinds:
        return NUMBERS
    choices = next((each for each in kinds if isinstance(each, type) and issubclass(each, StrEnum)), None)
    if choices:
        return (*(member.value for member in choices), *WORDS)
    if name == "as_of":
        return DAYS
    return TEXTS


def command_lines() -> st.SearchStrategy[tuple[str, ...]]:
    """Return lines that call a verb as its line above does, with none to two of its options besides.

    Verbs that write come three times as often.
    """
    return st.sampled_from([*WRITERS, *WRITERS, *VERBS]).flatmap(_lines_of)


def _lines_of(each: NamedVerb) -> st.SearchStrategy[tuple[str, ...]]:
    options = st.sampled_from(options_of(each.verb)).flatmap(_words_of)
    return st.lists(options, max_size=2).map(
        lambda more: (*each.words, *each.given, *(word for word in more))
    )


def _words_of(option: Option) -> st.SearchStrategy[str]:
    if not option.values:
        return st.just(option.word)
    return st.sampled_from(option.values).map(lambda value: f"{option.word}={value}")
