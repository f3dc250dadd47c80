"""Ids work as names of files on every system, and a new one is never an old one."""

import pytest

from ocop_cli.viet.ids import free_id, is_id


@pytest.mark.parametrize("good", ["ruou-ngo", "a1", "sam-day-2"])
def test_ids_that_work_everywhere(good: str) -> None:
    assert is_id(good)


@pytest.mark.parametrize(
    "bad", ["", "a", "CON", "con", "lpt1", ".git", "a.", "-rf", "a b", "rượu", "a/b", "a\u202e", "x" * 70]
)
def test_ids_that_do_not(bad: str) -> None:
    assert not is_id(bad)


@pytest.mark.parametrize(
    ("stem", "taken", "expected"),
    [
        ("sam-day", [], "sam-day"),
        ("sam-day", ["sam-day", "sam-day-2"], "sam-day-3"),
        ("sam-day", ["Sam-Day"], "sam-day-2"),  # one file where case does not count
        ("sam-day", ["Sâm Dây"], "sam-day-2"),
        ("con", [], "con-2"),
        ("con", ["con", "con-2"], "con-3"),
        ("x" * 48, ["x" * 48, "x" * 48 + "-2"], "x" * 48 + "-3"),
    ],
)
def test_a_new_id_is_neither_taken_nor_reserved(stem: str, taken: list[str], expected: str) -> None:
    assert free_id(stem, taken) == expected
