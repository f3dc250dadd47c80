"""How a verb asks: numbered choices, every answer checked at once, "lùi" to the question before, "dừng" to go on later."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session.questions.interview import Back, kept_before, start_anew
from ocop_cli.viet.choices import BACK, STOP, chosen, says_nothing, walk_word
from ocop_cli.viet.read_back import read_back
from ocop_cli.viet.text import fold, upper_first

if TYPE_CHECKING:
    from ocop_cli.session import Session

_WALK = f"(Gõ “{BACK}” để trả lời lại câu trước, “{STOP}” để dừng và làm tiếp sau.)"
AT_DESK = "ocop do"
_ASKED_EACH_TIME = ("-y", "--yes", AT_DESK)
_CODE = re.compile(
    "[a-z][a-z0-9_-]*"
)  # what stands in files for a choice: people see words and may type either
_ENTER = re.compile(r" \(Enter: [^)]*\)")
_RUN_AGAIN = "rồi chạy lại."
_PERSONAL = "Dữ liệu cá nhân không lưu lại khi dừng, xin trả lời lại các câu đó."


class Question(NamedTuple):
    """What ``Session.ask`` asks; its parameters are described there."""

    words: str
    option: str
    default: str = ""
    choices: Mapping[str, str] | None = None
    check: Callable[[str], object] | None = None
    optional: bool = False
    notes: Sequence[str] = ()
    personal: bool = False
    beside: Mapping[str, str] = MappingProxyType({})
    """What stands after the words of a choice on the screen, by its code; nobody types it."""

    def shown(self, answer: str) -> str:
        """Return an answer as people see it: of a code its words, for no one types codes where they see words."""
        words = (self.choices or {}).get(answer, answer)
        return words if _CODE.fullmatch(answer) else answer

    def fits(self, answer: str) -> bool:
        """Say whether an answer of a run that was left is one of the choices still."""
        return not answer or self.choices is None or len(chosen(answer, self.choices)) == 1


def answer_to(session: "Session", question: Question) -> str:
    """Return the answer of a person, or what counts where nobody can be asked; ``Session.ask`` tells what is raised."""
    if not session.can_ask:
        if question.default or question.optional:
            return question.default
        hint = f"Thêm tùy chọn {question.option}."
        raise OcopError(f"Chưa có câu trả lời: {question.words}.", hint, exit_code=MISUSE)
    if question.option in _ASKED_EACH_TIME:  # consent, or a choice, of a run before is none of this one
        return _choice(_asked(session, question, ""), question.choices)
    if not session.interview.has_begun:
        _begin(session)
    said = session.interview.answer(
        question.words, partial(_asked, session, question), question.fits, personal=question.personal
    )
    return _choice(said, question.choices)


def _begin(session: "Session") -> None:
    """Say how to walk; offer the answers of a run that was left."""
    session.interview.has_begun = True
    session.console.note(_WALK)
    answers = kept_before(session)
    if not answers:
        return
    there = [f"  {asked.rstrip('?')}: {said}" for asked, said in answers if said]
    session.console.note("\n".join(["Bản đang dở:", *there]))
    if any(said is None for _, said in answers):
        session.console.note(_PERSONAL)
    choices = {"có": "làm tiếp", "không": "bỏ, hỏi lại từ đầu"}
    if _asked(session, Question("Tiếp tục bản đang dở", "-y", choices=choices), "") == "có":
        session.interview.take_up(answers)
    else:
        start_anew(session)


def several(ask: Callable[[str, bool], str], first: str, more: str) -> list[str]:
    """Return the answers to a question that is asked until nothing more comes; one is needed.

    ``ask`` takes the words of a question and whether it may be passed over; ``more`` names the next one by its number.
    """
    answers: list[str] = []
    while answer := ask(f"{more} thứ {len(answers) + 1} (Enter: hết)" if answers else first, bool(answers)):
        answers.append(answer)
    return answers


def _asked(session: "Session", question: Question, before: str) -> str:
    """Ask until an answer does and return it as people see it; ``before`` is what was answered before."""
    for line in question.notes:
        session.console.note(line)
    for number, (answer, words) in enumerate((question.choices or {}).items(), 1):
        is_shown = answer != words and not _CODE.fullmatch(answer)
        choice = f"{answer}: {words}" if is_shown else words
        session.console.note(f"  {number}. {': '.join(filter(None, (choice, question.beside.get(answer))))}")
    while (found := _usable(session, question, before)) is None:
        pass
    return found


def _usable(session: "Session", question: Question, before: str) -> str | None:
    """Ask once; tell what is wrong with an answer that does not do and return ``None``."""
    # Enter keeps what was answered before
    words = _ENTER.sub("", question.words) if before else question.words
    typed = session.console.ask(words, question.shown(before or question.default))
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
        found = _found(typed, question)
        reading = _reading(typed, found, question)
    except OcopError as error:
        session.console.note(f"  {_of_answer(error, question, typed)}")
        return None
    if reading:
        session.console.note(f"  Hiểu là: {reading}")
    return question.shown(found)


def _reading(typed: str, found: str, question: Question) -> str:
    """Return what was understood where it was typed in another way; who types a number has read its words."""
    if question.choices and found:
        words = question.shown(found)
        return "" if typed.isdecimal() or fold(typed) == fold(words) else words
    return read_back(found, question.check(found)) if question.check and found else ""


def _found(typed: str, question: Question) -> str:
    """Return what an answer means; nothing where it says that there is nothing yet, and that may be."""
    if question.optional and says_nothing(typed) and not chosen(typed, question.choices or {}):
        return ""
    return _choice(typed, question.choices)


def _choice(typed: str, choices: Mapping[str, str] | None) -> str:
    """Return the choice that an answer means. Raises ``OcopError`` where it is none: the choices stand above already."""
    if not typed or choices is None:
        return typed
    found = chosen(typed, choices)
    if len(found) == 1:
        return found[0]
    numbers = [n for n, code in enumerate(choices, 1) if code in found]
    if numbers:
        meant = " hay ".join(map(str, numbers))
        raise OcopError(f"“{typed}” có thể là lựa chọn {meant}.", "Gõ số của lựa chọn.")
    raise OcopError(f"Không có lựa chọn “{typed}”.", f"Gõ số từ 1 đến {len(choices)}, hoặc lời của lựa chọn.")


def _of_answer(error: OcopError, question: Question, typed: str) -> str:
    """Return what is said of an answer, without the option that nobody typed and the answer that stands above it.

    “--samples x: …” names both; nothing is to be run again where the question is asked again.
    """
    said = error.message
    for head in (question.option, question.words):
        said = said.removeprefix(head).removeprefix(":").lstrip() if said.startswith(head) else said
    said = said.removeprefix(f"{typed}: ")
    hint = "" if error.hint.endswith(_RUN_AGAIN) else error.hint
    return f"{upper_first(said) if said[:1] != typed[:1] else said} {hint}".rstrip()
