"""Photos of an inspection: kept without where they were taken, told when they cannot be, and watched."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ocop_cli.store.programme.inspections import usable_inspection
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.verify.folder import verify_folder
from support.scans import photo

ID = "mang-kho-2026-11-23"
KEPT = "papers/mang-kho/kiem-tra-2026-11-23-nhan-hang.jpg"
MINUTES = f"documents/2026/{ID}-inspection-minutes.docx"
Ocop = Callable[..., int]


@pytest.fixture
def brought(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What came home on a telephone: two photos, one that few can open."""
    folder = tmp_path_factory.mktemp("anh")
    (folder / "Nhãn hàng.jpg").write_bytes(photo())
    (folder / "Lò sấy 0912345678.jpg").write_bytes(photo(turned=6))
    (folder / "IMG_1.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40)
    return folder


def test_photos_lie_with_the_inspection_and_a_change_is_noticed(
    ocop: Ocop, workspace: Path, brought: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ("inspect", "mang-kho", "--blank", "--photo", str(brought / "Nhãn hàng.jpg"))
    assert ocop(*line, "-n") == 0
    assert not (workspace / KEPT).exists()
    assert ocop(*line) == 0
    assert b"Exif" not in (workspace / KEPT).read_bytes()
    capsys.readouterr()
    assert ocop("inspect", "mang-kho", "--from", ID, "--photo", str(brought)) == 0
    told = capsys.readouterr().err
    assert "Không nhận IMG_1.heic: ảnh HEIC" in told
    assert "Không nhận Nhãn hàng.jpg: đã có trong lần kiểm tra này" in told
    kept = usable_inspection(Sources(workspace), ID).photos
    assert [each.name for each in kept] == ["Nhãn hàng.jpg", "Lò sấy *******678.jpg"]
    lines = [paragraph.text for paragraph in docx.Document(str(workspace / MINUTES)).paragraphs]
    assert {"- Nhãn hàng.jpg;", "- Lò sấy *******678.jpg."} <= set(lines)
    assert ocop("verify", MINUTES) == 0
    with (workspace / KEPT).open("ab") as file:
        file.write(b"x")
    assert ocop("verify", MINUTES) == 1
    assert f"Tệp {KEPT} đã khác bản đã ghi nhận" in capsys.readouterr().out
    noticed = verify_folder(Sources(workspace)).noticed  # by itself, whatever becomes of the minutes
    assert [each.line() for each in noticed] == [f"{KEPT}: đã khác ảnh ghi ở lần kiểm tra"]


def test_nothing_is_written_for_a_photo_that_is_not_there_or_is_private(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("inspect", "mang-kho", "--blank", "--photo", "khong-co.jpg") == 2
    assert not (workspace / f"programme/inspections/{ID}.yaml").exists()
    (workspace / "private/anh.jpg").write_bytes(photo())
    assert ocop("inspect", "mang-kho", "--blank", "--photo", str(workspace / "private/anh.jpg")) == 0
    assert "dữ liệu cá nhân" in capsys.readouterr().err
    assert not usable_inspection(Sources(workspace), ID).photos
