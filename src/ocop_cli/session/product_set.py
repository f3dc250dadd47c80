"""Which product set of today's decision a product belongs to, by number or words: typed, or asked for."""

from ocop_cli.rules.decision import Decision
from ocop_cli.rules.find_set import find_sets, meant_set
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.store.packaged import load_everyday_words

_LIKELIEST = 3


def typed_set(session: Session, typed: str | None, product: str) -> int | None:
    """Return the product set that was typed by number or words, or the one that is asked for.

    ``None`` where it comes later, or nobody can be asked.
    """
    decision = pick_decision(session.rulebook, session.today)
    if typed:
        return told_set(session, decision, typed)
    if not session.can_ask:
        return None
    likely = sorted(find_sets(decision, product, load_everyday_words()), key=lambda found: found.rank)
    if likely:
        session.console.note(f"  Có thể là: {'; '.join(each.words for each in likely[:_LIKELIEST])}")
    question = "Bộ sản phẩm: số, tên hoặc từ thường gọi (Enter: bổ sung sau)"
    answer = session.ask(
        question,
        option="--set",
        check=lambda text: meant_set(decision, text, load_everyday_words()),
        optional=True,
    )
    return told_set(session, decision, answer) if answer else None


def told_set(session: Session, decision: Decision, text: str) -> int:
    """Return the set that a text means; where it was found by words, say which and why."""
    meant = meant_set(decision, text, load_everyday_words())
    if not text.isdecimal():
        near = f" Gần đó: {'; '.join(each.words for each in meant.neighbours)}." if meant.neighbours else ""
        session.say(f"Bộ sản phẩm {meant.found.words}.{near}")
    return meant.found.number
