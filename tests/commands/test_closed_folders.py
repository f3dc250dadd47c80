"""A file or a folder that the user may not read: named with a cure, the rest goes on, and it is never a fault in the data."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.errors import OcopError
from ocop_cli.store.reading.gaps import Gap, refuse_gaps
from ocop_cli.store.reading.sources import unreadable
from support.paths import EXAMPLES
from support.rights import Told, told_without_rights
from support.runs import LONG

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a folder is closed there by other means")
Ocop = Callable[..., int]
DAY = "2026-11-23"
CLOSED = {
    "ocop.yaml": 0,
    "dossiers": 0,
    "dossiers/sam-day.yaml": 0,
    "dossiers/": 0o444,  # what lies there is seen, and cannot be opened
    "papers": 0,
    "papers/sam-day": 0,
    "packages": 0,
    "programme": 0,
    "private": 0,
    "producers": 0,
    ".ocop": 0,
}
LINES = (
    "next",
    "show sam-day",
    "register --name Măng --producer Y --kind household",
    "list",
    "seal",
    "verify",
)
WITHOUT_IT = {".ocop", "private"}
"""What no reading verb needs: it is met where something is written."""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load in this process what each of the others would load by itself."""
    for words in ("check", "next", "list"):
        run(["-C", str(EXAMPLES), "-n", words])


@contextmanager
def closed(workspace: Path, name: str, mode: int = 0) -> Iterator[None]:
    """Take the rights of a file or folder away, and give them back."""
    path = workspace / name
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(before)


@pytest.fixture
def told(workspace: Path, ocop: Ocop) -> Callable[..., list[Told]]:
    """Run command lines as somebody who may not read everything."""
    for name in (".ocop", "private", "packages"):
        (workspace / name).mkdir(exist_ok=True)
    return lambda *lines: told_without_rights(run, *lines)


@pytest.mark.parametrize("name", CLOSED)
def test_what_may_not_be_read_is_named_and_no_fault(
    workspace: Path, told: Callable[..., list[Told]], name: str
) -> None:
    with closed(workspace, name, CLOSED[name]):
        check, *others = told("check", *(LINES if LONG else [LINES[[*CLOSED].index(name) % len(LINES)]]))
    assert check.status < 70
    assert name in WITHOUT_IT or name.rstrip("/") in check.said
    assert name in WITHOUT_IT or "hông mở được" in check.said
    for each in (check, *others):
        assert each.status < 70, each
        assert "Traceback" not in each.said
        assert "có lỗi nên" not in each.said
        assert "không còn trong thư mục" not in each.said


def test_all_dossiers_of_a_folder_that_may_not_be_entered_are_one_gap(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    told("list", "check")  # rows that stood in the index before
    with closed(workspace, "dossiers", 0o444):
        for each in told("list", "next", "report -n", "inspect plan 2027"):
            assert "Chưa có hồ sơ nào" not in each.said
            assert (
                "hông đọc được nên không tính: dossiers." in each.said or "dossiers  lỗi  Y031" in each.said
            )


def test_papers_that_may_not_be_opened_are_not_missing(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    with closed(workspace, "papers/sam-day"):
        one, every, person = told("check sam-day", "verify", "privacy find sam-day")
    (workspace / "papers/sam-day/don-y-sam-mau.pdf").touch()  # a name that is sought
    with closed(workspace, "papers/sam-day", 0o444):
        listed, erased = told("privacy find sam-day", "--no-input privacy erase sam-day --reason a")
    assert (listed.status, erased.status) == (0, 2)
    assert "chưa tìm trong: papers/sam-day." in listed.said
    assert "chưa tìm được trong papers/sam-day nên chưa xóa hết" in erased.said
    assert "Không thấy tệp" not in one.said
    assert "F208  Không mở được tệp papers/sam-day/" in one.said
    assert "papers/sam-day/phieu.pdf: không mở được, hệ thống không cho đọc" in every.said
    assert "chưa tìm trong: papers/sam-day." in person.said


@pytest.mark.parametrize("name", ["documents/2026", "packages"])
def test_a_search_names_each_folder_whose_files_are_seen_and_not_opened(
    workspace: Path, told: Callable[..., list[Told]], name: str
) -> None:
    (workspace / name).mkdir(parents=True, exist_ok=True)
    for file in ("a.docx", "a.zip"):
        (workspace / name / file).touch()
    with closed(workspace, name, 0o444):
        (person,) = told("privacy find sam-day")
    assert person.status == 0
    assert f"chưa tìm trong: {name}." in person.said


def test_a_closed_folder_of_rules_hides_nothing_else_from_a_check(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    (workspace / "rules").mkdir()
    (workspace / "dossiers/hong.yaml").write_text("schema: ocop/dossier@1\n", encoding="utf-8")
    with closed(workspace, "rules"):
        check, scored = told("check", "score sam-day")
    assert check.said.count("rules  lỗi  Y031  Không mở được thư mục") == 1
    assert "dossiers/hong.yaml" in check.said
    assert scored.status == 3  # by which rules it would be scored nobody knows


def test_a_form_that_came_back_and_may_not_be_opened_stops_no_search(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    file = workspace / "dossiers/sam-day.yaml"
    form = "{form: opinion-sheet, on: 2026-11-20, file: papers/sam-day/y-kien.docx, sha256: a}"
    file.write_text(f"{file.read_text(encoding='utf-8')}returned_forms: [{form}]\n", encoding="utf-8")
    (workspace / "papers/sam-day/y-kien.docx").write_bytes(b"PK")
    with closed(workspace, "papers/sam-day"):
        (person,) = told("privacy find sam-day --json")
    assert person.status == 0
    assert '"papers/sam-day"' in person.said


def test_a_dossier_is_not_removed_while_its_papers_may_not_be_read(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    (workspace / "papers/tra-day").mkdir(exist_ok=True)
    with closed(workspace, "papers/tra-day"):
        (removed,) = told("remove tra-day --reason trùng")
    assert removed.status == 3
    assert "papers/tra-day  lỗi  Y031  Không mở được thư mục" in removed.said
    assert (workspace / "dossiers/tra-day.yaml").is_file()


def test_what_is_named_and_may_not_be_opened_is_no_fault_of_the_program(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    (workspace / "documents").mkdir()
    (workspace / "a.docx").touch()
    with closed(workspace, "documents"), closed(workspace, "a.docx"):
        inside, below = told("lint documents/x.docx", f"lint {workspace}/a.docx")
    assert (inside.status, below.status) == (3, 2)
    assert "documents  lỗi  Y031  Không mở được thư mục" in inside.said
    assert f"Không mở được {workspace}/a.docx: hệ thống không cho đọc" in below.said
    with closed(workspace, "."):
        (whole,) = told("list")
    assert whole.status == 3
    assert f"Không mở được {workspace}/ocop.yaml: hệ thống không cho đọc" in whole.said


def test_backups_that_may_not_be_read_are_not_none(workspace: Path, told: Callable[..., list[Told]]) -> None:
    (workspace / "private/.ocop/journal").mkdir(parents=True)
    with closed(workspace, "private/.ocop/journal"):
        for each in told("undo", "undo --list"):
            assert each.status == 3
            assert "Không mở được private/.ocop/journal" in each.said


def test_a_closed_folder_is_named_once_however_many_files_were_seen_in_it(workspace: Path) -> None:
    (workspace / "papers/a").touch()
    found = unreadable(workspace, "papers/a/b.pdf")
    with pytest.raises(OcopError, match=r"^Không đọc được papers/a nên chưa lưu trữ được\.$") as refused:
        refuse_gaps([Gap("papers/a", "papers/a", (found,))] * 3, "nên chưa lưu trữ được")
    assert refused.value.findings == (found,)


def test_a_search_goes_on_where_personal_data_or_kept_copies_may_not_be_entered(
    workspace: Path, told: Callable[..., list[Told]]
) -> None:
    (workspace / "private/.ocop/journal/000001").mkdir(parents=True)
    (workspace / "private/sam-day.yaml").touch()
    with closed(workspace, "private", 0o444):
        found, erased = told("privacy find sam-day", "--no-input privacy erase sam-day --reason a")
    assert (found.status, erased.status) == (0, 2)
    assert "chưa tìm trong: private." in found.said
    assert "chưa tìm được trong private nên chưa xóa hết" in erased.said
    with closed(workspace, "private/.ocop/journal", 0o444):
        (found,) = told("privacy find sam-day")
    assert (found.status, "chưa tìm trong: private/.ocop/journal." in found.said) == (0, True)
