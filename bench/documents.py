"""How fast documents are filled, against plain docxtpl in the same run, and that both give the same XML.

usage: PYTHONPATH=tests python bench/documents.py [DOCUMENTS]    (the sample documents are in tests/support)

Prints documents a second and the ratio for each form of the samples, then the CPU time of one document in a fresh
process. Wanted: at least 8 times plain docxtpl, 200 documents a second, one document in at most 1.0 s of CPU.
"""

import io
import os
import resource
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from ocop_cli.render.compiled import DOCUMENT, _environment, number_shapes
from ocop_cli.render.ruling_lines import measures_of, set_ruling_lines
from ocop_cli.render.word import render
from ocop_cli.store.papers.forms import template_path
from support.sample_documents import sample_values

DAY = date(2026, 11, 23)
FORMS = ("evaluation-report", "request-letter", "meeting-minutes", "inventory", "registration-slip")


def main() -> int:
    """Run and print."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    samples = sample_values("Rượu ngô & men lá <Xốp>")
    for form in FORMS:
        template, values = template_path(Path("none"), form), samples[form]
        plain = _seconds(lambda t=template, v=values: _plain(t, v), max(documents // 20, 5))
        ours = _seconds(lambda t=template, v=values: _ours(t, v), documents)
        same = _canonical(_plain(template, values), ruled=True) == _canonical(
            _ours(template, values), ruled=False
        )
        print(
            f"{form:20} {1 / ours:6.0f} a second, {plain / ours:5.1f} x plain docxtpl, same XML: {'yes' if same else 'NO'}"
        )
    print(f"one document in a fresh process: {_fresh():.2f} s of CPU")
    return 0


def _seconds(make, times: int) -> float:  # type: ignore[no-untyped-def]  # a benchmark
    make()
    began = time.process_time()
    for _ in range(times):
        make()
    return (time.process_time() - began) / times


def _plain(template: Path, values: dict) -> bytes:  # type: ignore[type-arg]  # a benchmark
    document = DocxTemplate(template)
    document.render(dict(values), jinja_env=_environment(), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ours(template: Path, values: dict) -> bytes:  # type: ignore[type-arg]  # a benchmark
    return render(template, values, on=DAY, title="x", creator="x")


def _canonical(content: bytes, *, ruled: bool) -> bytes:
    """Return the document part in one notation; what plain docxtpl made gets our ruling lines first."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT])
    if ruled:
        set_ruling_lines(root, measures_of(parts))
        number_shapes(root)
    return etree.tostring(root, method="c14n")


def _fresh() -> float:
    code = (
        "from pathlib import Path; from datetime import date; import json, sys;"
        "from ocop_cli.render.word import render; from ocop_cli.store.papers.forms import template_path;"
        "t=template_path(Path('none'),'registration-slip');"
        "import collections; v=json.load(open(sys.argv[1]));"
        "render(t, v, on=date(2026,11,23), title='x', creator='x')"
    )
    import json
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(sample_values("Rượu")["registration-slip"], file)
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, file.name], check=True, env=dict(os.environ))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
