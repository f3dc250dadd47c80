"""A violation report as people read it."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from ocop_cli.lint.report import ViolationReport
from ocop_cli.lint.standard import Rule, Standard
from ocop_cli.lint.violations import Violation
from ocop_cli.viet.text import lower_first, upper_first


class FileReport(NamedTuple):
    """One file: its violation report, or why it could not be looked at; ``remarks`` are what a PDF lacks.

    ``is_fixed``: it has been fixed just now, as far as that can be done.
    """

    path: PurePath
    report: ViolationReport | None
    unreadable: str = ""
    remarks: tuple[str, ...] = ()
    is_fixed: bool = False

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The violations found."""
        return self.report.violations if self.report else ()


KINDS: dict[str, str] = {"E": "lỗi", "W": "cảnh báo", "I": "gợi ý"}
"""The severities in words."""


def failed(found: FileReport, standard: Standard, *, strict: bool) -> bool:
    """Say whether a file fails: unreadable, an error, or under ``strict`` a warning."""
    weighty = "EW" if strict else "E"
    return bool(found.unreadable or found.remarks) or any(
        standard.rules[f.rule].severity in weighty for f in found.violations
    )


def text_lines(found: FileReport, standard: Standard) -> Iterator[str]:
    """Tell a violation report for people: each rule once, with its places, the worst first, the count at the end."""
    if found.unreadable:
        yield f"{found.path}: không kiểm tra được: {found.unreadable}."
        return
    if found.report is None:
        yield f"{found.path}: bản PDF"
        yield from (f"  cảnh báo  {upper_first(remark)}." for remark in found.remarks)
        yield f"  {f'{len(found.remarks)} cảnh báo' if found.remarks else 'Đúng thể thức bản điện tử, không có lỗi'}."
        return
    yield f"{found.path}: {found.report.kind}"
    unseen = {*standard.words("unseen")}.difference(found.report.seen)
    for rule_id, violations in by_rule(found, standard):
        if rule_id not in unseen:
            yield from _rule_lines(standard.rules[rule_id], violations, standard, can_fix=not found.is_fixed)
    yield from _unseen_line(found, standard)
    yield from _left_line(found, standard)
    if found.report.pages:
        rules = ", ".join(sorted(found.report.seen))
        yield f"  Đã xem {found.report.pages} trang in thật; theo đó mà xét: {rules}."
    if told := left_out_words(found.report):
        yield f"  {told}"
    yield f"  {_count(found, standard)}"


def _rule_lines(
    rule: Rule, violations: Sequence[Violation], standard: Standard, *, can_fix: bool
) -> Iterator[str]:
    yield f"  {KINDS[rule.severity]}  {rule.id}  {rule.title}"
    yield from (f"      {violation.place}: {violation.found}" for violation in violations[:_SHOWN])
    if len(violations) > _SHOWN:
        yield f"      … và {len(violations) - _SHOWN} chỗ khác"
    can = " (--fix sửa được)" if rule.fixable and can_fix else ""
    yield f"      Căn cứ: {standard.cite(rule.id)}. Sửa: {rule.hint}{can}."


def _left_line(found: FileReport, standard: Standard) -> Iterator[str]:
    """What is fixed elsewhere and not here is said, or it would be tried again and again."""
    left = [rule for rule, _ in by_rule(found, standard) if standard.rules[rule].fixable]
    if found.is_fixed and left:
        yield f"  Không tự sửa {', '.join(left)}: sửa thì chỗ khác của trang cũng đổi, hoặc chữ sang trang khác; hãy sửa trong Word."


def left_out_words(report: ViolationReport) -> str:
    """Say how many rules could not be asked of a document and why; empty where all were."""
    return f"{upper_first(report.why)}: chưa xét {report.left_out} quy định." if report.left_out else ""


def _unseen_line(found: FileReport, standard: Standard) -> Iterator[str]:
    """What no printed page shows is told in one line."""
    told = {v.rule for v in found.violations}.difference(found.report.seen if found.report else ())
    rules = [standard.rules[name] for name in standard.words("unseen") if name in told]
    if rules:
        names = ", ".join(f"{rule.id} ({lower_first(rule.title)})" for rule in rules)
        cure = ", ".join(rule.id for rule in rules if rule.fixable and not found.is_fixed)
        yield f"  gợi ý  Không hiện trên trang in: {names}." + (f" --fix sửa được {cure}." if cure else "")


_SHOWN = 3  # places of one rule that are told; the rest is counted


def summary_line(found: Sequence[FileReport], standard: Standard) -> str:
    """Count the files of a folder by what was found in them."""
    bad = sum(failed(each, standard, strict=False) for each in found)
    unread = sum(bool(each.unreadable) for each in found)
    told = f"{len(found)} tệp: {len(found) - bad} tệp không có lỗi, {bad} tệp có lỗi"
    return f"{told}, trong đó {unread} tệp không đọc được." if unread else f"{told}."


def worst_first(found: Sequence[FileReport], standard: Standard) -> list[FileReport]:
    """Sort files: those that cannot be read, then by errors, warnings, name."""

    def weight(each: FileReport) -> tuple[bool, int, int, str]:
        counts = [sum(standard.rules[v.rule].severity == s for v in each.violations) for s in "EW"]
        return (not each.unreadable, -counts[0], -counts[1] - len(each.remarks), str(each.path))

    return sorted(found, key=weight)


def by_rule(found: FileReport, standard: Standard) -> list[tuple[str, list[Violation]]]:
    """Return the violations of each rule, the worst rules first."""
    grouped: dict[str, list[Violation]] = {}
    for violation in found.violations:
        grouped.setdefault(violation.rule, []).append(violation)
    return sorted(grouped.items(), key=lambda pair: "EWI".index(standard.rules[pair[0]].severity))


def _count(found: FileReport, standard: Standard) -> str:
    counts = {kind: sum(standard.rules[f.rule].severity == kind for f in found.violations) for kind in KINDS}
    told = ", ".join(f"{number} {KINDS[kind]}" for kind, number in counts.items() if number)
    return f"{told or 'Đúng thể thức, không có lỗi'}."
