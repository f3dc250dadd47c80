"""A verdict as people, code hosts and machines read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from xml.sax.saxutils import quoteattr

from ocop_cli.lint.report import Verdict
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.violations import Fault


class Format(StrEnum):
    """How verdicts are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """One file: its verdict, or why it could not be looked at."""

    path: PurePath
    verdict: Verdict | None
    unreadable: str = ""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults found."""
        return self.verdict.faults if self.verdict else ()


_KINDS = {"E": "lỗi", "W": "cảnh báo", "I": "gợi ý"}
_LEVELS = {"E": "error", "W": "warning", "I": "notice"}


def failed(found: FileVerdict, standard: Standard, *, strict: bool) -> bool:
    """Say whether a file fails: unreadable, an error, or under ``strict`` a warning."""
    weighty = "EW" if strict else "E"
    return bool(found.unreadable) or any(standard.rules[f.rule].severity in weighty for f in found.faults)


def text_lines(found: FileVerdict, standard: Standard) -> Iterator[str]:
    """Tell a verdict for people: each rule once, with its places, the worst first, the count at the end."""
    if found.verdict is None:
        yield f"{found.path}: không kiểm tra được: {found.unreadable}."
        return
    yield f"{found.path}: {found.verdict.kind}"
    for rule_id, faults in _by_rule(found, standard):
        rule = standard.rules[rule_id]
        yield f"  {_KINDS[rule.severity]}  {rule_id}  {rule.title}"
        yield from (f"      {fault.place}: {fault.found}" for fault in faults[:_SHOWN])
        if len(faults) > _SHOWN:
            yield f"      … và {len(faults) - _SHOWN} chỗ khác"
        yield f"      Căn cứ: {_cite(standard, rule_id)}. Sửa: {rule.cure}{' (--fix sửa được)' if rule.fixable else ''}."
    yield f"  {_count(found, standard)}"


_SHOWN = 3  # places of one rule that are told; the rest is counted


def verdicts_json(found: list[FileVerdict], standard: Standard) -> list[dict[str, object]]:
    """Return the verdicts for a JSON output."""
    return [
        {
            "file": str(each.path),
            "kind": each.verdict.kind if each.verdict else None,
            "unreadable": each.unreadable or None,
            "faults": [
                {
                    "rule": fault.rule,
                    "severity": standard.rules[fault.rule].severity,
                    "title": standard.rules[fault.rule].title,
                    "place": fault.place,
                    "found": fault.found,
                    "cure": standard.rules[fault.rule].cure,
                    "cite": _cite(standard, fault.rule),
                }
                for fault in each.faults
            ],
        }
        for each in found
    ]


def github_lines(found: list[FileVerdict], standard: Standard) -> Iterator[str]:
    """Return workflow commands, one per fault."""
    for each in found:
        if each.unreadable:
            yield f"::error file={each.path}::{each.unreadable}"
        for fault in each.faults:
            rule = standard.rules[fault.rule]
            text = f"{rule.title}: {fault.place}: {fault.found}".replace("%", "%25").replace("\n", "%0A")
            yield f"::{_LEVELS[rule.severity]} file={each.path},title={fault.rule}::{text}"


def junit_report(found: list[FileVerdict], standard: Standard) -> str:
    """Return a JUnit document: one case per file, failed when a rule of the decree is broken."""
    cases = []
    for each in found:
        wrong = [
            f"{f.rule} {f.place}: {f.found}" for f in each.faults if standard.rules[f.rule].severity == "E"
        ]
        message = each.unreadable or "; ".join(wrong)
        failure = f"<failure message={quoteattr(message)}/>" if message else ""
        cases.append(f"<testcase classname='ocop.lint' name={quoteattr(str(each.path))}>{failure}</testcase>")
    return f"<testsuite name='ocop lint' tests='{len(found)}'>{''.join(cases)}</testsuite>"


def _by_rule(found: FileVerdict, standard: Standard) -> list[tuple[str, list[Fault]]]:
    grouped: dict[str, list[Fault]] = {}
    for fault in found.faults:
        grouped.setdefault(fault.rule, []).append(fault)
    return sorted(grouped.items(), key=lambda pair: "EWI".index(standard.rules[pair[0]].severity))


def _count(found: FileVerdict, standard: Standard) -> str:
    counts = {kind: sum(standard.rules[f.rule].severity == kind for f in found.faults) for kind in _KINDS}
    told = ", ".join(f"{number} {_KINDS[kind]}" for kind, number in counts.items() if number)
    return f"{told or 'Đúng thể thức, không có lỗi'}."


def _cite(standard: Standard, rule_id: str) -> str:
    """Return the article; one that stands in the decree's annexes is named with the decree."""
    cite = standard.rules[rule_id].cite
    return f"{standard.decree}, {cite}" if cite.startswith("Phụ lục") else cite
