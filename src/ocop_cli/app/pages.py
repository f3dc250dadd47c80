"""Help: the pages of the commands, in Vietnamese, with the options taken from the command itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ocop_cli.app.table import Panel, Verb

_PAGES = Path(__file__).parent.parent / "commands/pages"
_FIRST = """ocop: theo dõi, đánh giá và lập hồ sơ OCOP của xã trên một thư mục tệp văn bản.

Ví dụ: ocop                        việc hôm nay
       ocop register               nhận một ý tưởng, sản phẩm mới
       ocop evaluate ruou-ngo      đánh giá các nội dung của xã, lập báo cáo
"""
_LAST = "\nXem một lệnh: ocop help LỆNH · Tùy chọn chung: -C THƯ_MỤC, --as-of NGÀY, --json, -n (chạy thử), -h"
_GLOBAL_LINE = (
    "  -C, --as-of, --json, -n, -o, -y, --no-input, -q, -v, --no-color, -h: tùy chọn chung của mọi lệnh"
)


def page_text(verb: Verb) -> str:
    """Return the page of a verb, as written."""
    return (_PAGES / verb.page).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """Split a page into its parts: the opening under an empty name, then each heading."""
    parts: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ")
        elif not line.startswith("# "):
            parts[name] = parts.get(name, "") + line + "\n"
    return {heading: body.strip("\n") for heading, body in parts.items()}


def command_help(verb: Verb, path: str, params: Sequence[Any], shared: frozenset[str]) -> str:
    """Return the help of a command: purpose, examples, parameters, and the rest of its page."""
    parts = sections(page_text(verb))
    own = [p for p in params if p.name not in shared and p.name != "help"]
    arguments = [p for p in own if p.param_type_name == "argument"]
    options = sorted((p for p in own if p.param_type_name == "option"), key=lambda p: not p.required)
    blocks = [
        parts.pop("", ""),
        " ".join(["Cách dùng:", path, *(_argument(a) for a in arguments), "[TÙY CHỌN]"]),
        _block("Ví dụ", _unfenced(parts.pop("Ví dụ", ""))),
        _block("Tham số", "\n".join(f"  {_argument(a):24} {a.help or ''}" for a in arguments)),
        _block("Tùy chọn", "\n".join([*(_option(o) for o in options), _GLOBAL_LINE])),
        *(_block(name, _indented(body)) for name, body in parts.items()),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def group_help(group: Verb | None, verbs: Sequence[Verb], path: str) -> str:
    """Return the first screen, or the verbs of a group."""
    if group:
        lines = "\n".join(f"  {path} {verb.name:12} {verb.summary}" for verb in verbs)
        return f"{group.summary}.\n\n{lines}\n{_LAST}\n"
    return _FIRST + "".join(_panel(panel, verbs) for panel in Panel) + _LAST + "\n"


def _panel(panel: Panel, verbs: Sequence[Verb]) -> str:
    inside = [verb for verb in verbs if verb.panel is panel]
    if not inside:
        return ""
    return f"\n{panel}\n" + "".join(f"  {verb.name:10} {verb.summary}\n" for verb in inside)


def _block(heading: str, body: str) -> str:
    return f"{heading}:\n{body}" if body.strip() else ""


def _argument(argument: Any) -> str:
    name = argument.name.upper() + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> str:
    value = "" if option.is_flag else f" {(option.metavar or option.name).upper()}"
    mark = " (bắt buộc)" if option.required else ""
    return f"  {', '.join(option.opts) + value:24} {option.help or ''}{mark}"


def _unfenced(text: str) -> str:
    return _indented("\n".join(line for line in text.splitlines() if not line.startswith("```")))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())
