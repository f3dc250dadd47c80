"""The rules on official documents, from their data file."""

from functools import cache
from importlib.resources import files

from ocop_cli.lint.standard import Standard, build_standard
from ocop_cli.store.own_data import read_own_yaml


@cache
def load_standard() -> Standard:
    """Read the decree's rules that come with the package."""
    text = files("ocop_cli.lint").joinpath("data", "nd30.yaml").read_text(encoding="utf-8")
    return build_standard(read_own_yaml(text))
