"""What the chair of a meeting answers to the units that did not agree."""

from ocop_cli.evaluation.dissents import Dissent, answered, open_dissents
from ocop_cli.programme.meeting import Meeting
from ocop_cli.session import Session


def responses(session: Session, meeting: str, closed: Meeting, told: dict[str, str]) -> dict[Dissent, str]:
    """Return the chair's answer to every dissent: given, or asked for where a person sits; none is made up."""
    dissents = open_dissents({i: session.dossier(i).dossier for i in closed.dossiers}, meeting)
    answers = answered(dissents, told)
    for dissent in dissents if session.can_ask else ():
        if dissent not in answers:
            words = f"Tiếp thu, giải trình ý kiến của {dissent.unit} ({dissent.text})"
            answers[dissent] = session.ask(words, option="--response")
    return answers
