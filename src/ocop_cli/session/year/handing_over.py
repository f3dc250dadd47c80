"""What only the one who leaves knows, asked and kept nowhere but on the paper; the minutes. Passwords are refused."""

from ocop_cli.documents.handover import FORM, Handed, handover_values
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.convening import read_person
from ocop_cli.programme.meeting import Person
from ocop_cli.session import Session
from ocop_cli.store.papers.forms import load_form
from ocop_cli.viet.text import fold

_ASKED = {
    "Gọi ai, về việc gì": "Ai ở tỉnh, thôn, chủ thể hay phải gọi, về việc gì (Enter: không có)",
    "Đã hẹn miệng": "Điều đã hẹn miệng với chủ thể, đơn vị (Enter: không có)",
    "Để ở đâu": "Giấy tờ bản gốc, sản phẩm mẫu, con dấu để ở đâu (Enter: không có)",
    "Phải để ý": "Việc khó, chỗ phải để ý (Enter: không có)",
}
_SECRETS = ("mat khau", "password", "pass:", "ma pin")


def known_by_heart(session: Session) -> list[tuple[str, str]]:
    """Return what a person tells of it; nothing where nobody can be asked."""
    if not session.can_ask:
        return []
    said = (
        (name, session.ask(words, option="handover", check=_no_secret, optional=True))
        for name, words in _ASKED.items()
    )
    return [(name, answer) for name, answer in said if answer]


def write_minutes(session: Session, handed: Handed, to: str) -> int:
    """Write the minutes of the handing over. Raises ``OcopError`` (misuse) for a successor without a title."""
    taker = Person(**read_person(to, "--to")) if to else None
    values = handover_values(handed, taker, session.workspace.profile, load_form(FORM), session.today)
    paper = session.document(FORM, f"ban-giao-{session.today}", values)
    session.write([paper], "biên bản bàn giao", "hai bên ký, mỗi bên giữ một bản")
    return 0


def _no_secret(text: str) -> str:
    if any(word in fold(text) for word in _SECRETS):
        raise OcopError(
            "Không ghi mật khẩu vào giấy bàn giao.",
            "Đưa mật khẩu trực tiếp cho người nhận.",
            exit_code=MISUSE,
        )
    return text
