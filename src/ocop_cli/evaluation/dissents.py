"""What the chair answers to those who did not agree at a meeting (tiếp thu, giải trình)."""

from collections.abc import Mapping
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.units import same_unit


class Dissent(NamedTuple):
    """An opinion without agreement that waits for an answer: the dossier, its place there, the unit, its words."""

    dossier: str
    number: int
    unit: str
    text: str


def open_dissents(dossiers: Mapping[str, Dossier], meeting: str) -> list[Dissent]:
    """Return the dissents of a meeting that nobody has answered yet."""
    return [
        Dissent(dossier_id, number, opinion.unit, opinion.text or "")
        for dossier_id, dossier in dossiers.items()
        for number, opinion in enumerate(dossier.opinions)
        if opinion.meeting == meeting and opinion.is_open
    ]


def answered(dissents: list[Dissent], responses: Mapping[str, str]) -> dict[Dissent, str]:
    """Join dissents and answers, which are named by unit.

    Raises ``OcopError`` (misuse) for a unit without an open dissent, and for one with several: one answer is not
    taken for all.
    """
    told = {}
    for unit, response in responses.items():
        of_unit = [dissent for dissent in dissents if same_unit(dissent.unit, unit)]
        if len(of_unit) != 1:
            many = (
                f"{unit} có {len(of_unit)} ý kiến chờ trả lời."
                if of_unit
                else f"{unit} không có ý kiến nào chờ trả lời."
            )
            hint = (
                "Ghi tiếp thu, giải trình của từng ý kiến trong hồ sơ, phần Ý kiến."
                if of_unit
                else "Xem phần Ý kiến của hồ sơ."
            )
            raise OcopError(many, hint, exit_code=MISUSE)
        told[of_unit[0]] = response
    return told
