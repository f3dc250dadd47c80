"""The size of a chart: known to the values, which say how high the picture stands, and to who draws it."""

CHART_WIDTH = 1200
"""Pixels of a chart across; on paper it is as wide as the text."""
_ROW, _REST = 70, 110  # pixels of a row, and of the margins with the legend


def chart_height(rows: int) -> int:
    """Return the pixels of a chart of so many rows from top to bottom."""
    return _REST + _ROW * rows
