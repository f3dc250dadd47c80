"""Commands are imported only when they run: the table gives names and summaries, the module the rest."""

import inspect
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from ocop_cli import __version__
from ocop_cli.app import pages
from ocop_cli.app.table import DESK, TABLE, Verb
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import GlobalOptions, Session

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def global_options(
    workspace: Annotated[
        Path | None, typer.Option("-C", "--workspace", envvar="OCOP_WORKSPACE", help="Thư mục làm việc.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", envvar="OCOP_AS_OF", help="Lấy ngày này làm hôm nay.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="In một văn bản JSON.")] = False,
    dry_run: Annotated[bool, typer.Option("-n", "--dry-run", help="Chạy thử, chỉ cho xem thay đổi.")] = False,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Ghi kết quả vào tệp này.")] = None,
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Đồng ý mọi câu hỏi xác nhận.")] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", envvar="OCOP_NO_INPUT", help="Không hỏi gì.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Chỉ in kết quả.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Nói kỹ hơn.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Không tô màu.")] = False,
) -> GlobalOptions:
    """Gather the options that stand before or after every verb."""
    return GlobalOptions(workspace, as_of, json, dry_run, out, yes, no_input, quiet, verbose, no_color)


_GLOBAL = inspect.signature(global_options).parameters


class PageCommand(TyperCommand):
    """A command whose help is its Vietnamese page."""

    verb: Verb

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page with this command's arguments and options."""
        formatter.write(
            pages.command_help(self.verb, ctx.command_path, self.get_params(ctx), frozenset(_GLOBAL))
        )


class VerbGroup(TyperGroup):
    """A group that builds a command from the table when it is asked for."""

    verbs: tuple[Verb, ...] = TABLE
    verb: Verb | None = None

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the parser's signature
        """Return the names in the table's order."""
        return [verb.name for verb in self.verbs]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the parser's signature
        """Import and build one command; ``None`` when the table has no such name."""
        verb = next((v for v in self.verbs if v.name == cmd_name), None)
        return build(verb) if verb else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of the first word. Raises ``OcopError`` with the nearest name."""
        if args and self.get_command(ctx, args[0]) is None:
            raise _unknown(args[0], self.list_commands(ctx), ctx.command_path)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the first screen, or the list of a group's verbs."""
        formatter.write(pages.group_help(self.verb, self.verbs, ctx.command_path))


def build(verb: Verb) -> Any:
    """Return the command of a line of the table."""
    if verb.verbs:
        group = VerbGroup(name=verb.name, no_args_is_help=True, context_settings=CONTEXT)
        group.verb, group.verbs = verb, verb.verbs
        return group
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(verb.name, cls=PageCommand, context_settings=CONTEXT)(
        with_session(load(verb), writes=verb.writes)
    )
    command = get_command(app)
    command.verb = verb  # type: ignore[attr-defined]  # typer builds it as the class given in cls
    command.short_help = verb.summary
    return command


def load(verb: Verb) -> Callable[..., int | None]:
    """Import the function of a verb."""
    module, _, function = verb.target.partition(":")
    found: Callable[..., int | None] = getattr(import_module(f"ocop_cli.commands.{module}"), function)
    return found


def with_session(function: Callable[..., int | None], *, writes: bool) -> Callable[..., int]:
    """Give a verb its session in place of the global options, which the command line takes for it."""
    own = [p for name, p in inspect.signature(function).parameters.items() if name != "session"]

    @wraps(function)
    def run(ctx: typer.Context, **values: Any) -> int:
        after = {name: values.pop(name) for name in _GLOBAL}
        session = Session(_merged(ctx.obj, after))
        with session.holding() if writes else nullcontext():
            return function(session, **values) or 0

    return _signed(run, own)


def before_every_verb() -> Callable[..., int]:
    """Return what runs first: it keeps the options given before the verb, and without a verb shows the desk."""

    def run(ctx: typer.Context, *, version: bool, **values: Any) -> int:
        if version:
            typer.echo(f"ocop {__version__}")
            raise typer.Exit
        ctx.obj = GlobalOptions(**values)
        return 0 if ctx.invoked_subcommand else load(DESK)(Session(ctx.obj)) or 0

    asked = Annotated[bool, typer.Option("--version", help="In phiên bản rồi thôi.")]
    return _signed(
        run, [inspect.Parameter("version", inspect.Parameter.KEYWORD_ONLY, annotation=asked, default=False)]
    )


def _signed(run: Callable[..., int], own: Iterable[inspect.Parameter]) -> Callable[..., int]:
    """Give a function the signature that typer reads: the context, its own options, the global ones."""
    parameters = [
        inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
        *(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *_GLOBAL.values())),
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # functions take attributes
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _merged(before: GlobalOptions | None, after: dict[str, Any]) -> GlobalOptions:
    """Join the options given before the verb with those after it; the later ones win."""
    given = {name: getattr(before, name) for name in _GLOBAL} if before else {}
    return GlobalOptions(**{name: after[name] or given.get(name) or after[name] for name in _GLOBAL})


def _unknown(word: str, names: list[str], path: str) -> OcopError:
    from difflib import get_close_matches

    near = get_close_matches(word, names, n=1)
    hint = f"Có phải: `{path} {near[0]}`?" if near else f"Xem các lệnh: `{path} --help`"
    return OcopError(f"Không có lệnh “{word}”.", hint, exit_code=MISUSE)
