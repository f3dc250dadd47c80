"""How a verb asks: numbered choices, every answer checked at once, "lùi" to the question before, "dừng" to go on later."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.console import given_choice
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session.interview import Back, kept_before, start_anew
from ocop_cli.viet.choices import BACK, STOP, walk_word
from ocop_cli.viet.read_back import read_back

if TYPE_CHECKING:
    from ocop_cli.session import Session

_WALK = f"(Gõ “{BACK}” để trả lời lại câu trước, “{STOP}” để dừng và làm tiếp sau.)"
_CODE = re.compile("[a-z][a-z_-]+")
"""What stands in files for a choice: a person is shown its words, and may type either."""
_ASKED_EACH_TIME = ("-y", "--yes")


class Question(NamedTuple):
    """What ``Session.ask`` asks; its parameters are described there."""

    words: str
    option: str
    default: str = ""
    choices: Mapping[str, str] | None = None
    check: Callable[[str], object] | None = None
    optional: bool = False
    notes: Sequence[str] = ()


def answer_to(session: "Session", question: Question) -> str:
    """Return the answer of a person, or what counts where nobody can be asked. ``Session.ask`` tells the rest."""
    if not session.can_ask:
        if question.default or question.optional:
            return question.default
        hint = f"Thêm tùy chọn {question.option}."
        raise OcopError(f"Chưa có câu trả lời: {question.words}.", hint, exit_code=MISUSE)
    if question.option in _ASKED_EACH_TIME:  # consent given to a run that was left is no consent to this one
        return _asked(session, question, "")
    if not session.interview.has_begun:
        _begin(session)
    return session.interview.answer(question.words, partial(_asked, session, question))


def _begin(session: "Session") -> None:
    """Say how to walk; offer the answers of a run that was left."""
    session.interview.has_begun = True
    session.console.note(_WALK)
    answers = kept_before(session)
    if not answers:
        return
    session.console.note("\n".join(["Bản đang dở:", *(f"  {asked}: {said}" for asked, said in answers)]))
    choices = {"có": "làm tiếp", "không": "bỏ, hỏi lại từ đầu"}
    if _asked(session, Question("Tiếp tục bản đang dở", "-y", choices=choices), "") == "có":
        session.interview.take_up(answers)
    else:
        start_anew(session)


def _asked(session: "Session", question: Question, before: str) -> str:
    """Ask until an answer does; ``before`` is what was answered before somebody went back."""
    for line in question.notes:
        session.console.note(line)
    for number, (answer, words) in enumerate((question.choices or {}).items(), 1):
        is_code = answer == words or _CODE.fullmatch(answer)
        session.console.note(f"  {number}. {words if is_code else f'{answer}: {words}'}")
    while (found := _usable(session, question, before)) is None:
        pass
    return found


def _usable(session: "Session", question: Question, before: str) -> str | None:
    """Ask once; tell what is wrong with an answer that does not do and return ``None``."""
    default = before or question.default
    typed = session.console.ask(question.words, (question.choices or {}).get(default, default))
    match walk_word(typed, free=question.choices is None):
        case "dừng":
            raise KeyboardInterrupt
        case "lùi" if session.interview.can_go_back:
            raise Back
        case "lùi":
            session.console.note("  Không có câu nào trước câu này.")
            return None
    if not typed and not question.optional:
        session.console.note("  Câu này cần được trả lời.")
        return None
    try:
        found = given_choice(typed, question.choices, question.words)
        reading = read_back(found, question.check(found)) if question.check and found else ""
    except OcopError as error:
        session.console.note(f"  {error.message} {error.hint}")
        return None
    if reading:
        session.console.note(f"  Hiểu là: {reading}")
    return found
