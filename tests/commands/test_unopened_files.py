"""A file that the disk does not give is told at that file; the others are shown, and no verb fails (H3)."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.store.workspace.data_places import DATA_PLACES
from support.command_lines import VERBS
from support.runs import LONG, runs

Ocop = Callable[..., int]
READING = [each.words for each in VERBS if not each.verb.writes]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_dangling_link(path: Path) -> None:
    path.symlink_to("khong-co.yaml")


def a_loop_of_links(path: Path) -> None:
    path.symlink_to(path.name)


def without_the_right_to_read(path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    path.write_text("product: {}\n", encoding="utf-8")
    path.chmod(0)


DAMAGES: list[Callable[[Path], None]] = [
    a_folder,
    a_dangling_link,
    a_loop_of_links,
    without_the_right_to_read,
]
PLACES = [
    "dossiers/x.yaml",
    "private/sam-day.yaml",
    "programme/meetings/x.yaml",
    "programme/inspections/x.yaml",
    "documents/2026/x.yaml",
    "producers/x.yaml",
]


def lay(workspace: Path, place: str, damage: Callable[[Path], None]) -> None:
    path = workspace / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    damage(path)


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_others_are_shown(
    ocop: Ocop, workspace: Path, capsys: Any, damage: Callable[[Path], None]
) -> None:
    lay(workspace, "dossiers/x.yaml", damage)
    assert ocop("check") == 1
    assert "dossiers/x.yaml:1:1  lỗi  Y031  Không mở được tệp" in capsys.readouterr().out
    for words in ((), ("list",), ("next",)):
        assert ocop(*words) == 0
        told = capsys.readouterr()
        assert "Không đọc được nên không tính: hồ sơ x" in told.err
        assert "sam-day" in told.out
    assert ocop("report") == 1
    assert ocop("show", "x") != 70


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_no_reading_verb_fails(
    ocop: Ocop, workspace: Path, damage: Callable[[Path], None], place: str
) -> None:
    lay(workspace, place, damage)
    assert len(READING) > 10
    given: list[tuple[str, ...]] = [(), ("x",), ("sam-day",)]
    turn = PLACES.index(place) + DAMAGES.index(damage)
    for number, verb in enumerate(READING, turn):
        asked = given if LONG else [given[number % len(given)]] * (number % 2)  # every second one, by turns
        for more in asked:
            assert ocop(*verb, *more) != 70, (verb, more)


@pytest.mark.parametrize("damage", DAMAGES)
def test_evidence_that_cannot_be_opened_is_told(
    ocop: Ocop, workspace: Path, capsys: Any, damage: Callable[[Path], None]
) -> None:
    lay(workspace, "papers/sam-day/phieu.pdf", damage)
    for verb in READING:
        assert ocop(*verb, "sam-day") != 70, verb
    assert ocop("check", "sam-day") in (0, 1)
    assert "phieu.pdf" in capsys.readouterr().out


FOLDERS = sorted(
    {place.path.partition("/")[0] for place in DATA_PLACES if "." not in place.path}
    | {"papers", "packages", "templates"}
)


def a_file(path: Path) -> None:
    path.write_text("x\n", encoding="utf-8")


INSTEAD_OF_FOLDERS = [(folder, a_file) for folder in FOLDERS] + [
    (folder, a_dangling_link) for folder in FOLDERS[:: runs(4, 1)]
]


@pytest.mark.parametrize(("folder", "stands_there"), INSTEAD_OF_FOLDERS)
def test_what_stands_for_a_folder_is_told_at_its_name(
    ocop: Ocop, workspace: Path, capsys: Any, folder: str, stands_there: Callable[[Path], None]
) -> None:
    shutil.rmtree(workspace / folder, ignore_errors=True)
    stands_there(workspace / folder)
    assert ocop("check") == 1
    told = capsys.readouterr().out
    assert len(re.findall(rf"^{folder}  lỗi  (?:Y031|P071)  ", told, re.MULTILINE)) == 1, "told once"
    assert f"{folder}.yaml" not in told, "nobody is told of a file that is not there"
    for verb in READING if LONG else [READING[FOLDERS.index(folder)]]:
        assert ocop(*verb, "sam-day") != 70, verb
    assert ocop("-n", "advance", "sam-day") != 70


@pytest.mark.parametrize("stands_there", [a_file, a_dangling_link])
def test_without_the_folder_of_dossiers_nothing_is_counted(
    ocop: Ocop, workspace: Path, capsys: Any, stands_there: Callable[[Path], None]
) -> None:
    shutil.rmtree(workspace / "dossiers")
    stands_there(workspace / "dossiers")
    assert ocop("list") == 0
    assert "Không đọc được nên không tính: dossiers." in capsys.readouterr().err
    assert ocop("report", "--period", "2026") == 1
    assert ocop("show", "sam-day") == 2
    assert "Không đọc được nên không tìm trong: dossiers" in capsys.readouterr().err


def test_the_folder_of_forms_that_go_out_is_no_stray(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    assert ocop("form", "sam-day", "--kind", "lao-động") == 0
    assert (workspace / "private/forms").is_dir()
    capsys.readouterr()
    ocop("check")
    assert "P071" not in capsys.readouterr().out


WITHOUT = {
    "activities": ("due", "export so.xlsx", "report", "archive 2026 --except-open"),
    "plans": ("export so.xlsx", "report", "plan 2026"),
    "inspection-programmes": ("due", "inspect team 2026"),
    "numbers": ("docs list",),
}
"""Folders of years, and lines that read them: each says that it does without, or refuses."""


@pytest.mark.parametrize("folder", WITHOUT)
def test_what_stands_for_a_folder_of_years_is_no_empty_year(
    ocop: Ocop, workspace: Path, capsys: Any, folder: str
) -> None:
    shutil.rmtree(workspace / "programme" / folder, ignore_errors=True)
    a_file(workspace / "programme" / folder)
    for line in WITHOUT[folder]:
        status = ocop(*line.split())
        told = "".join(capsys.readouterr())
        assert f"programme/{folder}" in told, line
        assert "Không mở được" in told if status else "Không đọc được" in told, line
    assert ocop("check") == 1
    told = capsys.readouterr().out
    assert re.findall(r"^programme/\S+  lỗi  ", told, re.MULTILINE) == [f"programme/{folder}  lỗi  "]


def test_a_file_of_no_year_is_told_in_every_folder_of_years(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    for folder in WITHOUT:
        place = workspace / "programme" / folder
        place.mkdir(parents=True, exist_ok=True)
        (place / "nam-nay.yaml").write_text("schema: x\n", encoding="utf-8")
    ocop("check")
    told = capsys.readouterr().out
    assert [
        folder for folder in WITHOUT if f"programme/{folder}/nam-nay.yaml  cảnh báo  P015" not in told
    ] == []
