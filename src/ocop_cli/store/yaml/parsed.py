"""A text into data and findings by the parser of the library: what is more than plain lines."""

from functools import lru_cache
from typing import Any

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.faults import faults_of
from ocop_cli.store.yaml.nodes import read_nodes, tree_of_nodes
from ocop_cli.store.yaml.plain_data import OddError, plain_data
from ocop_cli.store.yaml.tree import Node, plain


def parsed(text: str, name: str, *, is_suspect: bool) -> tuple[Any, list[Finding]]:
    """Return plain data and what is wrong with the text; one that is not suspect is first read at once."""
    data = None if is_suspect else _at_once(text)
    if data is not None:
        return data, []
    found, is_readable = faults_of(text, name)
    if not is_readable:
        return None, found
    data = plain(tree_of(text))
    return data, found if data is not None else [*found, _empty(text, name)]


@lru_cache(maxsize=8)
def tree_of(text: str) -> Node | None:
    """Return the tree of a text that was read; ``None`` for an empty one.

    Places and edits are asked of few files, several times each.
    """
    root = read_nodes(text)
    return None if root is None else tree_of_nodes(root)


def _at_once(text: str) -> Any:
    """Return the plain data of a text that holds nothing suspect; ``None`` where something is wrong with it all the same."""
    try:
        return plain_data(text)
    except (yaml.YAMLError, OddError):
        return None


def _empty(text: str, name: str) -> Finding:
    if text.strip():
        return Finding(
            "Y017",
            Severity.ERROR,
            "Tệp chỉ có chú thích",
            Place(name, (), 1, 1),
            hint="bỏ dấu # ở các dòng cần dùng",
        )
    return Finding(
        "Y016",
        Severity.ERROR,
        "Tệp trống",
        Place(name, (), 1, 1),
        hint="tạo lại bằng `ocop register`, hoặc `ocop undo`",
    )
