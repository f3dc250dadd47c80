"""The violation report as a page of its own: what is wrong in each file, and its printed pages with the places marked."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from ocop_cli.lint.seen import Prints, SeenLine, SeenPage
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.words import KINDS, FileReport, by_rule, left_out_words, summary_line
from ocop_cli.render.own_page import own_page
from ocop_cli.viet.text import upper_first

_QUOTED = re.compile(r"“([^”…]+)")
_SHOWN = 20  # places of one rule
_SHORT = 3  # letters: so little names no line


def lint_page(found: Sequence[FileReport], standard: Standard, prints: Mapping[PurePath, Prints]) -> str:
    """Return the page: one HTML file that needs no network."""
    files = [_file(each, standard, prints.get(each.path, Prints())) for each in found]
    values = {"files": files, "summary": summary_line(found, standard), "decree": standard.decree}
    return own_page("lint", None, values).decode()


def _file(each: FileReport, standard: Standard, prints: Prints) -> dict[str, Any]:
    report = each.report
    return {
        "name": str(each.path),
        "kind": report.kind if report else "bản PDF" if not each.unreadable else "",
        "pages": report.pages if report else 0,
        "trouble": each.unreadable,
        "left_out": left_out_words(report) if report else "",
        "remarks": list(map(upper_first, each.remarks)),
        "rules": list(_rules(each, standard)),
        "pictures": [
            {
                "width": round(page.width, 1),
                "height": round(page.height, 1),
                "picture": b64encode(picture).decode(),
                "marks": list(_marks(page, number, each, standard)),
            }
            for number, (page, picture) in enumerate(zip(prints.pages, prints.pictures, strict=False), 1)
        ],
    }


def _rules(each: FileReport, standard: Standard) -> Iterator[dict[str, Any]]:
    for rule_id, violations in by_rule(each, standard):
        rule = standard.rules[rule_id]
        places = [f"{violation.place}: {violation.found}" for violation in violations]
        more = [f"… và {len(places) - _SHOWN} chỗ khác"] if len(places) > _SHOWN else []
        yield {
            "id": rule_id, "severity": rule.severity, "word": KINDS[rule.severity], "title": rule.title,
            "hint": rule.hint, "cite": standard.cite(rule_id), "places": [*places[:_SHOWN], *more],
        }  # fmt: skip


def _marks(page: SeenPage, number: int, each: FileReport, standard: Standard) -> Iterator[dict[str, Any]]:
    """Yield a frame around each line that a violation names by its words, with the rules that it breaks."""
    for line in page.lines:
        rules = dict.fromkeys(v.rule for v in each.violations if _names(f"{v.place} {v.found}", line, number))
        if rules:
            worst = min((standard.rules[rule].severity for rule in rules), key="EWI".index)
            yield {
                "left": round(line.left - 1, 1), "top": round(line.top - 0.5, 1), "severity": worst,
                "above": round(line.top - 1.1, 1),
                "width": round(line.right - line.left + 2, 1), "height": round(line.height + 1.5, 1),
                "rules": ", ".join(rules),
            }  # fmt: skip


def _names(told: str, line: SeenLine, number: int) -> bool:
    """Say whether the place of a violation is a line: it gives its opening words, or where it was seen its end."""
    elsewhere = re.search(r"\btrang (\d+)", told)
    if elsewhere and int(elsewhere[1]) != number:
        return False
    quoted = (words.strip() for words in _QUOTED.findall(told))
    return any(
        words in line.text or (len(line.text) > _SHORT and words.startswith(line.text))
        for words in quoted
        if words
    )
