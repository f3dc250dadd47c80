"""Under ``--json`` every verb prints exactly one document, also one that writes."""

import json
from collections.abc import Callable

import pytest

Ocop = Callable[..., int]


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        (("score", "ruou-ghe", "--set", "1b=handcraft"), "ocop/score@1"),
        (("report", "--period", "2026"), "ocop/report@1"),
        (("rules", "sheet", "26-2026", "14"), "ocop/written@1"),
        (("docs", "other", "--number", "3", "--symbol", "BC-UBND"), "ocop/written@1"),
        (("withdraw", "mang-kho", "--reason", "Chủ thể ngừng tham gia"), "ocop/written@1"),
        (("templates", "eject", "inventory"), "ocop/written@1"),
    ],
)
def test_one_document_on_stdout(
    ocop: Ocop, words: tuple[str, ...], schema: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(*words, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == schema
    if schema == "ocop/written@1":
        assert document["files"]


@pytest.mark.parametrize("words", [("--stage", "nope"), ("--track", "nope")])
def test_a_misspelt_filter_is_refused_with_the_choices(
    ocop: Ocop, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("list", *words) == 2
    assert "Chọn một trong" in capsys.readouterr().err


def test_forms_and_documents_are_data_beside_their_table(
    ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("templates", "list", "--json") == 0
    forms = json.loads(capsys.readouterr().out)["forms"]
    assert {form["own"] for form in forms} == {False}
    assert all(form["id"] and form["name"] for form in forms)
    assert ocop("report", "--kind", "ideas", "--period", "2026") == 0
    capsys.readouterr()
    assert ocop("docs", "list", "--json") == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert (document["number"], document["issued_on"], document["state"]) == (None, None, "draft")
    assert document["document"].endswith(".docx")
