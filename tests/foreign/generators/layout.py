"""A paper as neutral blocks: paragraphs, tables and lines with their measures. Structures vary here, words do not."""

from __future__ import annotations

from functools import cache
from typing import Any

from papers import ARTICLE, BIG, CENTRE, TITLE, Paper
from PIL import ImageFont

Block = dict[str, Any]
LOOK: dict[str, Any] = {
    "font": "Times New Roman",
    "body_size": 14, "body_align": "both", "first": 12.7, "before": 6, "after": 0, "line": 1.15,
    "margins": (20, 20, 30, 20), "page": (210, 297), "number_in": "header", "number_size": 14,
    "title_page": True, "widths": (60, 100), "header": "table", "lines": "border", "foot": "table",
    "ground_italic": True, "date_italic": True, "kind_bold": True, "subject_bold": True, "article_bold": True,
    "title_bold": True, "motto_line": 1.0, "agency_line": 0.42, "subject_line": 0.42, "nation_size": 13,
    "motto_size": 14, "agency_size": 13, "number_char_size": 13, "date_size": 14, "about_size": 12, "about_gap": 6,
    "copies_title_size": 12, "copies_size": 11, "kind_size": 14, "subject_size": 14, "sign_size": 14,
    "address_bold": False, "before_header": "", "box": "", "colour": "", "motto_underline": False,
    "line_shift": 0.0, "hanging_copies": False, "tab_indent": False, "numbered": False, "soft_copies": False,
    "address_table": False, "even_footer": False, "sign_spaces": False, "second_body_font": "", "signer_bold": True,
    "copies_row": 1, "cut_nation": False, "copies_left": 0.0, "nfd": False, "theme": False, "blank_lines": 0,
}  # fmt: skip


@cache
def _font(bold: bool) -> Any:
    name = "Tinos-Bold.ttf" if bold else "Tinos-Regular.ttf"
    return ImageFont.truetype(f"/usr/share/fonts/truetype/croscore/{name}", 1000)


def width(text: str, size: float, *, bold: bool = True) -> float:
    """Return the width of a text in mm."""
    return float(_font(bold).getlength(text)) / 1000 * size * 25.4 / 72


def run(text: str, size: float, **more: Any) -> Block:
    return {"t": text, "sz": size, **more}


def par(*runs: Block, align: str = "left", **more: Any) -> Block:
    return {"p": list(runs), "align": align, **more}


def line(mm: float, how: str, **more: Any) -> Block:
    return {"rule": mm, "how": how, "p": [], "align": "center", **more}


def table(widths: tuple[float, ...], rows: list[list[list[Block]]], **more: Any) -> Block:
    return {"widths": list(widths), "rows": rows, **more}


def with_line(blocks: list[Block], mm: float, look: dict[str, Any]) -> list[Block]:
    """Put a ruling line below the last block of a cell, drawn in one of the usual ways."""
    if not mm or look["lines"] == "none":
        return blocks
    if look["lines"] in ("anchored-above", "vml-above"):
        return [
            *blocks[:-1],
            blocks[-1] | {"draw": {"mm": mm, "how": look["lines"], "shift": look["line_shift"]}},
        ]
    return [*blocks, line(mm, look["lines"], shift=look["line_shift"])]


def _left(paper: Paper, look: dict[str, Any]) -> list[Block]:
    names = [par(run(t, look["agency_size"], b=b), align="center") for t, b in paper["agency"]]
    longest = max(width(t, look["agency_size"], bold=b) for t, b in paper["agency"])
    return with_line(names, longest * look["agency_line"], look)


def _right(paper: Paper, look: dict[str, Any]) -> list[Block]:
    nation = par(run(paper["nation"], look["nation_size"], b=True), align="center")
    motto = par(run(paper["motto"], look["motto_size"], b=True, u=look["motto_underline"]), align="center")
    return with_line([nation, motto], width(paper["motto"], look["motto_size"]) * look["motto_line"], look)


def _numbers(paper: Paper, look: dict[str, Any]) -> list[list[Block]]:
    left = (
        [par(run(paper["number"], look["number_char_size"]), align="center", before=4)]
        if paper["number"]
        else []
    )
    if paper["about"]:
        left.append(par(run(paper["about"], look["about_size"]), align="center", before=look["about_gap"]))
    date = [par(run(paper["date"], look["date_size"], i=look["date_italic"]), align="center", before=4)]
    return [left or [par()], date if paper["date"] else [par()]]


def _head(paper: Paper, look: dict[str, Any]) -> list[Block]:
    left, right = _left(paper, look), _right(paper, look)
    numbers = _numbers(paper, look)
    style = look["header"]
    if style == "tabs":
        pairs = [
            (a, b) for a, b in zip(left + [par()] * 3, right + [par()] * 3, strict=False) if a["p"] or b["p"]
        ]
        pairs += [(numbers[0][0], numbers[1][0])]
        centre = {
            "tabs": [("center", look["widths"][0] / 2), ("center", look["widths"][0] + look["widths"][1] / 2)]
        }
        rows = [
            par(
                {"t": "\t", "sz": 13},
                *a["p"],
                {"t": "\t", "sz": 13},
                *b["p"],
                **centre,
                before=8 if n == 2 else 0,
            )
            for n, (a, b) in enumerate(pairs)
        ]
        drawn = [b["rule"] for b in right if b.get("rule")]
        if drawn:
            rows[1]["draw"] = {
                "mm": drawn[0],
                "how": "anchored-above",
                "at": look["widths"][0] + (look["widths"][1] - drawn[0]) / 2,
            }
        return rows + [par(*b["p"], align="center", before=6) for b in numbers[0][1:]]
    if style == "soft":
        left = [_glued(left)] + [b for b in left if b.get("rule")]
        right = [_glued(right)] + [b for b in right if b.get("rule")]
    if style == "next-row":  # the lines are anchored in the row of number and date
        for cell, name in ((left, 0), (right, 1)):
            drawn = next((b for b in cell if b.get("rule")), None)
            if drawn:
                cell.remove(drawn)
                numbers[name][0]["draw"] = {"mm": drawn["rule"], "how": look["lines_next"], "up": True}
    if style == "one-row":
        return [table(look["widths"], [[left + numbers[0], right + numbers[1]]])]
    if style == "three-rows":
        return [table(look["widths"], [[left[:1], right[:1]], [left[1:] or [par()], right[1:]], numbers])]
    if style == "nested":
        inner = table((look["widths"][0] - 4, look["widths"][1] - 4), [[left, right], numbers])
        return [table((sum(look["widths"]),), [[[inner, par()]]])]
    return [
        table(look["widths"], [[left, right], numbers], **({"grid": look["grid"]} if "grid" in look else {}))
    ]


def _glued(blocks: list[Block]) -> Block:
    texts = [b for b in blocks if b["p"]]
    runs: list[Block] = []
    for block in texts:
        runs += [{"t": "\n", "sz": 13}] if runs else []
        runs += block["p"]
    return par(*runs, align="center")


def _body(paper: Paper, look: dict[str, Any]) -> list[Block]:
    return [_text(item, look, n) for n, item in enumerate(paper["body"])]


def _text(item: list[str], look: dict[str, Any], position: int) -> Block:
    kind, text = item[0], item[1]
    size = look["body_size"]
    shape = {
        "align": look["body_align"],
        "first": look["first"],
        "before": look["before"],
        "after": look["after"],
        "line": look["line"],
    }
    if kind == ARTICLE:
        runs = [run(text, size, b=look["article_bold"])] + ([run(item[2], size)] if item[2] else [])
        return par(*runs, **shape)
    bold = kind == BIG or (kind == TITLE and look["title_bold"])
    if kind == CENTRE:
        return par(run(text, size, b=True), align="center", before=6)
    more: Block = {}
    if look["numbered"] and text[:1].isdigit() and text[1:3] == ". ":
        text, more = text[3:], {"num": position}
    if look["tab_indent"]:
        text, shape = f"\t{text}", shape | {"first": 0}
    own = {"font": look["second_body_font"]} if look["second_body_font"] and position == 1 else {}
    colour = {"color": look["colour"]} if look["colour"] and position == 1 else {}
    return par(run(text, size, b=bold, **own, **colour), **shape, **more)


def _kind(paper: Paper, look: dict[str, Any]) -> list[Block]:
    blocks = []
    if paper["kind"]:
        blocks.append(
            par(run(paper["kind"], look["kind_size"], b=look["kind_bold"]), align="center", before=12)
        )
    subject = [
        par(run(t, look["subject_size"], b=look["subject_bold"]), align="center") for t in paper["subject"]
    ]
    if subject:
        longest = max(min(width(t, look["subject_size"]), 160) for t in paper["subject"])
        subject = with_line(subject, longest * look["subject_line"], look)
    blocks += subject
    if paper["authority"]:
        blocks.append(par(run(paper["authority"], 14, b=True), align="center", before=12))
    return blocks


def _address(paper: Paper, look: dict[str, Any]) -> list[Block]:
    lines = paper["address"]
    if not lines:
        return []
    runs = [run(t, look["body_size"], b=look["address_bold"]) for t in lines]
    if look["address_table"]:
        return [
            table(
                (45, 115), [[[par(runs[0], align="right", before=6)], [par(r, before=6) for r in runs[1:]]]]
            )
        ]
    if len(lines) == 1:
        return [par(runs[0], align="center", before=12, after=6)]
    return [par(runs[0], left=35, before=12), *(par(r, left=45) for r in runs[1:])]


def _grounds(paper: Paper, look: dict[str, Any]) -> list[Block]:
    shape = {"align": "both", "first": 12.7, "before": 6, "line": look["line"]}
    blocks = [par(run(t, look["body_size"], i=look["ground_italic"]), **shape) for t in paper["grounds"]]
    if paper["order"]:
        blocks.append(par(run(paper["order"], 14, b=True), align="center", before=12, after=6))
    return blocks


def _copies(paper: Paper, look: dict[str, Any]) -> list[Block]:
    if not paper["copies"] and not paper.get("bare_copies"):
        return []
    title = run("Nơi nhận:", look["copies_title_size"], b=True, i=True)
    lines = [run(t, look["copies_size"]) for t in paper["copies"]]
    if look["soft_copies"]:
        runs = [title]
        for each in lines:
            runs += [{"t": "\n", "sz": 11}, each]
        return [par(*runs)]
    shape = {"left": 2.5, "first": -2.5} if look["hanging_copies"] else {"left": look["copies_left"]}
    return [par(title), *(par(r, **shape) for r in lines)]


def _signature(paper: Paper, look: dict[str, Any]) -> list[Block]:
    size = look["sign_size"]
    powers = [par(run(t, size, b=True), align="center") for t in paper["powers"]]
    signer = [par(run(paper["signer"], size, b=look["signer_bold"]), align="center", before=70)]
    if look["sign_spaces"]:
        signer = [par(run("        " + paper["signer"], size, b=True), align="left", before=70)]
    return powers + signer


def _foot(paper: Paper, look: dict[str, Any]) -> list[Block]:
    copies, signed = _copies(paper, look), _signature(paper, look)
    if paper.get("minutes"):
        clerk = [
            par(run("THƯ KÝ", 14, b=True), align="center"),
            par(run("Lê Thị Ví Dụ", 14, b=True), align="center", before=70),
        ]
        return [par(), table((80, 80), [[clerk, signed]]), *copies]
    gap = par(line=1)
    if look["foot"] == "second-row":
        powers = len(paper["powers"])
        rows = [[copies[:1], signed[:powers]], [copies[1:] or [par()], signed[powers:]]]
        return [gap, table((75, 85), rows)]
    if look["foot"] == "nested":
        return [gap, table((75, 85), [[[table((70,), [[copies]]), par()], signed]])]
    if look["foot"] == "tabs":
        stop = {"tabs": [("center", 117)]}
        rows = [par(*copies[0]["p"], {"t": "\t", "sz": 14}, *signed[0]["p"], **stop)]
        right = [*signed[1:-1], *[par(run("", 14))] * 4, par(*signed[-1]["p"])]
        for n in range(max(len(copies) - 1, len(right))):
            left = copies[n + 1]["p"] if n + 1 < len(copies) else []
            rows.append(par(*left, {"t": "\t", "sz": 14}, *(right[n]["p"] if n < len(right) else []), **stop))
        return [gap, *rows]
    return [gap, table((75, 85), [[copies or [par()], signed]])]


def compose(paper: Paper, look: dict[str, Any]) -> list[Block]:
    """Return the blocks of a paper in the order of the page."""
    first = [par(run(look["before_header"], 13, b=True), align="right")] if look["before_header"] else []
    blocks = first + _head(paper, look)
    if look["box"]:
        blocks.append(par(box=look["box"]))
    blocks += _kind(paper, look) + _address(paper, look) + _grounds(paper, look) + _body(paper, look)
    blocks += [par(run("", 14)) for _ in range(look["blank_lines"])]
    for rows in paper["data_table"][:1]:
        cells = [[[par(run(t, 13), align="center")] for t in row] for row in rows]
        blocks.insert(
            len(blocks) - 1, table(tuple(look.get("data_widths", (20, 80, 60))), cells, border=True)
        )
    blocks += _foot(paper, look)
    for n, text in enumerate(paper["annex"]):
        blocks.append(par(run(text, 14, b=n < 2, i=n == 2), align="center", new_page=n == 0))
    return blocks
