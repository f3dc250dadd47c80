"""What is compiled says what is written, and of the law only what is asked for is built."""

from datetime import date
from pathlib import Path

import pytest

from ocop_cli.findings import has_errors
from ocop_cli.rules import load_sets
from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.load import build_rulebook
from ocop_cli.rules.load_criteria import Archetypes
from ocop_cli.rules.pick import pick_decision, pick_ruleset
from ocop_cli.rules.reading import Node
from ocop_cli.store.built_in.compiled import compiled_law
from ocop_cli.store.law.rulebook import load_rulebook, load_rules, written_law

TODAY = date(2026, 11, 23)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Collect the number of the decision and the place of each set whose criteria are built."""
    places: list[tuple[str, str]] = []
    build = load_sets._criteria

    def recording(shared: object, node: Node, number: int, cite: str) -> object:
        places.append((node.context.number, str(node.path[-1])))
        return build(shared, node, number, cite)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(load_sets, "_criteria", recording)
    return places


def test_the_compiled_law_is_the_written_law() -> None:
    compiled = compiled_law()
    assert compiled == written_law()
    assert [list(folder) for folder in compiled.values()] == [sorted(folder) for folder in compiled.values()]


def test_the_law_read_on_demand_is_the_law_read_with_care() -> None:
    careful = load_rules()
    assert not has_errors(careful.findings)
    assert load_rulebook() == careful.rulebook
    assert hash(load_rulebook()) == hash(careful.rulebook)


def test_days_alone_build_no_set(built: list[tuple[str, str]]) -> None:
    book = build_rulebook(compiled_law(), careful=False).rulebook
    decision = pick_decision(book, TODAY)
    assert [(text.id, text.last_filing) for text in book.texts]
    assert [product_set.name for product_set in decision.sets]
    assert decision.procedure.certificate_months
    assert built == []


def test_only_the_set_that_is_asked_for_is_built(
    built: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    read_archetype = Archetypes._read

    def recording(self: Archetypes, name: str) -> Criterion:
        names.append(name)
        return read_archetype(self, name)

    monkeypatch.setattr(Archetypes, "_read", recording)
    law = pick_ruleset(build_rulebook(compiled_law(), careful=False).rulebook, 14, TODAY)
    criteria = list(law.product_set.criteria)
    assert list(law.product_set.criteria) == criteria
    assert built == [(law.decision.number, "14")]
    assert len(names) == len(set(names)) < 2 * len(criteria)  # with what they are like


def test_with_an_overlay_everything_is_read_at_once(tmp_path: Path, built: list[tuple[str, str]]) -> None:
    folder = tmp_path / "rules/26-2026"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text("procedure: {paper_copies: 3}\n", encoding="utf-8")
    every_set = {id(text.sets): len(text.sets) for text in load_rulebook(tmp_path).texts}
    assert len(built) == sum(every_set.values())
