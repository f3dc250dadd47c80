"""One broken dossier for each finding code, with what ``ocop check`` tells of it.

``dossier.yaml`` holds the faulty part; the rest of a sound dossier is added below it, so that lines are the part's
own. ``expected.txt`` holds the findings of the code: place, code and message.
"""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.checks import CHECKS
from ocop_cli.codes import CODES
from support.dossiers import dossier_yaml
from support.workspaces import write_workspace

BROKEN = Path(__file__).parent.parent / "broken"
FOLDERS = sorted(folder for folder in BROKEN.iterdir() if folder.is_dir())
NEIGHBOUR = """\
product: {name: Rượu gạo Mẫu, set: 14}
identity:
  story: Ngày xưa, người già trong bản nấu mẻ rượu đầu tiên bên bếp lửa.
history:
  - {stage: received, on: 2026-05-01}
  - {stage: preparing, on: 2026-05-10, kind: return, reasons: [Thiếu hợp đồng nguyên liệu]}
"""


def findings_on(root: Path, part: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    write_workspace(root, {"lang-gieng": dossier_yaml(NEIGHBOUR), "hong": dossier_yaml(part)})
    run(["-C", str(root), "--as-of", "2026-08-10", "check", "hong", "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    return [f"{f['line']}:{f['column']} {f['code']} {f['message']}" for f in found]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_dossier_is_told_in_full(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = (folder / "dossier.yaml").read_text(encoding="utf-8")
    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert findings_on(tmp_path, part, capsys) == expected
    assert any(f" {folder.name} " in line for line in expected)


def test_a_sound_dossier_has_no_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings_on(tmp_path, "", capsys) == []


def test_every_check_has_its_broken_dossier() -> None:
    codes = {code for check in CHECKS for code in (check.__doc__ or "").partition(":")[0].split(", ")}
    assert codes <= set(CODES)
    assert codes <= {folder.name for folder in FOLDERS}
