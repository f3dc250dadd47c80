"""A dossier is found by its id or a part of its product's name, however its file is written."""

from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.store.reading.sources import Sources
from support.layouts import LAYOUTS, write_dossier

OTHER = {"product": "Chiếu cói", "producer": "HTX Dệt", "set": "21", "story": "Sợi cói phơi ba nắng."}
WANTED = {**OTHER, "product": "Rượu gạo nếp than"}


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "dossiers").mkdir()
    write_dossier(tmp_path, "cot", "plain", OTHER)
    return Sources(tmp_path)


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "broken"])
@pytest.mark.parametrize("part", ["gạo nếp", "GAO NEP", "rượu gạo nếp than", "ươu"])
def test_a_part_of_a_name_finds_the_dossier(sources: Sources, layout: str, part: str) -> None:
    write_dossier(sources.root, "wanted", layout, WANTED)
    assert resolve_id(sources, part) == "wanted"


def test_a_part_of_an_id_finds_a_dossier_that_cannot_be_used(sources: Sources) -> None:
    write_dossier(sources.root, "chieu-hong", "broken", OTHER)
    assert resolve_id(sources, "chiếu h") == "chieu-hong"


def test_more_than_one_or_none_is_refused_with_the_candidates(sources: Sources) -> None:
    write_dossier(sources.root, "coi-hai", "plain", OTHER)
    with pytest.raises(OcopError, match=r"khớp nhiều hồ sơ: coi-hai .*; cot "):
        resolve_id(sources, "cói")
    with pytest.raises(OcopError, match="Không có hồ sơ nào"):
        resolve_id(sources, "mật ong")


def test_files_without_the_letters_are_not_parsed(sources: Sources, parsed: list[str]) -> None:
    write_dossier(sources.root, "wanted", "plain", WANTED)
    assert resolve_id(sources, "nếp than") == "wanted"
    assert parsed == ["dossiers/wanted.yaml"]
