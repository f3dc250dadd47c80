"""The program's own YAML data, reviewed by us: the cycle, the duties, the efforts, the acts, the rules on form.

What is built of each file is imported when it is first asked for: a verb pays for what it uses.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from ocop_cli.evaluation.advice import Effort
    from ocop_cli.lint.standard import Standard
    from ocop_cli.programme.standing import StandingPlan
    from ocop_cli.rules.acts import Act
    from ocop_cli.workflow.cycle import Cycle

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one only where libyaml is missing


def read_packaged(text: str) -> Any:
    """Read a data file that comes with the program. Raises ``yaml.YAMLError`` when our own file is broken."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader


def packaged_text(package: str, name: str) -> str:
    """Return a data file of a package as text: ``packaged_text("programme", "data/plan.yaml")``."""
    return files(f"ocop_cli.{package}").joinpath(*name.split("/")).read_text(encoding="utf-8")


@cache
def load_cycle() -> "Cycle":
    """Read the OCOP cycle."""
    from ocop_cli.workflow.cycle import build_cycle

    return build_cycle(read_packaged(packaged_text("workflow", "data/cycle.yaml")))


@cache
def load_standing() -> "StandingPlan":
    """Read the standing duties of every year's plan."""
    from ocop_cli.programme.standing import build_standing

    return build_standing(read_packaged(packaged_text("programme", "data/plan.yaml")))


@cache
def load_inspection_contents() -> dict[str, str]:
    """Read what an inspection looks at: ids with their words."""
    data = read_packaged(packaged_text("programme", "data/inspection.yaml"))
    return {content["id"]: content["text"] for content in data}


@cache
def load_acts() -> "tuple[Act, ...]":
    """Read the acts that documents cite besides the decisions on the criteria."""
    from ocop_cli.rules.acts import build_acts

    return build_acts(read_packaged(packaged_text("rules", "acts.yaml")))


@cache
def load_standard() -> "Standard":
    """Read the rules on official documents."""
    from ocop_cli.lint.standard import build_standard

    return build_standard(read_packaged(packaged_text("lint", "data/nd30.yaml")))


def load_effort(own: Mapping[str, int]) -> "Effort":
    """Return how hard criteria are to raise: our estimates, with those of the workspace profile on top."""
    from ocop_cli.evaluation.advice import Effort

    data = _effort_data()
    estimated = {criterion: int(value) for criterion, value in data["criteria"].items()}
    return Effort(int(data["usual"]), {**estimated, **own})


@cache
def _effort_data() -> dict[str, Any]:
    data: dict[str, Any] = read_packaged(packaged_text("evaluation", "data/effort.yaml"))
    return data
