"""``ocop remove`` takes a mistaken registration out whole, in one step, and leaves what has begun to ``withdraw``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.programme.removal import Removals
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
NEW = ("register", "--name", "Bánh lá", "--producer", "HTX Mẫu", "--kind", "cooperative", "--idea", "x")


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def mistaken(workspace: Path, ocop: Ocop) -> Path:
    assert ocop(*NEW) == 0
    (workspace / "papers/banh-la").mkdir()
    (workspace / "papers/banh-la/anh.jpg").write_bytes(b"x")
    return workspace


def mentions(root: Path) -> set[str]:
    return {name for name in files(root) if "banh-la" in name and not name.startswith(".ocop")}


def test_everything_of_it_goes_in_one_step_and_comes_back_by_undo(mistaken: Path, ocop: Ocop) -> None:
    before = mentions(mistaken)
    assert {name.split("/")[0] for name in before} == {
        "dossiers",
        "private",
        "papers",
        "documents",
        "programme",
    }
    assert ocop("remove", "banh-la", "--reason", "đăng ký trùng", "--by", "Y Mẫu") == 0
    assert mentions(mistaken) == set()
    assert ocop("undo") == 0
    assert mentions(mistaken) == before
    assert not (mistaken / "programme/removed.yaml").exists()


def test_a_trace_is_kept_and_the_backup_can_be_deleted(
    mistaken: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("remove", "banh-la", "--reason", "đăng ký trùng") == 0
    assert "`ocop undo --forget`" in capsys.readouterr().out
    assert ocop(*NEW) == 0
    assert ocop("remove", "banh-la", "--reason", "lại trùng") == 0
    kept = load_record(Sources(mistaken), "programme/removed.yaml", Removals).record
    assert kept is not None
    assert [(each.dossier, each.reason) for each in kept.removed] == [
        ("banh-la", "đăng ký trùng"),
        ("banh-la", "lại trùng"),
    ]
    assert ocop("undo", "--forget") == 0
    assert not list((mistaken / "private/.ocop/journal").iterdir())


def test_what_has_begun_is_refused_with_the_way_out(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(workspace)
    for dossier in ("ruou-ghe", "mat-ong"):
        assert ocop("remove", dossier, "--reason", "nhầm") == 1
        assert f"ocop withdraw {dossier}" in capsys.readouterr().err
    assert {name for name in files(workspace) if not name.startswith(".ocop")} == before


def test_a_reason_is_wanted(mistaken: Path, ocop: Ocop) -> None:
    assert ocop("remove", "banh-la") == 2
    assert ocop("remove", "banh-la", "--reason", " ") == 2
    assert (mistaken / "dossiers/banh-la.yaml").is_file()
