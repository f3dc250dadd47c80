"""The index: answers are the same with and without it, whatever happens to the files and to the index itself."""

import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.programme.calendar import NO_CALENDAR
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.store.dossier.dossiers import list_ids
from ocop_cli.store.files.index_file import disk_time, prepare_index
from ocop_cli.store.foreign import pdf
from ocop_cli.store.index import database, stamps
from ocop_cli.store.index.index import Index
from ocop_cli.store.index.of_files import counted_before
from ocop_cli.store.index.stamps import WHOLE, look
from ocop_cli.store.index.view import Row, View
from ocop_cli.store.programme.profile import Workspace, load_workspace
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.going_out.exported import Exported, exported
from ocop_cli.usecases.rows import counted, stepping
from ocop_cli.usecases.rows.checked import checked_dossiers
from ocop_cli.usecases.rows.desk_days import DeskDays, desk_days
from ocop_cli.usecases.rows.listed import LISTED, make_listed
from ocop_cli.usecases.rows.stepped import all_next_steps
from ocop_cli.usecases.year.report import Report, ReportKind
from ocop_cli.workflow.step import NextStep
from support.paths import EXAMPLES
from support.report_figures import report_of
from support.runs import runs

ON = date(2026, 11, 23)
GRANULE_SECONDS = 0.02  # a disk of this machine counts finer; FAT does not
DOSSIERS = ("gao-do", "mang-kho", "sam-day")  # two name a producer's record
INDEX = ".ocop/index.sqlite"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace of a few dossiers that have lain still for a while."""
    monkeypatch.setattr(stamps, "GRANULE", int(GRANULE_SECONDS * 1e9))
    root = tmp_path / "xa"
    for name in (
        "ocop.yaml",
        "producers/htx-ruong-cao.yaml",
        *(f"dossiers/{each}.yaml" for each in DOSSIERS),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / name, root / name)
    time.sleep(2 * GRANULE_SECONDS)
    return root


class Reader:
    """Asks the index as a new run would, and notes which dossiers had to be read for it."""

    def __init__(self, root: Path, *, may_write: bool = True, on: date = ON) -> None:
        self.root, self.on, self.read = root, on, list[str]()
        self._index = Index(root, may_write=may_write)

    def answer(self) -> tuple[list[object], list[str]]:
        gaps: list[Gap] = []
        rows = self._index.rows(LISTED, "", self._make, gaps.append, ("item",), day=self.on)
        return [row[0] for row in rows], sorted(gap.id for gap in gaps)

    def _make(self, ids: Sequence[str]) -> Iterator[Row | Gap]:
        self.read += ids
        return make_listed(self.root, self.on, ids)


def expected(root: Path, on: date = ON) -> tuple[list[object], list[str]]:
    """Read every dossier, and look nothing up."""
    made = [*make_listed(root, on, list_ids(root))]
    rows = [row for row in made if isinstance(row, Row) and row.values]
    gaps = [row.id for row in made if isinstance(row, Gap)]
    return [row.values[-1] for row in sorted(rows, key=lambda row: row.sort) if row.values], sorted(gaps)


def same_size_edit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Xốp", "Xáp") if "Xốp" in text else text.replace("Xáp", "Xốp"), encoding="utf-8"
    )


def unseen_edit(path: Path) -> None:
    """Change a file, and give it back its size and the time of its content."""
    before = path.stat()
    same_size_edit(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap_in(path: Path) -> None:
    """Put another file of the same size and time in its place."""
    copy = path.with_suffix(".new")
    shutil.copy2(path, copy)
    unseen_edit(copy)
    copy.replace(path)


def break_it(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\nproduct: [\n")


def copy_it(path: Path) -> None:
    shutil.copy2(path, path.with_name(f"{path.stem}-2.yaml"))


def rename_it(path: Path) -> None:
    path.rename(path.with_name(f"{path.stem}-x.yaml"))


EDITS: tuple[Callable[[Path], object], ...] = (
    same_size_edit, unseen_edit, swap_in, break_it, copy_it, rename_it, Path.touch, Path.unlink,
)  # fmt: skip


def of_the_producer(edit: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda path: edit(path.parent.parent / "producers/htx-ruong-cao.yaml")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def mark_as_of_another_program(path: Path) -> None:
    """Write another version where SQLite keeps it, also into a file that is damaged already."""
    raw = path.read_bytes()
    path.write_bytes(raw[:60] + (99).to_bytes(4, "big") + raw[64:])


DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "emptied": lambda path: path.write_bytes(b""),
    "not a database": lambda path: path.write_bytes(b"ocop" * 4000),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "zeros": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(len(path.read_bytes()) - 4096)),
    "a folder": make_folder,
    "of another program": mark_as_of_another_program,
}


def test_what_is_unchanged_is_not_read_again(root: Path) -> None:
    first, again = Reader(root), Reader(root)
    assert first.answer() == again.answer() == expected(root)
    assert (sorted(first.read), again.read) == (sorted(DOSSIERS), [])


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_one_changed_dossier_is_read_again(root: Path, edit: Callable[[Path], object]) -> None:
    Reader(root).answer()
    edit(root / "dossiers/sam-day.yaml")
    reader = Reader(root)
    assert reader.answer() == expected(root)
    assert {name.removesuffix("-2").removesuffix("-x") for name in reader.read} <= {"sam-day"}


@pytest.mark.parametrize(
    "edit", [same_size_edit, unseen_edit, swap_in, break_it, Path.unlink], ids=lambda e: e.__name__
)
def test_dossiers_that_name_a_changed_record_are_read_again(
    root: Path, edit: Callable[[Path], object]
) -> None:
    Reader(root).answer()
    of_the_producer(edit)(root / "dossiers/gao-do.yaml")
    reader = Reader(root)
    assert reader.answer() == expected(root)
    assert sorted(reader.read) == ["gao-do", "mang-kho"]


def test_a_file_may_change_twice_within_a_tick_of_the_disk(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row of a file that was changed a moment ago is used once, and not again."""
    monkeypatch.setattr(stamps, "GRANULE", 60_000_000_000)
    Reader(root).answer()
    again = Reader(root)
    assert again.answer() == expected(root)
    assert sorted(again.read) == sorted(DOSSIERS)


@pytest.mark.parametrize("name", ["ocop.yaml", "rules/26-2026/han.yaml"])
def test_rows_that_rest_on_a_file_of_the_same_tick_are_used_once(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What all rows rest on may change once more within the tick, as the dossiers may that lie still here."""
    view, asked = View("tried", ("told",), ("dossiers",), ("ocop.yaml",)), list[str]()

    def make(ids: Sequence[str]) -> Iterator[Row]:
        asked.extend(ids)
        yield from (Row(each, (), b"", ("told",)) for each in ids)

    def ask() -> int:
        asked.clear()
        rows = [*Index(root, may_write=True).rows(view, "", make, lambda _: None, ("id",))]
        assert len(rows) == len(DOSSIERS)
        return len(asked)

    shared = folder_of(root / "dossiers/sam-day.yaml", name)
    shared.touch()
    with monkeypatch.context() as patch:
        patch.setattr(database, "disk_time", lambda _: shared.stat().st_ctime_ns + 1)
        assert [ask(), ask()] == [len(DOSSIERS)] * 2
    time.sleep(2 * GRANULE_SECONDS)
    assert [ask(), ask()] == [len(DOSSIERS), 0]


def test_another_day_is_another_answer(root: Path) -> None:
    Reader(root).answer()
    earlier = Reader(root, on=date(2024, 1, 1))
    earlier.answer()
    assert sorted(earlier.read) == sorted(DOSSIERS)


def test_what_the_next_day_does_not_change_is_not_read_again(root: Path) -> None:
    first = Reader(root).answer()
    day_after = Reader(root, on=ON + timedelta(1))
    assert (day_after.answer(), day_after.read) == (first, [])
    assert Reader(root, on=date(2027, 1, 1)).answer() == expected(root, date(2027, 1, 1))


def test_a_file_of_the_future_is_never_taken_for_unchanged(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its clock runs before that of this disk, and the disk keeps no time of the entry: it may change and look the same."""
    monkeypatch.setattr(stamps, "seen", lambda found: (found.st_size, found.st_mtime_ns, 0, found.st_ino))
    path, hour = root / "dossiers/sam-day.yaml", 3_600_000_000_000
    os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns + hour))
    Reader(root).answer()
    for _ in range(2):
        unseen_edit(path)
        assert Reader(root).answer() == expected(root)


def test_the_time_of_the_disk_is_not_that_of_this_machine(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server of a folder may be minutes behind; a time that is set comes from here, of what is written from there."""
    real, ahead = os.utime, 300_000_000_000
    Reader(root).answer()  # the index is there

    def set_by_our_clock(path: Path, times: object = None, *, ns: tuple[int, int] | None = None) -> None:
        real(path, ns=ns or (time.time_ns() + ahead, time.time_ns() + ahead))

    monkeypatch.setattr(os, "utime", set_by_our_clock)
    (root / "dossiers/sam-day.yaml").write_bytes((root / "dossiers/sam-day.yaml").read_bytes())
    changed = (root / "dossiers/sam-day.yaml").stat().st_mtime_ns
    assert not stamps.is_settled(changed, disk_time(prepare_index(root)))


def test_a_dossier_that_cannot_be_read_is_told_each_time_and_read_once_it_can_be(root: Path) -> None:
    path = root / "dossiers/sam-day.yaml"
    good = path.read_bytes()
    break_it(path)
    for _ in range(2):
        assert Reader(root).answer()[1] == ["sam-day"]
    path.write_bytes(good)
    assert Reader(root).answer() == expected(root)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_index_is_made_anew_in_silence(root: Path, damage: Callable[[Path], object]) -> None:
    Reader(root).answer()
    damage(root / INDEX)
    assert Reader(root).answer() == expected(root)
    assert Reader(root).answer() == expected(root)


def test_rows_go_on_where_an_index_is_found_to_be_damaged(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, whole = Reader(root).answer(), database.Database.rows

    def damaged(*asked: Any) -> Iterator[tuple[Any, ...]]:
        monkeypatch.setattr(database.Database, "rows", whole)
        yield next(whole(*asked))
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(database.Database, "rows", damaged)
    assert Reader(root).answer() == answer
    assert not (root / INDEX).exists()
    assert Reader(root).answer() == answer


def test_without_the_right_to_write_the_disk_stays_as_it_is(root: Path) -> None:
    assert Reader(root, may_write=False).answer() == expected(root)
    assert not (root / ".ocop").exists()
    Reader(root).answer()
    before = (root / INDEX).read_bytes(), (root / INDEX).stat().st_mtime_ns
    same_size_edit(root / "dossiers/gao-do.yaml")
    reader = Reader(root, may_write=False)
    assert reader.answer() == expected(root)
    assert reader.read == ["gao-do"]
    assert ((root / INDEX).read_bytes(), (root / INDEX).stat().st_mtime_ns) == before


def test_an_index_that_another_command_is_writing_is_not_waited_for(root: Path) -> None:
    Reader(root).answer()
    same_size_edit(root / "dossiers/gao-do.yaml")
    with sqlite3.connect(root / INDEX) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert Reader(root).answer() == expected(root)


@pytest.mark.parametrize("seed", range(runs(1, 200)))
def test_answers_are_the_same_with_and_without_the_index(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    acts = [*EDITS, *map(of_the_producer, (same_size_edit, unseen_edit, swap_in))]
    for _ in range(12):
        for _ in range(chance.randint(1, 3)):
            there = sorted((root / "dossiers").glob("*.yaml"))
            if chance.random() < 0.1 and (root / INDEX).is_file():
                chance.choice([*DAMAGE.values()])(root / INDEX)
            elif there:
                chance.choice(acts)(chance.choice(there))
            else:
                shutil.copy(EXAMPLES / "dossiers/sam-day.yaml", root / "dossiers")
        time.sleep(chance.choice((0, 0, 2 * GRANULE_SECONDS)))
        assert Reader(root).answer() == expected(root)


def steps(root: Path, on: date = ON) -> tuple[list[NextStep], int, list[str]]:
    gaps: list[Gap] = []
    index = Index(root, may_write=True)
    found, count = all_next_steps(index, root, NO_CALENDAR.working, on, None, gaps.append)
    return found, count, sorted(gap.id for gap in gaps)


def fail_at(gap: Gap) -> None:
    pytest.fail(f"not read: {gap.id}")


def test_days_later_answers_are_those_of_the_day(root: Path) -> None:
    shutil.copy(EXAMPLES / "dossiers/ca-phe.yaml", root / "dossiers")  # a certificate that runs out
    bare = shutil.copytree(root, root.parent / "bare")
    for weeks in sorted(random.Random(11).sample(range(400), runs(4, 400))):
        on = date(2024, 3, 1) + timedelta(weeks=weeks)
        kept, anew = Index(root, may_write=True), Index(bare, may_write=False)
        assert Reader(root, on=on).answer() == expected(bare, on), on
        then = [all_next_steps(each, root, NO_CALENDAR.working, on, on, fail_at) for each in (kept, anew)]
        assert then[0] == then[1], on


def test_the_days_of_the_desk_follow_the_profile(root: Path) -> None:
    read: list[Path] = []

    def opened() -> Workspace:
        read.append(root)
        return load_workspace(Sources(root))

    def asked() -> DeskDays:
        return desk_days(root, opened, may_write=True)

    first, again = asked(), asked()
    assert (first, len(read)) == (again, 1)
    profile = root / "ocop.yaml"
    text = profile.read_text(encoding="utf-8")
    days_off = "calendar:\n  holidays:\n    - on: 2026-12-04\n      name: Hội xã\n"
    profile.write_text(f"{text}{days_off}", encoding="utf-8")
    assert asked().working.off - first.working.off == {date(2026, 12, 4)}
    profile.write_text("schema: ocop/profile@1\nunit: [", encoding="utf-8")
    with pytest.raises(OcopError):
        asked()


def write_private(path: Path) -> None:
    private = path.parent.parent / f"private/{path.name}"
    private.parent.mkdir(exist_ok=True)
    private.write_text("schema: ocop/private@1\nphone: '0912345678'\n", encoding="utf-8")


@pytest.mark.parametrize("edit", [same_size_edit, of_the_producer(break_it), write_private, Path.unlink])
def test_what_comes_next_is_the_same_with_and_without_the_index(
    root: Path, edit: Callable[[Path], object]
) -> None:
    first = steps(root)
    assert steps(root) == first
    edit(root / "dossiers/mang-kho.yaml")
    now = steps(root)
    shutil.rmtree(root / ".ocop")
    assert now == steps(root)


def test_what_comes_next_is_worked_out_again_only_for_the_dossier_that_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps(root)
    same_size_edit(root / "dossiers/mang-kho.yaml")
    worked: list[str] = []
    monkeypatch.setattr(stepping, "step_of", lambda _, id_, *__: worked.append(id_))
    steps(root)
    assert "mang-kho" in worked
    assert "gao-do" not in worked


def of_steps(root: Path, on: date) -> list[str]:
    """Return what is told of papers whose PDF has two pages by what comes next."""
    found, *_ = steps(root, on)
    return [words for step in found for words in step.missing if "có 2 trang" in words]


def of_checks(root: Path, on: date) -> list[str]:
    """Return the same of a check."""
    findings, _ = checked_dossiers(Index(root, may_write=True), Sources(root), on, None)
    return [finding.message for finding in findings if "có 2 trang" in finding.message]


@pytest.mark.parametrize("told", [of_steps, of_checks])
def test_on_another_day_only_the_pages_of_a_changed_file_are_counted(
    told: Callable[[Path, date], list[str]], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLES / "dossiers/mat-ong.yaml", root / "dossiers")
    shutil.copytree(EXAMPLES / "papers/mat-ong", root / "papers/mat-ong")
    asked: list[str] = []

    def two(path: Path) -> int:
        asked.append(path.name)
        return 2

    monkeypatch.setattr(pdf, "count_pages", two)
    time.sleep(2 * GRANULE_SECONDS)
    first = told(root, date(2026, 12, 2))
    assert sorted(asked) == ["attp.pdf", "dkkd.pdf", "phieu.pdf"]
    assert (told(root, date(2026, 12, 3)), len(asked)) == (first, len(first)) == (first, 3)
    (root / "papers/mat-ong/dkkd.pdf").write_bytes(b"%PDF another")
    assert (told(root, date(2026, 12, 4)), asked[3:]) == (first, ["dkkd.pdf"])


BREAK_RECORD = of_the_producer(break_it)


def folder_of(path: Path, name: str) -> Path:
    """Return a file of the workspace that a dossier lies in, with its folder made."""
    file = path.parent.parent / name
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def longer_limit(path: Path) -> None:
    """Lay a limit of the commune's own over the law: what was overdue is not."""
    law = "procedure:\n  limits:\n    commune_evaluation:\n      days: 40\n"
    folder_of(path, "rules/26-2026/han.yaml").write_text(law, encoding="utf-8")


def day_off(path: Path) -> None:
    """Add a day off, which the limit that ran out the day before goes on by."""
    with folder_of(path, "ocop.yaml").open("a", encoding="utf-8") as profile:
        profile.write("calendar:\n  holidays: [{on: 2026-12-01, name: Nghỉ theo thông báo}]\n")


def log_an_act(path: Path) -> None:
    act = "  - kind: conference\n    on: 2026-05-05\n    what: Bao bì\n    people: 20\n"
    log = f"schema: ocop/activities@1\nyear: 2026\nactivities:\n{act}"
    folder_of(path, "programme/activities/2026.yaml").write_text(log, encoding="utf-8")


def reported(root: Path, kind: ReportKind = ReportKind.PERIODIC, period: str = "2026") -> Report | str:
    """Return everything that a report tells, prints and rests on, or what it is refused for."""
    try:
        return report_of(root, date(2026, 12, 2), period, kind, may_write=True)
    except OcopError as error:
        return f"{error} {error.findings}"


def reported_anew(root: Path, *asked: Any) -> Report | str:
    """Return the same with nothing looked up."""
    shutil.rmtree(root / ".ocop", ignore_errors=True)
    return reported(root, *asked)


@pytest.mark.parametrize(
    "edit", [longer_limit, day_off, log_an_act, same_size_edit, BREAK_RECORD, Path.unlink]
)
def test_a_report_is_the_same_with_and_without_the_index(root: Path, edit: Callable[[Path], object]) -> None:
    first = reported(root)
    assert reported(root) == first
    edit(root / "dossiers/sam-day.yaml")
    now = reported(root)
    assert now != first
    assert isinstance(now, Report) is (edit is not BREAK_RECORD)
    assert now == reported_anew(root)


def test_a_report_of_other_days_is_counted_anew(root: Path) -> None:
    reported(root)
    asked = ReportKind.CERTIFIED, "2025"
    assert reported(root, *asked) == reported_anew(root, *asked)


def test_the_rows_of_the_workbook_follow_the_days_off_of_the_commune(root: Path) -> None:
    def rows() -> Exported:
        return exported(Index(root, may_write=True), list[Gap]().append, root, ON, personal=False)

    first = rows()
    day_off(root / "dossiers/sam-day.yaml")
    assert rows().dossiers != first.dossiers


@pytest.mark.parametrize("seed", range(runs(1, 200)))
def test_reports_are_the_same_with_and_without_the_index(root: Path, seed: int) -> None:
    chance = random.Random(seed)
    acts = [*EDITS, *map(of_the_producer, (same_size_edit, break_it)), longer_limit, log_an_act]
    for _ in range(3):
        asked = chance.choice((*ReportKind,)), chance.choice(("2026", "2025-Q4", "2026-11"))
        reported(root, *asked)
        if there := sorted((root / "dossiers").glob("*.yaml")):
            chance.choice(acts)(chance.choice(there))
        time.sleep(chance.choice((0, 2 * GRANULE_SECONDS)))
        assert reported(root, *asked) == reported_anew(root, *asked)


def test_only_the_dossier_that_changed_is_counted_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported(root)
    same_size_edit(root / "dossiers/mang-kho.yaml")
    worked: list[str] = []

    def noted(dossier_id: str, *given: Any) -> Summary:
        worked.append(dossier_id)
        return summarise(dossier_id, *given)

    monkeypatch.setattr(counted, "summarise", noted)
    reported(root)
    assert set(worked) == {"mang-kho"}


def test_what_a_report_counts_of_a_dossier_that_shows_a_person_is_not_kept(root: Path) -> None:
    path = root / "dossiers/sam-day.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Xốp", "Xốp 0912 345 678"), encoding="utf-8")
    time.sleep(2 * GRANULE_SECONDS)
    assert reported(root) == reported(root)
    with sqlite3.connect(root / INDEX) as index:
        kept = [name for (name,) in index.execute("SELECT id FROM rows_counted ORDER BY id")]
    assert kept == ["gao-do", "mang-kho"]
    assert reported(root) == reported_anew(root)


def test_pages_are_counted_once_while_a_file_is_as_it_was(root: Path) -> None:
    scan = root / "papers/a.pdf"
    scan.parent.mkdir()
    scan.write_bytes(b"%PDF one")
    time.sleep(2 * GRANULE_SECONDS)

    def known_then_counted(pages: int, *, may_write: bool = True) -> object:
        sources = Sources(root)
        with counted_before(sources, ["papers/a.pdf", "papers/gone.pdf"], may_write=may_write):
            known = dict(sources.page_counts)
            sources.page_counts["papers/a.pdf"] = pages
        return known

    assert known_then_counted(1, may_write=False) == known_then_counted(2) == {}
    assert known_then_counted(3) == {"papers/a.pdf": 2}
    same_size_edit(scan)
    assert known_then_counted(4) == {}  # changed, and a moment ago: not kept either
    assert known_then_counted(5) == {}
    (root / INDEX).write_bytes(b"no database")
    assert known_then_counted(6) == {}


@pytest.mark.parametrize(
    "names", [("dossiers", "producers"), ("papers", "ocop.yaml"), ("a/deep", "rules"), WHOLE]
)
def test_what_a_look_at_everything_found_is_what_a_look_at_a_part_finds(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    for name in ("ocop.yaml", "dossiers/mang.yaml", "dossiers-cũ/mang.yaml", "a/deep/er/x.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "papers").mkdir()
    assert look(tmp_path, WHOLE).within(names) == look(tmp_path, names)


def test_a_row_made_of_a_name_with_a_line_break_is_told_and_not_kept(root: Path) -> None:
    view, asked = View("tried", ("told",), ("dossiers",)), list[str]()

    def make(ids: Sequence[str]) -> Iterator[Row]:
        asked.extend(ids)
        yield from (Row(each, ("a\nb",), b"", ("told",) if each == "gao-do" else None) for each in ids)

    for _ in range(2):
        rows = [*Index(root, may_write=True).rows(view, "", make, lambda _: None, ("id", "told"))]
        assert rows == [("gao-do", "told")]
    assert asked == [*DOSSIERS, *DOSSIERS]
