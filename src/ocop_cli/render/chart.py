"""A chart as a picture for Word: what the plan aims at beside what was done, one pair of bars a row."""

from collections.abc import Mapping, Sequence

from ocop_cli.documents.chart_size import CHART_WIDTH, chart_height

_PLAN, _DONE, _INK = "#c8c8c8", "#2b5c8a", "#000000"
_FONTS = "Times New Roman, Liberation Serif, DejaVu Serif, serif"
_SIZE = 22
_ROOM = 1.08  # the longest bar leaves room for its number


def chart_png(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return the picture of rows with ``name``, ``target`` and ``actual``, whole numbers as papers print them."""
    import pygal  # type: ignore[import-untyped]  # it has no types; only a report with a chart pays for it
    from pygal.style import Style  # type: ignore[import-untyped]  # the same
    from resvg_py import svg_to_bytes

    ready = [(row["name"], _number(row["target"]), _number(row["actual"])) for row in reversed(rows)]
    style = Style(
        font_family=_FONTS, background="white", plot_background="white", foreground=_INK, foreground_strong=_INK,
        foreground_subtle=_INK, opacity="1", colors=(_PLAN, _DONE), value_colors=(_INK, _INK), label_font_size=_SIZE,
        major_label_font_size=_SIZE, value_font_size=_SIZE, legend_font_size=_SIZE,
    )  # fmt: skip
    chart = pygal.HorizontalBar(
        width=CHART_WIDTH, height=chart_height(len(rows)), style=style, js=(), print_values=True, print_values_position="top",
        legend_at_bottom=True, legend_box_size=18, show_x_guides=False, show_y_guides=False, show_x_labels=False,
        margin=12, truncate_label=-1, spacing=6, explicit_size=True, disable_xml_declaration=True,
        range=(0, max(1, *(number for row in ready for number in row[1:])) * _ROOM),
    )  # fmt: skip
    chart.x_labels = [name for name, _, _ in ready]
    chart.add("Kế hoạch năm", [target for _, target, _ in ready])
    chart.add("Đã thực hiện", [actual for _, _, actual in ready])
    svg = chart.render(is_unicode=True)
    return bytes(svg_to_bytes(svg_string=svg, background="#ffffff", width=CHART_WIDTH))


def _number(text: str) -> int:
    return int(text.replace(".", ""))
