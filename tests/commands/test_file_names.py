"""No verb makes a file that cannot be opened everywhere, and one that is there already is found, never lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.store.workspace.data_places import DATA_PLACES
from support.command_lines import VERBS

Ocop = Callable[..., int]
READING = [each.words for each in VERBS if not each.verb.writes]  # what looks at all needs no more words
REGISTER = ("register", "--producer", "Hộ Mẫu", "--kind", "household", "--name")


def renamed(workspace: Path, old: str, new: str) -> None:
    (workspace / old).rename(workspace / new)


@pytest.mark.parametrize(
    ("name", "expected"), [("Con", "con-2"), ("AUX", "aux-2"), ("Cồn", "con-2"), ("Mật ong", "mat-ong-2")]
)
def test_a_new_dossier_never_gets_a_reserved_name(
    name: str, expected: str, ocop: Ocop, workspace: Path
) -> None:
    before = set((workspace / "dossiers").iterdir())
    assert ocop(*REGISTER, name) == 0
    assert {path.stem for path in set((workspace / "dossiers").iterdir()) - before} == {expected}
    assert (workspace / "private" / f"{expected}.yaml").is_file()


def test_personal_data_that_were_kept_are_not_written_over(ocop: Ocop, workspace: Path) -> None:
    kept = workspace / "private/muoi-tieu.yaml"
    kept.write_text("phone: 0900000000\n", encoding="utf-8")
    assert ocop(*REGISTER, "Muối tiêu") == 0
    assert kept.read_text(encoding="utf-8") == "phone: 0900000000\n"
    assert (workspace / "dossiers/muoi-tieu-2.yaml").is_file()


@pytest.mark.parametrize("stem", ["con", "Sâm Dây", "LPT1", "sam-day (1)"])
def test_a_dossier_under_a_name_that_does_not_work_everywhere_is_found_and_read(
    stem: str, ocop: Ocop, workspace: Path, printed: Callable[[], Any]
) -> None:
    renamed(workspace, "dossiers/sam-day.yaml", f"dossiers/{stem}.yaml")
    ocop("check", "--json")
    found = [f for f in printed()["findings"] if f["code"] == "P015"]
    assert [f["file"] for f in found] == [f"dossiers/{stem}.yaml"]
    assert "đổi tên" in found[0]["hint"]
    assert ocop("show", stem, "--json") == 0
    assert printed()["id"] == stem
    assert ocop("list", "--json") == 0
    assert stem in {item["id"] for item in printed()["items"]}


@pytest.mark.parametrize(
    "name",
    [
        "programme/meetings/Họp 1.yaml",
        "programme/inspections/nul.yaml",
        "programme/plans/ke-hoach.yaml",
        "programme/numbers/so.yaml",
        "private/prn.yaml",
        "templates/idea_slip/form.docx",
    ],
)
def test_every_folder_whose_names_are_ids_is_looked_at(
    name: str, ocop: Ocop, workspace: Path, printed: Callable[[], Any]
) -> None:
    (workspace / name).parent.mkdir(parents=True, exist_ok=True)
    (workspace / name).write_text("schema: x\n", encoding="utf-8")
    ocop("check", "--json")
    assert [f["file"] for f in printed()["findings"] if f["code"] == "P015"] == [name]


def test_what_a_mac_lays_beside_a_file_is_no_data(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    """H17: a stick from a Mac brings a ``._`` companion of every file; every verb says what it said without them."""

    def said() -> list[tuple[int, Any]]:
        return [(ocop(*words), capsys.readouterr()) for words in READING]

    without = said()
    for place in DATA_PLACES:
        files = [workspace / name for name in place.files(workspace)]
        folder = workspace / place.path.replace("*", "26-2026")
        for path in files or [folder if folder.suffix else folder / "x.yaml"]:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(f"._{path.name}").write_bytes(b"\0\5\x16\7\0\2")
    assert said() == without
