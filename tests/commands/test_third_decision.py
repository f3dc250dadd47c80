"""A new decision, laid into a workspace as data: every letter cites it, or says that it has no words for that."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from ocop_cli.render.texts import text_lines
from ocop_cli.store.built_in.compiled import compiled_law

Ocop = Callable[..., int]
WORDS = "Căn cứ Quyết định số 31/2028/QĐ-TTg ngày 03 tháng 01 năm 2028 của Thủ tướng Chính phủ về Bộ tiêu chí ví dụ"
HEAD = {
    "id": "31-2028", "number": "31/2028/QĐ-TTg", "title": "Bộ tiêu chí ví dụ", "issued_on": "2028-01-03",
    "effective_from": "2028-02-01",
}  # fmt: skip
DAY = ("--as-of", "2028-03-01")


def lay(root: Path, *, grounds: bool) -> None:
    """Lay a third decision over the workspace: the data of the last one under a new head."""
    files = compiled_law()["26-2026"]
    base = files["decision.yaml"]
    assert isinstance(base, dict)
    head = {"decision": {**base["decision"], **HEAD}, "transitions": []}
    written = {**files, "decision.yaml": {**base, **head, "grounds": [{"text": WORDS}] if grounds else []}}
    for name, content in written.items():
        _write(root / "rules/31-2028" / name, content)
    _write(root / "rules/26-2026/end.yaml", {"decision": {"files_until": "2028-01-31"}})


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def newest(root: Path) -> list[str]:
    path = max(root.glob("documents/2028/*.docx"), key=lambda each: each.stat().st_mtime_ns)
    return text_lines(path.read_bytes())


@pytest.mark.parametrize("words", ["paper nhac-han mang-kho", "plan 2028"])
def test_a_letter_cites_the_new_decision(workspace: Path, ocop: Ocop, words: str) -> None:
    lay(workspace, grounds=True)
    assert ocop(*words.split(), *DAY) == 0
    grounds = [line.rstrip(".;") for line in newest(workspace) if line.startswith("Căn cứ Quyết định")]
    assert grounds.count(WORDS) == 1
    assert not [line for line in grounds if "26/2026" in line or "148/QĐ-TTg" in line]


def test_a_decision_without_grounds_is_told_when_the_letter_is_made(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(workspace, grounds=False)
    assert ocop("paper", "nhac-han", "mang-kho", *DAY) == 0
    assert "F308" in capsys.readouterr().err
    assert any("Căn cứ Quyết định số 31/2028/QĐ-TTg." in line for line in newest(workspace))


def test_rules_check_tells_a_decision_without_grounds(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(workspace, grounds=True)
    assert ocop("rules", "check") == 0
    lay(workspace, grounds=False)
    assert ocop("rules", "check") == 1
    assert "F308" in capsys.readouterr().out


def test_an_overlay_may_reword_the_grounds_of_a_decision(workspace: Path, ocop: Ocop) -> None:
    _write(workspace / "rules/26-2026/words.yaml", {"grounds": [{"text": "Căn cứ Quyết định của tỉnh"}]})
    assert ocop("paper", "nhac-han", "mang-kho", "--as-of", "2026-11-27") == 0
    path = next(workspace.glob("documents/2026/*renewal-notice*.docx"))
    assert "Căn cứ Quyết định của tỉnh." in text_lines(path.read_bytes())
