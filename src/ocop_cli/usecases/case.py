"""A dossier with everything that checks, the gate and documents ask about it."""

from collections.abc import Mapping
from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.case import Case
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.packaged import load_cycle


def case_of(
    name: str, dossier: Dossier, law: Ruleset | None, today: date, files: Mapping[str, str | None]
) -> Case:
    """Return the case of the dossier in the file ``name``; ``files`` are the hashes of the files that it names."""
    return Case(name, dossier, law, today, files, load_cycle().stages)
