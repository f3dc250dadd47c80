"""The long safety suite: every line that writes, killed and refused at every call; real kills; many at once.

usage: PYTHONPATH=tests python bench/long_safety.py [--minutes N] [--only PART] [--from-pass N] [--line NAME]…

Parts: ``kill`` (at every call, in the process, then the same line again), ``refuse`` (EACCES, EROFS and, by turns,
ENOSPC, EIO, EDQUOT at every call, once and from there on), ``signal`` (SIGKILL to real processes at random moments of
their writing, until 300 met a living one), ``calls`` (strace, where it is there, sees no change of a file that the suite
does not count) and ``edits`` (8 processes × 50 mixed edits). Each prints what it tried and what was lost, half-written or left untold; the status is 1 when there was
any. A part that comes to its end early leaves its time to those after it; one that does not says how far it came, evenly
over all verbs. A run that ended early goes on with ``--only PART --from-pass``: that pass first, and the others after it
in their turn.
"""

import argparse
import errno
import gc
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ocop_cli.app import run
from ocop_cli.app.refusals import BUG
from ocop_cli.errors import CANNOT_GO_ON
from ocop_cli.store.files.disk import TEMPORARY
from ocop_cli.store.files.journal import FOLDER as JOURNAL
from ocop_cli.store.files.journal import in_work, untold
from ocop_cli.store.files.recovery import interrupted
from support.disk_faults import FailingDisk
from support.prepared import TODAY, contents, make_like, prepare_folder
from support.safety import LINES, TYPED, UNTRIED, Run, carry_out, differing, faults_after_kill, lay_out
from support.source import FILES

HERE = Path(__file__).resolve()
WORKERS = 2
FULL = ("ENOSPC", "EIO", "EDQUOT")
"""Refusals that are one to the program, but for the words that it has for them: each is tried at every third call."""
REFUSALS = [(names, lasting) for lasting in (False, True) for names in (FULL, ("EACCES",), ("EROFS",))]
TOLD = re.compile(rf"(?<!errno\.)\b(?:{'|'.join(FULL)})\b|\b(?:{'|'.join(FULL)})\b(?!: \")")
"""Where one of those is named other than for its words: there they may be told apart."""
PASSES = {"kill": 7, "refuse": len(REFUSALS)}
"""Each pass over all lines takes the next of so many calls, or each call with the next of so many refusals."""
SHARES = {"calls": 0.02, "edits": 0.08, "kill": 0.25, "refuse": 0.4, "signal": 0.25}
WRITERS, EDITS = 8, 50
KILLS = 300
CHANGING = re.compile(r"^(?:\d+ +)?(\w+)\(.*\) += (?!-1)")
OURS = f"ocop-safety-{os.getpid()}-"
MEMORY = Path("/dev/shm")
"""A disk that costs no time: where a call is refused by us, it is the order of the calls that counts."""


class Tried(NamedTuple):
    """What came of lines: points tried, points there are, and what was wrong."""

    tried: int
    points: int
    faults: list[str]


class Folder:
    """Fresh copies of the prepared folder, one after the other in one place; commands run in it on its day."""

    def __init__(self, prepared: Path, disk: Path | None = None) -> None:
        self.prepared = prepared
        self.place = Path(tempfile.mkdtemp(prefix=OURS, dir=disk)) / "xa"
        os.environ |= {"OCOP_NO_INPUT": "1", "OCOP_AS_OF": TODAY}

    def __call__(self) -> Path:
        os.chdir(self.place.parent)
        make_like(self.prepared, self.place)
        os.chdir(self.place)
        return self.place


class Line(NamedTuple):
    """A line that nothing disturbs: the folder before and after it, and what it asks of the disk, call and file."""

    name: str
    before: dict[str, bytes]
    wanted: dict[str, bytes]
    calls: list[tuple[str, str]]


@cache
def in_memory(prepared: Path) -> Folder:
    """Return the one folder of this process."""
    gc.freeze()
    return Folder(prepared, MEMORY if MEMORY.is_dir() else None)


@cache
def undisturbed(prepared: Path, name: str) -> Line:
    """Run a line once, that nothing disturbs."""
    root = lay_out(in_memory(prepared), name)
    before, counted = contents(root), FailingDisk(root)
    carry_out(name, counted)
    return Line(name, before, contents(root), counted.calls)


def killed(fresh: Folder, line: Line, at: int) -> list[str]:
    """Kill a line at a call: nothing in part untold, and run again it ends as if never killed."""
    root, faults = lay_out(fresh, line.name), list[str]()
    told = f"{line.name} call {at} {line.calls[at - 1]}"
    if carry_out(line.name, FailingDisk(root, at)).status is not None:
        faults.append(f"{told}: not killed")
    if contents(root) not in (line.before, line.wanted) and not interrupted(root):
        faults.append(f"{told}: in part, and nobody is told")
    again = carry_out(line.name)
    if again.status not in (0, 1) or (others := differing(contents(root), line.wanted)):
        faults.append(f"{told}: run again {again.status} {others[:3]} {again.said}")
    return faults + faults_after_kill(root, told, line.wanted, None)


def refused(fresh: Folder, line: Line, at: int, turn: int) -> list[str]:
    """Refuse a call of a line, once or from there on: all as before, or told, and mended by the next command."""
    names, lasting = REFUSALS[(at + turn) % len(REFUSALS)]
    name, root = names[at % len(names)], lay_out(fresh, line.name)
    done = carry_out(line.name, FailingDisk(root, at, getattr(errno, name), lasting=lasting))
    told = f"{line.name} {name}{' from' if lasting else ' at'} call {at} {line.calls[at - 1]}"
    return faults_after_refusal(root, told, done, line)


def faults_after_refusal(root: Path, told: str, done: Run, line: Line) -> list[str]:
    """Return what is wrong after a refusal: a traceback, a false word, a half file, a part that nobody tells."""
    found, faults = contents(root), list[str]()
    if done.status == BUG or "Traceback" in done.said:
        faults.append(f"{told}: exit {done.status} {done.said[-300:]}")
    written = [
        name for name in differing(found, line.before) if TEMPORARY not in name
    ]  # the next command clears those
    if done.status == CANNOT_GO_ON and "Chưa ghi gì" in done.said and written:
        faults.append(f"{told}: says that nothing was written: {written[:3]}")
    if done.status in (0, 1) and found not in (line.wanted, line.before):
        faults.append(f"{told}: exit {done.status}, but {differing(found, line.wanted)[:3]}")
    return faults + faults_after_kill(root, told, line.before, line.wanted)


def one_pass(part: str, prepared: Path, name: str, turn: int, until: float) -> Tried:
    """Try the points of a line that are of one pass, as far as the time goes."""
    fresh, line = in_memory(prepared), undisturbed(prepared, name)
    faults, tried = list[str](), 0
    step, first = (PASSES[part], turn) if part == "kill" else (1, 0)
    points = range(1 + first, len(line.calls) + 1, step)
    for at in points:
        if time.monotonic() > until:
            break
        faults += killed(fresh, line, at) if part == "kill" else refused(fresh, line, at, turn)
        tried += 1
    return Tried(tried, len(points), faults)


def in_parallel(part: str, names: Iterable[str], prepared: Path, until: float, first: int) -> Tried:
    """Try every line in two processes, pass after pass: where the time ends, what was tried lies evenly over all lines."""
    passes = PASSES[part]
    turns = [(first - 1 + each) % passes for each in range(passes)]
    with ProcessPoolExecutor(WORKERS) as pool:
        waiting = [
            [pool.submit(one_pass, part, prepared, name, turn, until) for name in names] for turn in turns
        ]
        found = []
        for turn, lines in zip(turns, waiting, strict=True):
            found.append(together([line.result() for line in lines]))
            if found[-1].tried:
                print(f"  {part}: pass {turn + 1} of {passes}: {found[-1].tried} of {found[-1].points}")
                print("".join(f"  {fault}\n" for fault in found[-1].faults), end="", flush=True)
    return together(found)


def together(found: list[Tried]) -> Tried:
    """Return what came of all."""
    faults = [fault for each in found for fault in each.faults]
    return Tried(sum(each.tried for each in found), sum(each.points for each in found), faults)


class Pace(NamedTuple):
    """How long a process of a line lives after its step is laid into the journal, and the folder at its end."""

    writes: float
    wanted: dict[str, bytes]


def pace_of(fresh: Folder, name: str) -> Pace:
    """Run a line as a process that nothing disturbs."""
    root = lay_out(fresh, name)
    process = writing_process(root, name)
    start = time.monotonic()
    process.wait()
    return Pace(time.monotonic() - start, contents(root))


def writing_process(root: Path, name: str) -> "subprocess.Popen[bytes]":
    """Start a process of a line, and return when it lays its step into the journal, or has ended without one."""
    place = root / JOURNAL
    before = names_in(place)
    process = subprocess.Popen(real(name), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and names_in(place) == before:
        time.sleep(0.001)
    return process


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def signals(prepared: Path, until: float) -> Tried:
    """Kill real processes in as many of ours, each with lines of its own."""
    names = [name for name in LINES if name not in TYPED]
    random.seed(13)
    random.shuffle(names)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process would compile what it imports
    os.environ["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix=OURS)
    with ProcessPoolExecutor(WORKERS) as pool:
        waiting = [
            pool.submit(killed_by_signal, prepared, names[first::WORKERS], until) for first in range(WORKERS)
        ]
        return together([each.result() for each in waiting])


def killed_by_signal(prepared: Path, names: list[str], until: float) -> Tried:
    """Send SIGKILL to real processes of every line at random moments from their first write on, then run the line again.

    Most moments are early: then a process writes, later it prints and ends. Counted are the kills that met a living one.
    What had said already that all is done is not run again: that would be a second time.
    """
    fresh, paces, faults = Folder(prepared), dict[str, Pace](), list[str]()
    chance = random.Random(names[0])
    tried = hits = in_part = 0
    while hits < KILLS // WORKERS and time.monotonic() < until:
        name = names[tried % len(names)]
        if name not in paces:
            paces[name] = pace_of(fresh, name)
        writes, wanted = paces[name]
        root, tried = lay_out(fresh, name), tried + 1
        before, process = contents(root), writing_process(root, name)
        time.sleep(chance.random() ** 4 * writes)
        process.kill()
        if process.wait() != -signal.SIGKILL:
            paces[name] = Pace(writes * 0.8, wanted)
            continue
        hits, found = hits + 1, contents(root)
        in_part += found not in (before, wanted)
        if found not in (before, wanted) and not interrupted(root):
            faults.append(f"{name}: in part, and nobody is told")
        if found == wanted and not in_work(root) and not untold(root):
            continue
        again = subprocess.run(real(name), check=False, capture_output=True)
        if others := differing(contents(root), wanted):
            faults.append(f"{name}: run again {again.returncode} {others[:3]} {again.stderr.decode()}")
    print(f"  signal: {in_part} of the {hits} that were killed were in part", flush=True)
    return Tried(hits, tried, faults)


def real(name: str) -> list[str]:
    """Return a line as a process of its own."""
    return [sys.executable, "-c", "from ocop_cli.app import main; main()", *LINES[name]]


def uncounted_calls(prepared: Path) -> Tried:
    """Compare what strace sees with what the suite counts: no call that changes the folder goes uncounted."""
    if shutil.which("strace") is None:
        print("calls: strace is not there, not tried")
        return Tried(0, 0, [])
    fresh, faults = Folder(prepared), list[str]()
    names = ("register", "submit", "undo")
    for name in names:
        root = lay_out(fresh, name)
        counted = FailingDisk(root)
        carry_out(name, counted)
        root = lay_out(fresh, name)
        log = root.parent / "strace.log"
        words = "trace=open,openat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,chmod,fchmodat"
        subprocess.run(
            ["strace", "-f", "-o", str(log), "-e", words, *real(name)], check=False, capture_output=True
        )
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        seen = [line for line in lines if str(root) in line and CHANGING.match(line) and is_change(line)]
        ours = [
            call
            for call in counted.calls
            if call[0] not in {"write", "fsync"} and "index.sqlite" not in call[1]
        ]
        if len(seen) > len(ours):
            faults.append(f"{name}: strace sees {len(seen)} changes, the suite counts {len(ours)}")
    return Tried(len(names), len(names), faults)


def is_change(line: str) -> bool:
    """Say whether a line of strace changes the folder; git and the index are no data."""
    if "/.git" in line or "index.sqlite" in line:
        return False
    return "open" not in line.partition("(")[0] or "O_CREAT" in line or "O_WRONLY" in line or "O_RDWR" in line


def edit_at_once(prepared: Path) -> Tried:
    """Let eight processes make fifty mixed edits each: every one of them stands at the end."""
    root = Folder(prepared)()
    command = [sys.executable, str(HERE), "--edits"]
    found_at = {**os.environ, "PYTHONPATH": str(HERE.parent.parent / "tests")}
    workers = [
        subprocess.Popen([*command, str(number)], cwd=root, env=found_at, stdout=subprocess.DEVNULL)
        for number in range(WRITERS)
    ]
    again = sum(worker.wait() for worker in workers)
    if again:
        print(f"  edits: {again} commands waited too long, said so and were run again")
    dossiers = {path.stem for path in (root / "dossiers").glob("mang-*.yaml")}
    visits = (root / "dossiers/mat-ong.yaml").read_text(encoding="utf-8")
    opinions = [f"{number}-{turn}" for number in range(WRITERS) for turn in range(EDITS)]
    stand = sum(
        f"lần {each}." in visits if index % 2 else f"mang-{each}" in dossiers
        for index, each in enumerate(opinions)
    )
    os.chdir(root)
    status = run(["check", "-q"])
    faults = [f"{WRITERS * EDITS - stand} edits are lost"] if stand < WRITERS * EDITS else []
    return Tried(stand, WRITERS * EDITS, faults + (["check finds errors"] if status > 1 else []))


def make_edits(number: int) -> int:
    """Make the edits of one process, each a command; one that waits too long is run again, as it asks. Return how many were."""
    again = 0
    for turn in range(EDITS):
        name = f"{number}-{turn}"
        visit = (
            "visit",
            "mat-ong",
            "--by",
            "A Mẫu, Công chức",
            "--seen",
            f"lần {name}.",
            "--content",
            "lao động",
            "-y",
        )
        register = (
            "register",
            "--name",
            f"Măng {name}",
            "--producer",
            "Hộ Y Mẫu",
            "--kind",
            "household",
            "-y",
        )
        line = [*(visit if (number * EDITS + turn) % 2 else register), "-q"]
        while run(line) == CANNOT_GO_ON and again < EDITS:
            again += 1
    return again


def main() -> int:
    """Run the parts; return 1 when anything was lost, half-written or left untold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=55)
    parser.add_argument("--only", choices=SHARES)
    parser.add_argument("--from-pass", type=int, default=1)
    parser.add_argument("--line", action="append", choices=LINES)
    parser.add_argument("--edits", type=int)
    asked = parser.parse_args()
    if asked.edits is not None:
        return make_edits(asked.edits)
    if UNTRIED:
        print(f"verbs that write and are not tried: {', '.join(sorted(UNTRIED))}")
        return 1
    if apart := [path.name for path in FILES if TOLD.search(path.read_text(encoding="utf-8"))]:
        print(f"refusals that are tried as one are told apart in {', '.join(apart)}")
        return 1
    os.environ |= {"OCOP_NO_INPUT": "1", "OCOP_AS_OF": TODAY}
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        prepared = prepare_folder(Path(tempfile.mkdtemp(prefix=OURS)) / "xa")
    wrong = parts_of(asked, prepared)
    for place in (MEMORY, Path(tempfile.gettempdir())):
        for left in place.glob(f"{OURS}*"):
            shutil.rmtree(left, ignore_errors=True)
    return 1 if wrong else 0


def parts_of(asked: argparse.Namespace, prepared: Path) -> int:
    """Run the parts that are asked for, and print what came of each; return how much was wrong."""
    wrong, until = 0, time.monotonic()
    for part in [asked.only] if asked.only else SHARES:
        until += asked.minutes * 60 * (1 if asked.only else SHARES[part])
        start = time.monotonic()
        found = part_of(part, asked, prepared, until)
        wrong += len(found.faults)
        print(
            f"{part}: {found.tried} of {found.points}, {len(found.faults)} wrong, {time.monotonic() - start:.0f} s"
        )
        print("".join(f"  {fault}\n" for fault in found.faults if part not in PASSES), end="", flush=True)
    return wrong


def part_of(part: str, asked: argparse.Namespace, prepared: Path, until: float) -> Tried:
    """Run one part; those that try every call, with some lines and from some pass on."""
    match part:
        case "signal":
            return signals(prepared, until)
        case "calls":
            return uncounted_calls(prepared)
        case "edits":
            return edit_at_once(prepared)
    return in_parallel(part, asked.line or LINES, prepared, until, asked.from_pass)


if __name__ == "__main__":
    sys.exit(main())
