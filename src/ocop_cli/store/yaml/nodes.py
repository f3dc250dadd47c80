"""The nodes of the YAML library, and what is made of them: the places of fields, and the tree that edits need."""

from functools import lru_cache, partial
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from ocop_cli.findings import FieldPath
from ocop_cli.store.yaml.tree import NO_BREAK, Entry, Mapping, Node, Scalar, Sequence, Span
from ocop_cli.viet.text import clean


class PythonParser(Reader, Scanner, Parser, Composer):
    """What reads YAML, ten times slower, where the library was installed without libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def reading_with(parser: type) -> Any:
    """Return a parser whose events and nodes keep every value as the text that was typed.

    At each node the library asks whether it means more than its text; what says no is built in, so that it costs nothing.
    """
    return type(
        "Reading", (parser,), dict.fromkeys(("descend_resolver", "ascend_resolver", "resolve"), "".format)
    )


Reading: Any = reading_with(yaml.cyaml.CParser if yaml.__with_libyaml__ else PythonParser)  # type: ignore[attr-defined]  # the stubs lack it


@lru_cache(maxsize=1)  # who asks for one place of a file asks for others
def read_nodes(text: str) -> Any:
    """Return the top node of a text, ``None`` where there is none. Raises ``yaml.YAMLError`` where the parser stops."""
    return Reading(text).get_single_node()


def span_of(root: Any, path: FieldPath, *, on_key: bool = False) -> Span | None:
    """Return where a field stands: its value or its key, or the key of the nearest part that is there.

    ``None`` where not even its first part is.
    """
    here, pointed = root, None
    for part in path:
        pair = _pair(here, part)
        if pair is None:
            return pointed and _span(pointed)
        pointed, here = pair
    is_value = not on_key and isinstance(here, ScalarNode) and value_of(here.value, here.style) is not None
    return pointed and _span(here if is_value else pointed)


def _pair(node: Any, part: str | int) -> tuple[Any, Any] | None:
    """Return the key and the value that a part leads to; an item is its own key."""
    if isinstance(node, MappingNode):
        return next((pair for pair in node.value if clean(pair[0].value) == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and 0 <= part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _span(node: Any) -> Span:
    start = node.start_mark
    is_whole = (
        isinstance(node, ScalarNode) or node.flow_style
    )  # what stands on lines of its own ends where it starts
    return Span(start.index, (node.end_mark if is_whole else start).index, start.line + 1, start.column + 1)


def tree_of_nodes(node: Any) -> Node:
    """Return nodes as the tree that edits and places are asked of; of a key that stands twice the first counts."""
    start, end = node.start_mark, node.end_mark
    where = (start.line + 1, start.column + 1)
    if isinstance(node, ScalarNode):
        text, style = clean(node.value), node.style or ""
        return Scalar(value_of(text, style), start.index, end.index, *where, style)
    is_flow = bool(node.flow_style)
    span = (start.index, end.index if is_flow else start.index, *where, is_flow)
    if isinstance(node, SequenceNode):
        return Sequence(*span, [tree_of_nodes(item) for item in node.value])
    mapping = Mapping(*span)
    for key, value in node.value:
        name = tree_of_nodes(key)
        assert isinstance(name, Scalar), "a key that is no word is refused"
        if NO_BREAK not in str(name.text):  # a name that nobody typed would be found to be unknown as well
            mapping.entries.setdefault(str(name.text), Entry(name, partial(tree_of_nodes, value)))
    return mapping


def value_of(text: str, style: str | None) -> str | None:
    """Return what a value says: ``None`` for the words of YAML for nothing, unless they are quoted."""
    return None if text in NOTHING and not style else text
