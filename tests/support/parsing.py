"""How often a run parses each YAML file."""

import pytest

from ocop_cli.store.yaml.compose import Composed, compose
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.text import forbidden_character


def composed(text: str, name: str) -> Composed:
    """Return what a text is read as that no decoder has looked over."""
    return compose(text, name, hides=forbidden_character(text.replace("\r", "")) is not None)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the YAML files that are parsed from now on, one entry for each time."""
    names: list[str] = []

    def counted(text: str, name: str, *, hides: bool) -> Composed:
        names.append(name)
        return compose(text, name, hides=hides)

    monkeypatch.setattr("ocop_cli.store.yaml.source.compose", counted)
    parse.cache_clear()  # what another test has read is not known here
    return names
