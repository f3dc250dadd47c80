"""A web page as rows: each row of a table, each block of text outside."""

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "body"}
_UNSEEN = {"script", "style", "title", "template", "noscript"}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding


def html_rows(content: bytes) -> list[tuple[str, ...]]:
    """Return the rows in their order; bytes that the page's encoding does not know read as a sign for the unknown."""
    named = _CHARSET.search(content[:_HEAD])
    try:
        text = content.decode(named[1].decode() if named else "utf-8-sig", errors="replace")
    except LookupError:
        text = content.decode("utf-8", errors="replace")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.rows


class _Reader(HTMLParser):
    """Collects the text of cells; of tables within tables the outer row holds all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, ...]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._depth = self._unseen = 0
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class names it
        """Begin a table, a row, a cell or a line."""
        self._unseen += tag in _UNSEEN
        if tag == "table":
            self.end_block()
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self._end_row()
            self._row = []
        elif tag in {"td", "th"} and self._depth == 1 and self._row is not None:
            self._end_cell()
            self._cell = []
        elif tag in _BLOCKS:
            self.end_block()

    def handle_endtag(self, tag: str) -> None:
        """End a cell, a row or a table."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in {"td", "th"} and self._depth == 1:
            self._end_cell()
        elif tag == "tr" and self._depth == 1:
            self._end_row()
        elif tag == "table":
            if self._depth == 1:
                self._end_row()
            self._depth = max(0, self._depth - 1)
        elif tag in _BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Take text; line ends of the page's source are spaces."""
        if not self._unseen:
            (self._text if self._cell is None else self._cell).append(re.sub(r"\s+", " ", data))

    def end_block(self) -> None:
        """End a line of a cell, or a block outside of tables."""
        if self._cell is not None:
            self._cell.append("\n")
            return
        text = "".join(self._text).strip()
        if text:
            self.rows.append((text,))
        self._text = []

    def _end_cell(self) -> None:
        """End a cell; many pages never close one."""
        if self._row is not None and self._cell is not None:
            self._row.append("".join(self._cell))
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self.rows.append(tuple(self._row))
        self._row = None
