"""What judging Word files costs against python-docx opening them, and what fixing costs against judging.

usage: PYTHONPATH=tests python bench/lint.py [ROUNDS]

One document, 200 documents and one of 200 pages: CPU seconds of whole processes in an empty folder and in the example
workspace, byte code compiled, both programs in turn, the ratio of the medians. Fixing: CPU seconds of ``fix`` and of ``report_violations`` in this
process, for each document in ``tests/foreign``. The documents are filled samples of our forms.
"""

import compileall
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from ocop_cli.lint.fix import fix
from ocop_cli.lint.report import report_violations
from ocop_cli.store.built_in.packaged import load_standard
from support.sample_documents import fill, sample_values
from support.word.kinds import KINDS

PROJECT = Path(__file__).resolve().parent.parent
OURS = "from ocop_cli.app import main; main()"
PEER = "import sys, docx\nfor path in sys.argv[1:]: docx.Document(path)"
DOCUMENTS = 200
REPEATED = 1650
WORDS = "Ủy ban nhân dân xã hướng dẫn chủ thể hoàn thiện hồ sơ sản phẩm, thẩm định từng nội dung và thông báo kết quả. "
WANTED = {"one document": 2.0, "200 documents": 4.0, "200 pages": 3.0}
FIX_WANTED = 5.0


def main() -> int:
    """Run and print; return 1 when a ratio is missed."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    compileall.compile_dir(PROJECT / "src", quiet=2)
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder, "workspace")
        shutil.copytree(PROJECT / "examples", workspace)
        for name, files in lay_out(Path(folder)).items():
            ratios = [against_peer(files, rounds, where) for where in (Path(folder), workspace)]
            missed += [name] * (max(ratios) > WANTED[name])
            print(
                f"lint {name:14} {ratios[0]:5.2f}, in a workspace {ratios[1]:5.2f} x python-docx opening it (wanted {WANTED[name]:g})",
                flush=True,
            )
    ratios = sorted(fix_ratios())
    worst, median = ratios[-1], statistics.median(ratios)
    missed += ["fix"] * (worst > FIX_WANTED)
    print(
        f"fix {len(ratios)} foreign    median {median:.2f}, worst {worst:.2f} x judging them (wanted {FIX_WANTED:g})"
    )
    return int(bool(missed))


def lay_out(folder: Path) -> dict[str, list[Path]]:
    """Write the documents and return them by the name of the line that they are measured for."""
    samples = [fill(form, values) for form, values in sample_values("Rượu ngô men lá").items()]
    many = []
    for number, content in enumerate(islice(cycle(samples), DOCUMENTS)):
        many.append(folder / f"{number:03}.docx")
        many[-1].write_bytes(content)
    long = folder / "long.docx"
    long.write_bytes(long_paper())
    return {"one document": many[:1], "200 documents": many, "200 pages": [long]}


def long_paper() -> bytes:
    """Return a plan that fills two hundred pages."""
    paper = KINDS["kế hoạch"]()
    line = paper.body[0].but(text=3 * WORDS)
    return paper.but(lambda p: p.body.__setitem__(slice(1, 1), [line] * REPEATED)).build()


def against_peer(files: list[Path], rounds: int, folder: Path) -> float:
    """Return the ratio of the medians of both programs over some files."""
    names = [str(file) for file in files]
    ours, peer = [], []
    for _ in range(rounds):
        ours.append(cpu_of(OURS, ["lint", "--exit-zero", *names], folder))
        peer.append(cpu_of(PEER, names, folder))
    return statistics.median(ours) / statistics.median(peer)


def cpu_of(program: str, words: list[str], folder: Path) -> float:
    """Run a Python program in a folder and return its CPU seconds."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", program, *words]
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def fix_ratios() -> list[float]:
    """Return, for each document of other makers, the time of fixing it as a ratio to that of judging it."""
    standard = load_standard()
    contents = [path.read_bytes() for path in sorted((PROJECT / "tests" / "foreign").glob("*.docx"))]
    return [
        seconds(lambda c=content: fix(c, standard))
        / seconds(lambda c=content: report_violations(c, standard))
        for content in contents
    ]


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a piece of work, the least of five."""
    times = []
    for _ in range(5):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
