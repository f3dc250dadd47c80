"""The way of a product to a star, and which recognised ones are the nearest to one star more (the plan, III.3a)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.advice_steps import Advice, Season
from ocop_cli.evaluation.effort import Effort
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.evaluation.scoring import Score, score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.dossiers import DossierFile
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.numbers import show_number
from ocop_cli.workflow.rounds import round_closes

SELF = SheetKey(Scorer.SELF, None)
"""The producer's own sheet, which a way is worked out from unless somebody asks for another."""


def score_by(file: DossierFile, law: Ruleset, today: date, key: SheetKey = SELF) -> Score:
    """Return the score of a dossier by one of its sheets."""
    sheet = key.sheet_in(file.dossier, law.decision.id)
    return score_dossier(file.dossier, law, sheet, today, file.source.name)


def way_to(score: Score, star: int, effort: Effort, today: date) -> Advice:
    """Return the way of a scored dossier to a star. Raises ``OcopError`` (misuse) where the decision has no such star."""
    known = [band.star for band in score.ruleset.decision.stars]
    if star not in known:
        listed = ", ".join(map(str, known))
        raise OcopError(f"Không có hạng {star} sao.", f"Chọn một trong: {listed}.", exit_code=MISUSE)
    return advise(score, star, effort, Season(today, round_closes(score.ruleset, today)))


def wanted_star(dossier: Dossier, score: Score) -> int:
    """Return the star that a dossier aims at, else the one above today's."""
    highest = max(band.star for band in score.ruleset.decision.stars)
    return dossier.registration.target_star or min((score.tally.star or 0) + 1, highest)


class Candidate(NamedTuple):
    """A recognised product on its way to one star more; ``cost`` is the effort of the cheapest way, ``None`` without one."""

    id: str
    product: str
    star: int
    points: Decimal
    wanted: int
    cost: int | None
    steps: int


def candidates(
    files: Iterable[DossierFile], rulebook: Rulebook, effort: Effort, today: date
) -> list[Candidate]:
    """Return the recognised products, at whatever stage, those with the cheapest way to one star more first."""
    found = [_candidate(file, rulebook, effort, today) for file in files]
    there = [each for each in found if each]
    return sorted(there, key=lambda each: (each.cost is None, each.cost or 0, -each.points, each.id))


def _candidate(file: DossierFile, rulebook: Rulebook, effort: Effort, today: date) -> Candidate | None:
    law, held = law_if_known(file.dossier, rulebook, today), file.dossier.recognition
    star = held.star if held else None
    if law is None or star is None:
        return None
    wanted = min(star + 1, max(band.star for band in law.decision.stars))
    advice = way_to(score_by(file, law, today), wanted, effort, today)
    way = advice.ways[0] if advice.ways else ()
    cost = sum(step.cost for step in way) if advice.ways else None
    return Candidate(file.id, file.dossier.product.name, star, advice.points, wanted, cost, len(way))


def candidates_table(found: Iterable[Candidate]) -> Table:
    """Lay the products out in the order of effort."""
    columns = (
        Column("Hồ sơ"),
        Column("Sản phẩm", weight=2),
        Column("Đang", Align.RIGHT),
        Column("Điểm tự chấm", Align.RIGHT),
        Column("Lên", Align.RIGHT),
        Column("Tiêu chí cần nâng", Align.RIGHT),
        Column("Công sức", Align.RIGHT),
    )
    rows = (
        (
            each.id, each.product, f"{each.star} sao", show_number(each.points), f"{each.wanted} sao",
            str(each.steps) if each.cost is not None else "–",
            str(each.cost) if each.cost is not None else "chưa có cách",
        )
        for each in found
    )  # fmt: skip
    return Table("Sản phẩm đã công nhận, xếp theo công sức lên sao", columns, tuple(rows))
