"""The plan to reach a star as people read it: what to raise, who brings which evidence, and what stands in the way."""

from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.evaluation.advice import MOST_PLANS, Advice, Step
from ocop_cli.evaluation.score_words import bar_words, doubts, gate_words, show_points
from ocop_cli.evaluation.scoring import Score
from ocop_cli.tables import Align, Column, Table

_HOLDERS = {"producer": "chủ thể", "commune": "xã", "province": "cấp tỉnh"}
_UNANSWERED = 6  # so many unanswered criteria are named, the rest is counted


def advice_table(advice: Advice, score: Score, title: str) -> Table:
    """Lay the first of the equally good ways out, minima before points."""
    columns = (
        Column("Tiêu chí", weight=2),
        Column("Đang có", weight=2),
        Column("Cần lên", weight=2),
        Column("Thêm", Align.RIGHT),
        Column("Công sức", Align.RIGHT),
        Column("Vì"),
        Column("Minh chứng, người cung cấp", weight=3),
    )
    steps = sorted(advice.ways[0], key=lambda s: (not s.for_minimum, s.effort)) if advice.ways else []
    rows = tuple(_row(step) for step in steps)
    return Table(title, columns, rows, notes=tuple(_notes(advice, score)))


def _row(step: Step) -> tuple[str, ...]:
    line = step.line
    return (
        f"{line.criterion.code} {line.criterion.name}",
        line.option.named if line.option else "chưa chấm",
        step.to.named,
        f"+{show_points(step.gain)}",
        f"{step.effort} × {step.levels} = {step.cost}",
        "tối thiểu" if step.for_minimum else "điểm",
        _evidence(step),
    )


def _evidence(step: Step) -> str:
    wanted = (f"{kind.name} ({_HOLDERS.get(kind.holder, kind.holder)})" for kind in step.line.wanted)
    papers = " hoặc ".join(wanted) or "người chấm xem xét trực tiếp sản phẩm, cơ sở"
    return f"{papers}; xã đánh giá nội dung này" if step.line.criterion.content else papers


def _notes(advice: Advice, score: Score) -> Iterator[str]:
    yield f"Hiện có {show_points(advice.points)} điểm; {advice.star} sao cần từ {show_points(advice.wanted)} điểm và đủ các yêu cầu tối thiểu."
    if advice.unanswered:
        named = ", ".join(line.criterion.code for line in advice.unanswered[:_UNANSWERED])
        more = "…" if len(advice.unanswered) > _UNANSWERED else ""
        yield f"Chưa chấm {len(advice.unanswered)} tiêu chí ({named}{more}), tạm tính mức thấp nhất; chấm bằng `ocop score`."
    yield from _plan_words(advice) if advice.is_reachable else _block_words(advice)
    yield from bar_words(score)
    yield "Công sức của một mức ở từng tiêu chí là ước lượng, nhân với số mức phải lên; sửa ở settings.effort trong ocop.yaml."
    yield from doubts(score.ruleset)


def _plan_words(advice: Advice) -> Iterator[str]:
    steps = advice.ways[0]
    if not steps:
        yield f"Đã đạt mức {advice.star} sao theo phiếu chấm này."
        return
    gained = sum((step.gain for step in steps), Decimal(0))
    cost = sum(step.cost for step in steps)
    yield f"Nâng {len(steps)} tiêu chí, thêm {show_points(gained)} điểm, công sức {cost}: ít công sức nhất."
    if advice.ties > 1:
        yield f"Có {advice.ties} cách ngang nhau; cách khác:"
        yield from (f"  {_listed(way, steps)}" for way in advice.ways[1:MOST_PLANS])


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
        yield f"Nâng mọi tiêu chí có thể cũng chỉ được {show_points(advice.best)} điểm."
