"""The options that every verb takes: defined once; option before environment before default."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.given import GlobalOptions
from ocop_cli.viet.dates import show_date

PREFIX = "OCOP"
"""Every option of every verb has a variable: ``OCOP_AS_OF``, ``OCOP_EVALUATE_DECISION``."""


def global_options(
    workspace: Annotated[Path | None, typer.Option("-C", "--workspace", help="Thư mục làm việc.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Lấy ngày này làm hôm nay.")] = None,
    json: Annotated[bool, typer.Option("--json", help="In một văn bản JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("-n", "--dry-run", help="Chạy thử, chỉ cho xem thay đổi.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Khi chạy thử: in từng dòng thay đổi của tệp.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Ghi kết quả vào tệp này của thư mục làm việc.")
    ] = None,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Đồng ý mọi câu hỏi xác nhận.")] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Không hỏi gì.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Chỉ in kết quả.")] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Nói rõ đang làm trên thư mục nào, lấy ngày nào.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Không tô màu.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Xuất thêm PDF (cần LibreOffice).")] = False,
) -> None:
    """Hold the signature that every level of the command line takes over."""


GLOBAL = tuple(inspect.signature(global_options).parameters.values())
NAMES = frozenset(parameter.name for parameter in GLOBAL)
_PATHS = {"workspace", "out"}  # a context keeps them as they were typed


def gather(ctx: Any) -> GlobalOptions:
    """Join what was given before the verb, after it and in the environment; the later word wins."""
    given: dict[str, Any] = {name: level.params[name] for name, level in _given(ctx).items()}
    paths = {name: Path(given[name]) for name in _PATHS & given.keys()}
    return GlobalOptions(**(given | paths))


def as_words(options: GlobalOptions) -> list[str]:
    """Return the words of a command line that give these options: what another verb of the same run is given."""
    words: list[str] = []
    for name, value in options._asdict().items():
        option = f"--{name.replace('_', '-')}"
        if value is True:
            words.append(option)
        elif value not in (None, False):
            words += [option, str(value)]
    return words


def where_from(ctx: Any, session: Session) -> str:
    """Say which folder and which day this run works with, and where each was taken from."""
    given = _given(ctx)
    try:
        root = str(session.root)
    except OcopError:
        root = "chưa có"
    folder = _source(given.get("workspace"), "workspace", "tìm từ thư mục hiện tại")
    day = _source(given.get("as_of"), "as_of", "đồng hồ máy")
    return f"Thư mục làm việc: {root} ({folder}) · Hôm nay: {show_date(session.today)} ({day})"


def looks_back(ctx: Any) -> bool:
    """Say whether a person asked for another day in these very words.

    A day of the environment is the today of a whole practice, in which nothing is later; the clock would make the
    answer differ from one machine to the next.
    """
    level = _given(ctx).get("as_of")
    return level is not None and _is_typed(level, "as_of")


def _given(ctx: Any) -> dict[str, Any]:
    """Map each option that was given to the level of the command line whose value counts."""
    return {name: level for level in reversed([*_levels(ctx)]) for name in NAMES if _is_given(level, name)}


def _levels(ctx: Any) -> Iterator[Any]:
    """Yield the contexts from the verb up to ``ocop`` itself."""
    while ctx is not None:
        yield ctx
        ctx = ctx.parent


def _is_given(level: Any, name: str) -> bool:
    """Only ``ocop`` itself asks the environment, so that no variable outdoes a word of the command line."""
    source = level.get_parameter_source(name)
    return source is not None and (
        source.name == "COMMANDLINE" or (source.name == "ENVIRONMENT" and not level.parent)
    )


def _source(level: Any, name: str, otherwise: str) -> str:
    if level is None:
        return otherwise
    return "từ dòng lệnh" if _is_typed(level, name) else f"từ {PREFIX}_{name.upper()}"


def _is_typed(level: Any, name: str) -> bool:
    return bool(level.get_parameter_source(name).name == "COMMANDLINE")
