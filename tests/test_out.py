"""``-o`` does what its help says on every verb of the table, or is refused; it never leaves the folder."""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from support.command_lines import VERBS, NamedVerb
from support.prepared import Fresh, contents

EVERY = pytest.mark.parametrize("each", VERBS, ids=lambda each: each.name)
MAKES_ONE = {
    "register",
    "report",
    "plan",
    "paper",
    "inspect record",
    "inspect plan",
    "inspect team",
    "score",
    "rules sheet",
    "meeting hold",
    "return",
}
"""The verbs whose line makes one document."""
BEGINS_ONE_THAT_WRITES = {"do"}
MAKES_SEVERAL = {"evaluate", "meeting invite", "submit"}


@EVERY
def test_what_a_verb_prints_goes_to_the_file(
    each: NamedVerb, fresh: Fresh, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = fresh()
    before = contents(folder)
    capsys.readouterr()
    status = run([*each.words, *each.given, "-o", "kết quả.txt"])
    printed = capsys.readouterr().out
    file = folder / "kết quả.txt"
    if each.verb.writes or each.name in BEGINS_ONE_THAT_WRITES:
        assert (status, file.exists(), contents(folder)) == (2, False, before)
    else:
        assert status in {0, 1}
        assert file.read_text(encoding="utf-8").strip()
        assert printed == ""


@EVERY
def test_the_json_of_a_verb_goes_to_the_file(each: NamedVerb, fresh: Fresh) -> None:
    folder = fresh()
    status = run([*each.words, *each.given, "--json", "-o", "ra.json"])
    assert status in {0, 1}
    assert "schema" in json.loads((folder / "ra.json").read_text(encoding="utf-8"))


@EVERY
def test_the_document_of_a_verb_is_filed_as_it_is_told(each: NamedVerb, fresh: Fresh) -> None:
    folder = fresh()
    before = contents(folder)
    status = run([*each.words, *each.given, "-o", "documents/ra.docx"])
    if each.name in MAKES_ONE:
        assert status in {0, 1}
        assert (folder / "documents/ra.docx").is_file()
        return
    assert status == 2
    assert contents(folder) == before or each.name == "init"


@pytest.mark.parametrize("name", sorted(MAKES_SEVERAL))
def test_several_documents_go_to_a_folder(name: str, fresh: Fresh) -> None:
    each = next(verb for verb in VERBS if verb.name == name)
    folder = fresh()
    assert run([*each.words, *each.given, "-o", "documents/nộp"]) in {0, 1}
    assert len(list((folder / "documents/nộp").glob("*.docx"))) > 1


@pytest.mark.parametrize(
    "out", ["../ra.txt", "/ra.txt", ".", ".git/x", "dossiers/sam-day.yaml", "ra.pdf", "x" * 300 + ".txt"]
)
def test_other_files_are_refused(out: str, fresh: Fresh, capsys: pytest.CaptureFixture[str]) -> None:
    folder = fresh()
    before = contents(folder)
    assert run(["list", "-o", out]) == 2
    assert capsys.readouterr().out == ""
    assert contents(folder) == before


def test_the_file_is_meant_from_where_the_person_stands(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fresh()
    monkeypatch.chdir(folder / "documents")
    assert run(["list", "-o", "../danh-sach.txt"]) == 0
    assert (folder / "danh-sach.txt").is_file()


def test_outside_a_workspace_there_is_nowhere_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["rules", "list", "-o", "ra.txt"]) == 2
    assert list(tmp_path.iterdir()) == []
