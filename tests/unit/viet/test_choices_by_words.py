"""Each Vietnamese word that is shown for a choice is taken by an option, with or without marks and capitals."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ocop_cli import session
from ocop_cli.app.table import TABLE
from ocop_cli.console import given_choice
from ocop_cli.dossier import vocabulary
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Stance, Track, words
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.score_words import SCORERS
from ocop_cli.usecases.year.report import KIND_WORDS
from ocop_cli.viet.text import fold

ENUMS = [
    kind
    for name, kind in vars(vocabulary).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
ASKING = {"given_choice": 1, "ask": -1}
"""Who takes a choice, with the place of the choices among its arguments; ``ask`` takes them by name."""


def modules() -> dict[str, ModuleType]:
    """Return the modules that the verbs of the command table stand in, and those that ask for them."""
    targets = [verb.target for entry in TABLE for verb in (entry, *entry.verbs) if verb.target]
    verbs = {f"ocop_cli.commands.{target.partition(':')[0]}" for target in targets}
    asking = {f"{session.__name__}.{found.name}" for found in pkgutil.iter_modules(session.__path__)}
    return {name: import_module(name) for name in sorted(verbs | asking)}


def choices_in(module: ModuleType) -> Iterator[tuple[str, ast.expr]]:
    """Yield who is asked with which choices in a module."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            named = [each.value for each in node.keywords if each.arg == "choices"]
            place = ASKING.get(called, -1)
            if called in ASKING and (named or 0 <= place < len(node.args)):
                yield called, named[0] if named else node.args[place]


def fixed(module: ModuleType, choices: ast.expr) -> Mapping[Any, str] | None:
    """Return the list where it is the same for every dossier, else ``None``: it hangs on names of a function."""
    try:
        return eval(ast.unparse(choices), dict(vars(module)))  # type: ignore[no-any-return]  # what our own module says
    except NameError:
        return None


FOUND = [
    (f"{name.removeprefix('ocop_cli.')}: {ast.unparse(choices)}", called, fixed(module, choices))
    for name, module in modules().items()
    for called, choices in choices_in(module)
]
SHOWN: dict[str, Mapping[Any, str]] = {
    **{kind.__name__: words(kind) for kind in ENUMS},
    **{place: choices for place, _, choices in FOUND if choices},
}


def test_every_option_of_a_verb_with_a_fixed_list_is_found() -> None:
    """Choices are worked out at the call, so that this test knows them; only what a dossier holds is not fixed."""
    assert [place for place, called, choices in FOUND if called == "given_choice" and choices is None] == []
    assert {"commands.score: SCORERS", "commands.opinion: CONTENTS"} <= SHOWN.keys()


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_that_is_shown_is_taken(name: str) -> None:
    for code, said in SHOWN[name].items():
        for typed in (code, said, said.upper(), fold(said), f" {said}. "):
            assert given_choice(typed, SHOWN[name], "--x") == code, typed


@pytest.mark.parametrize("name", SHOWN)
def test_a_refusal_names_the_choices_in_words_only(name: str) -> None:
    with pytest.raises(OcopError) as refused:
        given_choice("không có chữ này", SHOWN[name], "--x")
    assert refused.value.hint == f"Chọn một trong: {'; '.join(SHOWN[name].values())}."


def test_no_page_shows_a_code_of_a_choice_that_has_words() -> None:
    """The word that a page shows is what people type: codes stand in files."""
    codes = {f" {code} " for kind in ENUMS for code in kind if "_" in code} | {" agree ", " amend "}
    pages = Path(import_module("ocop_cli.commands").__path__[0], "pages").glob("*.md")
    told = {
        path.name: f" {path.read_text(encoding='utf-8')} ".replace("`", " ").replace("=", " ")
        for path in pages
    }
    assert {(name, code) for name, text in told.items() for code in codes if code in text} == set()


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (KIND_WORDS, "định kỳ, đột xuất, ý tưởng, lựa chọn, công nhận"),
        (SCORERS, "chủ thể tự chấm, xã chấm nội bộ, thành viên"),
        (words(Track), "mới, hiện có, nâng hạng"),
        (words(RegistrationKind), "lần đầu, nâng hạng, phân hạng lại"),
        (words(ProducerKind), "hợp tác xã, hộ"),
        (words(Stance), "đồng ý, đề nghị sửa, không đồng ý"),
    ],
)
def test_the_short_words_of_the_help_are_taken(choices: Mapping[Any, str], said: str) -> None:
    meant = [given_choice(each, choices, "--x") for each in said.split(", ")]
    assert len({*meant}) == len(meant)
