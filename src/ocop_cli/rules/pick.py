"""Which law holds: by day, by name, and for dossiers filed before a change."""

from datetime import date

from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision, Rulebook, Ruleset, Transition
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import fold


def pick_decision(rulebook: Rulebook, on: date) -> Decision:
    """Return the one decision text under which a dossier filed on a day falls.

    Raises ``OcopError`` naming the neighbours when there is none, or more than one.
    """
    found = [text for text in rulebook.texts if text.takes_filings(on)]
    if len(found) == 1:
        return found[0]
    raise _overlap(found, on) if found else _gap(rulebook, on)


def pick_ruleset(rulebook: Rulebook, product_set: int, on: date) -> Ruleset:
    """Return the law for a product set on a day; raises ``OcopError`` when no single law holds."""
    return resolve(pick_decision(rulebook, on), product_set)


def _cited(rulebook: Rulebook, typed: str) -> str:
    """Return the id of the one decision whose number, as papers cite it, begins as somebody typed; else what was typed."""
    wanted = "".join(fold(typed).split()).removesuffix("/")
    cited = {text.id for text in rulebook.texts if f"{fold(text.number)}/".startswith(f"{wanted}/")}
    return next(iter(cited)) if len(cited) == 1 else typed


def force_decision(rulebook: Rulebook, decision_id: str, on: date | None = None) -> Decision:
    """Return a decision by name: its text on a day, else its nearest text.

    The name is its id, its number as papers cite it, or the beginning of that: ``148-2023``, ``148/QĐ-TTg``, ``148``.
    Raises ``OcopError`` when no decision has this name.
    """
    texts = rulebook.texts_of(decision_id) or rulebook.texts_of(_cited(rulebook, decision_id))
    if not texts:
        known = ", ".join(rulebook.decision_ids)
        raise OcopError(f"Không có quyết định “{decision_id}”.", f"Các quyết định đã có: {known}.")
    if on is None:
        return texts[-1]
    begun = [text for text in texts if text.text_from <= on]
    return begun[-1] if begun else texts[0]


def force(rulebook: Rulebook, decision_id: str, product_set: int, on: date | None = None) -> Ruleset:
    """Return the law of a named decision for a product set, whether or not it is in force."""
    return resolve(force_decision(rulebook, decision_id, on), product_set)


def resolve(decision: Decision, product_set: int) -> Ruleset:
    """Join a decision and one of its product sets; raises ``OcopError`` when the decision has no such set."""
    found = decision.product_set(product_set)
    if found is None:
        numbers = [s.number for s in decision.sets]
        raise OcopError(
            f"Quyết định số {decision.number} không có bộ sản phẩm số {product_set}.",
            f"Chọn bộ sản phẩm từ {min(numbers)} đến {max(numbers)}; xem: ocop rules show {decision.id}",
        )
    return Ruleset(decision, found)


def transition_of(decision: Decision, registration: str, filed_on: date) -> Transition | None:
    """Return what a later decision says of a dossier filed under this one on a day.

    ``None`` when no later decision has a clause for its kind of registration, or it was filed too late for that.
    """
    fitting = (
        clause
        for clause in decision.ended_by
        if registration in clause.registrations and filed_on < clause.filed_before
    )
    return next(fitting, None)


def _gap(rulebook: Rulebook, on: date) -> OcopError:
    before = [t for t in rulebook.texts if t.text_from <= on]
    after = [t for t in rulebook.texts if t.text_from > on]
    known = [f"Trước đó: {_name(before[-1])}."] if before else []
    known += [f"Sau đó: {_name(after[0])}."] if after else []
    return OcopError(
        f"Không có quyết định nào áp dụng cho hồ sơ nộp ngày {show_date(on)}.",
        " ".join([*known, "Chỉ định quyết định bằng --decision."]),
        code="R020",
    )


def _overlap(found: list[Decision], on: date) -> OcopError:
    names = "; ".join(_name(text) for text in found)
    return OcopError(
        f"Có nhiều quyết định cùng áp dụng cho hồ sơ nộp ngày {show_date(on)}.",
        f"{names}. Sửa ngày hiệu lực trong dữ liệu quy định hoặc chỉ định bằng --decision.",
        code="R021",
    )


def _name(text: Decision) -> str:
    return f"Quyết định số {text.number} ({text.id}), từ ngày {show_date(text.text_from)}"
