"""Nothing is fetched twice: a run parses each file once, and reads each file of evidence once."""

import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.documents.basis import NO_BASIS, Basis
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.files.changes import Change
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Remove, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.usecases.request.request import plan_entries
from ocop_cli.usecases.request.submit import assemble

Ocop = Callable[..., int]
OWN = "dossiers/sam-day.yaml"


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--json"),
        ("check", "sam-day"),
        ("check", "mang"),
        ("show", "mật ong"),
        ("next",),
        ("next", "sâm"),
        (),
        ("list",),
        ("list", "mật"),
        ("report",),
        ("report", "--kind", "ideas"),
        ("report", "--kind", "selection"),
        ("report", "--kind", "certified"),
        ("plan", "2027"),
        ("submit", "mat-ong"),
        ("submit", "mật ong"),
        ("evaluate", "sam-day", "--no-write"),
        ("evaluate", "sam-day", "--json"),
        ("score", "sam-day"),
        ("paper", "tiep-nhan", "sam-day"),
        ("rules", "diff", "148-2023", "26-2026", "--impact"),
    ],
    ids=" ".join,
)
def test_each_file_is_parsed_once(ocop: Ocop, parsed: list[str], words: tuple[str, ...]) -> None:
    ocop(*words)
    assert parsed
    assert {name: times for name, times in Counter(parsed).items() if times > 1} == {}


def test_a_refusal_places_and_quotes_its_findings_without_parsing_again(
    ocop: Ocop, workspace: Path, parsed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/mat-ong.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("file: papers/", "file: papers/x-"), encoding="utf-8")
    assert ocop("submit", "mat-ong") == 1
    told = capsys.readouterr().err
    assert told.count("F208") > 3
    assert "  5 | " in told or " | " in told
    assert Counter(parsed)["dossiers/mat-ong.yaml"] == 1


def test_an_evaluation_reads_its_dossier_and_reads_back_what_it_writes(
    ocop: Ocop, workspace: Path, parsed: list[str]
) -> None:
    """Also with choices that the file does not hold yet, and with findings that are shown beside the result."""
    source = Sources(workspace).load(OWN)
    held = {part: source.data[part]["choice"] for part in ("idea", "identity")}
    bare = edit(source, [Remove(("idea", "choice")), Remove(("identity", "choice"))])
    (workspace / OWN).write_bytes(bare.raw)
    parsed.clear()
    parse.cache_clear()
    choices = [
        word
        for part, choice in held.items()
        for word in (f"--{part}", choice["option"], f"--{part}-reason", choice["reason"])
    ]
    choices += ["--evidence", "idea_origin=nguyen-lieu", "--evidence", "local_identity=cau-chuyen"]
    assert ocop("evaluate", "sam-day", *choices) == 0
    text = (workspace / OWN).read_text(encoding="utf-8")
    assert "stage: evaluated" in text
    assert held["idea"]["reason"] in text
    counts = Counter(parsed)
    assert counts.pop(OWN) == 2
    assert set(counts.values()) == {1}


def test_what_is_packed_is_what_was_checked(workspace: Path) -> None:
    sources, today = Sources(workspace), date(2026, 11, 30)
    profile = load_workspace(sources).profile
    entries = plan_entries(
        sources, [load_dossier(sources, "sam-day")], load_rulebook(workspace), profile, today
    )
    evidence = workspace / "papers/sam-day/phieu.pdf"
    checked = evidence.read_bytes()
    evidence.write_bytes(b"changed meanwhile")
    with pytest.raises(OcopError, match="vừa đổi trong lúc lập gói"):
        assemble(sources, entries, profile, today, _draft)
    evidence.write_bytes(checked)
    made = assemble(sources, entries, profile, today, _draft).archive.after
    assert made is not None
    with zipfile.ZipFile(made.place) as archive:
        assert checked in [archive.read(name) for name in archive.namelist()]


def _draft(
    form_id: str,
    owner: str,
    values: Mapping[str, Any],
    of: Dossier | None = None,
    *,
    filed_as: str = "",
    basis: Basis = NO_BASIS,
) -> Draft:
    return Draft(Change(f"{owner}-{form_id}.docx", None, b"x"), Change(f"{owner}.yaml", None, b"x"), ())
