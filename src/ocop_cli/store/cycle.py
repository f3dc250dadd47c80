"""The cycle's data file."""

from functools import cache
from importlib.resources import files

import yaml

from ocop_cli.workflow.cycle import Cycle, build_cycle


@cache
def load_cycle() -> Cycle:
    """Read the cycle that comes with the package."""
    text = files("ocop_cli.workflow").joinpath("data", "cycle.yaml").read_text(encoding="utf-8")
    return build_cycle(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506 - a safe loader
