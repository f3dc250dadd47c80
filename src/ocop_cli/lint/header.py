"""Rules on the head: Quốc hiệu, Tiêu ngữ, the agency's name and the lines under them."""

from collections.abc import Iterator

from ocop_cli.lint.reading import Cell, Paragraph
from ocop_cli.lint.ruling_lines import longest_line, ruling_line_below, text_width
from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.lint.violations import Case, Check, Violation, checks
from ocop_cli.ooxml.names import W

_SINGLE = 240
_COLUMNS = 2
_OFF_CENTRE = 2 * TWIPS_PER_MM


def _hd_01(case: Case) -> Iterator[Violation]:
    table = case.document.header
    if table is None:
        return
    columns = len(table.element.findall(f"{W}tblGrid/{W}gridCol"))
    wrong = [] if columns == _COLUMNS else [f"{columns} cột"]
    wrong += ["có đường viền"] if table.bordered else []
    if wrong:
        yield Violation("HD-01", "bảng phần đầu", ", ".join(wrong))


def _hd_02(case: Case) -> Iterator[Violation]:
    nation = case.document.nation
    if nation and nation.text not in case.standard.words("nation"):
        yield Violation("HD-02", nation.place, f"“{nation.text}”")
    elif nation is None and case.document.kind is not None:
        yield Violation("HD-02", "phần đầu văn bản", "không thấy Quốc hiệu")


def _hd_03(case: Case) -> Iterator[Violation]:
    if case.document.nation:
        span = case.standard.span("nation_size")
        yield from checks("HD-03", case.document.nation, span, bold=True, italic=False, align="center")


def _hd_04(case: Case) -> Iterator[Violation]:
    nation = case.document.nation
    if nation and case.document.header is not None:
        available = nation.available - nation.format.left - nation.format.right
        if text_width(nation) > available:
            yield Violation(
                "HD-04", nation.place, f"dòng dài {_mm(text_width(nation))} mm, ô rộng {_mm(available)} mm"
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
    line, wanted = ruling_line_below(motto, _following(case, motto)), text_width(motto)
    tolerance = case.standard.number("rule_tolerance")
    if line is None:
        yield Violation("HD-07", motto.place, "không có đường kẻ")
    elif abs(line.length - wanted) > tolerance * wanted:
        yield Violation(
            "HD-07", motto.place, f"đường kẻ dài {_mm(line.length)} mm, dòng chữ dài {_mm(wanted)} mm"
        )


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
            if gap or lines - {_SINGLE}:
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
        widths = [longest_line(last), max(longest_line(p) for p in case.document.agency)]
        yield from share_of_line(case, "HD-12", last, widths)


def _hd_13(case: Case) -> Iterator[Violation]:
    number, place_date, table = case.document.number, case.document.place_date, case.document.header
    if number and place_date and table:
        rows = [_row_of(table.rows, p) for p in (number, place_date)]
        if rows[0] != rows[1]:
            yield Violation("HD-13", place_date.place, "địa danh, thời gian ở hàng khác với số, ký hiệu")


def share_of_line(case: Case, rule: str, text: Paragraph, widths: list[float]) -> Iterator[Violation]:
    """Find a line that is not between a third and a half of the text line above it, or not balanced."""
    line = ruling_line_below(text, _following(case, text))
    low, high = case.standard.span("rule_share")
    available = case.standard.number("rule_tolerance")
    if line is None:
        yield Violation(rule, text.place, "không có đường kẻ")
    elif not any((low - available) * w <= line.length <= (high + available) * w for w in widths):
        yield Violation(
            rule, text.place, f"đường kẻ dài {_mm(line.length)} mm, dòng chữ dài {_mm(max(widths))} mm"
        )
    elif abs(line.offset) > _OFF_CENTRE:
        yield Violation(rule, text.place, "đường kẻ không cân đối ở giữa")


def _superiors(case: Case) -> list[Paragraph]:
    """Return the lines of the superior: those before the issuing agency that are not bold."""
    lines = case.document.agency
    bold = [any(run.format.bold for run in p.visible_runs) for p in lines]
    first = bold.index(True) if True in bold else 0
    return lines[:first]


def _following(case: Case, paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraphs that stand below, in the same cell or in the text."""
    for group in _groups(case):
        if paragraph in group:
            return group[group.index(paragraph) + 1 :]
    return []


def _groups(case: Case) -> Iterator[list[Paragraph]]:
    if case.document.header is not None:
        yield from (cell.paragraphs for cell in _cells(case))
    yield [block for block in case.document.blocks if isinstance(block, Paragraph)]


def _cells(case: Case) -> list[Cell]:
    return list(case.document.header.cells) if case.document.header else []


def _row_of(rows: tuple[tuple[Cell, ...], ...], paragraph: Paragraph) -> int:
    return next((n for n, row in enumerate(rows) if any(paragraph in cell.paragraphs for cell in row)), -1)


def _mm(twips: float) -> str:
    return f"{twips / TWIPS_PER_MM:.1f}".replace(".", ",")


CHECKS: dict[str, Check] = {
    "HD-01": _hd_01, "HD-02": _hd_02, "HD-03": _hd_03, "HD-04": _hd_04, "HD-05": _hd_05, "HD-06": _hd_06,
    "HD-07": _hd_07, "HD-08": _hd_08, "HD-09": _hd_09, "HD-10": _hd_10, "HD-11": _hd_11, "HD-12": _hd_12,
    "HD-13": _hd_13,
}  # fmt: skip
