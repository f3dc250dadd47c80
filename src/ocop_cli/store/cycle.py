"""The cycle's data file."""

from functools import cache
from importlib.resources import files

from ocop_cli.store.own_data import read_own_yaml
from ocop_cli.workflow.cycle import Cycle, build_cycle


@cache
def load_cycle() -> Cycle:
    """Read the cycle that comes with the package."""
    text = files("ocop_cli.workflow").joinpath("data", "cycle.yaml").read_text(encoding="utf-8")
    return build_cycle(read_own_yaml(text))
