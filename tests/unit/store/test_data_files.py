"""What a folder of data holds: not what systems lay there, and no copy beside its original (H4, H5, H17)."""

from pathlib import Path
from unicodedata import normalize

import pytest

from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import copy_of, data_files, data_stems, has_data, is_debris
from ocop_cli.store.workspace.strays import stray_findings

COPIES = [
    "sam-day (1)",
    "sam-day(2)",
    "sam-day - Copy",
    "sam-day - Copy (2)",
    "sam-day - Sao chép",
    "sam-day copy 2",
    "Bản sao sam-day",
    "Bản sao của sam-day",
    normalize("NFD", "Bản sao sam-day"),
    "Copy of sam-day",
    "sam-day-MAYTINH01",
    "sam-day-DESKTOP-4F2K9LQ",
    "sam-day-MAYTINH01 (1)",
    "sam-day.sync-conflict-20261128-081500-ABCDEFG",
    "sam-day_conflict-20261128-081500",
    "sam-day~",
    "sam-day.bak",
    "sam-day (PC2's conflicted copy 2026-11-28)",
    "SAM-DAY",
    "Sam-day",
]
NO_COPIES = [
    "sam-day-2",
    "sam-day-rung",
    "con",
    "Sâm dây",
    "mat-ong (1)",
    "mat-ong-PC2",
    "Bản sao mat-ong",
    "sam",
]


@pytest.mark.parametrize("stem", COPIES)
def test_a_second_version_is_a_copy_of_the_first(stem: str, tmp_path: Path) -> None:
    assert copy_of(stem, {"sam-day", "sam", stem}) == "sam-day"
    for name in ("sam-day", stem):
        (tmp_path / f"{name}.yaml").touch()
    assert data_stems(tmp_path) == ["sam-day"]


@pytest.mark.parametrize("stem", NO_COPIES)
def test_what_stands_alone_is_counted_whatever_its_name(stem: str) -> None:
    assert copy_of(stem, {"sam-day", stem}) == ""


def test_of_two_spellings_that_a_mac_takes_for_one_the_first_is_read() -> None:
    composed, decomposed = normalize("NFC", "sâm"), normalize("NFD", "sâm")
    names = {composed, decomposed}
    assert {copy_of(composed, names), copy_of(decomposed, names)} == {"", min(names)}


@pytest.mark.parametrize(
    "name", ["._sam-day.yaml", "Thumbs.db", "desktop.ini", ".DS_Store", "~$to-trinh.docx"]
)
def test_what_a_system_lays_there_is_told_by_nobody(name: str, tmp_path: Path) -> None:
    assert is_debris(name)
    for folder in ("dossiers", "private", "documents/2026", "programme/meetings", "."):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / name).write_bytes(b"\0")
    assert list(stray_findings(tmp_path)) == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.yaml", ["ocop.yaml"]),
        ("ocop.yaml", ["ocop.yaml"]),
        ("packages/*.zip", ["packages/a.zip"]),
        ("documents/**/*.docx", ["documents/2026/b.docx", "documents/c.docx"]),
        ("**/*.yaml", ["documents/2026/b.yaml", "ocop.yaml", "rules/tinh/wording.yaml"]),
        ("rules/*/wording.yaml", ["rules/tinh/wording.yaml"]),
        ("nothing/*.zip", []),
    ],
)
def test_a_pattern_leads_into_folders(tmp_path: Path, pattern: str, found: list[str]) -> None:
    for name in (
        "ocop.yaml", "packages/a.zip", "documents/2026/b.docx", "documents/2026/b.yaml", "documents/c.docx",
        "rules/tinh/wording.yaml",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in data_files(tmp_path, pattern)] == found


def test_a_folder_that_may_not_be_read_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dossiers"
    folder.mkdir()

    def refused(_: object) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr("os.scandir", refused)
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != folder)
    gaps: list[Gap] = []
    assert list(gather_dossiers(Sources(tmp_path)).rest(gaps.append)) == []
    assert [(gap.name, gap.findings[0].code) for gap in gaps] == [("dossiers", "Y031")]
    assert "Không mở được thư mục: hệ thống không cho đọc" in gaps[0].findings[0].message


def test_copies_of_whole_folders_are_told(tmp_path: Path) -> None:
    for folder in ("dossiers", "dossiers (1)", "Private"):
        (tmp_path / folder).mkdir()
    (tmp_path / "papers").touch()
    told = {finding.place.file: finding.message for finding in stray_findings(tmp_path)}
    assert [*told] == ["Private/", "dossiers (1)/", "papers"]
    assert told["dossiers (1)/"] == "Thư mục có vẻ là bản sao của dossiers/, không được đọc"


@pytest.mark.parametrize("stands_there", ["a file", "a folder", "nothing"])
def test_a_name_is_had_exactly_where_it_is_listed(tmp_path: Path, stands_there: str) -> None:
    """What stands for a folder that cannot be had is listed under the folder's name, so it is to be had under it."""
    folder = tmp_path / "programme" / "meetings"
    if stands_there == "a file":
        folder.parent.write_text("x\n", encoding="utf-8")
    elif stands_there == "a folder":
        folder.mkdir(parents=True)
        (folder / "hop-1.yaml").touch()
    asked = {"meetings", "hop-1", "hop-2"}
    assert {stem for stem in asked if has_data(folder, stem)} == set(data_stems(folder))
