"""``ocop check ID`` says of a dossier exactly what ``ocop check`` says of it, however the other files are written."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ocop_cli.findings import Finding
from ocop_cli.store.dossier.dossiers import list_ids
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.checking.check import check_dossiers, check_workspace
from support.layouts import LAYOUTS, write_dossier

TODAY = date(2026, 8, 10)
EXAMPLES = Path(__file__).parents[2] / "examples"
PROFILE = (EXAMPLES / "ocop.yaml").read_text(encoding="utf-8")
STORY = "Ngày xưa, người già trong bản nấu mẻ rượu đầu tiên bên bếp lửa, mời cả làng cùng uống."
MINE = {"product": "Rượu gạo Mẫu", "producer": "Hộ Mẫu", "set": "14", "story": STORY}
THEIRS = {
    "product": "Chiếu cói",
    "producer": "HTX Dệt",
    "set": "21",
    "story": "Sợi cói phơi ba nắng, nhuộm củ nâu, dệt theo lối của các bà.",
    "moves": "",
}
RETURN = "\n  - {stage: preparing, on: 2026-05-10, kind: return, reasons: [Thiếu hợp đồng, Thiếu mẫu]}"
SHARED = {
    "story": {"story": STORY},
    "reworded": {"story": STORY.replace("người già", "các cụ").upper()},
    "unmarked": {"story": "Ngay xua, nguoi gia trong ban nau me ruou dau tien ben bep lua, moi ca lang cung uong."},
    "names": {"product": "Rượu gạo Mẫu", "producer": "Hộ Mẫu"},
    "names-shouted": {"product": "RƯỢU GẠO MẪU", "producer": "HỘ MẪU"},
    "names-unmarked": {"product": "Ruou gao Mau", "producer": "Ho Mau"},
    "return": {"set": "14", "moves": RETURN},
    "nothing": {},
    "return-of-another-set": {"moves": RETURN},
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "ocop.yaml").write_text(PROFILE, encoding="utf-8")
    write_dossier(tmp_path, "mine", "plain", MINE)
    return tmp_path


def told(root: Path) -> set[str]:
    """Compare what is said of each dossier alone with what a check of all says; return the codes on the first."""
    book = load_rulebook()
    everything = check_workspace(Sources(root), book, TODAY)
    for name in list_ids(root):
        alone = check_dossiers(Sources(root), [name], book, TODAY)
        assert sorted(alone, key=str) == of(name, everything), name
    return {f.code for f in of("mine", everything) if f.place.file == "dossiers/mine.yaml"}


def of(name: str, findings: list[Finding]) -> list[Finding]:
    files = {f"dossiers/{name}.yaml", f"private/{name}.yaml"}
    return sorted((f for f in findings if f.place.file in files), key=str)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shared", SHARED)
def test_one_other_dossier_is_compared_however_it_is_written(root: Path, shared: str, layout: str) -> None:
    write_dossier(root, "other", layout, {**THEIRS, **SHARED[shared]})
    codes = {"story": "D013", "names": "D016", "return": "W020"}
    if layout == "broken" or shared in {"nothing", "return-of-another-set"}:
        assert told(root) == set()
    else:
        assert told(root) == {codes.get(shared.partition("-")[0], "D013")}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("shared", ["story", "names", "return"])
def test_one_other_dossier_is_compared_in_any_encoding(root: Path, shared: str, encoding: str) -> None:
    write_dossier(root, "other", "plain", {**THEIRS, **SHARED[shared]}, encoding)
    assert len(told(root)) == 1


def test_many_dossiers_at_once_are_told_the_same(root: Path) -> None:
    for number, (shared, layout) in enumerate((s, layout) for s in SHARED for layout in LAYOUTS):
        write_dossier(root, f"other-{number}", layout, {**THEIRS, **SHARED[shared]})
    book, sources = load_rulebook(), Sources(root)
    everything = check_workspace(sources, book, TODAY)
    asked = ["mine", "other-3", "other-40", "other-17"]
    found = check_dossiers(Sources(root), asked, book, TODAY)
    assert sorted(found, key=str) == sorted((f for name in asked for f in of(name, everything)), key=str)
    assert {f.code for f in of("mine", everything)} == {"D013", "D016", "W020"}


def test_names_without_consonants_are_compared_as_well(root: Path) -> None:
    for name in ("oi", "oi-2"):
        write_dossier(
            root, name, "plain", {**THEIRS, "product": "Ổi", "producer": "Y Ê", "story": "Ao ổi ạ."}
        )
    assert told(root) == set()
    found = check_dossiers(Sources(root), ["oi"], load_rulebook(), TODAY)
    assert {finding.code for finding in found} == {"D016"}  # a product keeps its own story


def test_files_beside_the_dossier_and_its_own_name_are_checked_as_well(root: Path) -> None:
    write_dossier(root, "Ổi rừng", "plain", THEIRS)
    (root / "private").mkdir()
    for name in ("mine", "Ổi rừng"):
        (root / f"private/{name}.yaml").write_text(
            'schema: ocop/private@1\ncitizen_id: "012345678901"\n', encoding="utf-8"
        )
    assert told(root) == set()
    found = check_dossiers(Sources(root), ["Ổi rừng"], load_rulebook(), TODAY)
    assert {str(f.place.file) for f in found if f.code == "P015"} == {"dossiers/Ổi rừng.yaml"}
    assert "private/Ổi rừng.yaml" in {f.place.file for f in found}


def test_dossiers_that_have_nothing_to_do_with_it_are_not_parsed(tmp_path: Path, parsed: list[str]) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "xa")
    check_dossiers(Sources(tmp_path / "xa"), ["ca-phe"], load_rulebook(), TODAY)
    assert [name for name in parsed if name.startswith("dossiers/")] == ["dossiers/ca-phe.yaml"]
