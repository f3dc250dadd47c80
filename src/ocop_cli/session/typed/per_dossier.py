"""Options that may differ from dossier to dossier: ``--star 3`` holds for all, ``--star "sam-day: 4"`` for one."""

from collections.abc import Mapping, Sequence

from ocop_cli.errors import MISUSE, OcopError


def values_by_dossier(texts: Sequence[str] | None, names: Mapping[str, str], option: str) -> dict[str, str]:
    """Return what an option says of each dossier; ``names`` maps the names as typed to their ids.

    A value of one dossier goes before the value for all. Raises ``OcopError`` (misuse) when two values are given
    for the same.
    """
    given: dict[str | None, str] = {}
    for text in texts or ():
        dossier_id, value = _split(text, names)
        if dossier_id in given:
            whom = f"cho {dossier_id} " if dossier_id else ""
            raise OcopError(
                f"{option} ghi hai lần {whom}({given[dossier_id]}; {value}).",
                "Mỗi hồ sơ một giá trị: “MÃ: giá trị”.",
                exit_code=MISUSE,
            )
        given[dossier_id] = value
    shared = given.pop(None, None)
    everyone = {} if shared is None else dict.fromkeys(names.values(), shared)
    return everyone | {dossier_id: value for dossier_id, value in given.items() if dossier_id}


def _split(text: str, names: Mapping[str, str]) -> tuple[str | None, str]:
    """Split ``sam-day: 4``; a text with a colon that names none of the dossiers is a value for all."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    known = names.get(name) or (name if name in names.values() else None)
    return (known, value) if colon and known else (None, text.strip())
