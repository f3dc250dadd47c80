"""Legal grounds: those of the decision applied and of other acts, each with its time in force."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ocop_cli.documents.frame import as_list
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.form import FormInfo
from ocop_cli.rules.acts import Act
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import show_date

_DECISION = "decision"
_UNSTATED = re.compile(r"Căn cứ Quyết định số \S+?[.;]?")  # the number alone: no day, no issuer, no subject


def grounds(
    form: FormInfo, decision: Decision, acts: Iterable[Act] = (), year: int | None = None
) -> list[str]:
    """Return the legal grounds under a decision: each ends with ``;``, the last with ``.``.

    An act that had lapsed before the decision took effect, or that does not speak of the ``year`` of the document, is
    left out. A decision whose data have no grounds is cited by its number alone, which ``ground_findings`` tells:
    never a guess, never an empty block.
    """
    known = {act.number: act for act in acts if year is None or act.speaks_of(year)}
    return as_list(line for name in form.grounds for line in _lines(name, decision, known.get(name)))


def _lines(name: str, decision: Decision, act: Act | None) -> Iterator[str]:
    if name == _DECISION:
        yield from [ground.text for ground in decision.grounds] or [f"Căn cứ Quyết định số {decision.number}"]
    elif act is not None and act.ground and (act.last is None or act.last >= decision.effective_from):
        yield act.ground


def ground_findings(grounds: Sequence[str], acts: Iterable[Act], on: date, document: str) -> list[Finding]:
    """Return what is wrong with the grounds of a document: a decision without its words, an act out of force."""
    unstated = [_unstated(ground, document) for ground in grounds if _UNSTATED.fullmatch(ground)]
    return [*unstated, *_lapsed(grounds, acts, on, document)]


def _unstated(ground: str, document: str) -> Finding:
    return Finding(
        "F308", Severity.ERROR, f"{ground.rstrip('.;')}: chưa có câu dẫn căn cứ", Place(document),
        why="văn bản phải dẫn quyết định áp dụng", hint="ghi mục grounds trong dữ liệu của quyết định, rồi lập lại văn bản",
    )  # fmt: skip


def _lapsed(grounds: Sequence[str], acts: Iterable[Act], on: date, document: str) -> Iterator[Finding]:
    """Yield a warning for every ground that cites an act out of force on a day."""
    for act in acts:
        cited = any(f"số {act.number}" in ground for ground in grounds)
        over = act.last is not None and on > act.last
        if cited and (over or on < act.first):
            when = (
                f"hết hiệu lực sau ngày {show_date(act.last)}"
                if over and act.last
                else f"có hiệu lực từ {show_date(act.first)}"
            )
            yield Finding(
                "F307", Severity.WARNING, f"Căn cứ {act.number} {when}, văn bản lập ngày {show_date(on)}", Place(document),
                why="căn cứ phải còn hiệu lực khi ban hành", hint="sửa câu căn cứ trong tệp Word trước khi lấy số; hồ sơ được chuyển tiếp theo quyết định cũ thì giữ",
            )  # fmt: skip
