"""What was issued, sent or concluded cannot change unnoticed: every kind of file and every field, harmed in every way."""

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from pydantic import BaseModel

from ocop_cli.app import run
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.seal import Seal
from ocop_cli.programme.version import WrittenBy
from ocop_cli.rules.wording_file import WordingFile
from ocop_cli.store.papers.seals import SEALED, load_seal, seal_name, sealed_parts
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES, SEAL_FOLDER
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.verify.folder import _broken_seal, verify_folder
from support.filled_sheets import FilledSheet
from support.played import Played
from support.runs import runs

TODAY = "2026-12-30"
MINUTES = "documents/2026/ca-phe-2026-12-30-inspection-minutes.docx"
REPORT = "documents/2026/bao-cao-2026-12-01-2026-12-30-summary-report.docx"
PROGRAMME = "documents/2026/kiem-tra-2026-inspection-programme.docx"
PLAN = "documents/2026/ke-hoach-2026-year-plan.docx"
ACTS = (
    ("docs", "other", "--number", "90", "--symbol", "CV-UBND", "--on", "1/12/2026"),
    ("remove", "gao-do", "--reason", "đăng ký trùng"),
    ("log", "hội chợ", "2/12/2026", "chợ tỉnh", "sam-day", "bán 12 triệu"),
    ("inspect", "plan", "2026", "--from", "10/12/2026"),
    ("docs", "number", PROGRAMME, "--number", "94"),
    ("inspect", "ca-phe", "--seen", "production: còn làm", "--conclusion", "Còn giữ tiêu chí."),
    ("docs", "number", MINUTES, "--number", "91"),
    ("report", "--period", "2026-12-01..2026-12-30", "--difficulty", "Đường xa."),
    ("docs", "number", REPORT, "--number", "92"),
    ("plan", "2026"),
    ("docs", "number", PLAN, "--number", "93"),
    ("result", "mang-kho", "--revoked", "--on", "20/12/2026", "--number", "99/QĐ-UBND", "--reason", "ngừng sản xuất",
     "--scan", "{root}/papers/quyet-dinh.pdf"),
    ("meeting", "invite", "ot-rung", "--on", "30/12/2026", "--starts", "8:00", "--place", "Hội trường", "-y"),
    ("meeting", "take", "{root}/phieu.docx", "-y"),
    ("seal",),
)  # fmt: skip


@pytest.fixture(scope="module")
def sealed(played: Played, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder at the end of the demo's year, with a file of every kind that is sealed."""
    root = shutil.copytree(list(played.values())[-1], tmp_path_factory.mktemp("sealed") / "xa")
    (root / "papers/quyet-dinh.pdf").write_text("%PDF-1.7 quyết định\n", encoding="utf-8")
    for words in ACTS:
        if words[:2] == ("meeting", "take"):
            came = FilledSheet(next(root.glob(f"documents/2026/hop-{TODAY}-01-*.docx")).read_bytes())
            came.tick("ot-rung", "Nguồn gốc ý tưởng sản phẩm", "nhất trí").saved(root / "phieu.docx")
        line = [word.format(root=root) for word in words]
        assert run(["-C", str(root), "--as-of", TODAY, "--no-input", *line]) == 0, words
    return root


def flipped(path: Path, _: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.rindex(b": ") + 2 if path.suffix == ".yaml" else len(content) // 2
    content[place] = ord("1") if content[place] != ord("1") else ord("2")
    path.write_bytes(content)


def emptied(path: Path, _: Path) -> None:
    path.write_bytes(b"")


def filled_with_nuls(path: Path, _: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def deleted(path: Path, _: Path) -> None:
    path.unlink()


def replaced(path: Path, neighbour: Path) -> None:
    shutil.copyfile(neighbour, path)


HARMS: tuple[Callable[[Path, Path], None], ...] = (flipped, emptied, filled_with_nuls, deleted, replaced)
WITNESSED = (
    "dossiers/ca-phe.yaml",
    "documents/2026/de-nghi-01-request-letter.docx",
    "documents/2026/sam-day-evaluation-report.yaml",
    "papers/ban-ky/bao-cao-sam-day-lan-2.pdf",
    "packages/ocop-23356-2026-01.zip",
    "papers/ruou-ghe/phieu.pdf",
    "papers/quyet-dinh.pdf",
    "papers/ot-rung/phieu.docx",
    "programme/meetings/hop-2026-11-27.yaml",
    "programme/inspections/ca-phe-2026-12-30.yaml",
    "programme/inspection-programmes/2026.yaml",
    "programme/activities/2026.yaml",
    "programme/plans/2026.yaml",
    "programme/reports/bao-cao-2026-12-01-2026-12-30.yaml",
    "programme/numbers/2026.yaml",
    "programme/removed.yaml",
    "programme/seals/dossiers/homestay.yaml",
)
"""One file of every kind."""
NOT_SEALED: dict[type[BaseModel], str] = {
    Profile: "settings, and the calendar and targets that the commune changes when it likes",
    ProducerRecord: "facts of today; what was evaluated or sent keeps its own producer, which is sealed with the dossier",
    PrivateData: "a hash outside private/ gives away a day of birth by trying; what was printed stands in sealed papers",
    WrittenBy: "which version wrote the folder: each may write it anew",
    WordingFile: "people mend the words in the file; the hash is of a text that lies elsewhere, and says where they came from",
    Seal: "the witness itself: told beside the file that it is not a witness of any more, its answers by their hash",
}
"""Why a kind of file has no seal."""


def test_a_new_kind_of_file_is_sealed_or_has_a_reason_against() -> None:
    kinds = {place.model for place in DATA_PLACES}
    assert kinds == SEALED | NOT_SEALED.keys()
    assert not SEALED & NOT_SEALED.keys()
    assert {
        place.path for place in DATA_PLACES if place.model in SEALED and not any(map(place.holds, WITNESSED))
    } == {
        "programme/columns.yaml"  # made by `import` only, which no act of the demo is
    }


def test_every_kind_of_file_is_noticed_whatever_is_done_to_it(sealed: Path, tmp_path: Path) -> None:
    """Round after round all of them are harmed, each in another way, until each has been harmed in every way."""
    root = shutil.copytree(sealed, tmp_path / "xa")
    contents = {file: (root / file).read_bytes() for file in WITNESSED}
    assert verify_folder(Sources(root)).noticed == ()
    for first in range(runs(2, len(HARMS))):
        harms = {file: HARMS[(first + n) % len(HARMS)] for n, file in enumerate(WITNESSED)}
        for file, harm in harms.items():
            harm(root / file, sealed / neighbour_of(file))
        found = verify_folder(Sources(root))
        told = {each.file for each in found.noticed}
        of_seals = {
            file for file in WITNESSED if file.removeprefix(f"{SEAL_FOLDER}/") in {*told, *found.unsealed}
        }
        assert {file: harms[file].__name__ for file in {*WITNESSED} - told - of_seals} == {}
        for file, content in contents.items():
            (root / file).write_bytes(content)


def neighbour_of(file: str) -> str:
    """Return another file with the same ending, from the same folder where there is one."""
    path = Path(file)
    others = {
        "ban-ky": "to-trinh-sam-day.pdf",
        "packages": "ocop-23356-2026-01-2.zip",
        "2026": f"homestay-evaluation-report{path.suffix}",
    }
    beside = {
        "dossiers": "mat-ong.yaml",
        "ruou-ghe": "dkkd.pdf",
        "meetings": "hop-2025-10-14.yaml",
        "plans": "2025.yaml",
    }
    name = {**others, **beside}.get(path.parent.name)
    return f"{path.parent.as_posix()}/{name}" if name else "programme/meetings/hop-2025-10-14.yaml"


def test_bare_verify_tells_what_was_noticed(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = shutil.copytree(sealed, tmp_path / "xa"), "dossiers/ca-phe.yaml"
    flipped(root / file, root)
    capsys.readouterr()
    assert run(["-C", str(root), "verify", "--json"]) == 1
    assert [each["file"] for each in json.loads(capsys.readouterr().out)["noticed"]] == [file]


def named(root: Path, file: str) -> bool:
    return file in {each.file for each in verify_folder(Sources(root)).noticed}


def leaves(model: type[BaseModel], way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to every field of a model; what is listed stands first in its list."""
    for name, field in model.model_fields.items():
        step = (*way, field.alias or name)
        inner = record_in(field.annotation)
        listed = (*step, "0") if "tuple" in str(field.annotation) else step
        if inner is not None and len(way) < 8:
            yield from leaves(inner, listed)
        elif step != ("schema",):
            yield listed


def record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := record_in(each))), None)


def laid(way: tuple[str, ...], value: str) -> Any:
    for step in reversed(way):
        value = [value] if step == "0" else {step: value}  # type: ignore[assignment]  # a list or a mapping
    return value


FIELDS = [
    (place.path if place.path.endswith(".yaml") else f"{place.path}/a.yaml", way)
    for place in DATA_PLACES if place.model in SEALED for way in leaves(place.model)
]  # fmt: skip


def test_every_field_of_what_is_sealed_is_noticed() -> None:
    """Whatever becomes of a field of a dossier that was sent, or of another file: another value, taken away, moved."""
    assert len(FIELDS) > 200
    for name, way in FIELDS[:: runs(6, 1)]:
        first, *others = (parts_of(name, way, value) for value in ("2026-11-30", "2026-11-31", "0", None))
        assert all(other != first for other in others), (name, way)


def parts_of(name: str, way: tuple[str, ...], value: str | None) -> dict[str, str]:
    """Return what a seal says of a file that holds a value in a field, or not."""
    data: dict[str, Any] = {"z": "z"} if value is None else laid(way, value)
    if name.startswith("dossiers/"):
        last = {"stage": "submitted", "on": "2026-11-30"}
        data = {**data, "history": [*data.get("history", ()), last]}
    return sealed_parts(name, parse(dump(data).encode(), name))


NAMED_SO = re.compile(
    r"^(?P<start> *(?:- )?(?:[a-z0-9_]*_)?(?:sha256|on|number|symbol|serial|star|score|points|sum|document|template|until|due|months)): +(?P<value>[^\s#{\[>|].*)$"
)
"""A line whose field is named as a hash, a day, a number, a star, a score or a point."""


class Slipped(NamedTuple):
    """One line of a file, and what it was turned into."""

    line: int
    how: str
    text: str


def slipped(root: Path, file: str) -> list[Slipped]:
    """Return every harm to a field so named of a sealed file, in every way."""
    seal = load_seal(Sources(root), file)
    assert seal is not None
    assert seal.record is not None
    sealed_keys, key = {part.partition(".")[0] for part in seal.record.parts}, ""
    lines, found = (root / file).read_text(encoding="utf-8").splitlines(), list[Slipped]()
    values = [m["value"] for line in lines if (m := NAMED_SO.match(line))]
    for number, line in enumerate(lines):
        key = line.partition(":")[0] if line[:1].isalpha() else key
        match = NAMED_SO.match(line)
        if match is None or key not in sealed_keys:
            continue
        value = match["value"]
        digit = next((n for n, letter in enumerate(value) if letter.isalnum()), 0)
        other = "2" if value[digit] != "2" else "1"
        turned = {
            "flipped": f"{match['start']}: {value[:digit]}{other}{value[digit + 1 :]}",
            "emptied": f"{match['start']}:",
            "filled with NUL": f"{match['start']}: {chr(0) * len(value)}",
            "deleted": "",
        }
        if others := [each for each in values if each != value]:
            turned["replaced by its neighbour"] = f"{match['start']}: {others[number % len(others)]}"
        found += [Slipped(number, how, text) for how, text in turned.items()]
    return found


def test_every_field_of_the_files_that_is_named_so_is_noticed(sealed: Path, tmp_path: Path) -> None:
    """Round after round one field of every sealed file is harmed; one verify names each file."""
    root, tried = shutil.copytree(sealed, tmp_path / "xa"), 0
    files = [
        path.relative_to(root / SEAL_FOLDER).as_posix()
        for path in sorted((root / SEAL_FOLDER).rglob("*.yaml"))
    ]
    harms = {file: found for file in files if (found := slipped(root, file))}
    texts = {file: (root / file).read_text(encoding="utf-8") for file in harms}
    assert sum(map(len, harms.values())) >= 77
    rounds = max(map(len, harms.values()))
    for turn in range(0, rounds, runs(-(-rounds // 4), 1)):
        now = {file: found[turn % len(found)] for file, found in harms.items()}
        for file, harm in now.items():
            lines = texts[file].splitlines()
            lines[harm.line] = harm.text
            (root / file).write_text("\n".join([*lines, ""]), encoding="utf-8")
        told = {each.file for each in verify_folder(Sources(root)).noticed}
        tried += len(now)
        assert {file: harm for file, harm in now.items() if file not in told} == {}
    assert tried >= 77


def test_a_hand_that_mends_is_told_until_somebody_answers(
    sealed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, file = shutil.copytree(sealed, tmp_path / "xa"), "dossiers/sam-day.yaml"
    path = root / file
    path.write_text(
        path.read_text(encoding="utf-8").replace("HTX Dược liệu Ví Dụ", "HTX Dược liệu Mẫu"), encoding="utf-8"
    )
    assert named(root, file)
    line = ["-C", str(root), "--as-of", TODAY, "--no-input"]
    assert run([*line, "set", "sam-day", "lao động=25"]) in {0, 1}  # another part, written by a verb
    assert named(root, file)
    assert run([*line, "seal", file, "--by", "A Mẫu, Công chức"]) == 2
    assert run([*line, "seal", file, "--by", "A Mẫu, Công chức", "--reason", "ghi nhầm tên"]) == 0
    assert "Chủ thể" in capsys.readouterr().out
    assert not named(root, file)
    seal = root / seal_name(file)
    text = seal.read_text(encoding="utf-8")
    assert {line: how for line, how, harmed in harmed_lines(text) if not notices(root, file, harmed)} == {}
    seal.write_text(text.replace("ghi nhầm tên", "cho đẹp"), encoding="utf-8")
    assert run([*line, "set", "sam-day", "lao động=26"]) in {0, 1}  # seals anew
    assert named(root, seal_name(file))
    assert run([*line, "seal", file, "--by", "B Mẫu, Công chức", "--reason", "nhận lại cả hai"]) == 0
    assert not named(root, seal_name(file))


def harmed_lines(seal: str) -> Iterator[tuple[str, str, str]]:
    """Yield every line of a seal, how it was harmed, and the seal then; its format vouches for nothing."""
    for line in seal.splitlines(keepends=True)[1:]:
        yield line, "deleted", seal.replace(line, "", 1)
        if (value := line.rpartition(": ")[2].strip()) and ": " in line:
            other = "2" if value[-1] != "2" else "1"
            yield line, "flipped", seal.replace(line, line.replace(value, f"{value[:-1]}{other}"), 1)


def test_answers_of_an_earlier_version_are_given_once_more_by_the_command_that_is_told(
    sealed: Path, tmp_path: Path
) -> None:
    root, file = shutil.copytree(sealed, tmp_path / "xa"), "dossiers/sam-day.yaml"
    path, seal = root / file, root / seal_name(file)
    path.write_text(
        path.read_text(encoding="utf-8").replace("HTX Dược liệu Ví Dụ", "HTX Dược liệu Mẫu"), encoding="utf-8"
    )
    line = ["-C", str(root), "--as-of", TODAY, "--no-input"]
    assert run([*line, "seal", file, "--by", "A Mẫu, Công chức", "--reason", 'ghi nhầm "tên"']) == 0
    text = seal.read_text(encoding="utf-8")
    seal.write_text(re.sub(r"(?m)^answers: .*\n", "", text), encoding="utf-8")  # as before 0.8
    (told,) = _broken_seal(Sources(root), seal_name(file))
    command = shlex.split(told.words.split("`")[1])
    assert command[:3] == ["ocop", "seal", file]
    assert run([*line, *command[1:]]) == 0
    assert not [*_broken_seal(Sources(root), seal_name(file))]


def notices(root: Path, file: str, seal: str) -> bool:
    """Say whether a folder's seal that reads so is told, by itself or by the file that it does not fit any more."""
    root.joinpath(seal_name(file)).write_text(seal, encoding="utf-8")
    told = _broken_seal(Sources(root), seal_name(file))
    return any(each.file in {file, seal_name(file)} for each in told)


def test_a_folder_without_seals_is_read_and_told(sealed: Path, tmp_path: Path) -> None:
    root = shutil.copytree(sealed, tmp_path / "xa")
    shutil.rmtree(root / "programme/seals")
    found = verify_folder(Sources(root))
    assert found.noticed == ()
    assert "dossiers/sam-day.yaml" in found.unsealed
    assert run(["-C", str(root), "--as-of", TODAY, "--no-input", "seal"]) == 0
    assert verify_folder(Sources(root)).unsealed == ()
