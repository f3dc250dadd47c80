"""Start-up against a floor measured in the same run: an empty command of the framework.

usage: python bench/startup.py [ROUNDS]

Byte code is compiled first; the commands are interleaved; each figure is the median of the CPU seconds of whole
processes, and what counts is the ratio to the floor.
"""

import compileall
import os
import statistics
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src/ocop_cli"
WANTED = 1.25
FLOOR = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def nothing(): pass
app()
"""
OURS = "from ocop_cli.app import main; main()"
COMMANDS = {
    "floor: an empty command": [FLOOR],
    "ocop --help": [OURS, "--help"],
    "ocop explain Y001": [OURS, "explain", "Y001"],
}


def cpu_seconds(words: list[str]) -> float:
    """Run a Python program to its end and return the CPU seconds it took. Raises ``SystemExit`` when it fails."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen([sys.executable, "-c", *words], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed, so nothing was measured: {words[1:] or 'the floor'}")
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Print each figure with its ratio to the floor; return 1 when a ratio is too large."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    compileall.compile_dir(
        PACKAGE, quiet=1
    )  # the frameworks compile at their first run, which is not counted
    for words in COMMANDS.values():
        cpu_seconds(words)
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, words in COMMANDS.items():
            times[name].append(cpu_seconds(words))
    floor = statistics.median(times["floor: an empty command"])
    ratios = {name: statistics.median(values) / floor for name, values in times.items()}
    for name, ratio in ratios.items():
        print(f"{name:26} {statistics.median(times[name]):.3f} s CPU   {ratio:.2f} × floor")
    print(f"wanted: at most {WANTED} × floor")
    return 1 if max(ratios.values()) > WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
