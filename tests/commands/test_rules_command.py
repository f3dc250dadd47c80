"""``ocop rules``: what officials and other software see of the decisions."""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.store.law.rulebook import load_rulebook


def test_list_names_every_decision_and_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list"]) == 0
    shown = capsys.readouterr().out
    assert "26/2026/QĐ-TTg" in shown
    assert "06/7/2025" in shown
    assert "nguồn thứ cấp" in shown


def test_list_as_json_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "ocop/decisions@1"
    listed = [item["decision"] for item in document["items"]]
    assert listed[:3] == ["148-2023", "148-2023", "26-2026"]
    assert listed == [text.id for text in load_rulebook().texts]


def test_show_a_set_with_options_papers_and_grounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "26-2026", "14"]) == 0
    shown = capsys.readouterr().out
    assert "from_50_below_75" in shown
    assert "từ 3 sao" in shown
    assert "Bị loại: Giả mạo hồ sơ." in shown
    assert "food_safety_certificate" in shown
    assert "Lao động trên địa bàn cấp xã dưới 25% (suy ra)" in shown


def test_show_a_decision_says_what_is_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "148-2023", "--as-of", "2025-10-15"]) == 0
    shown = capsys.readouterr().out
    assert "chưa rõ" in shown
    assert "1489/QĐ-TTg" in shown


def test_show_one_set_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "26-2026", "9", "--json"]) == 0
    assert [s["set"] for s in json.loads(capsys.readouterr().out)["sets"]] == [9]


def test_an_unknown_decision_or_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "1-1999"]) == 3
    assert "148-2023, 26-2026" in capsys.readouterr().err
    assert run(["rules", "show", "26-2026", "27"]) == 3
    assert "từ 1 đến 26" in capsys.readouterr().err


def test_export_is_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "export", "148-2023"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["schema"], len(document["sets"])) == ("ocop/rules@1", 26)


def test_check_finds_nothing_in_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "check"]) == 0
    assert f"{len(load_rulebook().decision_ids)} quyết định không có lỗi" in capsys.readouterr().out


def test_check_tells_the_faults_of_an_overlay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rules" / "26-2026"
    folder.mkdir(parents=True)
    (tmp_path / "ocop.yaml").write_text("", encoding="utf-8")
    (folder / "wrong.yaml").write_text("procedure: {wages: 1}\n", encoding="utf-8")
    assert run(["rules", "check", "-C", str(tmp_path), "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(f["code"], f["field"]) for f in findings] == [("R003", ["procedure", "wages"])]
