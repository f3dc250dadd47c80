"""Kill verbs at random moments and see that the workspace survives each time.

usage: python bench/kills.py [ROUNDS]

Every round starts ``register``, ``evaluate`` or ``submit`` on a copy of the example workspace, kills it with
SIGKILL after a random pause, and then asks that ``ocop check`` finds no error and that the files that were there
before are still there, old or new, never in part.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = [sys.executable, "-c", "from ocop_cli.app import main; main()"]
DAY = {**os.environ, "OCOP_AS_OF": "2026-11-27", "OCOP_NO_INPUT": "1"}
VERBS = (
    ("register", "--name", "Bánh lá", "--producer", "HTX Ví Dụ", "--kind", "cooperative", "--track", "new"),
    ("evaluate", "sam-day"),
    ("submit", "sam-day"),
)


def ocop(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Run one command to its end."""
    return subprocess.run([*RUN, "-C", str(folder), *words], env=DAY, capture_output=True, check=False)


def killed(folder: Path, words: tuple[str, ...], pause: float) -> bool:
    """Start a command and kill it after a pause; say whether it was still running."""
    process = subprocess.Popen(
        [*RUN, "-C", str(folder), *words], env=DAY, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(pause)
    running = process.poll() is None
    if running:
        process.send_signal(signal.SIGKILL)
    process.wait()
    return running


def fresh(evaluated: Path, folder: Path, words: tuple[str, ...]) -> None:
    """Put a workspace in the state from which the verb can run."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(evaluated if words[0] == "submit" else ROOT / "examples", folder)


def duration(folder: Path, words: tuple[str, ...]) -> float:
    """Measure how long a verb takes undisturbed: kills are spread over twice its writing half."""
    start = time.monotonic()
    ocop(folder, *words)
    return time.monotonic() - start


def main() -> int:
    """Run the rounds; return 1 when anything was lost."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    base = Path(tempfile.mkdtemp(prefix="ocop-kills-"))
    evaluated, folder = base / "evaluated", base / "work"
    shutil.copytree(ROOT / "examples", evaluated)
    ocop(evaluated, "evaluate", "sam-day")
    lasts, lost, hits = {}, 0, 0
    for words in VERBS:
        fresh(evaluated, folder, words)
        lasts[words[0]] = duration(folder, words)
    for number in range(rounds):
        words = VERBS[number % len(VERBS)]
        fresh(evaluated, folder, words)
        before = {path.relative_to(folder) for path in folder.rglob("*.yaml")}
        hits += killed(folder, words, random.uniform(0.4, 1.05) * lasts[words[0]])
        after = {path.relative_to(folder) for path in folder.rglob("*.yaml")}
        again = ocop(folder, "check")
        if again.returncode or not before <= after:
            lost += 1
            print(
                f"round {number}: {words[0]} left a broken workspace\n{again.stdout.decode()}{again.stderr.decode()}"
            )
    shutil.rmtree(base)
    print(f"{rounds} rounds, {hits} killed while running, {lost} broken")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
