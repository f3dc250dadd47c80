"""A dossier with everything that checks, the gate and documents ask about it."""

from datetime import date

from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.case import Case, FilesSeen
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_cycle

_NOT_LOOKED_AT = FilesSeen()


def case_of(
    name: str,
    dossier: Dossier,
    law: Ruleset | None,
    today: date,
    files: FilesSeen = _NOT_LOOKED_AT,
    typed: str = "",
) -> Case:
    """Return the case of the dossier in the file ``name``; ``files`` is what is known of the files that it names, ``typed``
    its own text where a case may have it."""
    stages = load_cycle().stages
    return Case(
        name, dossier, law, today, files.hashes, stages,
        pages=files.pages, near=files.near, refused=files.refused, typed=typed,
    )  # fmt: skip
