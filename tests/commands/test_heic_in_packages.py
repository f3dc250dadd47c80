"""A photo that only some phones and few offices open is told, and does not travel with the set, whatever it is called."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Ocop = Callable[..., int]
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"noi chup 14.35, 107.98"
PAPER = "papers/sam-day/phieu.pdf"


def test_it_is_told_and_kept_out(ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("evaluate", "sam-day", "-y") == 0
    (workspace / PAPER).write_bytes(HEIC)
    dossier = workspace / "dossiers/sam-day.yaml"
    lines = dossier.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if PAPER in line)
    noted = next(n for n, line in enumerate(lines) if n > at and "sha256:" in line)
    dossier.write_text("".join(lines[:noted] + lines[noted + 1 :]), encoding="utf-8")
    capsys.readouterr()
    assert ocop("check", "sam-day") == 0
    assert "F225" in capsys.readouterr().out
    assert ocop("submit", "sam-day") == 1
    assert f"Tệp {PAPER} không gửi được: là ảnh HEIC" in capsys.readouterr().err
    assert ocop("submit", "sam-day", "--force", "--reason", "tỉnh cần gấp", "--by", "A Mẫu", "-y") == 0
    (package,) = (workspace / "packages").glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        assert not [name for name in archive.namelist() if b"heic" in archive.read(name)]
