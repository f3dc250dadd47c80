"""What became of facts that were stated: each is taken, the same as before, asked about or refused, never dropped."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from ocop_cli.dossier.field_map import Field
from ocop_cli.findings import FieldPath
from ocop_cli.store.files.changes import Change


class Outcome(StrEnum):
    """What became of one fact that was stated."""

    TAKEN = "taken"
    SAME = "same"
    ASKED = "asked"
    REFUSED = "refused"


OUTCOME_WORDS = {
    Outcome.TAKEN: "lấy vào",
    Outcome.SAME: "giữ nguyên",
    Outcome.ASKED: "cần hỏi",
    Outcome.REFUSED: "không dùng được",
}
"""What became of a fact, as screens say it."""


def count_words(outcomes: Iterable[Outcome]) -> str:
    """Return how many facts were read and what became of them."""
    counts = Counter(outcomes)
    parts = [f"{OUTCOME_WORDS[outcome]} {counts[outcome]}" for outcome in Outcome]
    return f"Đọc được {counts.total()} mục: {', '.join(parts)}."


class Taken(NamedTuple):
    """One fact: what was ``said`` for the name of its field, and the text that was ``typed``, ``None`` to clear the field.

    ``before`` and ``understood`` are values as documents print them; ``row`` names the row of a table. What is asked about
    has the ``options`` that it may mean; what is asked about or refused has a ``problem`` and a ``cure``.
    ``value`` is what the model made of the text, ``place`` where it stands in its file. ``because`` says which other fact
    told it, where nobody stated it.
    """

    said: str
    typed: str | None
    outcome: Outcome
    field: Field | None = None
    row: str = ""
    before: str = ""
    understood: str = ""
    problem: str = ""
    cure: str = ""
    options: tuple[str, ...] = ()
    value: Any = None
    place: FieldPath = ()
    because: str = ""

    @property
    def name(self) -> str:
        """What the field is called, with its row."""
        if self.field is None:
            return self.said
        return f"{self.field.name}, {self.field.group.row} {self.row}" if self.row else self.field.name

    def named_in(self, problem: str) -> str:
        """Return what is wrong with the fact under its own name, its row included, whatever the field is called there."""
        if self.field is None:
            return problem
        called = (f"“{each}”" for each in (self.field.title, self.field.key, self.field.name))
        bare = next(
            (problem.removeprefix(each) for each in (*called, self.field.name) if problem.startswith(each)),
            "",
        )
        joined = bare if bare.lstrip().startswith((":", "(")) else f": {bare.lstrip()}"
        return f"{self.name}{joined}" if bare else problem


def taken_json(taken: Taken) -> dict[str, Any]:
    """Return one fact for a JSON output."""
    return {
        "said": taken.said,
        "field": taken.field.path if taken.field else None,
        "name": taken.name,
        "typed": taken.typed,
        "outcome": taken.outcome.value,
        "before": taken.before,
        "understood": taken.understood,
        "problem": taken.problem,
        "cure": taken.cure,
        "options": list(taken.options),
    }


class Takings(NamedTuple):
    """What became of every fact, in the order in which they were stated, and the changes that write those taken."""

    rows: tuple[Taken, ...]
    changes: tuple[Change, ...]

    def of(self, *outcomes: Outcome) -> tuple[Taken, ...]:
        """Return the facts of some outcomes."""
        return tuple(row for row in self.rows if row.outcome in outcomes)
