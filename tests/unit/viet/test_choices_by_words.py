"""Each Vietnamese word that is shown for a choice is taken by an option, with or without marks and capitals."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from ocop_cli.console import given_choice
from ocop_cli.dossier import vocabulary
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track, words
from ocop_cli.evaluation.score_words import SCORERS
from ocop_cli.usecases.report import KIND_WORDS
from ocop_cli.viet.text import fold

ENUMS = [
    kind
    for name, kind in vars(vocabulary).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
SHOWN: dict[str, Mapping[Any, str]] = {
    **{kind.__name__: words(kind) for kind in ENUMS},
    "scorer": SCORERS,
    "report": KIND_WORDS,
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_that_is_shown_is_taken(name: str) -> None:
    for code, said in SHOWN[name].items():
        for typed in (code, said, said.upper(), fold(said), f" {said}. "):
            assert given_choice(typed, SHOWN[name], "--x") == code, typed


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (KIND_WORDS, "định kỳ, đột xuất, ý tưởng, lựa chọn, công nhận"),
        (SCORERS, "chủ thể tự chấm, xã chấm nội bộ, thành viên"),
        (words(Track), "mới, hiện có, nâng hạng"),
        (words(RegistrationKind), "lần đầu, nâng hạng, phân hạng lại"),
        (words(ProducerKind), "hợp tác xã, hộ"),
    ],
)
def test_the_short_words_of_the_help_are_taken(choices: Mapping[Any, str], said: str) -> None:
    meant = [given_choice(each, choices, "--x") for each in said.split(", ")]
    assert len({*meant}) == len(meant)
