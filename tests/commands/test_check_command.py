"""``ocop check``: every fault of a workspace in one run, each with file, line and column."""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.codes import CODES
from support.dossiers import dossier_yaml
from support.workspaces import write_workspace

FAULTY = dossier_yaml("""\
product: {name: Măng khô Mẫu, set: 9}
producer: {name: Hộ Mẫu, kind: household, history: "Liên hệ 0912345678"}
registration: {track: new, year: 2026}
materials:
  - {name: Măng le, share: 80, origin: commune, evidence: [bien-ban]}
  - {name: Muối, share: 30}
labour: {total: 10, commune: 12, women: 11}
business:
  growth: rising
  years:
    - {year: 2024, revenue: 900000}
    - {year: 2025, revenue: 500000}
papers:
  - {id: attp, kind: food_safety_certificate, title: Giấy ATTP, issued_on: 2025-05-01, expires_on: 2024-05-01}
  - {id: attp, kind: other, title: Giấy khác}
promises:
  - {paper: other, by: Chủ thể, due: 2026-01-05}
history:
  - {stage: idea, on: 2026-02-01}
  - {stage: selected, on: 2026-01-20}
""")
EXPECTED = [
    ("D010", "80"),
    ("D011", "11"),
    ("D011", "12"),
    ("D012", "rising"),
    ("D014", "bien-ban"),
    ("D015", "{name: Muối"),
    ("F010", "attp, kind: other"),
    ("F011", "2024-05-01"),
    ("F013", "2026-01-05"),
    ("P020", '"Liên hệ'),
    ("W011", "2026-01-20"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path, {"mang-kho": FAULTY})


def standing_at(line: int, column: int) -> str:
    return FAULTY.splitlines()[line - 1][column - 1 :]


def check(root: Path, *words: str) -> int:
    return run(["-C", str(root), "--as-of", "2026-06-10", "check", *words])


def test_ten_faults_are_found_in_one_run_with_line_and_column(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(root, "--json") == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    found.sort(key=lambda f: (f["code"], standing_at(f["line"], f["column"])))
    assert [f["code"] for f in found] == [code for code, _ in EXPECTED]
    for fault, (_, text) in zip(found, EXPECTED, strict=True):
        assert standing_at(fault["line"], fault["column"]).startswith(text)
    assert {f["file"] for f in found} == {"dossiers/mang-kho.yaml"}


def test_a_contradiction_names_its_other_place(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(root, "--json")
    found = {f["code"]: f for f in json.loads(capsys.readouterr().out)["findings"]}
    for code, text in {"D012": "500000", "F010": "attp, kind: food", "F011": "2025-05-01"}.items():
        name, line, column = found[code]["related"][0].split(":")
        assert name == "dossiers/mang-kho.yaml"
        assert standing_at(int(line), int(column)).startswith(text)


def test_exit_zero_and_the_choice_of_dossiers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--exit-zero") == 0
    assert "dossiers/mang-kho.yaml:9:11" in capsys.readouterr().out
    (root / "dossiers" / "mang-kho.yaml").unlink()
    assert check(root) == 0


def test_the_list_names_every_code(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--list") == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(CODES)


def test_a_code_host_gets_one_annotation_a_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--format", "github") == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(EXPECTED)
    assert any(
        line.startswith("::error file=dossiers/mang-kho.yaml,line=9,col=11,title=D012::") for line in lines
    )


def test_strict_makes_a_warning_count(root: Path) -> None:
    name = root / "dossiers" / "mang-kho.yaml"
    sound = FAULTY.partition("materials:")[0].replace("0912345678", "xã")
    doubtful = "materials: [{name: Men lá, share: 100}]\nhistory: [{stage: idea, on: 2026-02-01}]\n"
    name.write_text(sound + doubtful, encoding="utf-8")
    assert check(root) == 0
    assert check(root, "--strict") == 1
