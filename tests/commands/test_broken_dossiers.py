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

BROKEN = Path(__file__).parent.parent / "broken"
FOLDERS = sorted(folder for folder in BROKEN.iterdir() if folder.is_dir())
PROFILE = """\
schema: ocop/workspace@1
province: {name: Quảng Ngãi, code: "51"}
commune: {name: Xốp, code: "23407", place: Xốp}
office: {unit: {name: Phòng Kinh tế, code: KT}}
signers: {committee: {name: Trần Văn Mẫu, title: Chủ tịch}}
"""
SOUND = {
    "schema": "schema: ocop/dossier@1\n",
    "product": "product: {name: Rượu ngô Mẫu, set: 14}\n",
    "producer": "producer: {name: Hộ Mẫu, kind: household}\n",
    "registration": "registration: {track: new, year: 2026, slip: {received_on: 2026-06-01}}\n",
    "history": "history:\n  - {stage: received, on: 2026-06-01}\n",
}
NEIGHBOUR = """\
product: {name: Rượu gạo Mẫu, set: 14}
identity:
  story: Ngày xưa, người già trong bản nấu mẻ rượu đầu tiên bên bếp lửa.
history:
  - {stage: received, on: 2026-05-01}
  - {stage: preparing, on: 2026-05-10, kind: return, reasons: [Thiếu hợp đồng nguyên liệu]}
"""


def completed(part: str) -> str:
    """Add to a part the sections of a sound dossier that it does not have itself."""
    return part + "".join(text for key, text in SOUND.items() if not f"\n{part}".count(f"\n{key}:"))


def findings_on(root: Path, part: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    (root / "dossiers").mkdir()
    (root / "ocop.yaml").write_text(PROFILE, encoding="utf-8")
    (root / "dossiers" / "lang-gieng.yaml").write_text(completed(NEIGHBOUR), encoding="utf-8")
    (root / "dossiers" / "hong.yaml").write_text(completed(part), encoding="utf-8")
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
