"""The command line: the table of verbs, the global options, the one error boundary."""

import sys
from typing import Any

import typer
from typer._click.exceptions import ClickException  # private: typer re-exports only part of its Click
from typer.main import get_command

from ocop_cli.app.lazy import CONTEXT, VerbGroup, before_every_verb
from ocop_cli.app.refusals import guess_options, tell_bug, tell_misuse, tell_refusal
from ocop_cli.console import speak_utf8
from ocop_cli.errors import OcopError
from ocop_cli.session import Session

INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit status."""
    speak_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line: 0 fine, 1 findings, 2 misuse, 3 cannot go on, 70 bug, 130 interrupted."""
    words = [*arguments[1:], "--help"] if arguments[:1] == ["help"] else arguments
    session = Session(guess_options(words))
    try:
        return int(_root().main(words, prog_name="ocop", standalone_mode=False) or 0)
    except OcopError as error:
        return tell_refusal(error, session)
    except ClickException as error:
        return tell_misuse(error, session)
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader has left: nothing more to say, nor at exit
        return 0
    except Exception as error:  # the one boundary: a bug must not reach an official as a traceback
        return tell_bug(error, session)


def _root() -> Any:
    app = typer.Typer(
        cls=VerbGroup, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=CONTEXT
    )
    app.callback(invoke_without_command=True)(before_every_verb())
    return get_command(app)
