"""The answers of one run: walked back one by one, kept when the run is left, taken up by the next one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ocop_cli.errors import INTERRUPTED, OcopError

if TYPE_CHECKING:
    from ocop_cli.session import Session
    from ocop_cli.store.files.interviews import Answer, Answers

_KEPT = "Các câu trả lời được giữ: chạy lại đúng lệnh này để làm tiếp."


_COUNT = re.compile(r" \(\d+/\d+\)")


class Back(Exception):  # noqa: N818 - no error: the person wants the question before again
    """Unwinds to the beginning of the verb, which runs again with the answers but the last."""


@dataclass
class Interview:
    """The questions of one run of a verb, which asks before it writes and so may run again.

    ``earlier`` holds answers of a run before this one; the first ``sure`` of them count without being asked again,
    the others are offered as defaults.
    """

    name: str = ""
    earlier: "list[Answer]" = field(default_factory=list)
    sure: int = 0
    given: list[tuple[str, str]] = field(default_factory=list)
    personal: set[str] = field(default_factory=set)
    """The questions whose answers are not kept beyond the run."""
    has_begun: bool = False
    has_written: bool = False

    @property
    def can_go_back(self) -> bool:
        """Say whether there is a question before, and nothing is written yet."""
        return bool(self.given) and not self.has_written

    def answer(
        self, question: str, ask: Callable[[str], str], fits: Callable[[str], bool], *, personal: bool = False
    ) -> str:
        """Return the answer to the next question: one that counts already and ``fits`` still, else what ``ask`` returns.

        ``ask`` is called with the answer that was given before, or with nothing. What is ``personal`` is not kept.
        """
        position = len(self.given)
        names = (_uncounted(question), _nameless(question))
        before = self.earlier[position : position + 1]
        if not any(_uncounted(asked) in names for asked, _ in before):
            del self.earlier[position:]
        held = self.earlier[position][1] if position < len(self.earlier) else None
        is_sure = held is not None and position < self.sure and fits(held)
        said = held if held is not None and is_sure else ask(held or "")
        self.given.append((question, said))
        if personal:
            self.personal.add(question)
        return said

    @property
    def to_keep(self) -> "list[Answer]":
        """The answers that may be kept when the run is left: of personal ones only that there was a question."""
        return [
            (_nameless(question), None) if said and question in self.personal else (question, said)
            for question, said in self.given
        ]

    def go_back(self) -> None:
        """Begin again with all answers but the last, which is asked again."""
        self.earlier[: len(self.given)] = self.given
        self.sure, self.given = len(self.given) - 1, []

    def take_up(self, answers: "Answers") -> None:
        """Go on with the answers of a run that was left; the last is shown, to go on or back from."""
        self.earlier, self.sure = list(answers), len(answers) - 1


def _uncounted(question: str) -> str:
    """Return a question without its count, which may change with what is answered before."""
    return _COUNT.sub("", question)


def _nameless(question: str) -> str:
    """Return what stands for a question in whose words there may be personal data."""
    from hashlib import sha256  # with OpenSSL: most runs ask nothing

    return sha256(_uncounted(question).encode()).hexdigest()


def interview_name(verb: str, arguments: Mapping[str, Any]) -> str:
    """Return the name under which a run is kept: that of the verb with what it was given."""
    given = [f"{name}={value}" for name, value in sorted(arguments.items()) if value]
    return " ".join([verb, *given])


def run_through(session: "Session", name: str, run: Callable[[], int]) -> int:
    """Run a verb, again from its beginning whenever somebody goes back; keep the answers of a run that is left.

    Raises ``OcopError`` (interrupted) for one that a person left, and what the verb raises with how to go on.
    """
    session.interview = Interview(name)
    while True:
        try:
            status = run()
        except Back:
            session.interview.go_back()
        except KeyboardInterrupt:
            raise OcopError("Đã dừng theo yêu cầu.", _keep(session), exit_code=INTERRUPTED) from None
        except OcopError as error:
            if hint := _keep(session):
                error.hint = f"{error.hint} {hint}".strip()
            raise
        else:
            if session.interview.given and not session.options.dry_run:
                start_anew(session)
            return status


def kept_before(session: "Session") -> "Answers":
    """Return the answers that a run of the same command left behind."""
    from ocop_cli.store.files.interviews import kept_answers

    try:
        return kept_answers(session.root, session.interview.name)
    except OcopError:
        return []


def start_anew(session: "Session") -> None:
    """Forget what a run of the same command left behind."""
    from ocop_cli.store.files.interviews import forget_answers

    forget_answers(session.root, session.interview.name)


def _keep(session: "Session") -> str:
    """Keep what was answered and say so; a trial run keeps nothing, nor does one that has written already."""
    from ocop_cli.store.files.interviews import keep_answers

    interview = session.interview
    if not interview.can_go_back or session.options.dry_run:
        return ""
    try:
        keep_answers(session.root, interview.name, interview.to_keep)
    except (OSError, OcopError):
        return ""
    return _KEPT
