"""A name that is listed elsewhere is held against its list wherever a file may write it, and the near one is offered."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from ocop_cli.app import run
from ocop_cli.store.workspace.data_places import DATA_PLACES, DataPlace
from ocop_cli.viet.fields import NameOf
from ocop_cli.viet.ids import ID_PATTERN
from ocop_cli.viet.leaves import marks_of
from support.paths import EXAMPLES

Ocop = Callable[..., int]
OWN = {
    "Evidence.id": "names itself; F010",
    "Move.stage": "W001",
    "Move.start": "W001 tells of the stage it came from",
    "Made.dossier": "P016",
    "Meeting.dossiers": "P016",
    "Inspection.dossier": "P016",
    "Removal.dossier": "names what is gone",
    "Made.sources": "written by the program",
    "DocumentRecord.printed": "written by the program",
    "Made.records": "written by the program",
    "Made.asked": "written by the program",
    "Revision.facts": "written by docs revise, held against the dossier by verify",
    "Seal.parts": "written by the program, held against the file by verify",
    "Wording.sets": "written by rules wording, held against the law when it is read",
}
"""Fields that name something and are no ``NameOf``, each with what is done instead."""


def models() -> Iterator[type[BaseModel]]:
    """Yield every model of the data files, the parts inside included."""
    waiting, seen = [place.model for place in DATA_PLACES], set[type[BaseModel]]()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        yield model
        for info in model.model_fields.values():
            waiting += [part for part in parts_of(info.annotation) if is_model(part)]


def parts_of(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)


def is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


def is_identifier(marks: tuple[Any, ...]) -> bool:
    """Say whether the reader of an id stands in the annotation: it closes over the pattern of ids."""
    cells = [getattr(mark, "func", None) for mark in marks]
    closures = [
        cell.cell_contents for func in cells if func for cell in getattr(func, "__closure__", None) or ()
    ]
    return any(getattr(inside, "pattern", "") == ID_PATTERN for inside in closures)


def test_every_free_place_of_the_models_is_held_against_a_list() -> None:
    free = {}
    for model in models():
        for name, info in model.model_fields.items():
            marks = (*info.metadata, *marks_of(info.annotation))
            names_something = is_identifier(marks) or any(
                getattr(p, "__origin__", p) is dict for p in parts_of(info.annotation)
            )
            if names_something and not any(isinstance(mark, NameOf) for mark in marks):
                free[f"{model.__name__}.{name}"] = ""
    assert free.keys() == OWN.keys()


PROFILE = [
    ("recipients:\n  evaluation-reprot: [Lưu VT]\n", "evaluation-reprot", "có phải “evaluation-report”?"),
    ("settings:\n  effort: {packagin: 3}\n", "packagin", "có phải “packaging”?"),
]


@pytest.mark.parametrize(("text", "name", "near"), PROFILE)
def test_a_name_in_the_profile_is_held_against_its_list(
    text: str, name: str, near: str, ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = workspace / "ocop.yaml"
    lines = profile.read_text(encoding="utf-8")
    if text.startswith("settings"):
        lines = lines.replace("settings:\n", text)
        text = ""
    profile.write_text(lines + text, encoding="utf-8")
    assert ocop("check") == 0
    told = capsys.readouterr().out
    assert f"“{name}”" in told
    assert near in told


@pytest.mark.parametrize(
    ("old", "new", "name", "cure"),
    [
        ('"2026":', '"20026":', "20026", "có phải “2026”?"),
        ('"2026":', "“2026”:", "2026", "bỏ dấu nháy, chỉ ghi 2026"),
        ("contents: [idea_origin,", "contents: [idea_orign,", "idea_orign", "có phải “idea_origin”?"),
        ("  officer: Y Ví Dụ Hai\n", "  officer: Y Ví Dụ Hai\n  issues: [yearplan]\n", "yearplan", "có phải"),
    ],
)
def test_years_contents_and_forms_of_the_profile(
    old: str, new: str, name: str, cure: str, ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = workspace / "ocop.yaml"
    text = profile.read_text(encoding="utf-8")
    assert old in text
    profile.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert ocop("check") == 0
    told = capsys.readouterr().out
    assert f"“{name}”" in told
    assert cure in told


@pytest.mark.parametrize("place", DATA_PLACES, ids=lambda place: place.path)
def test_every_data_file_is_read(
    place: DataPlace, ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """H9: a file of each kind with an unknown key is told by ``check``, as the verbs that read it would."""
    there = [*place.files(workspace), place.path.replace("*", "26-2026")]
    name = there[0] if there[0].endswith(".yaml") else f"{place.path}/2027.yaml"
    path = workspace / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(f"{text}\nkhong_co: 1\n", encoding="utf-8")
    assert ocop("check") == 1
    assert f"{name}:" in capsys.readouterr().out


def test_a_broken_folder_of_rules_is_named_and_the_rest_is_checked(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = workspace / "rules/26-2026"
    rules.mkdir(parents=True)
    (rules / "sets.yaml").write_text("1:\n  nam: x\n", encoding="utf-8")
    (workspace / "private/sam-day.yaml").write_text("phon: 1\n", encoding="utf-8")
    assert ocop("check") == 1
    told = capsys.readouterr().out
    assert "rules/26-2026/sets.yaml:" in told
    assert "private/sam-day.yaml:1" in told


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (r"papers\sam-day\x.pdf", "dùng dấu /"),
        (r"C:\Users\x.pdf", "chép tệp vào papers/"),
        ("../x.pdf", "ra ngoài thư mục làm việc"),
    ],
)
def test_the_path_itself_is_blamed_where_it_is_wrong(
    path: str, told: str, ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workspace / "dossiers/sam-day.yaml"
    text = file.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.strip().startswith("file: "))
    file.write_text(text.replace(first, f"{first.partition('file:')[0]}file: '{path}'", 1), encoding="utf-8")
    ocop("check", "sam-day")
    assert told in capsys.readouterr().out


def test_the_example_has_no_unknown_name(capsys: pytest.CaptureFixture[str]) -> None:
    run(["-C", str(EXAMPLES), "check", "--as-of", "2026-11-23"])
    told = capsys.readouterr().out
    assert "P050" not in told
    assert "E044" not in told
