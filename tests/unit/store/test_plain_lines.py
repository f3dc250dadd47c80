"""What is read without the parser is what the parser reads; anything else is left to it."""

from collections.abc import Iterator
from typing import Any

import pytest

from ocop_cli.findings import FieldPath
from ocop_cli.store.yaml.nodes import read_nodes, span_of, tree_of_nodes
from ocop_cli.store.yaml.plain_data import plain_data
from ocop_cli.store.yaml.plain_lines import OtherLinesError, plain_lines
from ocop_cli.store.yaml.plain_places import has_plain_places, plain_span
from ocop_cli.store.yaml.plain_tree import plain_tree
from ocop_cli.store.yaml.source import parse
from ocop_cli.store.yaml.tree import MAX_NODES, plain
from support import events_composer
from support.changed_texts import changed_texts
from support.parsing import composed
from support.paths import EXAMPLES
from support.runs import runs

EXAMPLE = EXAMPLES / "dossiers/mat-ong.yaml"
LINES = """\
# một ghi chú
name: Rượu:men lá
when: 2025-03-01
empty:
also:   # để trống
behind: hai chữ   # ghi chú: #2
words: 'a: b'
none: []
list:
- một
- "hai: ba"
- a: 1
  b:
    c: x
  d:
  - – (y)

  # giữa chừng
- e: {}
last: 12:30
"""
BY_HAND = (
    "some: [một, hai-2]   # hai\nlist:\n- [ba]\n- a: [b]\n  c: d\nlast: [x]\n'2025':\n  n: 1\n\"2026\": x\n"
)
OTHERS = (
    "a: b: c\n", "a: b \n", "a:\n  b\n", "a: b\n  c\n", "a: b\n  c: d\n", "a: b\na: c\n", "- a\n",
    "a:\n - b\n  - c\n", "a:\n  b: c\n d: e\n", "a: null\n", "null: a\n", "a: 'b' c\n", "a: 'b''c'\n", "a: |\n  b\n",
    "a:\n  -\n    b: c\n", "a:\n  -  b\n", "a: [b, ]\n", "a: [b,c]\n", "a: [b: c]\n", "a: [b] c\n", "a: [b\n",
    "a: [null]\n", "a: [[b]]\n", "# a\n", "", "a: b\n- c\n", "a:\n- b\n  c: d\n", "'a': b\n",
)  # fmt: skip


def holds_empty(value: Any) -> bool:
    """Say whether nothing stands anywhere in plain data where a value may."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(map(holds_empty, inner))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_read_as_the_parser_reads_them(newline: str) -> None:
    for lines in (LINES, BY_HAND):
        text = lines.replace("\n", newline)
        assert plain_lines(text).data == plain_data(text)


def test_every_example_is_read_without_the_parser() -> None:
    for path in EXAMPLES.glob("dossiers/*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert plain_lines(text).data == plain_data(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_more_than_a_name_and_a_value_a_line_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(OtherLinesError):
        plain_lines(text)


def test_a_list_as_far_out_as_its_name_ends_where_the_next_name_begins() -> None:
    assert plain_lines("a:\n- b\nc: d\n").data == {"a": ["b"], "c": "d"}


@pytest.mark.parametrize("text", [LINES, LINES.replace("\n", "\r\n"), EXAMPLE.read_text(encoding="utf-8")])
def test_a_place_in_lines_is_the_one_that_the_parser_tells(text: str) -> None:
    assert_placed(text, plain_lines(text).data)


def test_files_laid_out_by_other_hands_are_read_and_placed_as_by_the_library() -> None:
    without_the_library = placed = 0
    for text in changed_texts(2026, runs(50, 100_000)):
        data, findings, is_plain, is_filled = composed(text, "a.yaml")
        root, found = events_composer.compose(text, "a.yaml")
        assert (repr(data), findings) == (repr(plain(root)), found), repr(text)
        assert is_filled is (is_plain and not holds_empty(data)), repr(text)
        without_the_library += is_plain
        assert not is_plain or plain_tree(text) == root, repr(text)
        if is_plain and has_plain_places(text):
            placed += 1
            assert_placed(text, data)
    assert placed > without_the_library // 2 > runs(5, 10_000)


def test_words_in_brackets_and_years_are_placed_by_the_parser() -> None:
    source = parse(BY_HAND.encode(), "a.yaml")
    assert [source.place(("some", n)).column for n in (0, 1)] == [8, 13]
    assert [source.place(field).line for field in (("2025", "n"), ("2026",))] == [8, 9]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_tree_of_lines_is_that_of_the_parser(newline: str) -> None:
    for lines in (LINES, BY_HAND):
        text = lines.replace("\n", newline)
        assert plain_tree(text) == tree_of_nodes(read_nodes(text))


@pytest.mark.parametrize("remark", ["# a: [1, ]\n", "a: b\n  # - &c\n"])
def test_what_a_remark_shows_is_no_value(remark: str) -> None:
    assert composed(remark + "x: y\n", "ocop.yaml").is_plain


def test_the_profile_of_the_example_is_read_without_the_parser() -> None:
    text = (EXAMPLES / "ocop.yaml").read_text(encoding="utf-8")
    assert plain_lines(text).data == plain_data(text)
    assert not composed(text, "ocop.yaml").findings


def test_words_in_brackets_are_counted_as_parts_of_a_file() -> None:
    words = ", ".join(["a"] * (MAX_NODES + 1))
    assert [each.code for each in parse(f"a: [{words}]\n".encode(), "a.yaml").findings] == ["Y022"]


def assert_placed(text: str, data: Any) -> None:
    """Hold the place of each field, and of what is not there, against the nodes of the library."""
    nodes = read_nodes(text)
    for field in fields(data, ()):
        for asked in (field, (*field, "other"), (*field, 7), (*field[:-1], "other")):
            for on_key in (False, True):
                span = plain_span(text, asked, on_key=on_key)
                assert span == span_of(nodes, asked, on_key=on_key), (asked, on_key, text)


def fields(data: Any, above: FieldPath) -> Iterator[FieldPath]:
    """Yield the path of every part and value of plain data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield (*above, step)
        yield from fields(value, (*above, step))
