"""What is read without the parser is what the parser reads; anything else is left to it."""

import pytest

from ocop_cli.store.yaml.plain_data import plain_data
from ocop_cli.store.yaml.plain_lines import OtherLinesError, plain_lines
from support.paths import EXAMPLES

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
OTHERS = (
    "a: b: c\n", "a: b \n", "a:\n  b\n", "a: b\n  c\n", "a: b\n  c: d\n", "a: b\na: c\n", "- a\n",
    "a:\n - b\n  - c\n", "a:\n  b: c\n d: e\n", "a: null\n", "null: a\n", "a: 'b' c\n", "a: 'b''c'\n", "a: |\n  b\n",
    "a:\n  -\n    b: c\n", "a:\n  -  b\n", "a: [b]\n", "# a\n", "", "a: b\n- c\n", "a:\n- b\n  c: d\n", "'a': b\n",
)  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_read_as_the_parser_reads_them(newline: str) -> None:
    text = LINES.replace("\n", newline)
    assert plain_lines(text) == plain_data(text)


def test_every_example_is_read_without_the_parser() -> None:
    for path in EXAMPLES.glob("dossiers/*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert plain_lines(text) == plain_data(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_more_than_a_name_and_a_value_a_line_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(OtherLinesError):
        plain_lines(text)


def test_a_list_as_far_out_as_its_name_ends_where_the_next_name_begins() -> None:
    assert plain_lines("a:\n- b\nc: d\n") == {"a": ["b"], "c": "d"}
