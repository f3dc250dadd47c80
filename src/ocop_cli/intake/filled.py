"""A form as it is handed out: the questions with what the dossier says already, and the stamp that comes back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ocop_cli.intake.layout import Layout
from ocop_cli.intake.stamp import Stamp, digest

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""Path of a table → its rows, each path of a column → text."""


class Filled(NamedTuple):
    """``values`` maps paths to what is printed: a code of an option that is ticked, else text as people write it.

    ``about`` names the product, empty on a blank form; ``sender`` the commune that the form goes back to.
    """

    layout: Layout
    dossier: str
    about: str
    sender: str
    made: str
    values: Mapping[str, str]
    rows: Rows

    @property
    def stamp(self) -> Stamp:
        """What the form says of itself."""
        printed = {path: digest(text) for path, text in _printed(self) if text.strip()}
        counts = {path: len(rows) for path, rows in self.rows.items() if rows}
        return Stamp(self.layout.id, self.dossier, self.made, printed, counts)


def cell_path(path: str, number: int) -> str:
    """Return the path of a field in one row of its table, the first row being 1.

    >>> cell_path("materials[].share", 2)
    'materials[2].share'
    """
    return path.replace("[]", f"[{number}]")


def _printed(form: Filled) -> Iterator[tuple[str, str]]:
    for line in form.layout.lines:
        yield line.path, form.values.get(line.path, "")
    for table in form.layout.tables:
        for number, row in enumerate(form.rows.get(table.path, ()), 1):
            yield from ((cell_path(path, number), text) for path, text in row.items())
