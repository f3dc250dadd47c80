"""What may not stand alone where a page ends or begins: words that announce a list, a signature without text above it."""

from collections.abc import Sequence
from typing import Any

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.order import child
from ocop_cli.ooxml.text import paragraph_text
from ocop_cli.render.ruling_lines import Measures, style_size
from ocop_cli.viet.widths import printed_width

_POWER = "OCOP Quyền hạn, chức vụ"  # the style of the line over a signature
_P, _TABLE = f"{W}p", f"{W}tbl"


def hold_together(tree: Any, measures: Measures) -> None:
    """Keep each announcing paragraph on the page of what follows, and each signature below at least two lines of text."""
    body = tree.find(f"{W}body")
    blocks = [node for node in body if node.tag in (_P, _TABLE)] if body is not None else []
    for number, block in enumerate(blocks):
        if block.tag == _P:
            if _announces(block):
                _hold(block)
        elif _is_signed(block, measures):
            _hold_text(blocks[:number], measures)
            if number + 1 < len(blocks) and blocks[number + 1].tag == _TABLE:
                _hold(*block.iter(_P))


def _announces(paragraph: Any) -> bool:
    texts = [node.text for node in paragraph.iter(f"{W}t") if node.text and not node.text.isspace()]
    return bool(texts) and texts[-1].rstrip().endswith(":")


def _is_signed(table: Any, measures: Measures) -> bool:
    return any(measures.styles.name(style.get(f"{W}val", "")) == _POWER for style in table.iter(f"{W}pStyle"))


def _hold_text(above: Sequence[Any], measures: Measures) -> None:
    """Hold what stands above a signature: its last paragraph, and where that is one line what is over it, too."""
    for block in reversed(above[-2:]):
        if block.tag == _TABLE:
            _hold(*list(block.iter(f"{W}tr"))[-1].iter(_P))
            return
        _hold(block)
        if printed_width(paragraph_text(block), style_size(block, measures), bold=False) > measures.available:
            return


def _hold(*paragraphs: Any) -> None:
    for paragraph in paragraphs:
        child(child(paragraph, "pPr"), "keepNext")
