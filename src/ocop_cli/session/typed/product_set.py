"""Which product set of today's decision a product belongs to, by number or words: typed, or asked for."""

from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.find_set import find_sets, meant_set
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_everyday_words

_LIKELIEST = 3


def typed_set(session: Session, typed: str | None, product: str, count: str = "") -> int | None:
    """Return the product set that was typed by number or words, or the one that is asked for.

    ``None`` where it comes later, or nobody can be asked; ``count`` says which question of how many it is.
    """
    decision = pick_decision(session.rulebook, session.today)
    if typed:
        return told_set(session, decision, typed)
    if not session.can_ask:
        return None
    likely = sorted(find_sets(decision, product, load_everyday_words()), key=lambda found: found.rank)
    if likely:
        session.console.note(f"  Có thể là: {'; '.join(each.words for each in likely[:_LIKELIEST])}")
    question = f"Bộ sản phẩm: số, tên hoặc từ thường gọi{count} (Enter: bổ sung sau)"
    answer = session.ask(
        question,
        option="--set",
        check=lambda text: _known_set(decision, text),
        optional=True,
    )
    return told_set(session, decision, answer) if answer else None


def _known_set(decision: Decision, text: str) -> None:
    """Raise ``OcopError`` for an answer that means no set of the decision, or several."""
    number = meant_set(decision, text, load_everyday_words()).found.number
    numbers = [each.number for each in decision.sets]
    if number not in numbers:
        raise OcopError(
            f"{decision.number} chỉ có các bộ sản phẩm từ {min(numbers)} đến {max(numbers)}.",
            "Gõ số khác, tên bộ hoặc từ thường gọi.",
        )


def told_set(session: Session, decision: Decision, text: str) -> int:
    """Return the set that a text means; where it was found by words, say which and why."""
    meant = meant_set(decision, text, load_everyday_words())
    if not text.isdecimal():
        near = f" Gần đó: {'; '.join(each.words for each in meant.neighbours)}." if meant.neighbours else ""
        session.say(f"Bộ sản phẩm {meant.found.words}.{near}")
    return meant.found.number
