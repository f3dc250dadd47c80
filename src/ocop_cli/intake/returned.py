"""What came back in a form: each answer with where it stood, and what could not be placed."""

from collections.abc import Mapping
from typing import NamedTuple

from ocop_cli.intake.stamp import Stamp


class Answer(NamedTuple):
    """An answer as it was read: a code of a choice or text as typed; empty where nothing was answered.

    ``doubt`` says why it is not sure that this is the answer to this question; empty where it is.
    """

    text: str
    place: str
    doubt: str = ""


class ReturnedRow(NamedTuple):
    """One row of a table: ``number`` from 1 as printed in it, 0 for a row that a person added; answers by path."""

    number: int
    place: str
    answers: Mapping[str, Answer]


class Returned(NamedTuple):
    """A form that came back. ``answers`` holds what the form asked outside its tables and was found in it, by path.

    ``lost`` are the paths of questions that are no longer there; ``strange`` what was written where nothing is asked.
    """

    stamp: Stamp
    answers: Mapping[str, Answer]
    rows: Mapping[str, tuple[ReturnedRow, ...]]
    lost: tuple[str, ...] = ()
    strange: tuple[Answer, ...] = ()
