"""What the commune concluded stands as it was concluded, whatever is changed in the producer's record later."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
INLINE = "producer:\n"
RECORD = "producers/htx-sam.yaml"
ADDRESS = "Thôn Ví Dụ Một"


@pytest.fixture
def shared(workspace: Path) -> Path:
    """The example workspace in which sâm dây, received by the commune, names a record as its producer."""
    path = workspace / "dossiers/sam-day.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index(INLINE)
    end = text.index("registration:", start)
    facts = "".join(line[2:] + "\n" for line in text[start + len(INLINE) : end].splitlines())
    (workspace / RECORD).write_text(f"schema: ocop/producer@1\n{facts}", encoding="utf-8")
    path.write_text(f"{text[:start]}producer: htx-sam\n{text[end:]}", encoding="utf-8")
    return workspace


def rewrite(root: Path, before: str, after: str) -> None:
    path = root / RECORD
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def producer(root: Path) -> Any:
    return load_dossier(Sources(root), "sam-day").dossier.producer


def findings(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    capsys.readouterr()
    ocop("check", "sam-day", "--json")
    told = json.loads(capsys.readouterr().out)["findings"]
    return [(finding["code"], finding["message"]) for finding in told]


def test_an_evaluation_keeps_the_producer_that_it_used(
    ocop: Ocop, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(shared, f"address: {ADDRESS}", "address: Thôn Ví Dụ Bốn")
    assert ocop("evaluate", "sam-day", "-q") == 0
    used = producer(shared)
    assert used.address.startswith("Thôn Ví Dụ Bốn")  # until then the record itself holds
    before = findings(ocop, capsys)
    rewrite(shared, "kind: cooperative", "kind: association")
    rewrite(shared, "Thôn Ví Dụ Bốn", "Thôn Ví Dụ Năm")
    assert findings(ocop, capsys) == before
    assert producer(shared) == used


def test_nothing_ages_that_was_made_before(ocop: Ocop, shared: Path) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    rewrite(shared, f"address: {ADDRESS}", "address: Thôn Ví Dụ Năm")
    (report,) = shared.glob("documents/*/sam-day-evaluation-report.docx")
    assert ocop("verify", report.relative_to(shared).as_posix()) == 0


def test_an_evaluation_made_again_takes_the_record_as_it_is(ocop: Ocop, shared: Path) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    rewrite(shared, f"address: {ADDRESS}", "address: Thôn Ví Dụ Năm")
    assert producer(shared).address.startswith(ADDRESS)
    assert ocop("evaluate", "sam-day", "-q") == 0
    assert producer(shared).address.startswith("Thôn Ví Dụ Năm")


def test_a_dossier_that_is_returned_follows_its_record_again(ocop: Ocop, shared: Path) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    rewrite(shared, f"address: {ADDRESS}", "address: Thôn Ví Dụ Năm")
    assert ocop("return", "sam-day", "--to", "preparing", "--reason", "sai địa chỉ") == 0
    assert producer(shared).address.startswith("Thôn Ví Dụ Năm")
    assert ocop("advance", "sam-day", "--to", "received") == 0
    kept = load_dossier(Sources(shared), "sam-day").dossier.history[-1].producer
    assert kept is not None
    assert kept.address == producer(shared).address


def test_a_dossier_that_holds_its_producer_keeps_no_copy(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    text = (workspace / "dossiers/sam-day.yaml").read_text(encoding="utf-8")
    assert text.count("producer:") == 1
