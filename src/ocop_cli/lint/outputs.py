"""Violation reports for machines: JSON, the lines of a code host, JUnit."""

from collections.abc import Iterator

from ocop_cli.annotations import annotation
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Violation
from ocop_cli.lint.words import FileReport
from ocop_cli.viet.text import upper_first

_LEVELS = {"E": "error", "W": "warning", "I": "notice"}


def reports_json(found: list[FileReport], standard: Standard) -> list[dict[str, object]]:
    """Return the violation reports for a JSON output."""
    return [
        {
            "file": str(each.path),
            "kind": each.report.kind if each.report else None,
            "unreadable": each.unreadable or None,
            "remarks": list(each.remarks),
            "left_out": each.report.left_out if each.report else 0,
            "left_out_why": (each.report.why or None) if each.report else None,
            "pages_seen": each.report.pages if each.report else 0,
            "rules_seen": sorted(each.report.seen) if each.report else [],
            "faults": [_violation_json(violation, standard) for violation in each.violations],
        }
        for each in found
    ]


def _violation_json(violation: Violation, standard: Standard) -> dict[str, str]:
    rule = standard.rules[violation.rule]
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "place": violation.place,
        "found": violation.found,
        "cure": rule.hint,
        "cite": standard.cite(rule.id),
    }


def github_lines(found: list[FileReport], standard: Standard) -> Iterator[str]:
    """Return workflow commands, one per violation."""
    for each in found:
        if each.unreadable:
            yield annotation("error", {"file": each.path}, each.unreadable)
        yield from (
            annotation("warning", {"file": each.path}, upper_first(remark)) for remark in each.remarks
        )
        for violation in each.violations:
            rule = standard.rules[violation.rule]
            where = {"file": each.path, "title": violation.rule}
            yield annotation(
                _LEVELS[rule.severity], where, f"{rule.title}: {violation.place}: {violation.found}"
            )


def junit_report(found: list[FileReport], standard: Standard) -> str:
    """Return a JUnit document: one case per file, failed when a rule of the decree is broken."""
    from xml.sax.saxutils import quoteattr  # it brings HTTP with it

    cases = []
    for each in found:
        wrong = [
            f"{f.rule} {f.place}: {f.found}"
            for f in each.violations
            if standard.rules[f.rule].severity == "E"
        ]
        message = each.unreadable or "; ".join([*each.remarks, *wrong])
        failure = f"<failure message={quoteattr(message)}/>" if message else ""
        cases.append(f"<testcase classname='ocop.lint' name={quoteattr(str(each.path))}>{failure}</testcase>")
    return f"<testsuite name='ocop lint' tests='{len(found)}'>{''.join(cases)}</testsuite>"
