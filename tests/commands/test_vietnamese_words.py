"""Options take Vietnamese words, messages end as sentences, and what the README promises is there."""

import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest

from ocop_cli.app import run
from ocop_cli.app.lazy import load
from ocop_cli.app.options import GLOBAL
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from support.command_lines import VERBS

Ocop = Callable[..., int]
Captured = pytest.CaptureFixture[str]


def test_options_take_vietnamese_words(workspace: Path, ocop: Ocop, capsys: Captured) -> None:
    assert ocop("report", "--kind", "ý tưởng") == 0
    assert ocop("paper", "tiếp nhận", "ruou-ghe") == 0
    assert (workspace / "documents/2026/ruou-ghe-receipt.docx").is_file()
    assert ocop("report", "--kind", "báo cáo") == 2
    assert "Chọn một trong: báo cáo định kỳ; báo cáo đột xuất." in capsys.readouterr().err
    assert ocop("paper", "giấy ma", "ruou-ghe") == 2


def test_a_dossier_that_has_ended_has_no_empty_list_of_ways(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("withdraw", "homestay", "--reason", "thôi") == 0
    assert ocop("withdraw", "homestay", "--reason", "thôi") == 1
    assert ocop("advance", "homestay") == 1
    told = capsys.readouterr().err
    assert ": ." not in told
    assert "hồ sơ đã kết thúc" in told


def test_a_dossier_is_not_moved_to_where_it_is(workspace: Path, ocop: Ocop, capsys: Captured) -> None:
    stage = load_dossier(Sources(workspace), "homestay").dossier.stage
    assert ocop("advance", "homestay", "--to", stage) == 1
    assert "Hồ sơ đã ở bước “" in capsys.readouterr().err


def test_a_product_set_is_found_by_words_of_its_name(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("rules", "show", "26-2026", "chè tươi") == 0
    assert "Chè tươi" in capsys.readouterr().out
    assert ocop("rules", "show", "26-2026", "mật ong") == 0
    assert ocop("rules", "show", "26-2026", "chè") == 2
    assert "11 (Chè tươi" in capsys.readouterr().err
    assert ocop("rules", "show", "26-2026", "tên lửa") == 2
    assert "Không có bộ sản phẩm có tên như “tên lửa”" in capsys.readouterr().err


def test_an_ejected_template_brings_the_names_that_it_may_use(workspace: Path, ocop: Ocop) -> None:
    assert ocop("templates", "eject", "receipt") == 0
    names = (workspace / "templates/receipt/variables.md").read_text(encoding="utf-8")
    assert "product_name" in names


def test_a_page_names_the_common_options_in_one_line(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("report", "-h") == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if each.startswith("Tùy chọn chung")]
    for parameter in GLOBAL:
        option = parameter.annotation.__metadata__[0]  # typer takes the first name for the default
        assert any(name in line for name in (option.default, *option.param_decls))


def test_a_list_is_narrowed_by_words_as_by_codes(ocop: Ocop, capsys: Captured) -> None:
    for option, code, words in (
        ("--track", "new", "sản phẩm mới"),
        ("--stage", "certified", "Đã được công nhận"),
    ):
        assert ocop("list", option, code) == 0
        by_code = capsys.readouterr().out
        assert ocop("list", option, words) == 0
        assert capsys.readouterr().out == by_code
        assert "Chưa có hồ sơ" not in by_code


def test_who_scores_and_how_findings_are_printed_are_told_in_words(ocop: Ocop, capsys: Captured) -> None:
    assert ocop("score", "ruou-ghe", "--scorer", "xã chấm nội bộ") in (0, 1)
    assert "Xã chấm nội bộ" in capsys.readouterr().out
    assert ocop("advise", "ruou-ghe", "--scorer", "chủ thể") == 0
    assert ocop("score", "ruou-ghe", "--scorer", "ông trời") == 2
    assert "Chọn một trong: Chủ thể tự chấm; Xã chấm nội bộ; Thành viên." in capsys.readouterr().err
    assert ocop("check", "--format", "chữ", "--exit-zero") == 0
    assert ocop("check", "--format", "xml") == 2


def test_the_right_to_sign_is_told_in_words(tmp_path: Path, ocop: Ocop) -> None:
    place = ["--commune", "Ví Dụ", "--commune-code", "00001", "--province", "Mẫu", "--province-code", "99"]
    root = tmp_path / "moi"
    assert (
        ocop("init", str(root), *place, "--signer", "A Mẫu", "--signer-mode", "Ký thay", "--place", "Mẫu")
        == 0
    )
    assert "mode: KT" in (root / "ocop.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "offered"), [("ocop report --kind ", "certified"), ("ocop paper ", "tiep-nhan")]
)
def test_completion_offers_the_kinds(
    words: str, offered: str, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("_OCOP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split())))
    with pytest.raises(SystemExit):
        run([])
    assert offered in capsys.readouterr().out.split()


def test_no_verb_leaves_a_list_of_codes_to_the_parser() -> None:
    """An option whose type is a list of codes would take the codes only, and refuse the words."""
    read_by_parser = [
        f"{each.name} {parameter.name}"
        for each in VERBS
        for parameter in inspect.signature(load(each.verb)).parameters.values()
        for kind in get_args(parameter.annotation)[:1]
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    ]
    assert read_by_parser == []
