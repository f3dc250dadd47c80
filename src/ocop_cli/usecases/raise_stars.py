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
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.tables import Align, Column, Table
from ocop_cli.usecases.law_ahead import law_ahead
from ocop_cli.viet.numbers import show_number
from ocop_cli.workflow.rounds import round_closes

SELF = SheetKey(Scorer.SELF, None)
"""The producer's own sheet, which a way is worked out from unless somebody asks for another."""


def law_to_raise(dossier: Dossier, rulebook: Rulebook, today: date, decision: str = "") -> Ruleset:
    """Return the law that a product rises under: that of what comes next with it, or the ``decision`` named.

    Raises ``OcopError`` when the product has no set or no single law holds.
    """
    ahead = None if decision else law_ahead(dossier, rulebook, today)
    return ahead or applicable_ruleset(dossier, rulebook, today, decision)


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
    """Return the star that a dossier aims at, else the one above today's: a product that has its star aims at the next."""
    held = dossier.recognition if dossier.renewed_on is None else None
    aim, has = dossier.registration.target_star, (held and held.star) or 0
    return aim if aim and aim > has else _one_more(has or score.tally.star or 0, score.ruleset)


def _one_more(star: int, law: Ruleset) -> int:
    return min(star + 1, max(band.star for band in law.decision.stars))


class Raising(NamedTuple):
    """The recognised products on their way to one star more, and the ids of those of which no law is known."""

    candidates: list["Candidate"]
    lawless: list[str]


class Candidate(NamedTuple):
    """A recognised product on its way to one star more; ``cost`` is the effort of the cheapest way, ``None`` without one."""

    id: str
    product: str
    star: int
    points: Decimal
    wanted: int
    cost: int | None
    steps: int


def raising(files: Iterable[DossierFile], rulebook: Rulebook, effort: Effort, today: date) -> Raising:
    """Return the recognised products, at whatever stage, those with the cheapest way to one star more first."""
    found: list[Candidate] = []
    lawless: list[str] = []
    for file in files:
        held = file.dossier.recognition
        if held is None or held.star is None:
            continue
        law = law_ahead(file.dossier, rulebook, today)
        if law is None:
            lawless.append(file.id)
        elif _one_more(held.star, law) > held.star:
            found.append(_candidate(file, held.star, law, effort, today))
    found.sort(key=lambda each: (each.cost is None, each.cost or 0, -each.points, each.id))
    return Raising(found, lawless)


def _candidate(file: DossierFile, star: int, law: Ruleset, effort: Effort, today: date) -> Candidate:
    wanted = _one_more(star, law)
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
