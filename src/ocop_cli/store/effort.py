"""How hard criteria are to raise: our estimates, with the commune's own on top."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ocop_cli.evaluation.advice import Effort
from ocop_cli.store.own_data import read_own_yaml


def load_effort(own: Mapping[str, int]) -> Effort:
    """Return the efforts that come with the package, changed by those of the workspace profile."""
    data = _packaged()
    estimated = {criterion: int(value) for criterion, value in data["criteria"].items()}
    return Effort(int(data["usual"]), {**estimated, **own})


@cache
def _packaged() -> dict[str, Any]:
    text = files("ocop_cli.evaluation").joinpath("data", "effort.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = read_own_yaml(text)
    return data
