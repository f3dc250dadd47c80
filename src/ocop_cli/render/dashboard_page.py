"""The page of a commune: one file that opens from a USB stick, asks no network for anything, and prints on A4.

Its charts are bars of SVG laid out in the template: libraries that draw give each shape a style of its own, which the
policy of the page refuses and which stays light on a dark screen.
"""

from ocop_cli.render.own_page import own_page
from ocop_cli.reports.dashboard import Dashboard, page_data, page_values


def dashboard_page(board: Dashboard) -> bytes:
    """Return the page, always the same bytes for the same folder and day."""
    return own_page("dashboard", page_data(board), page_values(board))
