"""``ocop rules diff``: what one text changes against another, and which dossiers that touches."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.impact import impact_on, impact_table, impacts_json
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.differ import Difference, diff_decisions, diff_sets
from ocop_cli.rules.differ_words import difference_table, differences_json
from ocop_cli.rules.pick import force_decision
from ocop_cli.session import Session
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.rows.summaries import dossiers_as_of


def diff(
    session: Session,
    first: Annotated[str, typer.Argument(metavar="A", help="Mã quyết định; xem `ocop rules list`.")],
    second: Annotated[
        str | None,
        typer.Argument(metavar="B", help="Quyết định sau; bỏ trống: bản có phần sửa riêng của xã."),
    ] = None,
    number: Annotated[int | None, typer.Option("--set", metavar="BỘ", help="Chỉ một bộ sản phẩm.")] = None,
    impact: Annotated[bool, typer.Option("--impact", help="Nêu hồ sơ nào đổi kết quả.")] = False,
) -> int:
    """Compare two decisions, or one with the workspace's corrections of it."""
    texts, names = _texts(session, first, second)
    title = f"{names[0]} so với {names[1]}"
    differences = _differences(texts, number)
    touched = []
    if impact:
        for file in _concerned(session, first if second is None else ""):
            touched += impact_on(file.id, file.dossier, texts, session.today)
    if session.options.json:
        payload = {"before": first, "after": second or first, "differences": differences_json(differences)}
        session.json(
            "ocop/rules-diff@1", {**payload, **({"impact": impacts_json(touched)} if impact else {})}
        )
    session.show_table(difference_table(differences, title, names))
    if impact:
        session.show_table(impact_table(touched, "Hồ sơ đổi kết quả", names))
    return 0


def _concerned(session: Session, under: str) -> list[DossierFile]:
    """Return every dossier, or those judged under one decision: its correction touches no others."""
    day = session.past_day
    files = dossiers_as_of(session.sources, day) if day else gather_dossiers(session.sources)
    laws = [(file, session.law_of(file.dossier)) for file in files.rest(session.leave_out)]
    return [file for file, law in laws if not under or (law and law.decision.id == under)]


def _texts(
    session: Session, first: str, second: str | None
) -> tuple[tuple[Decision, Decision], tuple[str, str]]:
    """Return the two texts and what they are called; one decision alone is compared with its corrections."""
    own = session.rulebook
    if second is None:
        before, after = force_decision(load_rulebook(), first), force_decision(own, first)
        return (before, after), (before.number, f"{after.number} có phần sửa của xã")
    before, after = force_decision(own, first), force_decision(own, second)
    return (before, after), (before.number, after.number)


def _differences(texts: tuple[Decision, Decision], number: int | None) -> list[Difference]:
    before, after = texts
    if number is None:
        numbers = sorted({s.number for text in texts for s in text.sets})
        per_set = [d for n in numbers for d in diff_sets(before.product_set(n), after.product_set(n))]
        return [*diff_decisions(before, after), *per_set]
    if before.product_set(number) is None and after.product_set(number) is None:
        raise OcopError(
            f"Hai quyết định đều không có bộ {number}.", "Xem: `ocop rules show`.", exit_code=MISUSE
        )
    return diff_sets(before.product_set(number), after.product_set(number))
