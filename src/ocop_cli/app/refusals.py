"""How a run that fails is told: calmly, in Vietnamese, and as JSON when JSON was asked for."""

import os
import re
import traceback
from collections.abc import Sequence
from errno import ENAMETOOLONG
from pathlib import Path
from typing import Any

from ocop_cli.app.pages import value_word
from ocop_cli.console import Console
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import findings_json
from ocop_cli.session import Session
from ocop_cli.session.given import GlobalOptions
from ocop_cli.session.unread import tell_unread, unread_json
from ocop_cli.viet.text import fold, lower_first, upper_first

BUG = 70


def report_refusal(error: OcopError, session: Session) -> int:
    """Show why a command could not go on; return its exit status."""
    if session.options.json:
        session.console.json(
            "ocop/error@1",
            {
                "exit": error.exit_code,
                "code": error.code,
                "message": error.message,
                "hint": error.hint,
                "findings": findings_json(error.findings),
                **unread_json(session),
            },
        )
        return error.exit_code
    console = Console(colour=not session.options.no_color)
    console.findings(error.findings, session.line_of, to_stderr=True)
    console.note(error.message)
    if error.hint:
        console.note(error.hint)
    tell_unread(session)
    return error.exit_code


def refuse_unreadable(words: Sequence[str]) -> None:
    """Raise ``OcopError`` (misuse) for a word whose bytes are no text: nothing could be done with it later."""
    for word in words:
        if any("\ud800" <= letter <= "\udfff" for letter in word):
            shown = word.encode("utf-8", errors="replace").decode()
            raise OcopError(f"Lệnh có chữ không đọc được: “{shown}”.", "Gõ lại chữ đó.", exit_code=MISUSE)


_TIME = re.compile(r"\d|(quy|thang|nam|ngay)\b")
_NOT_READABLE = re.compile(r"'(.+)' is not readable")
_FOUND = {
    "HỒ_SƠ": "Xem các hồ sơ: `ocop list`. ",
    "CUỘC_HỌP": "Mã cuộc họp là tên tệp trong programme/meetings/, ví dụ hop-2026-11-25. ",
}
"""Where the names of things are found that a command line must name."""
_TIME_OPTIONS = ("--period", "--year", "--on")


def report_misuse(error: Any, session: Session) -> int:
    """Show what was wrong with the words of the command line."""
    command = error.ctx.command_path if getattr(error, "ctx", None) else "ocop"
    hint = f"{_where_it_belongs(error)}{_where_it_stands(error)}Xem cách dùng: `{command} -h`"
    return report_refusal(OcopError(misuse_words(error), hint, exit_code=MISUSE), session)


def misuse_words(error: Any) -> str:
    """Say in Vietnamese what the command line parser says in English."""
    match type(error).__name__:
        case "NoSuchOption":
            near = f" Có phải {error.possibilities[0]}?" if error.possibilities else ""
            return f"Không có tùy chọn {error.option_name}.{near}"
        case "MissingParameter":
            return f"Thiếu {_missing(error.param)}."
        case "BadParameter" if closed := _NOT_READABLE.search(error.message):
            return f"Không mở được {closed[1]}: hệ thống không cho đọc; xem quyền đọc, đóng chương trình đang mở."
        case "BadParameter":
            name = _name(error.param)
            return f"{upper_first(name)} có giá trị không dùng được; {_wanted(error.param.type)}."
        case "BadOptionUsage":
            return f"Tùy chọn {error.option_name} cần một giá trị."
        case _:
            extra = re.search(r" \((.*)\)$", error.message)
            return f"Lệnh có từ thừa: {extra[1]}." if extra else "Lệnh có từ thừa hoặc sai chỗ."


def _where_it_belongs(error: Any) -> str:
    """Say which option of the command takes the words too many, where they look like a time."""
    extra = re.search(r" \((.*)\)$", error.message) if type(error).__name__ == "UsageError" else None
    if not extra or error.ctx is None or not _TIME.match(fold(extra[1])):
        return ""
    has = {option for param in error.ctx.command.params for option in param.opts}
    option = next((each for each in _TIME_OPTIONS if each in has), "")
    typed = f'"{extra[1]}"' if " " in extra[1] else extra[1]
    return f"Ghi kèm tên tùy chọn: `{option} {typed}`. " if option else ""


def _missing(param: Any) -> str:
    """Return the name of what is missing with what its help says, the name once: “tệp Excel .xlsx”."""
    name, words = _name(param), (getattr(param, "help", None) or "").rstrip(".")
    head, _, rest = words.partition(": ")
    words, plain = lower_first(rest or words), fold(name.replace("_", " "))
    if rest and fold(head) != plain:
        words = lower_first(f"{head}: {rest}")
    if not words:
        return name
    return words if fold(words).startswith(plain) else f"{name}: {words}"


def _where_it_stands(error: Any) -> str:
    """Say where the name of what is missing is found."""
    if type(error).__name__ != "MissingParameter":
        return ""
    return _FOUND.get(_name(error.param).rstrip("…"), "")


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return value_word(param)
    return f"tùy chọn {param.opts[-1]}"


_BOUNDS = (("từ", "min"), ("đến", "max"))


def _wanted(kind: Any) -> str:
    """Say what a value of this kind looks like."""
    if choices := getattr(kind, "choices", None):
        return "chọn một trong: " + ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
    bounds = (
        f" {word} {getattr(kind, name)}" for word, name in _BOUNDS if getattr(kind, name, None) is not None
    )
    said = {"int": f"ghi số nguyên{''.join(bounds)}", "float": "ghi số", "bool": "ghi true hoặc false"}
    return said.get(kind.name.partition(" ")[0].replace("integer", "int"), "xem lại cách ghi")


def report_bug(error: Exception, session: Session) -> int:
    """Keep the traceback in a log and tell the person in one calm line; what the disk refuses is no bug."""
    if isinstance(error, OSError) and (refusal := _of_the_disk(error, session)):
        return report_refusal(refusal, session)
    from ocop_cli.store.files.bug_log import append_bug_log

    log = append_bug_log(_root(session), "".join(traceback.format_exception(error)))
    message = "Chương trình gặp lỗi của chính nó; dữ liệu của bạn không bị ghi dở."
    hint = (
        f"Gửi tệp này cho người hỗ trợ: {log}"
        if log
        else "Ổ đĩa không nhận cả nhật ký lỗi: kiểm tra chỗ trống."
    )
    return report_refusal(OcopError(message, hint, code="X001", exit_code=BUG), session)


def _of_the_disk(error: OSError, session: Session) -> OcopError | None:
    """Say what the disk refuses: a name that it does not take, a file of the workspace that it does not give."""
    if error.errno == ENAMETOOLONG:
        hint = "Đặt tên tệp ngắn hơn, hoặc sửa đường dẫn đã gõ."
        return OcopError("Có tên tệp dài quá mức máy cho phép.", hint, exit_code=MISUSE)
    if not error.filename or isinstance(error.filename, int):
        return None
    root, path = _root(session), Path(os.path.abspath(os.fsdecode(error.filename)))  # noqa: PTH100 - no link is followed
    if root is None or path == root or not path.is_relative_to(root):
        return _elsewhere(path) if isinstance(error, PermissionError) else None
    from ocop_cli.store.reading.sources import unreadable

    name = path.relative_to(root).as_posix()
    if isinstance(error, NotADirectoryError):
        hint = "Đổi tên tệp đó, rồi lấy lại thư mục từ bản sao lưu."
        return OcopError(f"{name} là một tệp, chỗ này phải là thư mục; chưa làm gì.", hint, code="Y031")
    is_closed = isinstance(error, PermissionError) and os.path.isdir(path)  # noqa: PTH112 - Path.is_dir may raise
    hint, found = "Xử lý điểm nêu trên rồi chạy lại.", unreadable(root, f"{name}/*" if is_closed else name)
    message = f"Không mở được {found.place.file}, chưa làm gì."
    return OcopError(message, hint, code=found.code, findings=(found,))


def _elsewhere(path: Path) -> OcopError:
    hint = "Xem quyền đọc của tệp và của thư mục chứa tệp; đóng chương trình đang mở tệp."
    return OcopError(f"Không mở được {path}: hệ thống không cho đọc; chưa làm gì.", hint, code="Y031")


def _root(session: Session) -> Path | None:
    try:
        return session.root
    except (OcopError, OSError):
        return None


def guess_options(arguments: list[str]) -> GlobalOptions:
    """Say how to speak when the command line itself could not be read."""
    return GlobalOptions(json="--json" in arguments, no_color="--no-color" in arguments)
