"""Fix what can be fixed without touching words, rule by rule, never at the cost of another rule."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from ocop_cli.lint.fixes import FIXES
from ocop_cli.lint.parsing import parse_document
from ocop_cli.lint.report import violations_of
from ocop_cli.lint.standard import Standard
from ocop_cli.lint.views import MOVING, View, view_of
from ocop_cli.lint.violations import Case, Known
from ocop_cli.ooxml.package import Package, open_package, package_of
from ocop_cli.ooxml.styles import missing_styles
from ocop_cli.ooxml.text import has_tracked_changes


def fix(content: bytes, standard: Standard, known: Known = Known()) -> tuple[bytes, list[str]]:  # noqa: B008 - frozen
    """Return the file with what could be fixed, and the ids of the rules that were.

    Fixes are tried together; where the pages then show a change that is none of theirs, or a rule is broken anew,
    fewer of them are, until every one that is kept does its own work and nothing else. Raises ``UnreadableError``.
    """
    package = open_package(content)
    if _objection(package):
        return content, []
    before = _seen(package, standard, known)
    parts, rules = _kept(before, [rule for rule in FIXES if before.counts[rule]])
    return package_of(parts).repacked() if rules else content, rules


def objection(content: bytes) -> str:
    """Return why a file is not to be fixed at all, or nothing. Raises ``UnreadableError``."""
    return _objection(open_package(content))


def _objection(package: Package) -> str:
    if any(name.startswith("_xmlsignatures/") for name in package.parts):
        return "tệp có chữ ký số, sửa thì chữ ký mất hiệu lực"
    if has_tracked_changes(package.xml(package.main)):
        return "còn dấu vết sửa đổi (Track Changes) chưa chấp nhận"
    if missing := missing_styles(package):
        return f"tệp thiếu kiểu đoạn {', '.join(missing)} nên mỗi chương trình hiện một khác; mở bằng Word, lưu lại rồi hãy sửa"
    return ""


class _Seen(NamedTuple):
    """What lint and a reader see of a file: the document, how often each rule is broken and where, and the pages."""

    case: Case
    places: Mapping[str, frozenset[str]]
    counts: Counter[str]
    view: View

    @property
    def package(self) -> Package:
        """The parts of the file, as they are now."""
        return self.case.document.package

    def afresh(self) -> "_Seen":
        """The same file without what a fix has changed in it."""
        document = parse_document(package_of(self.package.parts), self.case.standard)
        return self._replace(case=self.case._replace(document=document))


def _seen(package: Package, standard: Standard, known: Known) -> _Seen:
    case = Case(parse_document(package, standard), standard, known)
    places: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for violation in violations_of(case):
        places.setdefault(violation.rule, set()).add(violation.place)
        counts[violation.rule] += 1
    return _Seen(case, {rule: frozenset(at) for rule, at in places.items()}, counts, view_of(case.document))


class _Tried(NamedTuple):
    """Rules that were fixed together, the file after that, and whether that did nothing else.

    ``again`` are those that may be fine without the others: that were cured and did not move the end of the text.
    """

    rules: list[str]
    after: Package
    again: list[str]
    fine: bool


def _tried(before: _Seen, rules: list[str]) -> _Tried:
    """Fix rules in the document itself, and look at it again: at its pages only when its rules are as they should be."""
    for rule in rules:
        FIXES[rule](before.case._replace(told=before.places.get(rule, frozenset())))
    case = before.case._replace(document=parse_document(before.package, before.case.standard))
    counts = Counter(violation.rule for violation in violations_of(case))
    cured = [rule for rule in rules if counts[rule] < before.counts[rule]]
    harmless = cured == rules and all(counts[rule] <= before.counts[rule] for rule in counts)
    if not harmless:
        return _Tried(rules, before.package, cured, fine=False)
    view = view_of(case.document)
    if not before.view.ends_like(view):
        return _Tried(rules, before.package, [rule for rule in rules if rule not in MOVING], fine=False)
    return _Tried(rules, before.package, [], before.view.allows(view, rules))


def _kept(before: _Seen, rules: list[str]) -> tuple[Mapping[str, bytes], list[str]]:
    """Return the parts of the file with what could be fixed, and the rules that were; the document is used up."""
    if not rules:
        return before.package.parts, []
    tried = _tried(before, rules)
    if not tried.fine and 0 < len(tried.again) < len(rules):  # most often the others alone stand in the way
        tried = _tried(before.afresh(), tried.again)
    if tried.fine:
        return tried.after.written(), tried.rules
    if len(rules) == 1:
        return before.package.parts, []
    middle = len(rules) // 2
    parts, first = _kept(before.afresh(), rules[:middle])
    between = before.afresh()
    if first:
        between = _seen(package_of(parts), before.case.standard, before.case.known)
    parts, second = _kept(between, rules[middle:])
    return parts, first + second
