"""The frame of the command line: refusals, bugs, encodings, and what a start may load."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.commands import explain

MAIN = "from ocop_cli.app import main; main()"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["evalute"], "Có phải: `ocop evaluate`?"),
        (["zzz"], "Xem các lệnh: `ocop --help`"),
        (["explain"], "Thiếu mã, ví dụ D010"),
        (["explain", "Y001", "--nope"], "Không có tùy chọn --nope."),
        (
            ["report", "--kind", "lạ"],
            "Chọn một trong: báo cáo định kỳ; báo cáo đột xuất; ",
        ),
        (["plan", "ba"], "ghi số nguyên từ 1000 đến 9999."),
        (["calendar", "9" * 30], "ghi số nguyên từ 1000 đến 9999."),
        (["list", "--set", "9" * 30], "ghi số nguyên từ 1 đến 999."),
        (["log", "--remove", "0"], "ghi số nguyên từ 1."),
        (["check", "--format", "lạ"], "Chọn một trong: chữ; JSON"),
        (["rules", "show", "26-2026", "ba"], "Không có bộ sản phẩm có tên như “ba”"),
        (["rules", "lis"], "Có phải: `ocop rules list`?"),
        (["rules", "list", "--nope"], "Xem cách dùng: `ocop rules list -h`"),
        (["explain", "Y001", "--as-of"], "Tùy chọn --as-of cần một giá trị."),
        (["explain", "Y001", "thêm"], "Lệnh có từ thừa: thêm."),
        (["report", "2025"], "Ghi kèm tên tùy chọn: `--period 2025`."),
        (["report", "quý", "IV"], 'Ghi kèm tên tùy chọn: `--period "quý IV"`.'),
        (["explain", "Y999"], "Không có mã “Y999”."),
        (["next", "--as-of", "hôm nay"], "--as-of hôm nay không phải là ngày."),
    ],
)
def test_misuse_is_told_in_vietnamese(
    words: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(workspace)
    assert run(words) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.out == ""


def test_outside_a_workspace_the_cure_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "list"]) == 3
    assert "ocop init" in capsys.readouterr().err


def test_failure_under_json_is_one_json_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(tmp_path), "list", "--json"]) == 3
    refusal = json.loads(capsys.readouterr().out)
    assert refusal["schema"] == "ocop/error@1"
    assert (refusal["exit"], refusal["code"]) == (3, "P001")


def test_a_bug_is_one_calm_line_and_a_log(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any) -> int:
        raise RuntimeError("bên trong")

    monkeypatch.setattr(explain, "CODES", type("Broken", (), {"get": broken})())
    monkeypatch.chdir(workspace)
    assert run(["explain", "Y001"]) == 70
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert "bên trong" not in told
    log = next(Path(word) for word in told.split() if word.endswith("ocop-loi.log"))
    assert "bên trong" in log.read_text(encoding="utf-8")


def test_an_interrupt_is_not_a_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: Any) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "CODES", type("Stopped", (), {"get": stop})())
    assert run(["explain", "Y001"]) == 130
    assert capsys.readouterr() == ("", "Đã dừng theo yêu cầu.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp1258", "ascii"])
@pytest.mark.parametrize("words", [["--help"], ["explain", "Y001"], ["lạ"]])
def test_no_encoding_of_the_terminal_crashes(encoding: str, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAIN, *words],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


def test_data_are_shown_literally(
    workspace: Path, ocop: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/tra-day.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "name: Trà dây leo Xốp", 'name: "Trà [red]đỏ[/] :smile: [loại 1]"'
    )
    path.write_text(text, encoding="utf-8")
    assert ocop("list", "tra") == 0
    assert "Trà [red]đỏ[/] :smile: [loại 1]" in capsys.readouterr().out
