"""Rules on the head: Quốc hiệu, Tiêu ngữ, the agency's name and the lines under them."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from ocop_cli.lint.blocks import Cell, Paragraph
from ocop_cli.lint.components import STACKED, TABS
from ocop_cli.lint.drawn import RulingLine, drawn_lines
from ocop_cli.lint.ruling_lines import is_line_text, line_below, longest_line, middle_of, text_width
from ocop_cli.lint.standard import SINGLE_LINE, TWIPS_PER_MM
from ocop_cli.lint.violations import Case, Check, Violation, checks, millimetres

_COLUMNS = 2
_OFF_CENTRE = 2 * TWIPS_PER_MM
_OFF_BY_HAND = 5 * TWIPS_PER_MM  # what a hand drew is off by a little on every page


def _hd_01(case: Case) -> Iterator[Violation]:
    table = case.document.header
    if case.document.head == STACKED:
        yield Violation("HD-01", "phần đầu văn bản", "Quốc hiệu không đặt ngang hàng, bên phải tên cơ quan")
    if table is None:
        return
    columns = max((sum(bool(cell.filled) for cell in row) for row in table.rows), default=0)
    wrong = [] if columns == _COLUMNS else [f"{columns} cột"]
    wrong += ["có đường viền"] if table.bordered else []
    if wrong:
        yield Violation("HD-01", "bảng phần đầu", ", ".join(wrong))


def _hd_02(case: Case) -> Iterator[Violation]:
    nation = case.document.nation
    if nation and nation.text not in case.standard.words("nation"):
        yield Violation("HD-02", nation.place, f"“{nation.text}”")
    elif nation is None and case.document.decree_kind and case.document.kind is not None:
        yield Violation("HD-02", "phần đầu văn bản", "không thấy Quốc hiệu")


def _hd_03(case: Case) -> Iterator[Violation]:
    if case.document.nation:
        span = case.standard.span("nation_size")
        yield from checks("HD-03", case.document.nation, span, bold=True, italic=False, align="center")


def _hd_04(case: Case) -> Iterator[Violation]:
    nation = case.document.nation
    if nation and case.document.header is not None and nation.mark == "":
        available = nation.available - nation.format.left - nation.format.right
        if text_width(nation) > available:
            yield Violation(
                "HD-04",
                nation.place,
                f"dòng dài {millimetres(text_width(nation))} mm, ô rộng {millimetres(available)} mm",
            )


def _hd_05(case: Case) -> Iterator[Violation]:
    motto = case.document.motto
    if motto and motto.text != case.standard.word("motto"):
        yield Violation("HD-05", motto.place, f"“{motto.text}”")
    elif motto is None and case.document.nation is not None:
        yield Violation("HD-05", "dưới Quốc hiệu", "không thấy Tiêu ngữ")


def _hd_06(case: Case) -> Iterator[Violation]:
    if case.document.motto:
        span = case.standard.span("motto_size")
        yield from checks("HD-06", case.document.motto, span, bold=True, italic=False, align="center")


def _hd_07(case: Case) -> Iterator[Violation]:
    motto = case.document.motto
    if motto is None:
        return
    wanted, line = text_width(motto), line_of_motto(case, motto)
    if line is None:
        yield Violation("HD-07", motto.place, "không có đường kẻ")
    elif not _is_as_long(case, line.length, wanted):
        yield Violation(
            "HD-07",
            motto.place,
            f"đường kẻ dài {millimetres(line.length)} mm, dòng chữ dài {millimetres(wanted)} mm",
        )
    elif _off_centre(line, motto):
        yield Violation("HD-07", motto.place, "đường kẻ lệch so với dòng chữ")


def line_of_motto(case: Case, motto: Paragraph) -> RulingLine | None:
    """Return the line under Tiêu ngữ."""
    return _line(case, motto, lambda length: _is_as_long(case, length, text_width(motto)))


def _is_as_long(case: Case, length: float, wanted: float) -> bool:
    return abs(length - wanted) <= case.standard.number("rule_tolerance") * wanted


def _hd_08(case: Case) -> Iterator[Violation]:
    motto = case.document.motto
    if motto and any(run.format.underlined for run in motto.visible_runs):
        yield Violation("HD-08", motto.place, "gạch chân chữ")


def _hd_09(case: Case) -> Iterator[Violation]:
    document = case.document
    pairs = [(document.nation, document.motto), *zip(document.agency, document.agency[1:], strict=False)]
    for upper, lower in pairs:
        if upper and lower:
            gap = max(upper.format.after, lower.format.before)
            lines = {p.format.line for p in (upper, lower) if p.format.rule == "auto"}
            if gap or lines - {SINGLE_LINE}:
                yield Violation("HD-09", lower.place, "cách dòng khác dòng đơn hoặc có cách đoạn")


def _hd_10(case: Case) -> Iterator[Violation]:
    for paragraph in _superiors(case):
        yield from checks("HD-10", paragraph, case.standard.span("agency_size"), italic=False, align="center")


def _hd_11(case: Case) -> Iterator[Violation]:
    span = case.standard.span("agency_size")
    for paragraph in case.document.agency[len(_superiors(case)) :]:
        yield from checks("HD-11", paragraph, span, bold=True, italic=False, align="center")


def _hd_12(case: Case) -> Iterator[Violation]:
    if case.document.agency:
        last = case.document.agency[-1]
        lines = case.document.agency
        widths = [longest_line(last), max(longest_line(p) for p in lines), max(text_width(p) for p in lines)]
        yield from share_of_line(case, "HD-12", last, widths)


def _hd_13(case: Case) -> Iterator[Violation]:
    number, place_date = case.document.number, case.document.place_date
    if number and place_date and len(case.document.columns) > 1:
        rows = [_row_of(case.document.columns, p) for p in (number, place_date)]
        if rows[0] != rows[1]:
            yield Violation("HD-13", place_date.place, "địa danh, thời gian ở hàng khác với số, ký hiệu")


def share_of_line(case: Case, rule: str, text: Paragraph, widths: list[float]) -> Iterator[Violation]:
    """Find a line that is not between a third and a half of the text line above it, or not balanced."""
    low, high = case.standard.span("rule_share")
    free = case.standard.number("rule_tolerance")

    def fits(length: float) -> bool:
        return any((low - free) * w <= length <= (high + free) * w for w in widths)

    line = _line(case, text, fits)
    if line is None:
        yield Violation(rule, text.place, "không có đường kẻ")
    elif not fits(line.length):
        yield Violation(
            rule,
            text.place,
            f"đường kẻ dài {millimetres(line.length)} mm, dòng chữ dài {millimetres(max(widths))} mm",
        )
    elif _off_centre(line, text):
        yield Violation(rule, text.place, "đường kẻ không cân đối ở giữa")


def _superiors(case: Case) -> list[Paragraph]:
    """Return the lines of the superior: those before the issuing agency that are not bold."""
    lines = case.document.agency
    bold = [any(run.format.bold for run in p.visible_runs) for p in lines]
    first = bold.index(True) if True in bold else 0
    return lines[:first]


def _line(case: Case, text: Paragraph, fits: Callable[[float], bool]) -> RulingLine | None:
    found = line_below(text, _following(case, text), list(_elsewhere(case, text)), fits)
    return found._replace(offset=None) if found and case.document.head == TABS else found


def _off_centre(line: RulingLine, text: Paragraph) -> bool:
    """Say whether a line lies visibly off the middle of the text above it."""
    allowed = _OFF_CENTRE if line.exact else _OFF_BY_HAND
    return line.offset is not None and abs(line.offset - middle_of(text)) > allowed


def _following(case: Case, paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraphs that stand below: in the same cell or in the text, and what only draws a line in the rows below."""
    for cells in _columns(case):
        for number, cell in enumerate(cells):
            if paragraph in cell:
                below = (line for other in cells[number + 1 :] for line in other)
                lines = takewhile(lambda line: not line.text or is_line_text(line), below)
                return [*cell[cell.index(paragraph) + 1 :], *lines]
    return []


def _columns(case: Case) -> Iterator[list[list[Paragraph]]]:
    """Yield the columns of the head, from the upper row to the lower one, then the text as a column of its own."""
    document = case.document
    if document.head != STACKED:
        for side in range(max(map(len, document.columns), default=0)):
            yield [row[side] for row in document.columns if side < len(row)]
    yield [[line for block in document.blocks if isinstance(block, Paragraph) for line in block.lines]]


def _elsewhere(case: Case, text: Paragraph) -> Iterator[RulingLine]:
    """Yield the lines that hang on other places of the head: the other row or column, above it, below it.

    One that hangs in another cell lies where nobody can say without drawing the page.
    """
    document = case.document
    if document.header is not None:
        yield from _cell_edges(list(document.header.cells), text)
    subject = text in document.subject
    around = [document.kind, *document.authority] if subject else [*document.lead, *document.below_head]
    cells = [] if subject else [p for row in document.columns for cell in row for p in cell]
    for paragraph in (*cells, *(p for p in around if p)):
        yield from (line._replace(offset=None) for line in drawn_lines(paragraph))


def _cell_edges(cells: list[Cell], text: Paragraph) -> Iterator[RulingLine]:
    own = next((cell for cell in cells if text.element in [p.element for p in cell.paragraphs]), None)
    if own is not None and own.ruled:
        yield RulingLine(own.width, 0)


def _row_of(rows: list[list[list[Paragraph]]], paragraph: Paragraph) -> int:
    return next((n for n, row in enumerate(rows) if any(paragraph in cell for cell in row)), -1)


CHECKS: dict[str, Check] = {
    "HD-01": _hd_01, "HD-02": _hd_02, "HD-03": _hd_03, "HD-04": _hd_04, "HD-05": _hd_05, "HD-06": _hd_06,
    "HD-07": _hd_07, "HD-08": _hd_08, "HD-09": _hd_09, "HD-10": _hd_10, "HD-11": _hd_11, "HD-12": _hd_12,
    "HD-13": _hd_13,
}  # fmt: skip
