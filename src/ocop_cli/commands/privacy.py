"""``ocop privacy``: what the folder holds of a person, and erasing it on request."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.personal import erase_person, erasing_words, show_person
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.usecases.privacy.privacy import Person, erasing_changes, find_person

_PERSON = typer.Argument(help="Họ tên, hoặc mã hồ sơ mà người ấy đại diện.", metavar="NGƯỜI")


def find(session: Session, person: Annotated[str, _PERSON]) -> int:
    """Name every place where data of a person stand, for what they are held, and what can be erased."""
    show_person(session, person, _found(session, person))
    return 0


def erase(
    session: Session,
    person: Annotated[str, _PERSON],
    reason: Annotated[str | None, typer.Option("--reason", help="Yêu cầu nào, ngày nào.")] = None,
) -> int:
    """Erase what may be erased of a person; what has to be kept, and what cannot be erased, is named."""
    found = _found(session, person)
    changes, left = erasing_changes(session.sources, found)
    show_person(session, person, found)
    if left:
        session.console.note(f"Bỏ các mục nêu trên thì không đọc được {', '.join(left)}: sửa bằng tay.")
    if not changes and not found.kept and not found.interviews:
        session.say("Không có gì xóa được bằng lệnh này; các chỗ còn lại nêu ở bảng trên.")
        return 0
    if not session.ask("Xóa theo yêu cầu nào", option="--reason", given=reason).strip():
        hint = "Ghi --reason “đơn ngày 20/11/2026 của ông A”."
        raise OcopError("Chưa có lý do xóa.", hint, exit_code=MISUSE)
    doubts = [] if session.options.dry_run else [erasing_words(changes, found)]
    if doubts and found.unread:
        doubts.append(f"chưa tìm được trong {', '.join(found.unread)} nên chưa xóa hết")
    confirm(session, doubts, "Vẫn xóa?", "Xem bảng trên trước khi xóa")
    erase_person(session, changes, found)
    return 0


def _found(session: Session, person: str) -> Person:
    if not person.strip():
        raise OcopError("Chưa ghi tên người.", "Ghi họ tên như trong hồ sơ, hoặc mã hồ sơ.", exit_code=MISUSE)
    return find_person(session.sources, person.strip())
