"""The composer of today reads what the one over its events read: tree, places, findings."""

from typing import Any

import pytest

from ocop_cli.findings import Finding, Severity
from ocop_cli.store.yaml import faults, nodes, parsed
from ocop_cli.store.yaml.decode import decode
from ocop_cli.store.yaml.tree import Node, plain
from support import events_composer
from support.parsing import composed
from support.runs import runs
from support.yaml_texts import damaged_texts, yaml_texts

NAME = "dossiers/mau.yaml"


def read_now(text: str) -> tuple[Node | None, Any, list[Finding]]:
    """Return what today's composer makes of a text: tree, data, findings."""
    data, found, *_ = composed(text, NAME)
    return (parsed.tree_of.__wrapped__(text) if data is not None else None), data, found


def read_before(text: str) -> tuple[Node | None, Any, list[Finding]]:
    root, found = events_composer.compose(text, NAME)
    return root, plain(root), found


def assert_same(text: str) -> None:
    now, before = read_now(text), read_before(text)
    assert now == before, repr(text)


def test_every_text_of_the_repository_reads_as_before() -> None:
    texts = [text for text in yaml_texts() if len(text) < runs(2_000, 1_000_000)]
    assert len(texts) > 150
    for text in texts:
        assert_same(text)


def test_damaged_texts_read_as_before() -> None:
    for text in damaged_texts(2026, runs(200, 100_000)):
        assert_same(text)


def test_a_sound_text_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsed, "faults_of", None)
    for text in ("a: 1\nb:\n  - c: Rượu\n", "# x\na: |\n  một\n"):
        assert composed(text, NAME).findings == []


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library can be installed without its C part; then its own Python reads, slower.

    What no parser takes is told by one that read it, or by who decoded it before: the texts of the repository are not all sound.
    """
    sound = [text for text in yaml_texts() if len(text) < 6000 and not read_now(text)[2]][:25]
    before = [read_now(text) for text in sound]
    for module in (nodes, faults):
        monkeypatch.setattr(module, "Reading", nodes.reading_with(nodes.PythonParser))
    assert [read_now(text) for text in sound] == before
    for text in damaged_texts(7, 60, longest=600):
        named = [found for found in decode(text.encode(), NAME).findings if found.severity is Severity.ERROR]
        assert read_now(text)[0] is not None or read_now(text)[2] or named, repr(text)
