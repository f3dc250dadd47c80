"""The acts that documents cite, from their data file."""

from functools import cache
from importlib.resources import files

from ocop_cli.documents.grounds import Act
from ocop_cli.store.own_data import read_own_yaml


@cache
def load_acts() -> tuple[Act, ...]:
    """Read the acts that come with the package."""
    text = files("ocop_cli.documents").joinpath("data", "acts.yaml").read_text(encoding="utf-8")
    return tuple(Act(a["number"], a["from"], a["to"]) for a in read_own_yaml(text)["acts"])
