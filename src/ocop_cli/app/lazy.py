"""Commands are imported only when they run: the table gives names and summaries, the module the rest."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import wraps
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from ocop_cli import __version__
from ocop_cli.app import pages
from ocop_cli.app.aliases import joined
from ocop_cli.app.at_present import at_present
from ocop_cli.app.completing import completed
from ocop_cli.app.options import GLOBAL, NAMES, PREFIX, gather, looks_back, where_from
from ocop_cli.app.table import DESK, TABLE
from ocop_cli.app.verb import Verb
from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.questions.interview import interview_name, run_through
from ocop_cli.session.unread import tell_unread
from ocop_cli.viet.dates import show_date

_CONTEXT = {"help_option_names": ["-h", "--help"]}
_NO_WORKSPACE = "P001"


class PageCommand(TyperCommand):
    """A command whose help is its Vietnamese page."""

    verb: Verb

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page with this command's arguments and options."""
        formatter.write(pages.command_help(self.verb, ctx.command_path, self.get_params(ctx), NAMES))


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

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Put the usual verb of a group before words that name none of its verbs."""
        words = [w for n, w in enumerate(args) if not w.startswith("-") and not self._is_value(args[:n])]
        usual = self.verb.usual if self.verb else ""
        if usual and args and not self._is_ours(words, args, ctx):
            args = [usual, *args]
        return super().parse_args(ctx, args)

    def _is_value(self, before: list[str]) -> bool:
        """Say whether a word is the value of a global option that stands before it."""
        with_value = {name for p in self.params if not getattr(p, "is_flag", True) for name in p.opts}
        return bool(before) and before[-1] in with_value

    def _is_ours(self, first: list[str], args: list[str], ctx: Any) -> bool:
        """Say whether the first words name a verb of the group, or help is asked of the group itself."""
        group, names = self.verb.name if self.verb else "", self.list_commands(ctx)
        if first:
            return joined(first, group)[0] in names or first[0] == "help"
        return any(word in args for word in _CONTEXT["help_option_names"])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of the first word; ``help X`` is ``X --help``. Raises ``OcopError`` with the nearest name."""
        words = [*args[1:], "--help"] if args[0] == "help" else args
        if words[0] == "--help":
            typer.echo(ctx.get_help())
            raise typer.Exit
        if words[0] not in self.list_commands(ctx):
            words = joined(words, self.verb.name if self.verb else "")
        if words[0] not in self.list_commands(ctx) and not ctx.resilient_parsing:
            raise _unknown(words, self.verbs, ctx.command_path)
        return super().resolve_command(ctx, words)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the first screen, or the list of a group's verbs."""
        formatter.write(pages.group_help(self.verb, self.verbs, ctx.command_path))


def build_root() -> Any:
    """Return the command ``ocop`` itself."""
    app = typer.Typer(cls=VerbGroup, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True, context_settings={**_CONTEXT, "auto_envvar_prefix": PREFIX})(
        _signed(before_every_verb, [_VERSION])
    )
    return get_command(app)


def help_screen(names: Sequence[str]) -> str:
    """Return the help that the verb of these names prints, with no name the first screen."""
    command = build_root()
    ctx = command.make_context("ocop", [], resilient_parsing=True)
    for name in names:
        command = command.get_command(ctx, name)
        ctx = typer.Context(command, parent=ctx, info_name=name)
    return str(ctx.get_help()) + "\n"


def build(verb: Verb) -> Any:
    """Return the command of a line of the table."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    if verb.verbs:
        app.callback(cls=VerbGroup, invoke_without_command=True, context_settings=_CONTEXT)(
            _signed(before_verbs_of_a_group, [])
        )
        group: Any = get_command(app)
        group.name, group.short_help, group.verb, group.verbs = verb.name, verb.summary, verb, verb.verbs
        return group
    app.command(verb.name, cls=PageCommand, context_settings=_CONTEXT)(with_session(load(verb), verb))
    command: Any = get_command(app)
    command.verb, command.short_help = verb, verb.summary
    return command


def load(verb: Verb) -> Callable[..., int | None]:
    """Import the function of a verb."""
    module, _, function = verb.target.partition(":")
    found: Callable[..., int | None] = getattr(import_module(f"ocop_cli.commands.{module}"), function)
    return found


def with_session(function: Callable[..., int | None], verb: Verb) -> Callable[..., int]:
    """Give a verb its session in place of the global options, which the command line takes for it."""
    own = [completed(p) for name, p in inspect.signature(function).parameters.items() if name != "session"]

    @wraps(function)
    def run(ctx: typer.Context, **values: Any) -> int:
        session = _open(ctx)
        if looks_back(ctx) and (words := at_present(verb)):
            session.console.note(f"--as-of {show_date(session.today)}: {words}.")
        given = {p.name: values[p.name] for p in own}
        name = interview_name(verb.page.removesuffix(".md"), given)

        def act() -> int:
            return run_through(session, name, lambda: function(session, **given) or 0)

        with _held(session, verb) as goes_on:
            return _answered(session, act if goes_on else lambda: 0)

    return _signed(run, own)


def _held(session: Session, verb: Verb) -> AbstractContextManager[bool]:
    """Hold the workspace for a verb that writes; one that only reads, or tries, writes nothing, not even a lock."""
    if verb.writes and not session.options.dry_run:
        return session.holding()
    _tell_before_reading(session)
    return nullcontext(enter_result=True)


def _tell_before_reading(session: Session) -> None:
    # with the journal: a call for help does without
    from ocop_cli.session.writing.holding import tell_before_reading

    tell_before_reading(session)


def _answered(session: Session, act: Callable[[], int]) -> int:
    """Run an act, print what it says where it belongs, and name the dossiers that it had to leave out."""
    with session.printing():
        status = act()
        tell_unread(session)
        return status


def before_every_verb(ctx: typer.Context, *, version: bool, **_: Any) -> int:
    """Show the version or, without a verb, today's desk; outside a workspace the first screen."""
    if version:
        typer.echo(f"ocop {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand:
        return 0
    session = _open(ctx)
    _tell_before_reading(session)
    try:
        return _answered(session, lambda: load(DESK)(session) or 0)
    except OcopError as error:
        if error.code != _NO_WORKSPACE or session.options.workspace or session.options.json:
            raise
        typer.echo(ctx.get_help())
        return 0


def before_verbs_of_a_group(ctx: typer.Context, **_: Any) -> None:
    """Without a verb, list the verbs of the group."""
    if not ctx.invoked_subcommand:
        typer.echo(ctx.get_help())


_VERSION = inspect.Parameter(
    "version",
    inspect.Parameter.KEYWORD_ONLY,
    annotation=Annotated[
        bool, typer.Option("--version", allow_from_autoenv=False, help="In phiên bản rồi thôi.")
    ],
    default=False,
)


def _open(ctx: Any) -> Session:
    """Return the session of this run, with the options as all levels of the command line give them."""
    session: Session = ctx.obj
    session.options = gather(ctx)
    if session.options.verbose:
        session.console.note(where_from(ctx, session))
    return session


def _signed(run: Callable[..., Any], own: Iterable[inspect.Parameter]) -> Callable[..., Any]:
    """Give a function the signature that typer reads: the context, its own options, the global ones."""
    parameters = [
        inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
        *(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *GLOBAL)),
    ]

    @wraps(run)
    def signed(**values: Any) -> Any:
        return run(**values)

    signed.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # functions take attributes
    signed.__annotations__ = {p.name: p.annotation for p in parameters}
    return signed


def _unknown(words: list[str], verbs: Sequence[Verb], path: str) -> OcopError:
    from ocop_cli.app.unknown import unknown_verb  # only for a word that is no name of a verb

    return unknown_verb(words, verbs, path)
