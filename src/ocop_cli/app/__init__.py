"""The command line: the table of verbs, global options, help and completion, and the one place that catches errors."""

import os
import sys

import typer
from typer._click.exceptions import ClickException  # private: typer re-exports only part of its Click

from ocop_cli.app.lazy import build_root
from ocop_cli.app.refusals import guess_options, report_bug, report_misuse, report_refusal
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
    try:
        status = _answer(["--version", *arguments[1:]] if arguments[:1] == ["version"] else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_has_left()
    else:
        return status


def _answer(words: list[str]) -> int:
    """Run the words; whatever stops them is told here and nowhere else."""
    session = Session(guess_options(words))
    try:
        return _execute(words, session)
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


def _execute(words: list[str], session: Session) -> int:
    root = build_root()
    root._main_shell_completion({}, "ocop")  # private: its caller, main(), ends with 1 when a pipe is closed
    try:
        with root.make_context("ocop", list(words), obj=session) as ctx:
            return int(root.invoke(ctx) or 0)
    except typer.Exit as done:
        return done.exit_code


def _reader_has_left() -> int:
    """Nobody reads on: nothing more to say, nor when Python writes out the rest at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
