"""Rules on the text: size, alignment, indents, gaps, numbering."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ocop_cli.lint.blocks import Block, Paragraph, Table
from ocop_cli.lint.components import ORDER, is_capitals
from ocop_cli.lint.numbering import to_roman
from ocop_cli.lint.standard import LINE_OF_FONT, SINGLE_LINE, TWIPS_PER_MM, TWIPS_PER_POINT
from ocop_cli.lint.violations import ALIGNMENTS, Case, Check, Violation, millimetres, points, sizes_outside

_CHAPTER = re.compile(r"^(Phần|Chương) (?P<number>\S+)$")
_DIVISION = re.compile(r"^(Mục|Tiểu mục) (?P<number>\S+)$")
_ARTICLE = re.compile(r"^Điều (?P<number>\d+)\.\s*(?P<title>.*)$")
_CLAUSE = re.compile(r"^(?P<number>\d+)\. \S")
_POINT_LINE = re.compile(r"^(?P<letter>[a-zđ])\) \S")
_WRONG_POINT = re.compile(r"^(\([a-zđ]\)|[a-zđ]\.) \S")
_BIG_PART = re.compile(r"^(?P<number>[IVXLC]+)\. (?P<title>.+)$")
_HEADINGS = (_CHAPTER, _DIVISION, _ARTICLE, _BIG_PART)
_NESTED = re.compile(r"^\d+\.\d+\.? ")
_ROMAN = re.compile(r"^[IVXLC]+$")
_SEEN = 28  # twips: half a millimetre, what a ruler shows
_CLOSE = 10
_TITLE = 90  # letters: a longer khoản is no title
_DONE = re.compile(r"\./\.[\s)”\"]*$")
_RUNS_OF_SPACE = re.compile(r"\S[ \t]{3,}\S")


def _is_heading(paragraph: Paragraph) -> bool:
    """Say whether a paragraph stands apart from the running text, by place or by its words."""
    return paragraph.format.align == "center" or bool(
        _CHAPTER.match(paragraph.text) or ORDER.match(paragraph.text)
    )


def _running(case: Case) -> list[Paragraph]:
    return [p for p in case.document.body if not _is_heading(p)] if case.document.is_official else []


def _nd_01(case: Case) -> Iterator[Violation]:
    for paragraph in _running(case):
        wrong = [f"cỡ {size}" for size in sizes_outside(paragraph, case.standard.span("body_size"))]
        italic_runs = [r for r in paragraph.visible_runs if r.format.italic]
        wrong += ["nghiêng"] if italic_runs and len(italic_runs) == len(paragraph.visible_runs) else []
        if wrong:
            yield Violation("ND-01", paragraph.place, ", ".join(wrong))


def _nd_02(case: Case) -> Iterator[Violation]:
    for paragraph in _running(case):
        if paragraph.format.align not in ("both", "distribute"):
            found = ALIGNMENTS.get(paragraph.format.align, paragraph.format.align)
            yield Violation("ND-02", paragraph.place, f"canh {found}")


def _nd_03(case: Case) -> Iterator[Violation]:
    wanted = [round(mm * TWIPS_PER_MM) for mm in case.standard.values["first_lines"]]
    for paragraph in _running(case):
        form = paragraph.format
        if form.listed or form.first < 0 or (paragraph.raw.startswith("\t") and form.first <= _SEEN):
            continue  # numbering hangs its numbers, a tab makes the indent: right on the page
        if form.left > _SEEN or all(abs(form.first - w) > _SEEN for w in wanted):
            found = f"lùi đầu dòng {millimetres(form.first)} mm, lề đoạn {millimetres(form.left)} mm"
            yield Violation("ND-03", paragraph.place, found)


def _nd_04(case: Case) -> Iterator[Violation]:
    least = case.standard.number("paragraph_gap") * TWIPS_PER_POINT
    running = set(_running(case))
    for above, below in pairwise(case.document.blocks):
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
            continue
        if above in running and below in running and (gap := _gap(above, below)) < least - _CLOSE:
            yield Violation("ND-04", below.place, f"cách đoạn trên {points(gap)}")


def _gap(above: Paragraph, below: Paragraph) -> int:
    """Return the distance between two paragraphs: what either asks for, nothing where the style says so for its own."""
    alike = above.format.style == below.format.style
    after = 0 if alike and above.format.contextual else above.format.after
    return after + (0 if alike and below.format.contextual else below.format.before)


def _nd_05(case: Case) -> Iterator[Violation]:
    low, high = case.standard.span("line_spacing")
    for paragraph in _running(case):
        form = paragraph.format
        own = SINGLE_LINE if form.rule == "auto" else LINE_OF_FONT * 10 * _size(paragraph)
        line = form.line / own
        if form.rule == "atLeast":
            line = max(line, 1.0)
        if not low - 0.01 <= line <= high + 0.01:  # rounding of 240ths
            yield Violation("ND-05", paragraph.place, f"cách dòng {line:.2f}".replace(".", ","))


def _nd_06(case: Case) -> Iterator[Violation]:
    empty = 0
    for block in _above_foot(case):
        bare = (
            isinstance(block, Paragraph)
            and not block.text
            and not block.format.ruled
            and not _holds_picture(block)
        )
        empty = empty + 1 if bare else 0
        if empty == 2 and isinstance(block, Paragraph):  # noqa: PLR2004 - one empty line may be meant
            yield Violation("ND-06", block.place, "nhiều dòng trống liền nhau")
    for paragraph in case.document.body:
        if ("\t" in paragraph.raw or "   " in paragraph.raw) and _RUNS_OF_SPACE.search(paragraph.raw):
            yield Violation("ND-06", paragraph.place, "canh chữ bằng dấu cách, dấu tab")


def _above_foot(case: Case) -> Sequence[Block]:
    """Return the blocks before Nơi nhận: below it empty lines keep the place of a signature."""
    blocks, foot = case.document.blocks, [p.element for p in case.document.copies[:1]]
    end = next((n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.element in foot), None)
    return blocks[:end]


def _nd_07(case: Case) -> Iterator[Violation]:
    yield from _labels(case, "ND-07", _CHAPTER, roman=True)


def _nd_08(case: Case) -> Iterator[Violation]:
    yield from _labels(case, "ND-08", _DIVISION, roman=False)


def _labels(case: Case, rule: str, pattern: re.Pattern[str], *, roman: bool) -> Iterator[Violation]:
    body = case.document.body
    for position, paragraph in enumerate(body):
        found = pattern.match(paragraph.text)
        if found is None:
            continue
        title = body[position + 1] if position + 1 < len(body) else None
        wrong = [] if bool(_ROMAN.match(found["number"])) is roman else ["sai loại số"]
        wrong += [] if paragraph.format.align == "center" and _is_bold(paragraph) else ["chưa canh giữa, đậm"]
        wrong += (
            []
            if title and is_capitals(title.text) and _is_bold(title)
            else ["tiêu đề bên dưới chưa in hoa, đậm"]
        )
        if wrong:
            yield Violation(rule, paragraph.place, ", ".join(wrong))


def _nd_09(case: Case) -> Iterator[Violation]:
    expected = 1
    for paragraph in case.document.body:
        found = _ARTICLE.match(paragraph.text)
        if found is None:
            continue
        wrong = [] if int(found["number"]) == expected else [f"số {found['number']}, cần {expected}"]
        wrong += [] if found["title"] else ["không có tiêu đề, nội dung"]
        bold = paragraph.mark_bold if paragraph.mark else paragraph.visible_runs[0].format.bold
        wrong += [] if bold else ["chưa đậm"]
        expected = int(found["number"]) + 1
        if wrong:
            yield Violation("ND-09", paragraph.place, ", ".join(wrong))


def _nd_10(case: Case) -> Iterator[Violation]:
    last, titles = 0, _table_titles(case)
    for paragraph in case.document.body:
        named = any(heading.match(paragraph.text) for heading in _HEADINGS)
        if named or (_is_heading(paragraph) and paragraph.element not in titles):
            last = 0
        found = _CLAUSE.match(paragraph.text)
        if found and paragraph.format.align != "center":  # what stands in the middle is a title
            number = int(found["number"])
            if number not in (1, last + 1):
                yield Violation("ND-10", paragraph.place, f"khoản {number} đứng sau khoản {last}")
            last = number
    for paragraph in _clause_titles(case):
        yield Violation("ND-10", paragraph.place, "tiêu đề khoản chưa đậm")


def _table_titles(case: Case) -> set[Any]:
    """Return the paragraphs in the middle or at the right that belong to the table below them: numbers go on after it."""
    titles: set[Any] = set()
    above_table = False
    for block in reversed(case.document.blocks):
        if isinstance(block, Table):
            above_table = block.bordered
        elif block.text:
            above_table = above_table and block.format.align in ("center", "right", "end")
            titles |= {block.element} if above_table else set()
    return titles


def _clause_titles(case: Case) -> Iterator[Paragraph]:
    """Yield the titles of khoản that stand alone on their line, text of theirs below, and are not bold."""
    for title, below in pairwise(case.document.body if case.document.is_known else ()):
        words = title.text
        alone = len(words) <= _TITLE and words[-1:].isalnum() and title.format.align != "center"
        own_text = not any(p.match(below.text) for p in (_CLAUSE, _ARTICLE, _BIG_PART)) and len(
            below.text
        ) > len(words)
        if alone and own_text and _CLAUSE.match(words) and not _any_bold(title):
            yield title


def _nd_11(case: Case) -> Iterator[Violation]:
    letters = case.standard.word("point_letters")
    last = -1
    for paragraph in case.document.body:
        if _WRONG_POINT.match(paragraph.text):
            yield Violation("ND-11", paragraph.place, f"“{paragraph.text.split(' ', 1)[0]}”, cần “a)”")
        found = _POINT_LINE.match(paragraph.text)
        if found:
            position = letters.find(found["letter"])
            if position < 0 or position not in (0, last + 1):
                yield Violation(
                    "ND-11", paragraph.place, f"điểm {found['letter']}) sai thứ tự chữ cái tiếng Việt"
                )
            last = position if position >= 0 else last


def _nd_12(case: Case) -> Iterator[Violation]:
    for paragraph in case.document.body if case.document.is_official else ():
        found = _BIG_PART.match(paragraph.text)
        if (
            found
            and len(paragraph.text) <= 2 * _TITLE
            and not (is_capitals(found["title"]) and _is_bold(paragraph))
        ):
            yield Violation("ND-12", paragraph.place, "chưa in hoa hoặc chưa đậm")


def _nd_13(case: Case) -> Iterator[Violation]:
    for paragraph in case.document.body:
        if _NESTED.match(paragraph.text):
            yield Violation("ND-13", paragraph.place, "đánh số nhiều cấp")
            return


def _nd_14(case: Case) -> Iterator[Violation]:
    body = case.document.body
    undone = case.document.is_known and body and not any(_DONE.search(p.text) for p in body[-2:])
    if undone and not _ends_in_table(case):
        yield Violation("ND-14", body[-1].place, "không có ./.")


def _ends_in_table(case: Case) -> bool:
    """Say whether a table of the text stands below its last paragraph."""
    blocks = case.document.blocks
    last = next((n for n, b in enumerate(blocks) if b is case.document.body[-1]), len(blocks))
    following = next((b for b in blocks[last + 1 :] if isinstance(b, Table) or b.text), None)
    return isinstance(following, Table) and following.bordered


def _nd_15(case: Case) -> Iterator[Violation]:
    annexes = case.document.annexes
    if not annexes or case.document.is_annex_file:
        return
    text = " ".join(p.text.lower() for p in case.document.body)
    if "phụ lục" not in text and "kèm theo" not in text:
        yield Violation("ND-15", "nội dung", "không nhắc đến phụ lục")
    labels = [p.text for annex in annexes for p in annex[:1] if isinstance(p, Paragraph)]
    numbers = [label.rpartition(" ")[2] for label in labels]
    if len(labels) > 1 and numbers != [to_roman(n) for n in range(1, len(labels) + 1)]:
        yield Violation("ND-15", "phụ lục", f"đánh số: {', '.join(labels)}")


def _ax_02(case: Case) -> Iterator[Violation]:
    bare = [p for p in case.document.body if not p.format.outline and any(h.match(p.text) for h in _HEADINGS)]
    if bare:
        yield Violation("AX-02", bare[0].place, f"{len(bare)} đề mục không có cấp")


def _is_bold(paragraph: Paragraph) -> bool:
    return all(run.format.bold for run in paragraph.visible_runs)


def _any_bold(paragraph: Paragraph) -> bool:
    return any(run.format.bold for run in paragraph.visible_runs)


def _size(paragraph: Paragraph) -> float:
    return paragraph.visible_runs[0].format.size if paragraph.visible_runs else 28


def _holds_picture(paragraph: Paragraph) -> bool:
    return next(paragraph.element.iter("{*}drawing", "{*}pict", "{*}br"), None) is not None


CHECKS: dict[str, Check] = {
    "ND-01": _nd_01, "ND-02": _nd_02, "ND-03": _nd_03, "ND-04": _nd_04, "ND-05": _nd_05, "ND-06": _nd_06,
    "ND-07": _nd_07, "ND-08": _nd_08, "ND-09": _nd_09, "ND-10": _nd_10, "ND-11": _nd_11, "ND-12": _nd_12,
    "ND-13": _nd_13, "ND-14": _nd_14, "ND-15": _nd_15, "AX-02": _ax_02,
}  # fmt: skip
