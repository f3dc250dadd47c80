"""Legal grounds have their time in force: one that has lapsed, or is not yet in force, is told."""

from collections.abc import Iterable, Sequence
from datetime import date

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.acts import Act
from ocop_cli.viet.dates import show_date


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
