"""Legal grounds have their time in force: one that has lapsed, or is not yet in force, is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.decision import Rulebook
from ocop_cli.viet.dates import show_date


@dataclass(frozen=True, slots=True)
class Act:
    """An act that documents cite, with its first and last day in force; ``None``: no end is known."""

    number: str
    first: date
    last: date | None


def acts_of(rulebook: Rulebook) -> list[Act]:
    """Return the decisions on the criteria, and what amends them, as acts."""
    found = {}
    for text in rulebook.texts:
        found[text.number] = Act(text.number, text.effective_from, text.effective_to)
        for amendment in text.amendments:
            found[amendment.number] = Act(amendment.number, amendment.effective_from, text.effective_to)
    return list(found.values())


def lapsed_grounds(grounds: Sequence[str], acts: Iterable[Act], on: date, document: str) -> list[Finding]:
    """Return a warning for every ground that cites an act out of force on a day."""
    findings = []
    for act in acts:
        cited = any(f"số {act.number}" in ground for ground in grounds)
        over = act.last is not None and on > act.last
        if cited and (over or on < act.first):
            when = (
                f"hết hiệu lực sau ngày {show_date(act.last)}"
                if over and act.last
                else f"có hiệu lực từ {show_date(act.first)}"
            )
            findings.append(
                Finding(
                    "F307", Severity.WARNING, f"Căn cứ {act.number} {when}, văn bản lập ngày {show_date(on)}", Place(document),
                    why="căn cứ phải còn hiệu lực khi ban hành", hint="đổi căn cứ, hoặc giữ nếu hồ sơ được chuyển tiếp theo quyết định cũ",
                )
            )  # fmt: skip
    return findings
