"""The printed pages of a document, where an office program made them: what widths and sizes only let one reckon.

A rule that can be asked of the page is asked there, and its reckoned verdict is dropped.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ocop_cli.lint.standard import TWIPS_PER_MM
from ocop_cli.lint.violations import Case, Violation

_OUT = 2.0  # mm: what sticks out less is not seen
_ENOUGH = 8  # letters by which a line is known
_NUMBER = 5  # letters of a page number at most


class SeenLine(NamedTuple):
    """A line as printed: its words, and where they stand on the page from its left and upper edge, in millimetres."""

    text: str
    left: float
    right: float
    top: float = 0
    height: float = 0


class SeenPage(NamedTuple):
    """A printed page: its lines from top to bottom, how wide and high it is, in millimetres."""

    width: float
    lines: tuple[SeenLine, ...]
    height: float = 297


class Prints(NamedTuple):
    """A file as printed: its pages, and the pictures (PNG) of as many of them as there are."""

    pages: tuple[SeenPage, ...] = ()
    pictures: tuple[bytes, ...] = ()


SeenCheck = Callable[[Case, Sequence[SeenPage]], Iterator[Violation] | None]


def seen_violations(
    case: Case, pages: Sequence[SeenPage], reckoned: Sequence[Violation]
) -> tuple[list[Violation], tuple[str, ...]]:
    """Return the violations with those of the page in the place of reckoned ones, and the rules that the page decided."""
    decided = {
        rule: list(found) for rule, check in _SEEN.items() if (found := check(case, pages)) is not None
    }
    kept = [each for each in reckoned if each.rule not in decided or _is_of_the_file(each)]
    return [*kept, *(each for found in decided.values() for each in found)], (*decided, "PG-06")


def _is_of_the_file(violation: Violation) -> bool:
    """A table with borders sticks out with its edge, which is no word that the page shows."""
    return violation.rule == "PG-13" and violation.place == "bảng"


def _nation(case: Case, pages: Sequence[SeenPage]) -> Iterator[Violation] | None:
    """HD-04: Quốc hiệu on one line."""
    nation = case.document.nation
    lines = [_letters(line.text) for line in pages[0].lines]
    whole = _letters(nation.text) if nation else ""
    if nation is None or not any(whole[:_ENOUGH] in line for line in lines):
        return None
    if any(whole in line for line in lines):
        return iter(())
    return iter([Violation("HD-04", nation.place, "trên trang in rơi xuống dòng thứ hai")])


def _margin(case: Case, pages: Sequence[SeenPage]) -> Iterator[Violation]:
    """PG-13: words beyond the right margin."""
    rooms = [(s.size("w"), s.margin("right")) for s in case.document.sections]
    for number, page in enumerate(pages, 1):
        fitting = [margin for width, margin in rooms if abs(width / TWIPS_PER_MM - page.width) < _OUT]
        edge = page.width - min(fitting, default=0) / TWIPS_PER_MM
        out = max(page.lines, key=lambda line: line.right, default=None)
        if out is not None and out.right > edge + _OUT:
            found = f"chữ “{out.text[-30:]}” chiếm ra lề phải {out.right - edge:.0f} mm"
            yield Violation("PG-13", f"trang {number}", found)


def _signature(case: Case, pages: Sequence[SeenPage]) -> Iterator[Violation] | None:
    """KY-07: the signature in one piece, and not alone on its page; no page with a single line."""
    document = case.document
    if not document.powers or not document.is_official:
        return None
    first, last = (
        _page_of(pages, p.text) for p in (document.powers[0], document.signer or document.powers[-1])
    )
    if first is None or last is None:
        return None
    return _apart(case, pages, first, last)


def _apart(case: Case, pages: Sequence[SeenPage], first: int, last: int) -> Iterator[Violation]:
    if first != last:
        found = f"chức vụ ở trang {first + 1}, họ tên ở trang {last + 1}"
        yield Violation("KY-07", f"trang {first + 1}", found)
    ending = _letters(case.document.body[-1].text)[-_ENOUGH:] if case.document.body else ""
    if first and ending and not any(ending in _letters(line.text) for line in pages[first].lines):
        yield Violation("KY-07", f"trang {first + 1}", "phần ký đứng một mình, không có dòng nội dung nào")
    for number, page in enumerate(pages[1:], 2):
        lines = [line for line in page.lines if len(line.text.strip()) > _NUMBER]
        if len(lines) == 1:
            yield Violation("KY-07", f"trang {number}", f"chỉ có một dòng “{lines[0].text[:50]}”")


def _page_of(pages: Sequence[SeenPage], text: str) -> int | None:
    """Return the last page that shows a text: the signature's, where the same words stand above too."""
    wanted = _letters(text)
    shown = (n for n, page in enumerate(pages) if any(wanted in _letters(line.text) for line in page.lines))
    return max(shown, default=None)


def _letters(text: str) -> str:
    return "".join(text.split())


_SEEN: dict[str, SeenCheck] = {"HD-04": _nation, "PG-13": _margin, "KY-07": _signature}
"""The rules that are asked of the printed page; PG-06 takes the number of pages from it."""
