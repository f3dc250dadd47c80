"""What a verb writes, the reader takes: a value that its field refuses is told, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.errors import OcopError
from ocop_cli.store.files.changes import Change, apply_changes
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import record_of
from ocop_cli.store.workspace.data_places import DATA_PLACES, DataPlace
from ocop_cli.store.yaml.source import parse
from support.dossiers import dossier_yaml
from support.workspaces import write_workspace

Ocop = Callable[..., int]
MEETING = ("meeting", "invite", "sam-day", "--on", "30/11/2026", "--place", "Hội trường", "-y")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".ocop" not in path.parts
    }


@pytest.mark.parametrize("score", ["158,5", "100,1", "-3", "chín mươi"])
def test_a_score_beyond_the_field_of_a_result_is_refused_by_its_option(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], score: str
) -> None:
    before = files(workspace)
    words = (
        "result",
        "ruou-ghe",
        "--score",
        score,
        "--star",
        "3",
        "--number",
        "1/QĐ-UBND",
        "--on",
        "20/11/2026",
    )
    assert ocop(*words) == 2
    assert f"--score {score}" in capsys.readouterr().err
    assert files(workspace) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("register", "--name", "Măng khô", "--producer", "Hộ Mẫu", "--kind", "household", "--star", "9"),
            "“9”",
        ),
        (
            ("visit", "sam-day", "--by", "A Mẫu, Công chức", "--seen", " ", "--content", "lao động"),
            "Đã thấy gì",
        ),
        ((*MEETING, "--starts", "8:00", "--title", " "), "Tên cuộc họp"),
    ],
)
def test_a_value_that_a_new_part_refuses_names_no_line_of_a_file_that_is_not_there(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    before = files(workspace)
    assert ocop(*words) == 2
    noted = capsys.readouterr().err
    assert told in noted
    assert ".yaml:" not in noted
    assert files(workspace) == before


def test_an_undo_brings_back_a_file_that_no_verb_may_write(tmp_path: Path) -> None:
    sound, broken = dossier_yaml().encode(), dossier_yaml().replace("year:", "yeer:").encode()
    root = write_workspace(tmp_path, {"sam-day": broken.decode()})
    name = "dossiers/sam-day.yaml"
    apply_changes(root, [Change(name, broken, sound)], "sửa")
    assert run(["-C", str(root), "--no-input", "undo"]) == 0
    assert (root / name).read_bytes() == broken


@pytest.mark.parametrize(
    "place", [place for place in DATA_PLACES if place.schema], ids=lambda place: place.path
)
def test_what_was_typed_is_named_in_vietnamese_never_by_its_key(place: DataPlace) -> None:
    """Every field of the head of every data file, given what it does not take."""
    for name, info in place.model.model_fields.items():
        key = info.alias or name
        source = parse(b"a: b\n", f"{place.path}/x.yaml")
        with pytest.raises(OcopError) as caught:
            entered(record_of(source, {key: {"x": ["y"]}}, place.model), "Chưa đúng.", {})
        said = " ".join(f"{found.message} {found.hint}" for found in caught.value.findings)
        named = [finding for finding in caught.value.findings if finding.place.field == (key,)]
        assert all(f"“{info.title}”" in finding.message for finding in named), named
        assert not [word for word in ("dòng này", "thêm dòng", "ocop check") if word in said], said
