"""What a command costs against a floor measured in the same run: an empty command of the framework.

usage: python bench/startup.py [ROUNDS]

Byte code is compiled first; the commands are interleaved, each on a fresh copy of the example workspace (the first run
ever) or, where it says so, on one that has lain still and was asked the same before: the day before that of this run
(`another day`: each round is a day later) or the same day (`again`); the output goes to a
pipe or, where it says so, to a pseudo-terminal, for which rich is loaded. Each figure is the median of the CPU seconds
of whole processes, and what counts is the ratio to the floor. Nobody is asked: bare `ocop` at a terminal asks for a
number, and is then worked out each time.
"""

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
FLOOR = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def nothing(): pass
app()
"""
OURS = "from ocop_cli.app import main; main()"
DAY = date(2026, 11, 23)


class When(StrEnum):
    """What the folder of a command has seen before."""

    FIRST = "first"
    ANOTHER_DAY = "another day"
    AGAIN = "again"


class Command(NamedTuple):
    """A command line, the ratio to the floor that it may have, whether it runs on a terminal, and when."""

    words: tuple[str, ...]
    wanted: float
    on_terminal: bool = False
    when: When = When.FIRST

    def folder(self, above: Path) -> Path:
        """Where it runs: nobody else there asks what the same command answers on another day."""
        return above / (self.when if self.when is not When.ANOTHER_DAY else f"day {'-'.join(self.words[1:])}")


LISTING = ("list", "", "next")
SECONDS_AT_REST = 2.5  # more than the coarsest disk counts in

COMMANDS = {
    "floor: an empty command": Command((FLOOR,), 1.0),
    "ocop --help": Command((OURS, "--help"), 0.3),
    "ocop --version": Command((OURS, "--version"), 0.3),
    **{f"ocop {verb}".strip(): Command((OURS, *verb.split()), 3.6) for verb in LISTING},
    **{
        f"ocop {verb}".strip() + f", {when}": Command((OURS, *verb.split()), wanted, when=when)
        for when, wanted in ((When.ANOTHER_DAY, 2.0), (When.AGAIN, 1.4))
        for verb in LISTING
    },
    "ocop list on a terminal": Command((OURS, "list"), 4.1, on_terminal=True),
    "ocop list on a terminal, again": Command((OURS, "list"), 1.9, on_terminal=True, when=When.AGAIN),
    "ocop next on a terminal, again": Command((OURS, "next"), 1.9, on_terminal=True, when=When.AGAIN),
    "ocop evaluate --no-write": Command((OURS, "evaluate", "sam-day", "--no-write"), 4.6),
    "ocop evaluate": Command((OURS, "evaluate", "sam-day"), 6.0),
}


def cpu_seconds(command: Command, root: Path, day: date) -> float:
    """Run a Python program on an example workspace to its end and return its CPU seconds.

    Raises ``SystemExit`` when it fails.
    """
    if command.when is When.FIRST:
        lay_out(root)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"OCOP_AS_OF": day.isoformat(), "OCOP_NO_INPUT": "1"}
    master, terminal = os.openpty()
    out = terminal if command.on_terminal else subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", *command.words],
        cwd=root,
        env=environment,
        stdout=out,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(terminal)
        _read(master if command.on_terminal else process.stdout)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    os.close(master)
    if process.returncode:
        sys.exit(f"failed, so nothing was measured: {command.words[1:] or 'the floor'}")
    return usage.ru_utime + usage.ru_stime


def lay_out(root: Path) -> None:
    """Lay a fresh copy of the example workspace out."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(PROJECT / "examples", root, ignore=shutil.ignore_patterns(".ocop"))


def _read(stream: object) -> None:
    """Take what a process prints until it ends; a terminal that is closed ends with an error on Linux."""
    try:
        if isinstance(stream, int):
            while os.read(stream, 65536):
                pass
        else:
            stream.read()  # type: ignore[attr-defined]  # a pipe of Popen
    except OSError:
        pass


def main() -> int:
    """Print each figure with its ratio to the floor; return 1 when a ratio is too large."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(PROJECT / "src/ocop_cli", quiet=1)  # the frameworks compile at their first run
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as temporary:
        roots = {name: command.folder(Path(temporary)) for name, command in COMMANDS.items()}
        for root in roots.values():
            lay_out(root)
        time.sleep(SECONDS_AT_REST)
        for turn in range(rounds + 1):
            for name, command in COMMANDS.items():
                day = DAY + timedelta(turn if command.when is When.ANOTHER_DAY else 0)
                spent = cpu_seconds(command, roots[name], day)
                if turn:  # the first turn warms the caches of the system
                    times[name].append(spent)
    medians = {name: statistics.median(spent) for name, spent in times.items()}
    floor = medians["floor: an empty command"]
    for name, command in COMMANDS.items():
        print(
            f"{name:31} {medians[name]:.3f} s CPU   {medians[name] / floor:.2f} × floor   wanted ≤ {command.wanted}"
        )
    return int(any(medians[name] / floor > command.wanted for name, command in COMMANDS.items()))


if __name__ == "__main__":
    sys.exit(main())
