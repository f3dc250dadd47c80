"""Help: the pages of the commands, in Vietnamese, with the options taken from the command itself."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ocop_cli.app.aliases import alias_of
from ocop_cli.app.verb import HelpSection, Verb

_PAGES = Path(__file__).parent.parent / "commands/pages"
_FIRST = """ocop: theo dõi, đánh giá và lập hồ sơ OCOP của xã trên một thư mục tệp văn bản.

Ví dụ: ocop init                 tạo thư mục làm việc của xã (chạy thử trên dữ liệu mẫu: ocop demo)
       ocop                      xem việc hôm nay
       ocop evaluate ruou-ghe    đánh giá các nội dung của xã, lập báo cáo

"""
_LAST = "Xem một lệnh: ocop help LỆNH · Tùy chọn chung: -C THƯ_MỤC, --as-of NGÀY, --json, -n (chạy thử), -h"
_COMMON = (
    "Tùy chọn chung: -C THƯ_MỤC, --as-of NGÀY, --json, -n (chạy thử), --diff (từng dòng), -o TỆP, -y (đồng ý), --no-input (không hỏi), "
    "-q, -v, --no-color, --pdf; xem `ocop --help`"
)
_WORDS = {
    "dossier": "HỒ_SƠ", "dossiers": "HỒ_SƠ", "meeting": "CUỘC_HỌP", "code": "MÃ", "folder": "THƯ_MỤC",
    "text": "CHỮ", "decision": "QUYẾT_ĐỊNH", "number": "SỐ", "workspace": "THƯ_MỤC", "as_of": "NGÀY",
    "year": "NĂM",
}  # fmt: skip
_KINDS = {"int": "SỐ", "float": "SỐ", "path": "TỆP"}


def value_word(param: Any) -> str:
    """Return the word that stands for the value of an argument or option in help and messages."""
    if param.metavar:
        return str(param.metavar).upper()
    if choices := getattr(param.type, "choices", None):
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return _WORDS.get(param.name) or _KINDS.get(param.type.name, "GIÁ_TRỊ")


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
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option" and p.name != "help"]
    own = sorted((p for p in options if p.name not in shared), key=lambda p: not p.required)
    blocks = [
        parts.pop("", ""),
        " ".join(["Cách dùng:", path, *(_argument(a) for a in arguments), "[TÙY CHỌN]"]) + _also(path),
        _block("Ví dụ", _unfenced(parts.pop("Ví dụ", ""))),
        _block("Tham số", _aligned((_argument(a), a.help or "") for a in arguments)),
        _block("Tùy chọn", _aligned(map(_option, own))),
        *(_block(name, _indented(body)) for name, body in parts.items()),
        _COMMON,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _also(path: str) -> str:
    """Name the Vietnamese name of a verb."""
    alias = alias_of(path)
    return f"\nTên tiếng Việt: {path.rpartition(' ')[0]} {alias} (gõ không dấu cũng được)" if alias else ""


def group_help(group: Verb | None, verbs: Sequence[Verb], path: str) -> str:
    """Return the first screen, or the verbs of a group."""
    if group:
        lines = _aligned((f"{path} {verb.name}", verb.summary) for verb in verbs)
        return f"{group.summary}.{_also(path)}\n\n{lines}\n\n{_LAST}\n"
    return _FIRST + "".join(_panel(panel, verbs) for panel in HelpSection) + _LAST + "\n"


def _panel(panel: HelpSection, verbs: Sequence[Verb]) -> str:
    """Lay out the verbs of a panel beside its name; verbs that share a line stand in it together."""
    rows: dict[str, list[str]] = {}
    for verb in verbs:
        if verb.panel is panel:
            rows.setdefault(verb.shared_line or verb.summary, []).append(verb.name)
    names = [str(panel), *("" for _ in rows)]
    lines = zip(names, rows.items(), strict=False)
    return "".join(f"{name:10} {' · '.join(inside):24}  {summary}\n" for name, (summary, inside) in lines)


def _block(heading: str, body: str) -> str:
    return f"{heading}:\n{body}" if body.strip() else ""


def _argument(argument: Any) -> str:
    name = value_word(argument) + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> tuple[str, str]:
    value = "" if option.is_flag else f" {value_word(option)}"
    mark = " (bắt buộc)" if option.required else ""
    return ", ".join(option.opts) + value, f"{option.help or ''}{mark}"


def _aligned(lines: Iterable[tuple[str, str]]) -> str:
    """Put words and what they mean in two columns."""
    pairs = list(lines)
    width = max((len(word) for word, _ in pairs), default=0)
    return "\n".join(f"  {word:{width}}  {meaning}" for word, meaning in pairs)


def _unfenced(text: str) -> str:
    return _indented("\n".join(line for line in text.splitlines() if not line.startswith("```")))


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())
