"""The one error boundary: words in, an exit status out, whatever happens."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from typer._click.exceptions import ClickException  # private: typer re-exports only part of its Click

from ocop_cli.app.kept import keeping
from ocop_cli.app.lazy import build_root
from ocop_cli.app.options import as_words
from ocop_cli.app.refusals import guess_options, refuse_unreadable, report_bug, report_misuse, report_refusal
from ocop_cli.console.working import Working, settle
from ocop_cli.errors import INTERRUPTED, OcopError
from ocop_cli.session import Session
from ocop_cli.store.at_work import heard_by


def answer(words: list[str]) -> int:
    """Run the words of a command line; whatever stops them is reported here and nowhere else."""
    session = Session(guess_options(words), words=tuple(words), run_line=answer)
    try:
        refuse_unreadable(words)
        with keeping(words, session) as ends_with:
            status = _execute(["--version", *words[1:]] if words[:1] == ["version"] else words, session)
            ends_with(status)
    except OcopError as error:
        return report_refusal(error, session)
    except ClickException as error:
        return report_misuse(error, session)
    except (typer.Abort, EOFError, KeyboardInterrupt):
        return report_refusal(OcopError("Đã dừng theo yêu cầu.", exit_code=INTERRUPTED), session)
    except BrokenPipeError:
        raise
    except Exception as error:  # the one boundary: a bug must not reach an official as a traceback
        return report_bug(error, session)
    if session.follow and not status:
        return answer([*as_words(session.options), *shlex.split(session.follow)[1:]])
    return status


@contextmanager
def _work_shown(session: Session) -> Iterator[None]:
    """Show on a terminal that long work goes on; what is shown is gone at the end, however that comes."""
    with heard_by(Working(lambda: not (session.options.quiet or session.options.json))):
        try:
            yield
        finally:
            settle()


def _execute(words: list[str], session: Session) -> int:
    root = build_root()
    root._main_shell_completion({}, "ocop")  # private: its caller, main(), ends with 1 when a pipe is closed
    try:
        with _work_shown(session), root.make_context("ocop", list(words), obj=session) as ctx:
            return int(root.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code
