"""Which dossiers a change of law or a corrected value touches."""

from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.score import Score
from ocop_cli.evaluation.score_words import sheet_words
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.rules.decision import Decision, Ruleset
from ocop_cli.tables import Column, Table
from ocop_cli.viet.numbers import show_rounded


class Impact(NamedTuple):
    """One sheet of one dossier that two texts score differently."""

    dossier: str
    product: str
    sheet: ScoreSheet
    before: Score
    after: Score


def impact_on(
    dossier_id: str, dossier: Dossier, texts: tuple[Decision, Decision], today: date
) -> list[Impact]:
    """Return the sheets of a dossier whose points or star differ between two texts.

    A dossier without a sheet is compared by what its facts alone decide.
    """
    laws = [_law(text, dossier.product.set) for text in texts]
    if laws[0] is None or laws[1] is None:
        return []
    sheets = dossier.scores or (ScoreSheet.model_validate({"scorer": "self"}),)
    found = []
    for sheet in sheets:
        before, after = (score_dossier(dossier, law, sheet, today) for law in laws if law)
        if _result(before) != _result(after):
            found.append(Impact(dossier_id, dossier.product.name, sheet, before, after))
    return found


def impact_table(impacts: list[Impact], title: str, names: tuple[str, str]) -> Table:
    """Lay the touched dossiers out with old and new result."""
    columns = (
        Column("Hồ sơ"), Column("Sản phẩm", weight=2), Column("Phiếu"), Column(names[0], weight=2),
        Column(names[1], weight=2),
    )  # fmt: skip
    rows = tuple(
        (i.dossier, i.product, sheet_words(i.sheet), _words(i.before), _words(i.after)) for i in impacts
    )
    note = (
        f"{len({i.dossier for i in impacts})} hồ sơ có kết quả đổi."
        if impacts
        else "Không hồ sơ nào đổi kết quả."
    )
    return Table(title, columns, rows, notes=(note,))


def impacts_json(impacts: list[Impact]) -> list[dict[str, object]]:
    """Return the touched dossiers for a JSON output."""
    return [
        {
            "dossier": i.dossier,
            "scorer": i.sheet.scorer.value,
            "by": i.sheet.by,
            "round": i.sheet.round,
            "points_before": str(i.before.tally.points),
            "points_after": str(i.after.tally.points),
            "star_before": i.before.star,
            "star_after": i.after.star,
        }
        for i in impacts
    ]


def _law(text: Decision, number: int | None) -> Ruleset | None:
    product_set = text.product_set(number or 0)
    return Ruleset(text, product_set) if product_set else None


def _result(score: Score) -> tuple[object, ...]:
    return score.tally.points, score.tally.is_complete, score.star, score.grounds


def _words(score: Score) -> str:
    tally = score.tally
    star = f"{score.star} sao" if score.star is not None else "chưa xếp sao"
    return f"{show_rounded(tally.points)} điểm{'' if tally.is_complete else ' (chưa đủ)'}, {star}"
