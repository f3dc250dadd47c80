"""Rules on the head: Quốc hiệu, Tiêu ngữ, the agency's name and the lines under them."""

from collections.abc import Iterator

from ocop_cli.lint.formats import W
from ocop_cli.lint.reading import Cell, Paragraph
from ocop_cli.lint.ruling_lines import longest_line, ruling_below, text_width
from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.lint.violations import Case, Fault, Look, looks

_SINGLE = 240
_COLUMNS = 2
_OFF_CENTRE = 2 * TWIPS_PER_MM


def _hd_01(case: Case) -> Iterator[Fault]:
    table = case.paper.header
    if table is None:
        return
    columns = len(table.element.findall(f"{W}tblGrid/{W}gridCol"))
    wrong = [] if columns == _COLUMNS else [f"{columns} cột"]
    wrong += ["có đường viền"] if table.bordered else []
    if wrong:
        yield Fault("HD-01", "bảng phần đầu", ", ".join(wrong))


def _hd_02(case: Case) -> Iterator[Fault]:
    nation = case.paper.nation
    if nation and nation.text not in case.standard.words("nation"):
        yield Fault("HD-02", nation.place, f"“{nation.text}”")
    elif nation is None and case.paper.kind is not None:
        yield Fault("HD-02", "phần đầu văn bản", "không thấy Quốc hiệu")


def _hd_03(case: Case) -> Iterator[Fault]:
    if case.paper.nation:
        span = case.standard.span("nation_size")
        yield from looks("HD-03", case.paper.nation, span, bold=True, italic=False, align="center")


def _hd_04(case: Case) -> Iterator[Fault]:
    nation = case.paper.nation
    if nation and case.paper.header is not None:
        room = nation.room - nation.format.left - nation.format.right
        if text_width(nation) > room:
            yield Fault(
                "HD-04", nation.place, f"dòng dài {_mm(text_width(nation))} mm, ô rộng {_mm(room)} mm"
            )


def _hd_05(case: Case) -> Iterator[Fault]:
    motto = case.paper.motto
    if motto and motto.text != case.standard.word("motto"):
        yield Fault("HD-05", motto.place, f"“{motto.text}”")
    elif motto is None and case.paper.nation is not None:
        yield Fault("HD-05", "dưới Quốc hiệu", "không thấy Tiêu ngữ")


def _hd_06(case: Case) -> Iterator[Fault]:
    if case.paper.motto:
        span = case.standard.span("motto_size")
        yield from looks("HD-06", case.paper.motto, span, bold=True, italic=False, align="center")


def _hd_07(case: Case) -> Iterator[Fault]:
    motto = case.paper.motto
    if motto is None:
        return
    line, wanted = ruling_below(motto, _following(case, motto)), text_width(motto)
    tolerance = case.standard.number("rule_tolerance")
    if line is None:
        yield Fault("HD-07", motto.place, "không có đường kẻ")
    elif abs(line.length - wanted) > tolerance * wanted:
        yield Fault(
            "HD-07", motto.place, f"đường kẻ dài {_mm(line.length)} mm, dòng chữ dài {_mm(wanted)} mm"
        )


def _hd_08(case: Case) -> Iterator[Fault]:
    motto = case.paper.motto
    if motto and any(run.format.underlined for run in motto.inked):
        yield Fault("HD-08", motto.place, "gạch chân chữ")


def _hd_09(case: Case) -> Iterator[Fault]:
    paper = case.paper
    pairs = [(paper.nation, paper.motto), *zip(paper.agency, paper.agency[1:], strict=False)]
    for upper, lower in pairs:
        if upper and lower:
            gap = max(upper.format.after, lower.format.before)
            lines = {p.format.line for p in (upper, lower) if p.format.rule == "auto"}
            if gap or lines - {_SINGLE}:
                yield Fault("HD-09", lower.place, "cách dòng khác dòng đơn hoặc có cách đoạn")


def _hd_10(case: Case) -> Iterator[Fault]:
    for paragraph in _superiors(case):
        yield from looks("HD-10", paragraph, case.standard.span("agency_size"), italic=False, align="center")


def _hd_11(case: Case) -> Iterator[Fault]:
    span = case.standard.span("agency_size")
    for paragraph in case.paper.agency[len(_superiors(case)) :]:
        yield from looks("HD-11", paragraph, span, bold=True, italic=False, align="center")


def _hd_12(case: Case) -> Iterator[Fault]:
    if case.paper.agency:
        last = case.paper.agency[-1]
        widths = [longest_line(last), max(longest_line(p) for p in case.paper.agency)]
        yield from share_of_line(case, "HD-12", last, widths)


def _hd_13(case: Case) -> Iterator[Fault]:
    number, place_date, table = case.paper.number, case.paper.place_date, case.paper.header
    if number and place_date and table:
        rows = [_row_of(table.rows, p) for p in (number, place_date)]
        if rows[0] != rows[1]:
            yield Fault("HD-13", place_date.place, "địa danh, thời gian ở hàng khác với số, ký hiệu")


def share_of_line(case: Case, rule: str, text: Paragraph, widths: list[float]) -> Iterator[Fault]:
    """Find a line that is not between a third and a half of the text line above it, or not balanced."""
    line = ruling_below(text, _following(case, text))
    low, high = case.standard.span("rule_share")
    room = case.standard.number("rule_tolerance")
    if line is None:
        yield Fault(rule, text.place, "không có đường kẻ")
    elif not any((low - room) * w <= line.length <= (high + room) * w for w in widths):
        yield Fault(
            rule, text.place, f"đường kẻ dài {_mm(line.length)} mm, dòng chữ dài {_mm(max(widths))} mm"
        )
    elif abs(line.offset) > _OFF_CENTRE:
        yield Fault(rule, text.place, "đường kẻ không cân đối ở giữa")


def _superiors(case: Case) -> list[Paragraph]:
    """Return the lines of the superior: those before the issuing agency that are not bold."""
    lines = case.paper.agency
    bold = [any(run.format.bold for run in p.inked) for p in lines]
    first = bold.index(True) if True in bold else 0
    return lines[:first]


def _following(case: Case, paragraph: Paragraph) -> list[Paragraph]:
    """Return the paragraphs that stand below, in the same cell or in the text."""
    for group in _groups(case):
        if paragraph in group:
            return group[group.index(paragraph) + 1 :]
    return []


def _groups(case: Case) -> Iterator[list[Paragraph]]:
    if case.paper.header is not None:
        yield from (cell.paragraphs for cell in _cells(case))
    yield [block for block in case.paper.blocks if isinstance(block, Paragraph)]


def _cells(case: Case) -> list[Cell]:
    return list(case.paper.header.cells) if case.paper.header else []


def _row_of(rows: tuple[tuple[Cell, ...], ...], paragraph: Paragraph) -> int:
    return next((n for n, row in enumerate(rows) if any(paragraph in cell.paragraphs for cell in row)), -1)


def _mm(twips: float) -> str:
    return f"{twips / TWIPS_PER_MM:.1f}".replace(".", ",")


LOOKS: dict[str, Look] = {
    "HD-01": _hd_01, "HD-02": _hd_02, "HD-03": _hd_03, "HD-04": _hd_04, "HD-05": _hd_05, "HD-06": _hd_06,
    "HD-07": _hd_07, "HD-08": _hd_08, "HD-09": _hd_09, "HD-10": _hd_10, "HD-11": _hd_11, "HD-12": _hd_12,
    "HD-13": _hd_13,
}  # fmt: skip
