"""What a parser's complaint means for the person who typed the file."""

import re
from typing import Any

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.broken_line import broken_line, open_quote, sign_for_colon

_TAB = re.compile(r"[ ]*\t")
_KEY_GLUED = re.compile(r"[ ]*(?:- )?[a-z_]+:[^\s:/]")
_DASH_GLUED = re.compile(r"[ ]*-[a-z][a-z0-9_]*:(?:[ ]|$)")
_ODD_COLON = re.compile(r"[ ]*(?:- )?[a-z][a-z0-9_]*(?:：|:\u00a0)")
_AFTER_QUOTE = re.compile(r""".*["']\s*$""")
SyntaxHint = tuple[str, str, str]
"""A code, what is wrong, and what to do."""

AMPERSAND: SyntaxHint = ("Y023", "Giá trị bắt đầu bằng & hoặc *", "đặt giá trị trong nháy kép")
TAG = ("Y024", "Giá trị bắt đầu bằng dấu !", "đặt giá trị trong nháy kép")
TOO_DEEP = ("Y022", "Tệp lồng quá sâu hoặc quá nhiều mục", "kiểm tra lại ngoặc [ ] { }")
TABS = ("Y006", "Thụt dòng bằng phím Tab", "thay mỗi Tab bằng hai dấu cách")
ODD_COLON: SyntaxHint = (
    "Y007",
    "Sau tên mục là dấu hai chấm kiểu khác, hoặc dấu cách không ngắt (dán từ Word)",
    "xóa đi, gõ lại dấu hai chấm và một dấu cách thường",
)
_QUOTED_TWICE = ("Y019", "Có chữ thừa sau dấu nháy đóng", "đặt cả giá trị trong một cặp nháy")
_GLUED: SyntaxHint = ("Y019", "Thiếu dấu cách sau dấu hai chấm", "viết dạng “tên: giá trị”")
_GLUED_DASH: SyntaxHint = (
    "Y019",
    "Thiếu dấu cách sau dấu gạch đầu dòng",
    "viết dạng “- tên: giá trị”",
)
_NO_COLON: SyntaxHint = (
    "Y012",
    "Dòng này thiếu dấu hai chấm sau tên mục",
    "viết dạng “tên: giá trị”; nếu là ghi chú thì thêm dấu # ở đầu dòng",
)
_SHIFTED: SyntaxHint = (
    "Y013",
    "Dòng này thụt lệch so với các dòng cùng cấp",
    "thụt thẳng hàng với mục cùng cấp",
)
_OPEN_QUOTE: SyntaxHint = ("Y014", "Thiếu dấu nháy đóng", "thêm dấu nháy ở cuối giá trị")
_UNKNOWN = ("Y019", "Dòng này không đọc được", "xem lại dấu hai chấm, dấu nháy và thụt dòng")
_ESCAPE = ("Y019", "Có dấu \\ trong nháy kép", "dùng dấu / trong tên tệp, hoặc đặt giá trị trong nháy đơn")
_HINTS: dict[str, SyntaxHint] = {
    "scanning an anchor": AMPERSAND,
    "scanning an alias": AMPERSAND,
    "a tag": TAG,
    "Unicode character escape": (
        "Y008",
        "Có mã ký tự không hợp lệ",
        "xóa phần bắt đầu bằng \\u rồi gõ lại chữ",
    ),
    "escape character": _ESCAPE,
    "hexdecimal": _ESCAPE,
    "tab": TABS,
    "mapping values are not allowed": (
        "Y011",
        "Có dấu hai chấm thừa trong giá trị",
        "đặt cả giá trị trong nháy kép",
    ),
    "sequence entries are not allowed": (
        "Y019",
        "Danh sách đứng cùng dòng với tên mục",
        "xuống dòng rồi mới ghi dấu -, hoặc đặt giá trị trong nháy kép",
    ),
    "cannot start any token": (
        "Y019",
        "Giá trị bắt đầu bằng ký tự không dùng được (@ ` %)",
        "đặt giá trị trong nháy kép",
    ),
    "could not find expected ':'": _NO_COLON,
    "did not find expected key": _SHIFTED,
    "did not find expected '-' indicator": _SHIFTED,
    "did not find expected <document start>": _SHIFTED,
    "quoted scalar": _OPEN_QUOTE,
    "maximum nesting depth": TOO_DEEP,  # from libyaml 0.2.6 on it counts the brackets itself
    "flow": ("Y015", "Thiếu dấu đóng ngoặc ] hoặc }", "đóng ngoặc, hoặc đặt giá trị trong nháy kép"),
}

_WHERE_BEGUN = frozenset({"Y012", "Y014", "Y015"})
"""What is missing is missing where the parser began to read a value, not where it gave up, often at the file's end."""
_BETWEEN_LINES = frozenset({"Y011", "Y013", "Y019"})
"""What the parser notices at a line, though the one before may be to blame."""
_LINES_BEGUN_SO = ((_KEY_GLUED, _GLUED), (_ODD_COLON, ODD_COLON), (_DASH_GLUED, _GLUED_DASH))


def explain_syntax(error: yaml.YAMLError, text: str, name: str) -> Finding:
    """Turn what the parser says into a finding at the line to fix."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _finding(_UNKNOWN, Place(name, (), 1, 1))
    before, after = text[: mark.index], text[mark.index :]
    lines = (before + after.partition("\n")[0]).split("\n")
    for pattern, hint in _LINES_BEGUN_SO:
        if line := _begun_so(pattern, lines):
            return _finding(hint, Place(name, (), line, 1))
    told = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    hint, at = _judged(_cure(told, before, after), text, mark, getattr(error, "context_mark", None))
    return _finding(hint, Place(name, (), at.line + 1, at.column + 1))


def _judged(hint: SyntaxHint, text: str, mark: Any, context: Any) -> tuple[SyntaxHint, Any]:
    """Return what is wrong and where, after looking at the lines that a complaint lies between."""
    if hint[0] in _BETWEEN_LINES and (quote := open_quote(text, mark)):
        return _OPEN_QUOTE, quote
    line_so_far = text[: mark.index].rpartition("\n")[2]
    is_between = hint[0] in _BETWEEN_LINES and ": " not in line_so_far
    if is_between and (broken := broken_line(text, mark)):
        return (_lacking(broken.sign) if broken.lacks_colon else _SHIFTED), broken
    at = context if context and hint[0] in _WHERE_BEGUN else mark
    line = text[: at.index].rpartition("\n")[2] + text[at.index :].partition("\n")[0]
    return (_lacking(sign_for_colon(line)) if hint == _NO_COLON else hint), at


def _lacking(sign: str) -> SyntaxHint:
    """Return what to do about a colon that is missing, where another sign stands for it."""
    if not sign:
        return _NO_COLON
    return (*_NO_COLON[:2], f"thay dấu {sign} bằng dấu hai chấm và một dấu cách")


def _finding(cure: SyntaxHint, place: Place) -> Finding:
    code, message, hint = cure
    return Finding(code, Severity.ERROR, message, place, hint=hint)


def has_odd_colon(value: str) -> bool:
    """Say whether a plain value is a key with a colon that YAML does not know."""
    return _ODD_COLON.match(value) is not None


def _begun_so(pattern: re.Pattern[str], lines: list[str]) -> int | None:
    """Return the line, of the last two, that begins as a pattern says: ``tên:giá trị`` with nothing behind the colon."""
    last_two = range(len(lines), max(0, len(lines) - 2), -1)
    return next((number for number in last_two if pattern.match(lines[number - 1])), None)


def _cure(told: str, before: str, after: str) -> SyntaxHint:
    """Name the error from what the parser says and from the text on both sides of it."""
    line_so_far = before.rpartition("\n")[2]
    if _TAB.match(line_so_far + after):
        return TABS
    if "did not find expected key" in told and _AFTER_QUOTE.match(line_so_far):
        return _QUOTED_TWICE
    return next((cure for words, cure in _HINTS.items() if words in told), _UNKNOWN)
