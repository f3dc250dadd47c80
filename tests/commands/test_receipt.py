"""What “received” means: complete by the list that the check of form prints, and not unchanged after a return."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
RECEIVE = ("advance", "sam-day", "--to", "received")


@pytest.fixture
def returned(workspace: Path, ocop: Ocop) -> Path:
    """A complete dossier that the commune has sent back."""
    assert ocop("return", "sam-day", "--reason", "Thiếu giấy phép lưu trú") == 0
    return workspace / "dossiers/sam-day.yaml"


def codes(ocop: Ocop, capsys: Any, *words: str) -> list[str]:
    capsys.readouterr()
    assert ocop(*words, "--json") == 1
    return [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]


def test_a_returned_dossier_is_not_received_again_unchanged(returned: Path, ocop: Ocop, capsys: Any) -> None:
    before = returned.read_bytes()
    assert codes(ocop, capsys, *RECEIVE) == ["W024"]
    assert returned.read_bytes() == before
    assert ocop("next", "sam-day") == 0
    assert "Hồ sơ chưa đổi gì từ khi trả lại" in capsys.readouterr().out.replace("\n", " ")
    returned.write_bytes(before.replace(b"commune: 18", b"commune: 17"))
    assert ocop(*RECEIVE) == 0


def test_a_note_says_why_it_is_received_as_it_stands(returned: Path, ocop: Ocop) -> None:
    assert ocop(*RECEIVE, "--note", "Sản phẩm không cần giấy này") == 0
    assert "note: Sản phẩm không cần giấy này" in returned.read_text(encoding="utf-8")


def test_received_wants_samples_pages_and_files(returned: Path, ocop: Ocop, capsys: Any) -> None:
    text = returned.read_text(encoding="utf-8")
    text = text.replace("  units: 5", "  units: 0").replace("    pages: ", "    # pages: ", 1)
    returned.write_text(text.replace("file: papers/sam-day/", "file: papers/khac/", 1), encoding="utf-8")
    assert codes(ocop, capsys, *RECEIVE) == ["F210", "F208", "F212"]


def test_a_promised_paper_lets_pass_and_the_province_wants_it(
    ocop: Ocop, workspace: Path, capsys: Any
) -> None:
    path = workspace / "dossiers/ot-rung.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "samples: {units: 5}\n", encoding="utf-8")
    assert ocop("advance", "ot-rung", "--to", "received") == 0
    wanted = codes(ocop, capsys, "submit", "ot-rung")
    assert "F211" in wanted
    assert "F203" not in wanted, "a promised paper is told once, with its day"


def test_selection_tells_every_lack_of_every_idea_at_once(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    for name in ("Bánh lá", "Rượu sim"):
        assert ocop("register", "--name", name, "--producer", "Hộ Mẫu", "--kind", "household") == 0
    chosen = ("--choose", "banh-la: có vùng nguyên liệu", "--choose", "ruou-sim: có người làm")
    assert codes(ocop, capsys, "select", *chosen) == ["W004", "W004"]


def test_a_re_ranking_prints_no_idea_slip_and_needs_no_selection(ocop: Ocop, workspace: Path) -> None:
    words = ("--name", "Bánh lá", "--producer", "Hộ Mẫu", "--kind", "household", "--track", "existing")
    assert ocop("register", *words, "--registration", "re_ranking") == 0
    assert "stage: preparing" in (workspace / "dossiers/banh-la.yaml").read_text(encoding="utf-8")
    assert not list(workspace.glob("documents/*/banh-la*"))


@pytest.mark.parametrize("kind", ["upgrade", "re_ranking"])
def test_an_upgrade_needs_what_it_upgrades(kind: str, ocop: Ocop, workspace: Path, capsys: Any) -> None:
    path = workspace / "dossiers/sam-day.yaml"
    text = path.read_text(encoding="utf-8").replace("  track: new\n", f"  track: new\n  kind: {kind}\n", 1)
    path.write_text(text, encoding="utf-8")
    for words in (("check", "sam-day"), ("evaluate", "sam-day"), ("submit", "sam-day", "--force")):
        assert "W023" in codes(ocop, capsys, *words, "--yes")
    assert ocop("return", "sam-day", "--reason", "thiếu kết quả trước đây") == 0
    assert "W023" in codes(ocop, capsys, "advance", "sam-day", "--to", "received", "--note", "đã sửa")
