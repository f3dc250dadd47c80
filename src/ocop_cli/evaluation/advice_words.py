"""The plan to reach a star as people read it: what to raise, by what work of whom, and what stands in the way."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.evaluation.advice import MOST_PLANS
from ocop_cli.evaluation.advice_steps import Advice, Step
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.score_words import bar_words, doubts, gate_words
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number, show_rounded

_HOLDERS = {"producer": "chủ thể", "commune": "xã", "province": "cấp tỉnh"}
_UNANSWERED = 6  # so many unanswered criteria are named, the rest is counted


def advice_table(advice: Advice, score: Score, title: str) -> Table:
    """Lay the first of the equally good ways out, minima before points."""
    columns = (
        Column("Tiêu chí", weight=2),
        Column("Đang có", weight=2),
        Column("Cần lên", weight=2),
        Column("Thêm", Align.RIGHT),
        Column("Việc, ai làm", weight=3),
        Column("Thời gian", weight=1),
        Column("Tiền (đồng)", Align.RIGHT),
        Column("Công sức", Align.RIGHT),
        Column("Nguồn", weight=1),
        Column("Vì"),
        Column("Minh chứng, người cung cấp", weight=3),
    )
    steps = sorted(advice.ways[0], key=lambda s: (not s.for_minimum, s.cost)) if advice.ways else []
    rows = tuple(_row(step, advice) for step in steps)
    return Table(title, columns, rows, notes=tuple(_notes(advice, score)))


def _row(step: Step, advice: Advice) -> tuple[str, ...]:
    line = step.line
    return (
        f"{line.criterion.code} {line.criterion.name}",
        line.option.named if line.option else "chưa chấm",
        step.to.named,
        f"+{show_rounded(step.gain)}",
        works_words(step),
        _time_words(step, advice),
        show_number(step.money),
        _sum_words(step),
        "; ".join(dict.fromkeys(rung.work.source for rung in step.rungs)),
        "tối thiểu" if step.for_minimum else "điểm",
        _evidence(step),
    )


def works_words(step: Step) -> str:
    """Name each work with whose it is, once: levels that take the same work again say how often."""
    times = Counter((rung.work.name, rung.work.who) for rung in step.rungs)
    return "; ".join(f"{name} ({who}){f', {n} lần' if n > 1 else ''}" for (name, who), n in times.items())


def _time_words(step: Step, advice: Advice) -> str:
    words = f"{show_number(step.days)} ngày, xong {show_date(step.ends_on)}"
    late = (
        f", sau hạn đề nghị của đợt ({show_date(advice.season.closes)})"
        if step.is_late and advice.season.closes
        else ""
    )
    return words + late


def _sum_words(step: Step) -> str:
    """Show the efforts of several levels as the sum that they are."""
    efforts = [str(rung.work.effort) for rung in step.rungs]
    return f"{' + '.join(efforts)} = {step.cost}" if len(efforts) > 1 else str(step.cost)


def _evidence(step: Step) -> str:
    wanted = (f"{kind.name} ({_HOLDERS.get(kind.holder, kind.holder)})" for kind in step.line.wanted)
    papers = " hoặc ".join(wanted) or "người chấm xem xét trực tiếp sản phẩm, cơ sở"
    return f"{papers}; xã đánh giá nội dung này" if step.line.criterion.content else papers


def _notes(advice: Advice, score: Score) -> Iterator[str]:
    yield f"Hiện có {show_rounded(advice.points)} điểm; {advice.star} sao cần từ {show_rounded(advice.wanted)} điểm và đủ các yêu cầu tối thiểu."
    if advice.unanswered:
        named = ", ".join(line.criterion.code for line in advice.unanswered[:_UNANSWERED])
        more = "…" if len(advice.unanswered) > _UNANSWERED else ""
        yield f"Chưa chấm {len(advice.unanswered)} tiêu chí ({named}{more}), tạm tính mức thấp nhất; chấm bằng `ocop score`."
    yield from _plan_words(advice) if advice.is_reachable else _block_words(advice)
    yield from bar_words(score)
    yield "Số ngày, số tiền ghi theo nguồn ở từng dòng; công sức tính từ hai số ấy, sửa ở “Công sức nâng tiêu chí” trong ocop.yaml."
    yield from doubts(score.ruleset)


def _plan_words(advice: Advice) -> Iterator[str]:
    steps = advice.ways[0]
    if not steps:
        yield f"Đã đạt mức {advice.star} sao theo phiếu chấm này."
        return
    gained = sum((step.gain for step in steps), Decimal(0))
    cost = sum(step.cost for step in steps)
    money, days = sum(step.money for step in steps), max(step.days for step in steps)
    yield f"Nâng {len(steps)} tiêu chí, thêm {show_rounded(gained)} điểm, công sức {cost}: ít công sức nhất."
    yield f"Tiền cộng lại {show_number(money)} đồng; các việc làm cùng lúc thì lâu nhất {show_number(days)} ngày."
    yield from _season_words(advice)
    if advice.ties > 1:
        yield f"Có {advice.ties} cách ngang nhau; cách khác:"
        yield from (f"  {_listed(way, steps)}" for way in advice.ways[1:MOST_PLANS])


def _season_words(advice: Advice) -> Iterator[str]:
    """Say whether the work is done before the commune's last day of the round, and what is not."""
    closes = advice.season.closes
    if closes is None:
        yield "Quyết định áp dụng không ghi đợt nhận đề nghị nên chưa biết việc nào kịp."
        return
    late = [step for step in advice.ways[0] if step.is_late]
    if not late:
        yield f"Mọi việc xong trước hạn đề nghị của đợt gần nhất ({show_date(closes)})."
        return
    named = ", ".join(step.line.criterion.code for step in late)
    yield f"Không kịp hạn đề nghị của đợt gần nhất ({show_date(closes)}): tiêu chí {named}; không có cách nào kịp hơn."


def _listed(way: tuple[Step, ...], told: tuple[Step, ...]) -> str:
    own = [step for step in way if step not in told]
    dropped = [step for step in told if step not in way]
    return f"thay {_names(dropped)} bằng {_names(own)}"


def _names(steps: list[Step]) -> str:
    return ", ".join(f"{s.line.criterion.code} → {s.to.named}" for s in steps) or "không gì"


def _block_words(advice: Advice) -> Iterator[str]:
    yield f"Chưa thể lên {advice.star} sao trong kỳ này."
    if advice.blocked:
        yield f"Vướng yêu cầu tối thiểu không đổi được: {'; '.join(gate_words(g) for g in advice.blocked)}."
    elif advice.best < advice.wanted:
        yield f"Nâng mọi tiêu chí có thể cũng chỉ được {show_rounded(advice.best)} điểm."
