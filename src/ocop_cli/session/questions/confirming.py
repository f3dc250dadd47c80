"""Have a person confirm what is doubtful before it is written."""

from collections.abc import Iterable, Mapping
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.usecases.papers.signed_scan import other_owners
from ocop_cli.viet.text import upper_first


def confirm(session: Session, doubts: Iterable[str], question: str, cure: str) -> None:
    """Tell what is doubtful and ask whether to go on; ``-y`` goes on.

    Raises ``OcopError`` (misuse), with the cure, when nobody can be asked or the answer is no.
    """
    words = "; ".join(doubts)
    if not words or session.options.yes:
        return
    words = f"{upper_first(words)}."
    choices = {"có": "làm tiếp", "không": "thôi"}
    if not session.can_ask:
        raise OcopError(words, f"{upper_first(cure)}; nếu đúng là như vậy, thêm -y.", exit_code=MISUSE)
    if session.ask(f"{words} {question}", option="-y", choices=choices) != "có":
        raise OcopError("Chưa ghi gì.", f"{upper_first(cure)}.", exit_code=MISUSE)


def agreed(session: Session, question: str) -> bool:
    """Say whether to write what was just shown; where nobody can be asked, ``-y`` says so."""
    if session.options.yes or session.options.dry_run:
        return True
    if session.can_ask:
        choices = {"có": "ghi các mục lấy vào", "không": "thôi, chưa ghi gì"}
        return session.ask(question, option="-y", choices=choices) == "có"
    session.say("Chưa ghi gì. Xem bảng trên; nếu đúng, chạy lại và thêm -y.")
    return False


def confirm_owner(session: Session, document: str, record: Mapping[str, Any]) -> None:
    """Have a person confirm a signed scan that is another document's already."""
    doubts = other_owners(session.sources, document, record["sha256"])
    confirm(session, doubts, "Vẫn đính kèm?", "Chọn đúng bản quét của văn bản này")
