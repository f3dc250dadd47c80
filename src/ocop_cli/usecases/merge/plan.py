"""What a merge of two copies is about to do, and what it asks: plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ocop_cli.findings import Finding
from ocop_cli.merging.three_way import Conflict
from ocop_cli.programme.choices import NumberSeries
from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER
from ocop_cli.store.files.changes import AnyChange
from ocop_cli.store.merge.common_past import Past
from ocop_cli.store.merge.other_copy import AnyCopy
from ocop_cli.store.reading.sources import Sources

THE_FILE = ""
"""The key of a question about a file as a whole: one copy has taken it away."""
SAME_ID = "id"
"""The key of the question whether two new dossiers of one id are one."""
CODE = "code"
"""The beginning of the key of the question which of two dossiers keeps a product code."""

_FIRST = ("papers", "packages", "templates", "rules", "documents", "producers", "programme", "private")
"""What comes before what points to it."""


class Question(NamedTuple):
    """What a person has to choose: a field, or a file, of which both copies have changed something.

    ``name`` is the file, ``conflict`` what collides in it, with ``THE_FILE`` or ``SAME_ID`` for the file as a whole.
    """

    name: str
    conflict: Conflict

    @property
    def key(self) -> str:
        """What names it in every run."""
        return f"{self.name} / {self.conflict.key}"


@dataclass
class Plan:
    """What a merge will do: the changes; the files that come whole, are merged, are kept beside, or are left out and why."""

    changes: list[AnyChange] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Copies(NamedTuple):
    """The two copies: the workspace as read, the other one with the name of whose it is, and what both were."""

    sources: Sources
    other: AnyCopy
    past: Past
    whose: str
    series: NumberSeries

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.sources.root


def remarks_told(name: str, strays: Sequence[str], lost: Sequence[str]) -> Iterator[str]:
    """Tell of the remarks whose line is gone: where they stand now, or that they stand nowhere; of personal data only how many."""
    for remarks, what in (
        (strays, "ghi chú của mục không còn nay đứng ở dòng kế tiếp"),
        (lost, "không còn chỗ cho ghi chú, chép lại nếu cần"),
    ):
        said = f"{len(remarks)} dòng" if name.startswith(f"{PRIVATE_FOLDER}/") else " · ".join(remarks)
        if remarks:
            yield f"{name}: {what}: {said}"


def place_in_order(change: AnyChange) -> tuple[int, str]:
    """Return the place of a change among all: what others point to comes first."""
    top = change.path.partition("/")[0]
    return (_FIRST.index(top) if top in _FIRST else len(_FIRST), change.path)


def words_of_file(content: bytes | None) -> str | None:
    """Return how a question names a file as a whole; ``None`` where it is gone."""
    return None if content is None else "tệp còn, đã sửa"
