"""How often a run parses each YAML file."""

import pytest

from ocop_cli.store.yaml.compose import Composed, compose
from ocop_cli.store.yaml.source import parse


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the YAML files that are parsed from now on, one entry for each time."""
    names: list[str] = []

    def counted(text: str, name: str) -> Composed:
        names.append(name)
        return compose(text, name)

    monkeypatch.setattr("ocop_cli.store.yaml.source.compose", counted)
    parse.cache_clear()  # what another test has read is not known here
    return names
