"""Options that may differ from dossier to dossier: ``--star 3`` holds for all, ``--star "sam-day: 4"`` for one."""

from collections.abc import Mapping, Sequence

from ocop_cli.viet.told_once import told_once


def values_by_dossier(texts: Sequence[str] | None, names: Mapping[str, str], option: str) -> dict[str, str]:
    """Return what an option says of each dossier; ``names`` maps the names as typed to their ids.

    A value of one dossier goes before the value for all. Raises ``OcopError`` (misuse) for two values of one.
    """
    given = told_once(
        (_split(text, names) for text in texts or ()), lambda each: f"{option} {each}" if each else option
    )
    shared = given.pop(None, None)
    everyone = {} if shared is None else dict.fromkeys(names.values(), shared)
    return everyone | {dossier_id: value for dossier_id, value in given.items() if dossier_id}


def _split(text: str, names: Mapping[str, str]) -> tuple[str | None, str]:
    """Split ``sam-day: 4``; a text with a colon that names none of the dossiers is a value for all."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    known = names.get(name) or (name if name in names.values() else None)
    return (known, value) if colon and known else (None, text.strip())
