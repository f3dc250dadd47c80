"""No verb that writes changes a byte of an issued document, its record's past, a signed scan or a package.

The verbs are those of the command table; each is run twice, and all that the first run made is issued in between.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from ocop_cli.app import run
from ocop_cli.app.table import TABLE
from ocop_cli.rules.pick import force_decision
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.document_records import list_documents
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Append, Set, edit
from support.annex import annex_rows, as_html
from support.filled_tables import opinions_of_one_unit, register_of_one_product
from support.prepared import lay_other_copy
from support.sending import WAY
from support.whole import no_gap
from support.workspaces import copy_example

FORCED = ("--force", "--yes", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý")
CALLED = ("--on", "24/11/2026", "--starts", "8:00", "--place", "UBND xã", "--secretary", "Y Mẫu, Công chức")
PRESENT = ("--present", "Phòng Văn hóa - Xã hội", "--present", "Văn phòng HĐND và UBND")
ISSUED = "documents/2026/sam-day-evaluation-report.docx"
ASKED: dict[str, tuple[str, ...]] = {
    "evaluate": ("sam-day",),
    "register": ("--name", "Mắm cá", "--producer", "Hộ Mẫu", "--kind", "household", "--track", "new"),
    "adopt": ("Trà gừng", "--producer", "HTX Mẫu", "--star", "3", "--number", "15/QĐ-UBND", "--on", "20/11/2025"),
    "import": ("so-cu.xlsx", "-y"),
    "export": ("so.xlsx",),
    "dashboard": (),
    "label": (),
    "set": ("sam-day", "lao động trong xã=17"),
    "fill": ("sam-day",),
    "form": ("sam-day", "--kind", "lao-động"),
    "intake": ("private/forms/sam-day-lao-dong.docx",),
    "renew": ("mang-kho",),
    "log": ("tuyên truyền", "12/3", "loa thôn Ví Dụ Một", "120", "người"),
    "carry": ("2027", "-y"),
    "receive": ("ot-rung", "--samples", "5"),
    "select": ("--choose", "lan-rung: có vườn giống"),
    "advance": ("gao-do",),
    "return": ("gao-do", "--reason", "thiếu mẫu"),
    "withdraw": ("lan-rung", "--reason", "thôi"),
    "extend": ("sam-day", "--until", "15/12/2026", "--paper", "Công văn số 9/UBND", "--reason", "chờ kiểm nghiệm"),
    "visit": ("sam-day", "--by", "Y Mẫu, Công chức", "--seen", "đủ", "--content", "lao động"),
    "score": ("sam-day", "--print"),
    "meeting invite": ("sam-day", *CALLED),
    "meeting reply": ("hop-2026-11-24", "sam-day", "--unit", "Văn phòng HĐND và UBND", "--stance", "agree"),
    "meeting cancel": ("hop-2026-11-24", "--reason", "không đủ thành phần"),
    "meeting hold": (
        "hop-2026-11-24", "--ends", "10:30", "--conclusion", "Nhất trí", *PRESENT,
        "--absent", "Ủy ban MTTQ Việt Nam xã: bận", "--as-of", "2026-11-24",
    ),
    "meeting sheet": ("hop-2026-11-24",),
    "meeting take": ("hop-2026-11-24", "y-kien.xlsx", "-y"),
    "panel": ("sam-day", "--sheet"),
    "submit": ("sam-day", *FORCED),
    "send": ("sam-day", *WAY),
    "result": ("ruou-ghe", "--star", "3", "--score", "63,5", "--on", "20/11/2026", "--number", "10/QĐ-UBND"),
    "archive": ("2026", "--except-open"),
    "tell": ("ot-rung", "--due", "04/12/2026"),
    "paper": ("tiep-nhan", "sam-day"),
    "inspect record": ("ca-phe", "--on", "20/11/2026", "--request", "Dán lại tem: 30/11/2026"),
    "inspect plan": ("2027", "--from", "05/4/2027"),
    "inspect team": ("2027", "--member", "A Mẫu, Công chức"),
    "inspect close": ("ca-phe", "--proof", "ảnh"),
    "calendar": (),
    "plan": ("2027",),
    "report": ("--period", "2026"),
    "docs number": (ISSUED, "--number", "31"),
    "docs other": ("--number", "77", "--symbol", "BC-UBND"),
    "docs sign": (ISSUED, "--scan", "papers/ky.pdf"),
    "docs send": (ISSUED, "--to", "UBND tỉnh"),
    "docs answer": (ISSUED, "--number", "9/CV"),
    "docs revise": (ISSUED, "--number", "9/CV", "--reason", "sai tên"),
    "templates eject": ("evaluation-report",),
    "rules sheet": ("26-2026", "14"),
    "rules wording": ("26-2026", "papers/phu-luc.html", "-y"),
    "lint": (ISSUED, "--fix", "--yes"),
    "merge": ("may-hai",),
    "seal": (),
    "privacy erase": ("gao-do", "--reason", "đơn của người này", "-y"),
}  # fmt: skip
TAKES_BACK = {"undo", "remove"}
"""What these take away is their whole purpose."""


def writing() -> set[str]:
    """Return the verbs that write into a workspace, and the one that writes a person's file."""
    verbs = {
        " ".join(dict.fromkeys((entry.name, verb.name)))
        for entry in TABLE
        for verb in entry.verbs or (entry,)
        if verb.writes
    }
    return verbs | {"lint"}


def test_every_writing_verb_is_asked() -> None:
    assert set(ASKED) == writing() - TAKES_BACK


def issue_all(root: Path) -> None:
    """Say of every document that it was sent, and of every second one that it was signed."""
    sources = Sources(root)
    for number, file in enumerate(list_documents(sources, no_gap)):
        scan = {"file": f"papers/ky-{number}.pdf", "sha256": "0" * 64, "on": "2026-11-23"}
        sent = Append(("sent",), {"to": "UBND tỉnh", "on": "2026-11-23"})
        after = edit(file.source, [sent, *([Set(("signed",), scan)] if number % 2 else [])])
        (root / file.source.name).write_bytes(after.raw)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace on which every verb has run once, its documents issued since; one of them needs mending."""
    patch = pytest.MonkeyPatch()
    root = copy_example(tmp_path_factory.mktemp("frozen") / "xa-xop")
    patch.setenv("OCOP_AS_OF", "2026-11-23")
    patch.setenv("OCOP_NO_INPUT", "1")
    patch.chdir(root)
    (root / "papers/ky.pdf").write_bytes(b"%PDF-1.7 ky")
    (root / "so-cu.xlsx").write_bytes(register_of_one_product())
    (root / "y-kien.xlsx").write_bytes(opinions_of_one_unit())
    lay_other_copy(root)
    annex = force_decision(load_rulebook(), "26-2026").sets[5:6]
    (root / "papers/phu-luc.html").write_bytes(as_html(annex_rows(annex)))
    for verb, words in ASKED.items():
        run([*verb.split(), *words])
    broken = docx.Document()
    broken.add_paragraph("BÁO CÁO")
    broken.save(str(root / ISSUED))
    issue_all(root)
    yield root
    patch.undo()


def held(root: Path) -> dict[str, bytes]:
    """Return every document, package and scan of a workspace."""
    endings = (".docx", ".zip", ".pdf")
    folders = ("documents", "packages", "papers")
    found = (path for folder in folders for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.suffix in endings}


def test_the_first_run_makes_documents_and_packages(played: Path) -> None:
    names = held(played)
    assert len([name for name in names if name.endswith(".docx")]) >= 10
    assert [name for name in names if name.endswith(".zip")]


@pytest.mark.parametrize("verb", sorted(ASKED))
def test_no_verb_changes_what_was_issued(
    verb: str, played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "xa"
    shutil.copytree(played, root)
    monkeypatch.setenv("OCOP_AS_OF", "2026-11-24")
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.chdir(root)
    before = held(root)
    status = run([*verb.split(), *ASKED[verb]])
    assert status in (0, 1, 2)
    now = held(root)
    assert {name: now.get(name) for name in before} == before
