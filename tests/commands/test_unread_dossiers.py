"""A dossier that cannot be read is never taken for one that is not there (A3, H1)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.errors import CANNOT_GO_ON, OcopError
from ocop_cli.render.texts import text_lines
from ocop_cli.session import Session
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.year.report import ReportKind
from support.command_lines import VERBS, NamedVerb
from support.prepared import Fresh

Ocop = Callable[..., int]


PAPERS = [
    *(("report", "--kind", kind.value, "--period", "2026") for kind in ReportKind),
    ("plan", "2027"),
]


@pytest.fixture(autouse=True)
def broken(workspace: Path) -> None:
    path = workspace / "dossiers/ca-phe.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  set: 13", "  set: mười ba"), encoding="utf-8")


@pytest.mark.parametrize("words", PAPERS, ids=" ".join)
def test_no_paper_counts_the_rest(workspace: Path, ocop: Ocop, capsys: Any, words: tuple[str, ...]) -> None:
    before = sorted(workspace.glob("documents/**/*"))
    for more in ((), ("-n",), ("--json",)):
        assert ocop(*words, *more) == 1
    told = capsys.readouterr()
    assert "dossiers/ca-phe.yaml" in told.out + told.err
    assert "Không đọc được hồ sơ ca-phe" in told.out + told.err
    assert sorted(workspace.glob("documents/**/*")) == before


WITHOUT = ("--without", "ca-phe", "--reason", "tệp hỏng, đang khôi phục từ bản sao lưu")
SAID = "hưa tính hồ sơ ca-phe: tệp hỏng, đang khôi phục từ bản sao lưu"


@pytest.mark.parametrize("words", PAPERS, ids=" ".join)
def test_a_paper_says_which_dossier_it_does_without(
    workspace: Path, ocop: Ocop, capsys: Any, words: tuple[str, ...]
) -> None:
    before = {*workspace.glob("documents/**/*")}
    assert ocop(*words, *WITHOUT) == 0
    assert "hồ sơ ca-phe" in capsys.readouterr().err
    (paper,) = {p for p in workspace.glob("documents/**/*.docx") if p not in before}
    assert SAID in "\n".join(text_lines(paper.read_bytes()))
    record = paper.with_suffix(".yaml").read_text(encoding="utf-8")
    assert SAID in record
    assert "without: " in record
    assert ocop("verify", paper.relative_to(workspace).as_posix()) == 0


def test_a_dossier_is_left_out_with_a_reason_and_only_where_it_cannot_be_read(
    ocop: Ocop, capsys: Any
) -> None:
    assert ocop("report", "--kind", "ideas", "--without", "ca-phe") == 2
    assert ocop("report", "--kind", "ideas", "--reason", "hỏng") == 2
    assert ocop("report", "--kind", "ideas", *WITHOUT, "--without", "sam-day") == 2
    assert "--without sam-day: chỉ bỏ hồ sơ có tệp không đọc được." in capsys.readouterr().err
    assert ocop("report", "--kind", "ideas", "--json", *WITHOUT) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["without"] == {"ca-phe": WITHOUT[-1]}
    assert [gap["file"] for gap in told["gaps"]] == ["dossiers/ca-phe.yaml"]


@pytest.mark.parametrize("each", VERBS, ids=lambda each: each.name)
def test_whoever_reads_a_dossier_that_cannot_be_used_names_it(
    each: NamedVerb, fresh: Fresh, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """Every verb of the table, with what it needs: one that opens the file of another dossier says that it is left out."""
    unusable = fresh() / "dossiers/tho-cam.yaml"  # no line of a verb names it
    text = unusable.read_text(encoding="utf-8")
    unusable.write_text(text.replace("  set: 22", "  set: hai mươi hai"), encoding="utf-8")
    opened = set()
    for way in (Sources.load, Sources.read):

        def noted(self: Sources, name: str, way: Callable[[Sources, str], Source] = way) -> Source:
            opened.add(name)
            return way(self, name)

        monkeypatch.setattr(Sources, way.__name__, noted)
    run([*each.words, *each.given])
    told = capsys.readouterr()
    assert "dossiers/tho-cam.yaml" not in opened or "tho-cam" in told.out + told.err
    assert opened or each.name not in {"list", "next"}, "the files are opened some other way"


@pytest.mark.parametrize("words", [(), ("list",), ("next",), ("producers",)])
def test_a_document_for_machines_names_what_is_left_out(
    ocop: Ocop, capsys: Any, words: tuple[str, ...]
) -> None:
    assert ocop(*words, "--json") == 0
    assert json.loads(capsys.readouterr().out)["unread"] == ["ca-phe"]


def test_a_refusal_for_machines_names_what_was_left_out(
    ocop: Ocop, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OcopError("Không in được.")

    monkeypatch.setattr(Session, "json", refuse)
    assert ocop("list", "--json") == CANNOT_GO_ON
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["unread"]) == ("ocop/error@1", ["ca-phe"])
    assert [gap["file"] for gap in told["gaps"]] == ["dossiers/ca-phe.yaml"]


def test_a_document_for_machines_about_one_says_nothing_of_others(ocop: Ocop, capsys: Any) -> None:
    assert ocop("show", "sam-day", "--json") == 0
    assert "unread" not in json.loads(capsys.readouterr().out)


def test_who_looks_at_one_is_not_told_of_others(ocop: Ocop, capsys: Any) -> None:
    assert ocop("show", "sam-day") == 0
    assert "ca-phe" not in capsys.readouterr().err
