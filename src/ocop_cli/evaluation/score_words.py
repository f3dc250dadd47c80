"""A score as people read it: the table of criteria, the sums, the stars and what stands in the way."""

from collections.abc import Iterator
from decimal import Decimal

from ocop_cli.dossier.scores import Scorer, ScoreSheet
from ocop_cli.evaluation.disqualification import disqualifications_for_people
from ocop_cli.evaluation.panel import Panel
from ocop_cli.evaluation.score import Answered, Score, ScoreLine
from ocop_cli.evaluation.star import Gate
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.rules.verification import summary_words
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_rounded

_ANSWERED = {
    Answered.FACTS: "số liệu",
    Answered.CHOSEN: "tự chọn",
    Answered.CONFLICT: "trái số liệu",
    Answered.CONDITION: "theo quyết định",
    Answered.OPEN: "chưa chấm",
}
SCORERS: dict[str, str] = {
    Scorer.SELF: "Chủ thể tự chấm",
    Scorer.COMMUNE: "Xã chấm nội bộ",
    Scorer.COUNCIL: "Thành viên",
}
"""Who scores, in words."""


def sheet_words(sheet: ScoreSheet) -> str:
    """Name a sheet: who scored, in which round."""
    by = f" {sheet.by}" if sheet.by else ""
    return f"{SCORERS[sheet.scorer]}{by}{', vòng 2' if sheet.round > 1 else ''}{', không chấm' if sheet.abstains else ''}"


def score_table(score: Score, title: str, *, explain: bool = False) -> Table:
    """Lay every counted criterion out; ``explain`` adds reason, evidence and article."""
    columns = [
        Column("Tiêu chí"),
        Column("Nội dung", weight=3),
        Column("Mức", weight=3),
        Column("Điểm", Align.RIGHT),
        Column("Căn cứ chọn"),
    ]
    if explain:
        columns += [Column("Lý do", weight=2), Column("Minh chứng", weight=2), Column("Điều khoản", weight=2)]
    rows = tuple(_row(line, explain=explain) for line in score.counted)
    return Table(title, tuple(columns), rows, notes=tuple(_notes(score)))


def panel_table(panel: Panel, title: str) -> Table:
    """Lay the totals of several people out, with average and spread."""
    columns = (
        Column("Người chấm", weight=3),
        Column("Điểm", Align.RIGHT),
        Column("Sao theo điểm", Align.RIGHT),
        Column("Sao theo tối thiểu", Align.RIGHT),
    )
    rows = tuple(
        (
            sheet_words(score.sheet),
            show_rounded(score.tally.points),
            str(score.tally.star_of_points),
            str(score.tally.star_of_minima),
        )
        for score in panel.scores
    )
    rows += tuple((sheet_words(sheet), "–", "–", "–") for sheet in panel.abstained)
    average = show_rounded(panel.average) if panel.average is not None else "–"
    return Table(
        title,
        columns,
        rows,
        (_average_name(panel), average, star_name(panel.star), ""),
        tuple(_spread(panel)),
    )


def _average_name(panel: Panel) -> str:
    """Say of how many of the known members an average is."""
    return f"Trung bình ({len(panel.scores)}/{panel.members} thành viên)" if panel.members else "Trung bình"


def differences_table(panel: Panel) -> Table:
    """List the criteria on which people differ, for the chair."""
    columns = (
        Column("Tiêu chí"),
        Column("Nội dung", weight=3),
        Column("Thấp nhất", Align.RIGHT),
        Column("Cao nhất", Align.RIGHT),
        Column("Trung bình", Align.RIGHT),
    )
    rows = tuple(
        (
            d.criterion.code,
            d.criterion.name,
            show_rounded(d.lowest),
            show_rounded(d.highest),
            show_rounded(d.average),
        )
        for d in panel.differences
    )
    return Table("Các tiêu chí còn chấm khác nhau", columns, rows)


def star_words(score: Score) -> Iterator[str]:
    """Tell points by part, the total, both stars and the final one, and what a higher star still asks for."""
    tally, decision = score.tally, score.ruleset.decision
    if score.sheet.abstains:
        yield "Không chấm: phiếu không có trong điểm trung bình, không phải là 0 điểm."
        return
    parts = (
        f"Phần {p.id}: {show_rounded(tally.part_points(p.id))}/{show_rounded(p.max)}" for p in decision.parts
    )
    yield " · ".join(parts)
    if not tally.is_complete:
        done = len(tally.counted) - len(tally.open)
        yield (
            f"Đã chấm {done}/{len(tally.counted)} tiêu chí, được {show_rounded(tally.points)} điểm; "
            f"tổng sẽ từ {show_rounded(tally.lowest)} đến {show_rounded(tally.highest)}. Chưa đủ để xếp sao."
        )
        yield from _unranked(score)
        return
    yield f"Tổng {show_rounded(tally.points)} điểm, trong đó {show_rounded(score.proven_points)} điểm có giấy tờ còn hạn hoặc không cần giấy tờ."
    if score.stops:
        yield from _unranked(score)
        return
    yield (
        f"Theo điểm: {star_name(tally.star_of_points)}. Theo yêu cầu tối thiểu: {star_name(tally.star_of_minima)}. "
        f"Hạng: {star_name(tally.star)}{'' if score.star is not None else ' nếu khắc phục được các trường hợp bị loại'}."
    )
    yield from _next_star(score)


def doubts(ruleset: Ruleset, criteria: frozenset[str] = frozenset()) -> Iterator[str]:
    """Say what a result rests on that was not compared with the signed text, or looks like a slip.

    ``criteria`` are the ids that the result uses; empty means all of the set.
    """
    decision, product_set = ruleset.decision, ruleset.product_set
    used = [c for c in product_set.criteria if not criteria or c.id in criteria]
    yield from (f"Chỗ nghi chép sai, tiêu chí {c.code}: {c.suspect}" for c in used if c.suspect)
    if product_set.suspect:
        yield f"Chỗ nghi chép sai, bộ {product_set.number}: {product_set.suspect}"
    yield from summary_words(used)
    if decision.overlays:
        yield f"Có dùng phần sửa riêng của xã: {', '.join(decision.overlays)}."
    if not _is_verified(decision, ruleset):
        yield f"Tiêu chí, điểm và dấu sao theo {decision.cite} chưa được đối chiếu với bản ký."


def _is_verified(decision: Decision, ruleset: Ruleset) -> bool:
    sources = {criterion.source for criterion in ruleset.product_set.criteria} | {decision.text_source}
    return all(source.verified_on for source in sources)


def _row(line: ScoreLine, *, explain: bool) -> tuple[str, ...]:
    criterion, option = line.criterion, line.option
    points = f"{show_rounded(option.points) if option else '–'}/{show_rounded(criterion.max)}"
    answered = _ANSWERED[line.answered] + (", cần xem lại" if line.review else "")
    cells = (criterion.code, criterion.name, option.named if option else "–", points, answered)
    if not explain:
        return cells
    return (*cells, line.reason or "–", _evidence(line), criterion.cite)


def _evidence(line: ScoreLine) -> str:
    if line.evidence:
        return "; ".join(line.evidence)
    return f"thiếu: {' hoặc '.join(k.name for k in line.wanted)}" if line.wanted else "–"


def _notes(score: Score) -> Iterator[str]:
    yield from star_words(score)
    yield from bar_words(score)
    yield from (
        f"{c.code} {c.name}: không tính, vì trường hợp kia được điểm cao hơn hoặc bằng."
        for c in score.tally.set_aside
    )
    yield from (
        f"Người chấm phải xem {c.code} {c.name}: nếu gặp thì chọn mức: {c.stop.named}."
        for c in score.tally.counted
        if c.stop and c.stop != score.tally.chosen.get(c.id)
    )
    people = disqualifications_for_people(score.ruleset)
    if people:
        yield f"Người chấm tự xem có trường hợp bị loại nào: {'; '.join(people)}."
    yield from doubts(score.ruleset)


def bar_words(score: Score) -> Iterator[str]:
    """Say what rules the dossier out, and after what the decision lets nothing be assessed."""
    yield from (f"Sẽ bị loại nếu không khắc phục: {ground}." for ground in score.grounds)
    yield from _stop_words(score)


def _stop_words(score: Score) -> Iterator[str]:
    for line in score.stops:
        label = line.option.named if line.option else ""
        yield f"Không đánh giá các bước tiếp theo: {line.criterion.code} {line.criterion.name}, mức: {label} ({line.criterion.cite})."


def _unranked(score: Score) -> Iterator[str]:
    if score.stops:
        yield f"Không xếp hạng: dừng đánh giá ở tiêu chí {', '.join(x.criterion.code for x in score.stops)}."


def _next_star(score: Score) -> Iterator[str]:
    """Name the minima that keep the product from the next star."""
    decision, now = score.ruleset.decision, score.tally.star or 0
    higher = next((band for band in decision.stars if band.star > now), None)
    if higher is None:
        return
    short = (higher.band.lower or Decimal(0)) - score.tally.points
    if short > 0:
        yield f"Lên {higher.star} sao còn thiếu {show_rounded(short)} điểm."
    missed = [gate_words(gate) for gate in score.tally.gates(higher.star) if not gate.is_met]
    if missed:
        yield f"Yêu cầu tối thiểu của {higher.star} sao chưa đạt:"
    yield from (f"  {words}" for words in missed)


def gate_words(gate: Gate) -> str:
    """Name what a minimum asks for."""
    return f"{gate.criterion.code} {gate.criterion.name} cần mức: {gate.needed.named}"


def _spread(panel: Panel) -> Iterator[str]:
    if panel.scores:
        yield f"Chênh lệch giữa người cao nhất và thấp nhất: {show_rounded(panel.spread)} điểm."
    yield from _because(panel)
    grounds = dict.fromkeys(ground for score in panel.scores for ground in score.grounds)
    yield from (f"Sẽ bị loại nếu không khắc phục: {ground}." for ground in grounds)
    for score in panel.stopped:
        yield from (f"{sheet_words(score.sheet)}: {words}" for words in _stop_words(score))
    yield from doubts(panel.ruleset)


def _because(panel: Panel) -> Iterator[str]:
    """Say who and which minimum hold the star below that of the average, and whose reading that is."""
    if panel.deciding and panel.star is not None:
        yield f"Theo điểm trung bình là {panel.star_of_average} sao; xếp {panel.star} sao vì chưa đạt mức tối thiểu:"
        for score, gate in panel.deciding:
            criterion = f"{gate.criterion.code} {gate.criterion.name}"
            yield f"{sheet_words(score.sheet)}: {criterion}, {gate.star} sao cần mức: {gate.needed.named}."
        yield "Quyết định chỉ nói tới điểm trung bình; lấy mức tối thiểu thấp nhất giữa các phiếu là cách hiểu của chương trình."


def star_name(star: int | None) -> str:
    """Return a rank in stars, or that there is none yet."""
    return "chưa xếp được" if star is None else f"{star} sao"
