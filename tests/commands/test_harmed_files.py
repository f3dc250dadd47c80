"""Every kind of file, harmed in every way, under every verb that reads: told by its name, and never the program's fault."""

import builtins
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ocop_cli.app import run
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES, model_of
from ocop_cli.store.yaml.source import Source
from support.command_lines import VERBS, NamedVerb
from support.runs import runs
from support.workspaces import copy_example

BUG = 70
DAY = "2026-11-27"
UNNAMED = "dossiers/tho-cam.yaml"
READERS = [each for each in VERBS if not each.verb.writes and each.name not in {"init", "lint"}]
NEW = {
    "producers": "producers/htx-mau.yaml",
    "programme/plans": "programme/plans/2027.yaml",
    "programme/activities": "programme/activities/2026.yaml",
    "programme/inspections": "programme/inspections/ca-phe-2026-11-20.yaml",
    "programme/inspection-programmes": "programme/inspection-programmes/2027.yaml",
    "programme/reports": "programme/reports/bao-cao-2026-01-01-2026-12-31.yaml",
    "programme/numbers": "programme/numbers/2026.yaml",
    "programme/seals": "programme/seals/dossiers/ca-phe.yaml",
    "programme/removed.yaml": "programme/removed.yaml",
    "programme/columns.yaml": "programme/columns.yaml",
    "rules/*/wording.yaml": "rules/26-2026/wording.yaml",
}
"""Files of the kinds of which the folder of the demo has none."""
OTHERS = (
    "rules/26-2026/sets.yaml",
    "templates/idea-slip/form.docx",
    "papers/sam-day/phieu.pdf",
    "documents/2026/sam-day-evaluation-report.docx",
)
"""Files that verbs read and that are no records."""
RESTING_ON = {"producers/htx-ruong-cao.yaml": ("gao-do", "mang-kho")}
"""The dossiers that cannot be used without a record, and are named in its place."""


class Harm(NamedTuple):
    """What a disk, a second PC or a hand leaves in a file's place."""

    name: str
    lay: Callable[[Path], object]


def _conflict(path: Path) -> None:
    text = path.read_text(encoding="utf-8") if path.is_file() else "a: 1\n"
    path.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> may-2\n", encoding="utf-8")


def _newer(path: Path) -> None:
    model = model_of(path.relative_to(Path.cwd()).as_posix())
    own = model.model_fields["format"].default if model and "format" in model.model_fields else "ocop/x@1"
    text = path.read_text(encoding="utf-8") if path.is_file() else f"schema: {own}\n"
    path.write_text(text.replace("@1", "@2", 1), encoding="utf-8")


def _unknown_field(path: Path) -> None:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(f"{text}truong_moi: 1\n", encoding="utf-8")


def _in_its_place(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def lay(path: Path) -> None:
        path.unlink(missing_ok=True)
        make(path)

    return lay


HARMS = [
    Harm("empty", lambda path: path.write_bytes(b"")),
    Harm("filled with NUL", lambda path: path.write_bytes(bytes(300))),
    Harm("conflict", _conflict),
    Harm("newer format", _newer),
    Harm("unknown field", _unknown_field),
    Harm("a folder", _in_its_place(Path.mkdir)),
    Harm("a link to nowhere", _in_its_place(lambda path: path.symlink_to("khong-co"))),
    Harm("no right", lambda path: path.touch()),  # root reads everything: the opener refuses, see ``harmed``
]
OF_THE_DISK = {"a folder", "a link to nowhere", "no right"}


class Folder(NamedTuple):
    """A folder with documents, and a file of every kind of record in the order of ``DATA_PLACES``; of dossiers one that no line names."""

    root: Path
    records: tuple[str, ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    root = copy_example(tmp_path_factory.mktemp("harmed") / "xa")
    for words in (("evaluate", "sam-day"), ("report", "--kind", "ideas", "--period", "2026")):
        assert run(["-C", str(root), "--as-of", DAY, "--no-input", "-q", *words]) == 0
    for name in (*NEW.values(), *OTHERS):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    first = [next(iter(place.files(root)), "") or NEW[place.path] for place in DATA_PLACES]
    return Folder(root, tuple(UNNAMED if name.startswith("dossiers/") else name for name in first))


@pytest.fixture(autouse=True)
def there(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCOP_NO_INPUT", "1")
    monkeypatch.setenv("OCOP_AS_OF", DAY)
    monkeypatch.chdir(folder.root)


@pytest.fixture
def harmed(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Harm], None]]:
    """Return what harms files; they are as they were when the test is over."""
    kept: dict[Path, bytes | None] = {}

    def harm(name: str, how: Harm) -> None:
        path = folder.root / name
        kept.setdefault(path, path.read_bytes() if path.is_file() else None)
        how.lay(path)
        if how.name == "no right":
            refuse(path, monkeypatch)

    yield harm
    monkeypatch.undo()
    for path, content in kept.items():
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)


def refuse(path: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the system refuse to open a file, as it does where another program holds it."""
    for owner in (Path, builtins):
        real: Any = owner.open

        def opened(file: Any, *args: Any, real: Any = real, **more: Any) -> Any:
            if not isinstance(file, int) and Path(file).absolute() == path:
                raise PermissionError(13, "Permission denied", str(path))
            return real(file, *args, **more)

        patch.setattr(owner, "open", opened)


STILL_TEXT = {"newer format", "unknown field"}
SEARCHES_TEXT = {"privacy find"}
"""Asks for the words of a person first: a file in which they cannot stand is no gap in its answer."""
PAIRS = [
    pair
    for pair in product(READERS, range(len(DATA_PLACES)), HARMS)
    if not (pair[0].name in SEARCHES_TEXT and pair[2].name in STILL_TEXT)
]
STEP = runs(len(PAIRS) // 25 | 1, 1)


@pytest.mark.parametrize(
    ("each", "kind", "harm"), PAIRS[::STEP], ids=lambda value: getattr(value, "name", None) or str(value)
)
def test_a_file_that_is_opened_is_named(
    each: NamedVerb,
    kind: int,
    harm: Harm,
    folder: Folder,
    harmed: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
) -> None:
    name = folder.records[kind]
    harmed(name, harm)
    opened = set[str]()
    for way in (Sources.load, Sources.read):

        def noted(self: Sources, asked: str, way: Callable[[Sources, str], Source] = way) -> Source:
            opened.add(asked)
            return way(self, asked)

        monkeypatch.setattr(Sources, way.__name__, noted)
    assert run([*each.words, *each.given]) != BUG
    told = capsys.readouterr()
    assert name not in opened or any(
        word in told.out + told.err for word in (Path(name).stem, *RESTING_ON.get(name, ()))
    )


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.name)
def test_check_tells_each_at_its_file(
    harm: Harm, folder: Folder, harmed: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    names = [name for name in folder.records if name != "ocop.yaml"]
    for name in names:
        harmed(name, harm)
    assert run(["check"]) == 1
    told = capsys.readouterr().out
    assert [name for name in names if f"{name}:" not in told] == []
    if harm.name == "newer format":
        assert told.count("  Y032  ") == len(names) - 1  # the words of a decision have no format


@pytest.mark.parametrize(
    ("name", "harm"),
    list(product(OTHERS, HARMS))[:: runs(9, 1)],
    ids=lambda value: getattr(value, "name", None) or value,
)
@pytest.mark.parametrize(
    "words",
    [("check",), ("docs", "list"), ("verify",)],
    ids=" ".join,
)
def test_no_harm_of_another_file_is_the_fault_of_the_program(
    words: tuple[str, ...], name: str, harm: Harm, harmed: Any, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    if harm.name in OF_THE_DISK or name.endswith(".yaml"):
        harmed(name, harm)
        assert run([*words]) != BUG, capsys.readouterr().err
